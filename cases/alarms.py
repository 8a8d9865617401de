"""Alarms as the state holds them; no law is needed to read them."""

from collections.abc import Iterable

from cases.state import Alarm, Deadline


def next_alarm(deadlines: Iterable[Deadline]) -> tuple[Deadline, Alarm] | None:
    """The nearest alarm that has not spoken, with its deadline."""
    waiting = [
        (alarm.at, deadline.id, deadline, alarm)
        for deadline in deadlines
        for alarm in deadline.alarms
        if not alarm.fired
    ]
    if not waiting:
        return None
    _, _, deadline, alarm = min(waiting, key=lambda found: found[:2])
    return deadline, alarm
