"""Breathing space in and out (SI 2020/1311)."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from cases.base import ExplainedDate
from cases.commands import EndBreathingSpace, StartBreathingSpace
from cases.events import BreathingSpaceChanged, Event
from cases.evolve import evolve
from cases.facts import Facts
from cases.gates import Gate, Question, hold
from cases.held import before, next_id
from cases.instants import legal_day
from cases.parties import everyone
from cases.refusals import NotFound, Refusal
from cases.stages import arrangement as arrangements
from cases.stages import order as orders
from cases.state import BreathingSpace, CaseState
from cases.waiting import Wait, by_policy
from law.breathing_space import review_window, standard_end
from law.explained import long_date

START = ("start_breathing_space",)
END = ("end_breathing_space",)
ASK_AGAIN = timedelta(days=30)


def _space(q: Question[EndBreathingSpace]) -> BreathingSpace:
    for space in q.case.breathing_spaces:
        if space.id == q.command.breathing_space_id:
            return space
    raise NotFound(
        Refusal(
            code="no_breathing_space",
            says=f"This case has no breathing space {q.command.breathing_space_id}.",
            mend="Look at the case again.",
        )
    )


def _none_runs(q: Question[StartBreathingSpace]) -> str | None:
    """Each joint tenant may have a moratorium of their own; where it is not said whose, it is the same one."""
    c = q.command
    for space in q.case.breathing_spaces:
        last = space.ended_on or (space.ends.on if space.ends else None)
        covers = space.started_on <= c.started_on and (last is None or c.started_on <= last)
        if covers and (not c.tenants or not space.tenants or set(c.tenants) & set(space.tenants)):
            return f"Breathing space {space.id} already covers {long_date(c.started_on)}."
    return None


def _not_far_ahead(q: Question[StartBreathingSpace]) -> str | None:
    # The moratorium begins the day after entry on the register, so it may be recorded a day ahead.
    if (q.command.started_on - q.today).days <= 1:
        return None
    return f"{long_date(q.command.started_on)} is later than the day after today."


def _whom(q: Question[StartBreathingSpace]) -> str | None:
    strangers = [t for t in q.command.tenants if t not in everyone(q.case)]
    return f"{', '.join(strangers)} is not a joint tenant of this tenancy." if strangers else None


def _still_runs(q: Question[EndBreathingSpace]) -> str | None:
    space = _space(q)
    return f"Breathing space {space.id} ended on {long_date(space.ended_on)}." if space.ended_on else None


def _end_in_order(q: Question[EndBreathingSpace]) -> str | None:
    space = _space(q)
    if q.command.ended_on < space.started_on:
        return f"It began on {long_date(space.started_on)}, after {long_date(q.command.ended_on)}."
    return None


def _ended_by_now(q: Question[EndBreathingSpace]) -> str | None:
    ended: date = q.command.ended_on
    return f"{long_date(ended)} has not come yet." if ended > q.today else None


GATES: tuple[Gate[Any], ...] = (
    Gate(
        "breathing_space_runs",
        START,
        "Does none run already?",
        _none_runs,
        "End the one that runs first, or correct the date; if it is another joint tenant's, say whose each is.",
        "SI 2020/1311 reg 24",
        "A",
        "started_on",
    ),
    Gate("in_future", START, "Has it begun?", _not_far_ahead, "Correct the date.", field="started_on"),
    Gate("hold_tenants", START, "Whose is it?", _whom, "Choose among the joint tenants.", field="tenants"),
    Gate("already_ended", END, "Does it still run?", _still_runs, "Nothing to do."),
    Gate("end_before_start", END, "Is the end after the start?", _end_in_order, "Correct the date.", field="ended_on"),
    Gate("in_future", END, "Has it ended?", _ended_by_now, "Record it on the day it ends.", field="ended_on"),
)


def start_breathing_space(q: Question[StartBreathingSpace]) -> Sequence[Event]:
    """A moratorium was notified: arrears steps stop until it ends. A crisis one has no end until recorded."""
    hold(GATES, q)
    c = q.command
    ends = ExplainedDate.of(standard_end(c.started_on)) if c.moratorium == "standard" else None
    space = BreathingSpace(
        id=next_id("B", q.case.breathing_spaces, q.case.struck_out),
        kind=c.moratorium,
        started_on=c.started_on,
        ends=ends,
        tenants=tuple(dict.fromkeys(c.tenants)),
        frozen_pence=q.arrears_on(before(c.started_on)),
    )
    return _looked(q, BreathingSpaceChanged(breathing_space=space))


def end_breathing_space(q: Question[EndBreathingSpace]) -> Sequence[Event]:
    """The moratorium ended on a day, which is its last."""
    hold(GATES, q)
    ended = _space(q).model_copy(update={"ended_on": q.command.ended_on})
    return _looked(q, BreathingSpaceChanged(breathing_space=ended))


def _looked(q: Question[Any], changed: BreathingSpaceChanged) -> list[Event]:
    """What is known of it now, and what that makes of payments: no instalment fell due in it."""
    # A money case asks the same, and looks at its own payments after every act.
    if q.again or not isinstance(q.case, CaseState):
        return [changed]
    after = evolve(q.case, changed)
    found = (*orders.watched(after, q.facts, q.as_at), *arrangements.watched(after, q.facts, q.as_at))
    return [changed, *found]


def ran_out(space: BreathingSpace) -> BreathingSpace:
    """The moratorium after its last day has passed."""
    return space.model_copy(update={"ended_on": space.ends.on if space.ends else space.ended_on})


def waits(state: CaseState, facts: Facts, as_at: datetime) -> Iterator[Wait]:
    """The end of each moratorium that runs, the last day to challenge it, and a look at one with no end."""
    for space in (s for s in state.breathing_spaces if s.ended_on is None):
        challenge = review_window(space.started_on, "standard" if space.ends else "crisis").landlord_request_by
        if challenge.value >= legal_day(as_at):
            title = (
                f"Last day to ask the adviser to review breathing space {space.id}, if it harms the landlord unfairly"
            )
            due = ExplainedDate.of(challenge)
            yield Wait(f"{space.id}.review", "challenge", title, due, space.id, remind=(7,), escalates=False)
        if space.ends is None:
            began = f"Crisis breathing space begun on {long_date(space.started_on)}"
            look = by_policy(space.started_on + ASK_AGAIN, began, "Ask whether the treatment goes on")
            title = f"Breathing space {space.id}: ask whether the crisis treatment goes on, and record its end"
            yield Wait(f"{space.id}.crisis", "crisis_check", title, look, space.id, remind=(), escalates=False)
        else:
            yield Wait(
                f"{space.id}.end",
                "breathing_space_end",
                f"Last day of breathing space {space.id}: what it stopped may go on from the day after",
                space.ends,
                subject=space.id,
                after=True,
                escalates=False,
            )
