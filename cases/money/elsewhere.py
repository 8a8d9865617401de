"""A hold that another case records of somebody who owes this debt too: found, told, and asked before every step.

It bars exactly what it would bar if it were recorded here, for the same gates are asked of the case as if it were. The
death of one of several debtors bars nothing, as in a case for possession; it is told all the same.
"""

from collections.abc import Iterator
from datetime import date, datetime

from cases import held
from cases.elsewhere import HeldElsewhere
from cases.money.facts import MoneyFacts
from cases.money.state import MoneyHold, MoneyState
from cases.money.words import HoldReason
from cases.stages import elsewhere
from cases.state import BreathingSpace
from cases.waiting import Wait, by_policy
from law.holds import MORATORIA

BARRING = frozenset({"breathing_space", "held", "insolvency"})
"""The gates of a money case that ask of its holds, by their codes."""


def everything(state: MoneyState) -> tuple[held.Held, ...]:
    """Every hold there ever was on the case, breathing spaces first, in the terms that both kinds of case share."""
    return (*map(held.of_space, state.breathing_spaces), *map(_of_hold, state.holds))


def _of_hold(one: MoneyHold) -> held.Held:
    return held.Held(
        id=one.id,
        kind=one.reason.value,
        label=one.reason.label,
        started_on=one.on,
        last=one.ended_on or (None if one.open_ended else one.until.on),
        over=one.ended_on is not None,
        tenants=one.debtors,
        frozen_pence=None,
        court_told_on=None,
    )


def unrecorded(state: MoneyState, facts: MoneyFacts) -> tuple[HeldElsewhere, ...]:
    """Those that another open case knows of and this one does not, the earliest first."""
    return elsewhere.beside(state, facts, everything(state))


def as_if_here(state: MoneyState, one: HeldElsewhere) -> MoneyState:
    """The case as if the hold were recorded on it; as it is, where others owe the debt of somebody who died."""
    if one.kind in MORATORIA:
        ends = by_policy(one.last, one.label, "Its last day") if one.last else None
        space = BreathingSpace(id=one.hold_id, kind=one.kind, started_on=one.started_on, ends=ends, tenants=one.tenants)
        return state.model_copy(update={"breathing_spaces": (space,), "holds": ()})
    reason = HoldReason(one.kind)
    if reason is HoldReason.DEATH and set(state.tenants) - set(one.tenants):
        return state
    until = by_policy(one.last or date.max, one.label, "Its last day")
    hold = MoneyHold(id=one.hold_id, reason=reason, on=one.started_on, until=until, debtors=one.tenants)
    return state.model_copy(update={"breathing_spaces": (), "holds": (hold,)})


def waits(state: MoneyState, facts: MoneyFacts, as_at: datetime) -> Iterator[Wait]:
    """Recording here what another case records of the same person: at once."""
    yield from elsewhere.waits_of(unrecorded(state, facts), state.deadlines, as_at)
