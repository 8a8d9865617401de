"""Who may see a restricted account and its cases: one rule, laid over every reading that is done for somebody.

`look_as` marks a session with a person. From then on every SELECT in it leaves out what a restriction keeps from them,
whatever door it serves: what is kept from somebody is to them as if it were not there. Sessions that are not marked,
those of the engine and the command line, see everything.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Join, Select, Table, and_, event, exists, func, not_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import LoaderCriteriaOption, ORMExecuteState, Session, with_loader_criteria
from sqlalchemy.sql import visitors

from cases.words import Role
from store import tables as t
from store.upsert import table_of

UNSAID = "(restricted)"
"""What stands where a case is not named."""
_LOOKS = "looks_as"
_SHUT_OUT = "shut_out"
_OWN = (t.CaseView, t.Tenancy, t.FormDraft, t.AccountStatement, t.Step)
"""Tables whose rows name their account."""
_OF_CASE = (t.CaseDeadline, t.OutboxRow, t.EventRow)
"""Tables whose rows name their case."""
_VEILED = (*_OWN, *_OF_CASE, t.Sighting)
_TABLES = {table_of(model).name: model for model in _VEILED}
VEILED = frozenset(_TABLES)
"""The names of the tables that the rule is laid over."""


def look_as(session: AsyncSession, user_id: str) -> None:
    """From now on the session shows only what this person may see; with nobody's empty id, nothing that is restricted.

    What was loaded before stays loaded: mark a session before it reads.
    """
    if _LOOKS not in session.info:
        event.listen(session.sync_session, "do_orm_execute", _veil)
    session.info[_LOOKS] = user_id


@contextmanager
def looking_as(session: AsyncSession, user_id: str | None) -> Iterator[None]:
    """For a while the session shows what this person may see; with None, everything."""
    if _LOOKS not in session.info:
        event.listen(session.sync_session, "do_orm_execute", _veil)
    kept = session.info.get(_LOOKS)
    try:
        session.info[_LOOKS] = user_id
        yield
    finally:
        session.info[_LOOKS] = kept


def unveiled(session: AsyncSession) -> AbstractContextManager[None]:
    """For what is no showing: a clock that moves, a rule that must know of every case. Nothing read may be told."""
    return looking_as(session, None)


def forget(session: AsyncSession) -> None:
    """A restriction was set or lifted in this session: ask anew who is shut out."""
    session.info.pop(_SHUT_OUT, None)


async def may_see(session: AsyncSession, user_id: str, case_id: str) -> bool:
    """Whether a case is not kept from this person. True for a case that is not there."""
    return not await kept_from(session, user_id, (case_id,))


async def kept_from(session: AsyncSession, user_id: str, case_ids: Iterable[str]) -> frozenset[str]:
    """Those of the cases that this person may not see."""
    view = table_of(t.CaseView).c
    wanted = select(view.case_id).where(view.case_id.in_(sorted(set(case_ids))), _kept_account(view, user_id))
    with unveiled(session):
        return frozenset((await session.execute(wanted)).scalars())


async def every_kept_from(session: AsyncSession, user_id: str) -> frozenset[str]:
    """Every case of any landlord that this person may not see; mostly none."""
    view, one = table_of(t.CaseView).c, table_of(t.Restriction).alias().c
    same = and_(one.landlord == view.landlord, one.tenancy_ref == view.tenancy_ref)
    wanted = select(view.case_id).where(same, _shuts_out(one, user_id))
    with unveiled(session):
        return frozenset((await session.execute(wanted)).scalars())


async def kept_now(session: AsyncSession) -> frozenset[str]:
    """Every case that the session does not show to whom it is marked for; none where it shows everything."""
    user_id = session.info.get(_LOOKS)
    return frozenset() if user_id is None else await every_kept_from(session, user_id)


def unsaid(words: str, kept: Collection[str]) -> str:
    """The words without these cases' ids, where others see what was recorded of one before it was restricted."""
    if not kept:
        return words
    ids = "|".join(re.escape(each) for each in sorted(kept))
    return re.sub(rf"(?<![\w-])(?:{ids})(?![\w-])", UNSAID, words)


async def account_kept_from(session: AsyncSession, user_id: str, landlord: str, tenancy_ref: str) -> bool:
    """Whether an account is kept from this person."""
    home = table_of(t.Tenancy).c
    wanted = select(home.tenancy_ref).where(
        home.landlord == landlord, home.tenancy_ref == tenancy_ref, _kept_account(home, user_id)
    )
    with unveiled(session):
        return (await session.execute(wanted)).first() is not None


def running(restriction: Any) -> ColumnElement[bool]:
    """Whether a restriction holds now; of the table's columns."""
    found: ColumnElement[bool] = restriction.lifted_at.is_(None)
    return found


def _shuts_out(restriction: Any, user_id: str) -> ColumnElement[bool]:
    """The rule: a restriction that runs shuts out whoever it does not name and is no administrator.

    An administrator's role opens no case's page; they answer for restrictions and for who looked.
    """
    named, account = table_of(t.RestrictedTo).alias().c, table_of(t.Account).alias().c
    allowed = exists().where(named.restriction_id == restriction.id, named.user_id == user_id)
    answers = exists().where(account.user_id == user_id, account.role == Role.ADMINISTRATOR.value)
    return and_(running(restriction), not_(allowed), not_(answers))


def _kept_account(row: Any, user_id: str) -> ColumnElement[bool]:
    one = table_of(t.Restriction).alias().c
    return exists().where(one.landlord == row.landlord, one.tenancy_ref == row.tenancy_ref, _shuts_out(one, user_id))


def _kept_case(row: Any, user_id: str) -> ColumnElement[bool]:
    one, view = table_of(t.Restriction).alias().c, table_of(t.CaseView).alias().c
    of_it = and_(one.landlord == view.landlord, one.tenancy_ref == view.tenancy_ref, view.case_id == row.case_id)
    return exists().where(of_it, _shuts_out(one, user_id))


def _kept_look(row: Any, user_id: str) -> ColumnElement[bool]:
    """A look at a restricted account, or at a case on it with all that is of it. What one asked oneself stays."""
    one, view = table_of(t.Restriction).alias().c, table_of(t.CaseView).alias().c
    case = and_(one.landlord == view.landlord, one.tenancy_ref == view.tenancy_ref)
    at_it = or_(
        row.subject == view.case_id,
        func.substr(row.subject, 1, func.length(view.case_id) + 1) == view.case_id + "/",
        row.subject == one.landlord + "/" + one.tenancy_ref,
    )
    own = and_(row.what == "sightings", row.user_id == user_id)
    return and_(not_(own), exists().where(case, at_it, _shuts_out(one, user_id)))


def _shown(model: Any, row: Any, user_id: str) -> ColumnElement[bool]:
    if model is t.Sighting:
        return not_(_kept_look(row, user_id))
    return not_((_kept_account if model in _OWN else _kept_case)(row, user_id))


def _veil(asked: ORMExecuteState) -> None:
    user_id = asked.session.info.get(_LOOKS)
    if user_id is None or not asked.is_select or not _is_shut_out(asked.session, user_id):
        return
    if asked.is_orm_statement:
        asked.statement = asked.statement.options(*_criteria(user_id))
        return
    asked.statement = _plainly(asked.statement, user_id)


def _is_shut_out(session: Session, user_id: str) -> bool:
    """Whether anything at all is kept from this person: mostly nothing is, and their statements stay as they are."""
    known: dict[str, bool] = session.info.setdefault(_SHUT_OUT, {})
    if user_id not in known:
        one = table_of(t.Restriction).c
        wanted = select(one.id).where(_shuts_out(one, user_id)).limit(1)
        kept, session.info[_LOOKS] = session.info[_LOOKS], None
        try:
            known[user_id] = session.execute(wanted).first() is not None
        finally:
            session.info[_LOOKS] = kept
    return known[user_id]


@lru_cache(maxsize=512)
def _criteria(user_id: str) -> tuple[LoaderCriteriaOption, ...]:
    return tuple(with_loader_criteria(model, _shown(model, model, user_id)) for model in _VEILED)


def _plainly(statement: Any, user_id: str) -> Any:
    """The same for a statement without objects: its tables and those that it joins; deeper none may lie."""
    plain = isinstance(statement, Select)
    found = [table for one in statement.get_final_froms() for table in _joined(one)] if plain else []
    known = {id(table) for table in found}
    for one in visitors.iterate(statement):
        if isinstance(one, Table) and one.name in _TABLES and id(one) not in known:
            raise AssertionError("a statement without objects reads a veiled table where the veil does not reach")
    for table in found:
        if table.name in _TABLES:
            statement = statement.where(_shown(_TABLES[table.name], table.c, user_id))
    return statement


def _joined(one: FromClause) -> Iterator[Table]:
    if isinstance(one, Table):
        yield one
    elif isinstance(one, Join):
        yield from _joined(one.left)
        yield from _joined(one.right)
