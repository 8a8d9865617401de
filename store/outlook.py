"""The forecast over a landlord's open cases: what will lapse, be broken, be late or is blocked, whose, and why."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from cases import forecast
from cases.forecast import Ahead, Sort
from cases.instants import legal_day
from cases.money import forecast as money
from cases.money.state import MoneyState
from cases.overriding import OverrideCount, overrides_report
from cases.state import CaseState, Person
from cases.words import Role
from store import clock, facts
from store.kinds import MONEY, POSSESSION
from store.tables import CaseView

_READER = Person(user_id="system", role=Role.TEAM_LEADER)
MOST_DAYS = 365


@dataclass(frozen=True)
class OfficerAhead:
    """An officer's share of the forecast, with how much of each sort it is."""

    officer: str
    rows: tuple[Ahead, ...]
    counts: dict[Sort, int]


@dataclass(frozen=True)
class Outlook:
    """A landlord's forecast from today for so many days, by officer, the one with the most first."""

    landlord: str
    today: date
    days: int
    cases: int
    officers: tuple[OfficerAhead, ...]

    @property
    def rows(self) -> tuple[Ahead, ...]:
        """Everything, the earliest first, what is blocked last."""
        return _in_order([row for each in self.officers for row in each.rows], self.today)

    @property
    def counts(self) -> dict[Sort, int]:
        """How much there is of each sort."""
        return counted(self.rows)


@dataclass(frozen=True)
class Failure:
    """Why claims failed: what the court did, with the claims' cases, the commonest first."""

    outcome: str
    label: str
    times: int
    cases: tuple[str, ...]


async def outlook(
    session: AsyncSession, landlord: str, *, days: int = forecast.DAYS, officer: str | None = None
) -> Outlook:
    """The forecast of a landlord's open cases of both kinds, of one officer or of all. Raises NotThere, ValueError."""
    if not 1 <= days <= MOST_DAYS:
        raise ValueError(f"a forecast reaches 1 to {MOST_DAYS} days ahead")
    now = await clock.now(session, landlord)
    states = [CaseState.model_validate(state) for state in await _open(session, landlord, officer, POSSESSION)]
    found: dict[str, list[Ahead]] = {}
    for state in states:
        gathered = await facts.gather(
            session, landlord=landlord, tenancy_ref=state.tenancy_ref, actor=_READER, as_at=now
        )
        if gathered is not None:
            found.setdefault(state.officer, []).extend(forecast.ahead(state, gathered, now, days))
    claims = [MoneyState.model_validate(state) for state in await _open(session, landlord, officer, MONEY)]
    for claim in claims:
        known = await facts.gather_money(
            session, landlord=landlord, tenancy_ref=claim.tenancy_ref, actor=_READER, as_at=now
        )
        if known is not None:
            found.setdefault(claim.officer, []).extend(money.ahead(claim, known, now, days))
    today = legal_day(now)
    shares = [OfficerAhead(who, _in_order(rows, today), counted(rows)) for who, rows in found.items() if rows]
    shares.sort(key=lambda each: (-len(each.rows), each.officer))
    return Outlook(landlord, today, days, len(states) + len(claims), tuple(shares))


async def failures(session: AsyncSession, landlord: str, since: date) -> tuple[Failure, ...]:
    """What became of claims that ended without an order, or were put off, on or after a day, counted by outcome."""
    times: Counter[str] = Counter()
    labels: dict[str, str] = {}
    where: dict[str, list[str]] = {}
    for state in await _all(session, landlord):
        for hearing in state.hearings:
            outcome = hearing.outcome
            if outcome is None or outcome.makes_order or (hearing.outcome_on or hearing.on) < since:
                continue
            times[outcome.value] += 1
            labels[outcome.value] = outcome.label
            where.setdefault(outcome.value, []).append(state.case_id)
    ordered = sorted(times, key=lambda each: (-times[each], each))
    return tuple(Failure(each, labels[each], times[each], tuple(dict.fromkeys(where[each]))) for each in ordered)


async def overrides(session: AsyncSession, landlord: str) -> tuple[OverrideCount, ...]:
    """Which of the landlord's own rules were set aside, by whom, how often, over all its cases."""
    return overrides_report(await _all(session, landlord))


def counted(rows: Iterable[Ahead]) -> dict[Sort, int]:
    """How many rows there are of each sort, every sort named."""
    times = Counter(row.sort for row in rows)
    return {sort: times[sort] for sort in Sort}


def _in_order(rows: Iterable[Ahead], today: date) -> tuple[Ahead, ...]:
    return tuple(sorted(rows, key=lambda row: (row.on is None, row.on or today, row.case_id)))


async def _open(session: AsyncSession, landlord: str, officer: str | None, kind: str) -> list[dict[str, Any]]:
    query = select(col(CaseView.state)).where(
        CaseView.landlord == landlord, CaseView.kind == kind, col(CaseView.closed_on).is_(None)
    )
    if officer is not None:
        query = query.where(CaseView.officer == officer)
    rows = await session.execute(query.order_by(col(CaseView.case_id)))
    return list(rows.scalars())


async def _all(session: AsyncSession, landlord: str) -> list[CaseState]:
    rows = await session.execute(
        select(col(CaseView.state))
        .where(CaseView.landlord == landlord, CaseView.kind == POSSESSION)
        .order_by(col(CaseView.case_id))
    )
    return [CaseState.model_validate(state) for state in rows.scalars()]
