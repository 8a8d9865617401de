"""The folds that every kind of case shares: an item put in its place, deadlines changed, an alarm that has spoken."""

from typing import Any

from cases.events import AlarmRaised, DeadlinesChanged
from cases.state import Deadline


def put(items: tuple[Any, ...], item: Any) -> tuple[Any, ...]:
    """The list with the item in the place of the one with its id, or at the end."""
    if any(old.id == item.id for old in items):
        return tuple(item if old.id == item.id else old for old in items)
    return (*items, item)


def with_changes(old: tuple[Deadline, ...], event: DeadlinesChanged) -> tuple[Deadline, ...]:
    """The deadlines after a change, by date."""
    kept = {d.id: d for d in old if d.id not in event.cleared}
    kept.update({d.id: d for d in event.set})
    return tuple(sorted(kept.values(), key=lambda d: (d.date.on, d.id)))


def fired(deadline: Deadline, event: AlarmRaised) -> Deadline:
    """The deadline, its alarm of that instant and level marked as spoken."""
    if deadline.id != event.deadline_id:
        return deadline
    alarms = tuple(
        a.model_copy(update={"fired": True}) if (a.at, a.level) == (event.due, event.level) else a
        for a in deadline.alarms
    )
    return deadline.model_copy(update={"alarms": alarms})
