"""Who looked at what. Reading people's data leaves a trace, as writing does."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Integer, and_, case, func, or_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlmodel import col, select

from cases.instants import end_of_day, start_of_day
from store.listed import address
from store.tables import Account, CaseView, Sighting

ATTEMPT = "attempt"
"""What a look is called that somebody tried at a case that is kept from them."""


@dataclass(frozen=True)
class Seen:
    """One look: `what` is the kind of thing (account, case, paper, history, attempt), `subject` its id.

    `number` orders looks for ever, the later the greater.
    """

    user_id: str
    what: str
    subject: str
    at: datetime
    number: int = 0


async def saw(session: AsyncSession, user_id: str, what: str, subject: str) -> None:
    """Note that somebody looked at something. Subjects are ids, never names."""
    session.add(Sighting(user_id=user_id, what=what, subject=subject, seen_at=datetime.now(UTC)))
    await session.flush()


async def sightings(
    session: AsyncSession,
    *,
    landlord: str | None = None,
    subject: str | None = None,
    case_id: str | None = None,
    user_id: str | None = None,
    on: date | None = None,
    before: int | None = None,
    limit: int = 200,
) -> list[Seen]:
    """Looks, newest first: at one subject, at a case with all that is of it, by a person, on a London day.

    `landlord` keeps to what is that landlord's: its cases and accounts, and lists that its own people looked at.
    `before` is the number of the last look of the page before.
    """
    wanted: list[Any] = []
    if landlord is not None:
        wanted.append(_of_landlord(landlord))
    if subject is not None:
        wanted.append(col(Sighting.subject) == subject)
    if case_id is not None:
        wanted.append(or_(*_of_case(case_id, await _account_of(session, case_id))))
    if user_id is not None:
        wanted.append(col(Sighting.user_id) == user_id)
    if on is not None:
        wanted += [col(Sighting.seen_at) >= start_of_day(on), col(Sighting.seen_at) < end_of_day(on)]
    if before is not None:
        wanted.append(col(Sighting.id) < before)
    found = await session.execute(select(Sighting).where(*wanted).order_by(col(Sighting.id).desc()).limit(limit))
    return [Seen(row.user_id, row.what, row.subject, row.seen_at, row.id or 0) for row in found.scalars()]


async def looks_at(session: AsyncSession, case_id: str) -> list[Seen]:
    """Every look at a case, its papers, its history and its account, oldest first: for a subject-access pack."""
    return (await sightings(session, case_id=case_id, limit=100_000))[::-1]


async def pages_of(session: AsyncSession, seen: list[Seen]) -> Mapping[str, str]:
    """The page of each subject that has one: a case of whatever kind it is, or an account."""
    first = {each.subject.partition("/")[0] for each in seen}
    kinds = await session.execute(
        select(CaseView.case_id, CaseView.kind).where(col(CaseView.case_id).in_(sorted(first)))
    )
    roots = {row.case_id: address(row.kind, row.case_id) for row in kinds}
    found: dict[str, str] = {}
    for each in seen:
        head = each.subject.partition("/")[0]
        if head in roots:
            found[each.subject] = roots[head]
        elif each.what == "account":
            found[each.subject] = f"/accounts/{each.subject}"
    return found


async def _account_of(session: AsyncSession, case_id: str) -> str:
    row = (
        await session.execute(select(CaseView.landlord, CaseView.tenancy_ref).where(CaseView.case_id == case_id))
    ).first()
    return "" if row is None else f"{row.landlord}/{row.tenancy_ref}"


def _of_case(case_id: str, account: str) -> list[Any]:
    subject = col(Sighting.subject)
    of_it: list[Any] = [subject == case_id, subject.startswith(f"{case_id}/", autoescape=True)]
    return [*of_it, subject == account] if account else of_it


def _of_landlord(landlord: str) -> Any:
    """Whether a look is of this landlord. What names neither case nor account is of whoever looked at it."""
    subject = col(Sighting.subject)
    head = case((SlashAt(subject) > 0, func.substr(subject, 1, SlashAt(subject) - 1)), else_=subject)
    every, own = (select(col(CaseView.case_id)), select(col(CaseView.case_id)).where(CaseView.landlord == landlord))
    staff = select(col(Account.user_id)).where(or_(col(Account.landlord) == landlord, col(Account.landlord).is_(None)))
    of_none = and_(col(Sighting.what) != "account", head.not_in(every))
    return or_(
        subject.startswith(f"{landlord}/", autoescape=True),
        head.in_(own),
        and_(of_none, col(Sighting.user_id).in_(staff)),
    )


class SlashAt(FunctionElement[int]):
    """The place of the first slash in a text, from 1; 0 where there is none."""

    name = "slash_at"
    type = Integer()
    inherit_cache = True


@compiles(SlashAt)
def _slash_at(element: SlashAt, compiler: SQLCompiler, **more: Any) -> str:
    return f"instr({compiler.process(element.clauses, **more)}, '/')"


@compiles(SlashAt, "postgresql")
def _slash_at_there(element: SlashAt, compiler: SQLCompiler, **more: Any) -> str:
    return f"strpos({compiler.process(element.clauses, **more)}, '/')"
