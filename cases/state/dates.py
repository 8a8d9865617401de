"""Reminders and deadlines."""

from cases.base import ExplainedDate, Instant, Value


class Alarm(Value):
    """One moment at which a deadline speaks: a reminder to somebody, or the deadline itself."""

    at: Instant
    level: str
    fired: bool = False


class Deadline(Value):
    """A date the case waits for. `alarms` are in time order: `reminder-n` days before, `due` at the date itself (at its
    end, where the day must wholly pass), `escalation` after it."""

    id: str
    kind: str
    title: str
    date: ExplainedDate
    alarms: tuple[Alarm, ...]
    subject: str = ""
