"""Setting alarms to the dates that a case of any kind waits for.

An alarm speaks as a day begins in London: reminders before the date, `due` on it, `escalation` after it. A date that
must wholly pass first (a lapse, a possession date, days of grace) is due at the midnight that ends it.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from cases.events import DeadlinesChanged
from cases.facts import Policy
from cases.instants import end_of_day, start_of_day
from cases.state import Alarm, DateMoved, Deadline
from cases.waiting import Wait
from law.explained import long_date

DUE = "due"
ESCALATION = "escalation"
# Each alarm has an instant of its own, so the second person is told a moment after the first.
TOGETHER = timedelta(minutes=1)


def deadlines(
    waits: Iterable[Wait], before: Iterable[Deadline], policy: Policy, as_at: datetime
) -> tuple[Deadline, ...]:
    """A deadline for each wait, alarms that have already spoken marked as fired.

    A reminder whose moment had passed before the date was known is left out; a date that has passed is not.
    """
    known = {d.id: d for d in before}
    made = (_deadline(wait, policy, known.get(wait.id), as_at) for wait in waits)
    return tuple(sorted(made, key=lambda d: (d.date.on, d.id)))


def difference(before: Iterable[Deadline], now: Iterable[Deadline]) -> DeadlinesChanged | None:
    """What has to change from one set of deadlines to another; None when they are the same."""
    old, new = {d.id: d for d in before}, {d.id: d for d in now}
    changed = tuple(d for d in new.values() if old.get(d.id) != d)
    cleared = tuple(sorted(old.keys() - new.keys()))
    return DeadlinesChanged(set=changed, cleared=cleared) if changed or cleared else None


def moved(before: Iterable[Deadline], now: Iterable[Deadline]) -> Iterator[DateMoved]:
    """What is waited for on another day, is waited for no more, or is new, each with both explanations."""
    old, new = {d.id: d for d in before}, {d.id: d for d in now}
    for wanted in dict.fromkeys((*old, *new)):
        was, is_now = old.get(wanted), new.get(wanted)
        either = is_now or was
        if either is None or (was and is_now and was.date.on == is_now.date.on):
            continue
        yield DateMoved(
            subject=either.subject,
            title=either.title,
            old=was.date if was else None,
            new=is_now.date if is_now else None,
        )


def told(dates: Sequence[DateMoved]) -> str:
    """The dates that moved as a sentence, each with the old day and the new one."""
    return "; ".join(
        f"{one.title}: {long_date(one.old.on) if one.old else 'none'} becomes "
        f"{long_date(one.new.on) if one.new else 'none'}"
        for one in dates
    )


def struck_out(wanted: str, began: str) -> str:
    """What is told of a hold recorded by mistake; `began` is its first day in words."""
    return f"{wanted}, recorded from {began}, is struck out: it never happened"


def _deadline(wait: Wait, policy: Policy, before: Deadline | None, as_at: datetime) -> Deadline:
    spoken = {(a.at, a.level) for a in before.alarms if a.fired} if before else set()
    known = {(a.at, a.level) for a in before.alarms} if before else set()
    alarms = tuple(
        Alarm(at=at, level=level, fired=(at, level) in spoken)
        for at, level in _moments(wait, policy)
        if at > as_at or (at, level) in known or level in (DUE, ESCALATION)
    )
    return Deadline(id=wait.id, kind=wait.kind, title=wait.title, date=wait.date, alarms=alarms, subject=wait.subject)


def _moments(wait: Wait, policy: Policy) -> list[tuple[datetime, str]]:
    on = wait.date.on
    remind = policy.reminder_days if wait.remind is None else wait.remind
    moments = [(start_of_day(on - timedelta(days=n)), f"reminder-{n}") for n in remind if n > 0]
    due = wait.at or (end_of_day(on) if wait.after else start_of_day(on))
    moments.append((due, DUE))
    if wait.at is not None and wait.escalates:
        moments.append((wait.at + TOGETHER, ESCALATION))
    elif wait.escalates:
        late = on + timedelta(days=max(1, policy.escalate_after_days) + (1 if wait.after else 0))
        moments.append((start_of_day(late), ESCALATION))
    return sorted(set(moments))
