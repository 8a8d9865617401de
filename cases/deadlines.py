"""The dates a case waits for, worked out afresh after every step, and what each does when it passes."""

from collections.abc import Iterator
from datetime import datetime

from cases import setting
from cases.alarms import next_alarm as next_alarm
from cases.events import DeadlinesChanged
from cases.facts import Facts
from cases.stages import (
    applications,
    arrangement,
    claim,
    decision,
    hearing_dates,
    holds,
    leaving,
    notice,
    order,
    preaction,
    warrant,
)
from cases.state import CaseState, Deadline
from cases.waiting import Wait


def required(state: CaseState, facts: Facts, as_at: datetime) -> tuple[Deadline, ...]:
    """Every date the case waits for now, alarms that have already spoken marked as fired.

    A reminder whose moment had passed before the date was known is left out; a date that has passed is not.
    """
    if state.closed is not None:
        return ()
    return setting.deadlines(_waits(state, facts, as_at), state.deadlines, facts.policy, as_at)


def difference(state: CaseState, facts: Facts, as_at: datetime) -> DeadlinesChanged | None:
    """What has to change for the case to wait for the right dates; None when it already does."""
    return setting.difference(state.deadlines, required(state, facts, as_at))


def _waits(state: CaseState, facts: Facts, as_at: datetime) -> Iterator[Wait]:
    for stage in (
        preaction,
        arrangement,
        notice,
        claim,
        hearing_dates,
        order,
        applications,
        warrant,
        holds,
        decision,
        leaving,
    ):
        yield from stage.waits(state, facts, as_at)
