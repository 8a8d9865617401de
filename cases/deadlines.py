"""The dates a case waits for, worked out afresh after every step, and what each does when it passes.

An alarm speaks as a day begins in London: reminders before the date, `due` on it, `escalation` after it. A date that
must wholly pass first (a lapse, a possession date, days of grace) is due at the midnight that ends it.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from cases.alarms import next_alarm as next_alarm
from cases.events import DeadlinesChanged
from cases.facts import Facts
from cases.instants import end_of_day, start_of_day
from cases.stages import (
    claim,
    decision,
    hearing,
    holds,
    leaving,
    notice,
    order,
    preaction,
    warrant,
)
from cases.state import Alarm, CaseState, Deadline
from cases.waiting import Wait

DUE = "due"
ESCALATION = "escalation"


def required(state: CaseState, facts: Facts, as_at: datetime) -> tuple[Deadline, ...]:
    """Every date the case waits for now, alarms that have already spoken marked as fired.

    A reminder whose moment had passed before the date was known is left out; a date that has passed is not.
    """
    if state.closed is not None:
        return ()
    before = {d.id: d for d in state.deadlines}
    made = (_deadline(wait, facts, before.get(wait.id), as_at) for wait in _waits(state, facts, as_at))
    return tuple(sorted(made, key=lambda d: (d.date.on, d.id)))


def difference(state: CaseState, facts: Facts, as_at: datetime) -> DeadlinesChanged | None:
    """What has to change for the case to wait for the right dates; None when it already does."""
    before = {d.id: d for d in state.deadlines}
    now = {d.id: d for d in required(state, facts, as_at)}
    changed = tuple(d for d in now.values() if before.get(d.id) != d)
    cleared = tuple(sorted(before.keys() - now.keys()))
    return DeadlinesChanged(set=changed, cleared=cleared) if changed or cleared else None


def _waits(state: CaseState, facts: Facts, as_at: datetime) -> Iterator[Wait]:
    for stage in (preaction, notice, claim, hearing, order, warrant, holds, decision, leaving):
        yield from stage.waits(state, facts, as_at)


def _deadline(wait: Wait, facts: Facts, before: Deadline | None, as_at: datetime) -> Deadline:
    spoken = {(a.at, a.level) for a in before.alarms if a.fired} if before else set()
    known = {(a.at, a.level) for a in before.alarms} if before else set()
    alarms = tuple(
        Alarm(at=at, level=level, fired=(at, level) in spoken)
        for at, level in _moments(wait, facts)
        if at > as_at or (at, level) in known or level in (DUE, ESCALATION)
    )
    return Deadline(id=wait.id, kind=wait.kind, title=wait.title, date=wait.date, alarms=alarms, subject=wait.subject)


def _moments(wait: Wait, facts: Facts) -> list[tuple[datetime, str]]:
    on = wait.date.on
    remind = facts.policy.reminder_days if wait.remind is None else wait.remind
    moments = [(start_of_day(on - timedelta(days=n)), f"reminder-{n}") for n in remind if n > 0]
    due = end_of_day(on) if wait.after else start_of_day(on)
    moments.append((due, DUE))
    if wait.escalates:
        late = on + timedelta(days=max(1, facts.policy.escalate_after_days) + (1 if wait.after else 0))
        moments.append((start_of_day(late), ESCALATION))
    return sorted(set(moments))
