"""The dates a case waits for, worked out afresh after every step, and what each does when it passes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from cases import held, setting
from cases.alarms import next_alarm as next_alarm
from cases.commands import Approve
from cases.events import DeadlinesChanged
from cases.facts import Facts
from cases.gates import Question
from cases.stages import (
    aftermath,
    applications,
    arrangement,
    benefit,
    claim,
    decision,
    elsewhere,
    hearing_dates,
    holding,
    holds,
    last_check,
    leaving,
    notice,
    order,
    party_gates,
    preaction,
    responses,
    review,
    trial,
    warrant,
)
from cases.stages.shared import arrears_step
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
        responses,
        hearing_dates,
        order,
        applications,
        warrant,
        last_check,
        aftermath,
        holds,
        holding,
        elsewhere,
        party_gates,
        benefit,
        decision,
        leaving,
        review,
        trial,
    ):
        for wait in stage.waits(state, facts, as_at):
            yield from _held(wait, state, facts, as_at)


def _held(wait: Wait, state: CaseState, facts: Facts, as_at: datetime) -> Iterator[Wait]:
    """The wait; put off while a hold makes its clock stand still, and left out while nobody knows that hold's end."""
    q = Question(Approve(subject=wait.subject), state, facts, as_at)
    stopped = held.standing_still(state, wait.kind, q.today, for_debt=arrears_step(q))
    due = held.put_off(wait.date, stopped) if stopped else wait.date
    if due is not None:
        yield replace(wait, date=due)
