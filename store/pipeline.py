"""Where cases stand: by stage and age, at risk, by officer, waiting for approval; and lists of cases."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from cases.instants import end_of_day
from cases.money.words import MoneyStage
from cases.words import Stage
from store.kinds import KINDS, POSSESSION, AnyStage
from store.listed import CaseRow as CaseRow
from store.listed import ForecastRow as ForecastRow
from store.listed import OfficerCount as OfficerCount
from store.listed import StageCount as StageCount
from store.listed import address as address
from store.tables import CaseDeadline, CaseView
from store.upsert import table_of
from store.veil import kept_now, unsaid

AGES = ((28, "up to 4 weeks"), (91, "up to 3 months"), (182, "up to 6 months"), (10**6, "over 6 months"))
"""How long cases have been in their stage: most days, and what that is called."""


async def by_stage(
    session: AsyncSession, landlord: str, today: date, *, officer: str | None = None, kind: str = POSSESSION
) -> list[StageCount]:
    """Every stage of a kind but closed, in the order of the road; `today` is the landlord's day."""
    view = table_of(CaseView).c
    query = select(view.stage, view.stage_since, view.arrears_pence, view.at_risk_count).where(
        view.landlord == landlord, view.closed_on.is_(None), view.kind == kind
    )
    if officer is not None:
        query = query.where(view.officer == officer)
    found: dict[str, list[Any]] = {}
    for row in await session.execute(query):
        found.setdefault(row.stage, []).append(row)
    return [
        _stage_count(stage, found.get(stage.value, []), today) for stage in _stages(kind) if stage.value != "closed"
    ]


async def by_officer(session: AsyncSession, landlord: str, today: date) -> list[OfficerCount]:
    """Who has how many open cases."""
    view = table_of(CaseView).c
    soon = end_of_day(today.fromordinal(today.toordinal() + 7))
    rows = await session.execute(
        select(
            view.officer,
            func.count().label("cases"),
            func.count().filter(view.at_risk_count > 0).label("at_risk"),
            func.count().filter(view.next_due_at <= soon).label("due_soon"),
        )
        .where(view.landlord == landlord, view.closed_on.is_(None))
        .group_by(view.officer)
        .order_by(view.officer)
    )
    return [OfficerCount(row.officer, row.cases, row.at_risk, row.due_soon) for row in rows]


async def outcomes(session: AsyncSession, landlord: str, since: date, kind: str = POSSESSION) -> dict[str, int]:
    """How the cases ended that were closed on or after a day."""
    view = table_of(CaseView).c
    rows = await session.execute(
        select(view.result, func.count().label("cases"))
        .where(view.landlord == landlord, view.closed_on >= since, view.kind == kind)
        .group_by(view.result)
        .order_by(view.result)
    )
    return {str(row.result): int(row.cases) for row in rows}


async def cases(
    session: AsyncSession,
    *,
    landlord: str | None = None,
    officer: str | None = None,
    patch: str | None = None,
    track: str | None = None,
    stage: AnyStage | None = None,
    kind: str | None = None,
    at_risk: bool = False,
    attention: bool = False,
    waiting_approval: bool = False,
    due_by: date | None = None,
    closed: bool = False,
    cursor: str | None = None,
    limit: int = 50,
) -> list[CaseRow]:
    """Cases by their next date, the nearest first, those without one last. `due_by` is a legal day;
    what falls due with its end is included.

    `cursor` is that of the last row of the page before; raises ValueError for one that is not ours.
    """
    table = table_of(CaseView)
    view = table.c
    wanted: list[Any] = [view.closed_on.is_not(None) if closed else view.closed_on.is_(None)]
    asked = {"landlord": landlord, "officer": officer, "patch": patch, "kind": kind, "track": track}
    for name, value in asked.items():
        if value is not None:
            wanted.append(view[name] == value)
    if stage is not None:
        wanted.append(view.stage == stage.value)
    if at_risk:
        wanted.append(view.at_risk_count > 0)
    if attention:
        wanted.append(view.attention.is_not(None))
    if waiting_approval:
        wanted.append(view.approvals_count > 0)
    if due_by is not None:
        wanted.append(view.next_due_at <= end_of_day(due_by))
    if cursor is not None:
        wanted.append(_after(view, cursor))
    rows = await session.execute(
        select(*_shown(view))
        .where(*wanted)
        .order_by(view.next_due_at.is_(None), view.next_due_at, view.case_id)
        .limit(limit)
    )
    return await _told(session, rows)


async def case(session: AsyncSession, case_id: str, kind: str = POSSESSION) -> CaseRow | None:
    """One case of a kind as lists show it."""
    table = table_of(CaseView)
    wanted = table.select().where(table.c.case_id == case_id, table.c.kind == kind)
    row = (await session.execute(wanted)).first()
    return None if row is None else (await _told(session, [row]))[0]


async def by_ids(session: AsyncSession, case_ids: Iterable[str]) -> list[CaseRow]:
    """Those cases, of whatever kind and state, by their id; an unknown id is left out."""
    view = table_of(CaseView).c
    wanted = select(*_shown(view)).where(view.case_id.in_(sorted(set(case_ids)))).order_by(view.case_id)
    return await _told(session, await session.execute(wanted))


async def patches(session: AsyncSession, landlord: str | None, kind: str | None = None) -> list[str]:
    """The areas that cases of a landlord (None: of every one) lie in, by name."""
    view = table_of(CaseView).c
    query = select(view.patch).where(view.patch != "").distinct().order_by(view.patch)
    for column, value in ((view.landlord, landlord), (view.kind, kind)):
        query = query if value is None else query.where(column == value)
    return [str(patch) for patch in (await session.execute(query)).scalars()]


async def addresses(session: AsyncSession, case_ids: Iterable[str]) -> dict[str, str]:
    """The page of each case by its id, of whatever kind it is; an unknown id is left out."""
    view = table_of(CaseView).c
    rows = await session.execute(select(view.case_id, view.kind).where(view.case_id.in_(sorted(set(case_ids)))))
    return {row.case_id: address(row.kind, row.case_id) for row in rows}


async def forecast(
    session: AsyncSession, landlord: str, to: date, *, officer: str | None = None, limit: int = 500
) -> list[ForecastRow]:
    """The dates of open cases up to a legal day, the earliest first; those past that still wait are among them."""
    date_of, view = table_of(CaseDeadline).c, table_of(CaseView).c
    query = (
        select(view.case_id, view.tenancy_ref, view.officer, view.stage, date_of.kind, date_of.title, date_of.on)
        .add_columns(date_of.spoken, view.kind.label("case_kind"), date_of.deadline_id)
        .join(table_of(CaseView), view.case_id == date_of.case_id)
        .where(view.landlord == landlord, date_of.on <= to)
        .order_by(date_of.on, view.case_id, date_of.deadline_id)
        .limit(limit)
    )
    if officer is not None:
        query = query.where(view.officer == officer)
    return [
        ForecastRow(
            row.case_id,
            row.tenancy_ref,
            row.officer,
            KINDS[row.case_kind].stage(row.stage),
            row.kind,
            row.title,
            row.on,
            row.spoken,
            row.case_kind,
            row.deadline_id,
        )
        for row in await session.execute(query)
    ]


async def overdue(session: AsyncSession, landlord: str, now: datetime) -> int:
    """How many open cases have an alarm that should have spoken by `now`."""
    view = table_of(CaseView).c
    wanted = (view.landlord == landlord, view.closed_on.is_(None), view.next_due_at <= now)
    return int(
        (await session.execute(select(func.count()).select_from(table_of(CaseView)).where(*wanted))).scalar_one()
    )


async def my_work(session: AsyncSession, landlord: str | None, officer: str, *, limit: int = 100) -> list[CaseRow]:
    """An officer's open cases by risk and value: what needs a person or is at risk first, then by the next date, and
    of two with the same date (or both without one) the greater arrears first."""
    view = table_of(CaseView).c
    query = select(*_shown(view)).where(view.officer == officer, view.closed_on.is_(None))
    if landlord is not None:
        query = query.where(view.landlord == landlord)
    calm = and_(view.attention.is_(None), view.at_risk_count == 0)
    query = query.order_by(calm, view.next_due_on.is_(None), view.next_due_on, view.arrears_pence.desc(), view.case_id)
    return await _told(session, await session.execute(query.limit(limit)))


async def approvals_waiting(
    session: AsyncSession, landlord: str | None, *, approver: str, limit: int = 100
) -> list[CaseRow]:
    """Cases with a draft that waits for a senior other than the one who drafted it."""
    rows = await cases(session, landlord=landlord, waiting_approval=True, limit=limit)
    return [row for row in rows if any(draft["drafted_by"] != approver for draft in row.waiting)]


def _after(view: Any, cursor: str) -> Any:
    due, found, case_id = cursor.partition("|")
    if not found:
        raise ValueError("not a cursor")
    if not due:
        return and_(view.next_due_at.is_(None), view.case_id > case_id)
    at = datetime.fromisoformat(due)
    if at.tzinfo is None:
        raise ValueError("not a cursor")
    return or_(view.next_due_at.is_(None), view.next_due_at > at, and_(view.next_due_at == at, view.case_id > case_id))


def _shown(view: Any) -> list[Any]:
    return [column for column in view if column.name not in ("state", "last_seq", "last_hash")]


def _stages(kind: str) -> list[AnyStage]:
    return list(Stage) if kind == POSSESSION else list(MoneyStage)


def _stage_count(stage: AnyStage, rows: list[Any], today: date) -> StageCount:
    ages = [0] * len(AGES)
    for row in rows:
        days = (today - row.stage_since).days
        ages[next(place for place, (most, _) in enumerate(AGES) if days <= most)] += 1
    return StageCount(
        stage=stage,
        cases=len(rows),
        arrears_pence=sum(row.arrears_pence for row in rows),
        at_risk=sum(row.at_risk_count > 0 for row in rows),
        ages=tuple(ages),
    )


async def _told(session: AsyncSession, rows: Iterable[Any]) -> list[CaseRow]:
    """The rows; what was recorded of one case before another was restricted does not name that other."""
    kept = await kept_now(session)
    return [_case(row, kept) for row in rows]


def _case(row: Any, kept: frozenset[str]) -> CaseRow:
    return CaseRow(
        case_id=row.case_id,
        landlord=row.landlord,
        tenancy_ref=row.tenancy_ref,
        track=row.track,
        kind=row.kind,
        stage=KINDS[row.kind].stage(row.stage),
        stage_since=row.stage_since,
        officer=row.officer,
        patch=row.patch,
        opened_on=row.opened_on,
        closed_on=row.closed_on,
        result=row.result,
        next_due_at=row.next_due_at,
        next_due_title=unsaid(row.next_due_title, kept),
        next_due_on=row.next_due_on,
        arrears_pence=row.arrears_pence,
        at_risk=tuple(unsaid(words, kept) for words in row.at_risk),
        waiting=tuple(row.approvals),
        attention=row.attention,
        revision=row.revision,
    )
