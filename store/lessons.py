"""What a landlord's cases teach: why claims failed and which gate catches it, and how long each stage takes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from sqlalchemy import select as columns_of
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from cases.durations import MEASURED, MEASURED_OF_MONEY, AnyStage, Spell, spells
from cases.failing import CAUGHT_BY, FailedBy
from cases.money.words import MoneyStage
from cases.rules import GATES
from cases.state import CaseState
from store.kinds import KINDS, MONEY, POSSESSION, Kept
from store.tables import CaseView

LOOKED_BACK = timedelta(days=365)
ALL, OFFICER, AREA = "all", "officer", "area"


@dataclass(frozen=True)
class Catch:
    """A gate that asks about a cause before court."""

    code: str
    asks: str


@dataclass(frozen=True)
class Cause:
    """A cause by which claims failed: how often, in which cases, and the gates that catch it (none where none can)."""

    code: str
    label: str
    times: int
    cases: tuple[str, ...]
    gates: tuple[Catch, ...]


@dataclass(frozen=True)
class Delay:
    """The time that cases took in a stage: of those that left it, how many, their median and longest days; of those in
    it now, how many and the longest. `by` is all, officer or area, and `who` which; `kind` says of which kind of case
    the stage is."""

    by: str
    who: str
    stage: AnyStage
    left: int
    median_days: float | None
    longest_days: int | None
    now: int
    now_longest_days: int | None
    kind: str = POSSESSION


async def causes(session: AsyncSession, landlord: str, since: date) -> tuple[Cause, ...]:
    """What hearings failed by on or after a day, the commonest first. `not_said` counts those without a cause."""
    found: dict[FailedBy | None, list[str]] = {}
    for state in await _states(session, landlord):
        for hearing in state.hearings:
            outcome = hearing.outcome
            if outcome is not None and not outcome.makes_order and (hearing.outcome_on or hearing.on) >= since:
                found.setdefault(hearing.failed_by, []).append(state.case_id)
    told = [_cause(failed, cases) for failed, cases in found.items()]
    return tuple(sorted(told, key=lambda each: (each.code == "not_said", -each.times, each.label)))


async def delays(session: AsyncSession, landlord: str, today: date) -> tuple[Delay, ...]:
    """Days in each stage over a year, of cases of both kinds: of all, then by officer, then by area."""
    shares: dict[tuple[str, str], list[Spell]] = {}
    for state in await _of_both(session, landlord):
        for spell in spells(state):
            if spell.ended is None and state.closed is not None:
                continue
            if spell.ended is None or spell.ended >= today - LOOKED_BACK:
                for share in ((ALL, ""), (OFFICER, state.officer), (AREA, state.patch)):
                    shares.setdefault(share, []).append(spell)
    order = {ALL: 0, OFFICER: 1, AREA: 2}
    return tuple(
        _delay(by, who, stage, [each for each in shares[by, who] if each.stage is stage], today)
        for by, who in sorted(shares, key=lambda each: (order[each[0]], each[1]))
        if (by, who) != (AREA, "")
        for stage in (*MEASURED, *MEASURED_OF_MONEY)
        if any(each.stage is stage for each in shares[by, who])
    )


def _cause(failed: FailedBy | None, cases: Iterable[str]) -> Cause:
    where = list(cases)
    if failed is None:
        return Cause("not_said", "No cause was recorded", len(where), tuple(dict.fromkeys(where)), ())
    asks = {gate.code: gate.asks for gate in reversed(GATES)}
    gates = tuple(Catch(code, asks[code]) for code in CAUGHT_BY.get(failed, ()))
    return Cause(failed.value, failed.label, len(where), tuple(dict.fromkeys(where)), gates)


def _delay(by: str, who: str, stage: AnyStage, found: list[Spell], today: date) -> Delay:
    left = [each.days(today) for each in found if each.ended is not None]
    now = [each.days(today) for each in found if each.ended is None]
    return Delay(
        by=by,
        who=who,
        stage=stage,
        left=len(left),
        median_days=float(median(left)) if left else None,
        longest_days=max(left, default=None),
        now=len(now),
        now_longest_days=max(now, default=None),
        kind=MONEY if isinstance(stage, MoneyStage) else POSSESSION,
    )


async def _states(session: AsyncSession, landlord: str) -> list[CaseState]:
    rows = await session.execute(
        select(col(CaseView.state))
        .where(CaseView.landlord == landlord, CaseView.kind == POSSESSION)
        .order_by(col(CaseView.case_id))
    )
    return [CaseState.model_validate(state) for state in rows.scalars()]


async def _of_both(session: AsyncSession, landlord: str) -> list[Kept]:
    rows = await session.execute(
        columns_of(col(CaseView.kind), col(CaseView.state))
        .where(col(CaseView.landlord) == landlord)
        .order_by(col(CaseView.case_id))
    )
    return [KINDS[kind].read(state) for kind, state in rows]
