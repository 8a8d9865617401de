"""Stored cases of earlier numbers, brought to the shape of today, step by step, before they are read.

Most changes need nothing here: models gain optional fields, and what lacks them is read with their defaults. A change
that cannot be said so (a field renamed, split or meant otherwise) raises the schema number and puts a function here
that turns JSON of the number before into JSON of the next. It runs wherever a stored case is read: the snapshot, the
opening event, what a workflow carries over. Functions are pure, and are never changed once released.

Events carry no number: they are sealed as they were written. An item inside one keeps its old shape for ever, so a
function for items must know the shape itself, and leave a new one alone; it stands in `ITEMS` by the event's kind.
"""

from collections.abc import Callable, Mapping
from typing import Any

Json = dict[str, Any]
Step = Callable[[Json], Json]

POSSESSION: dict[int, Step] = {}
"""From the number that stands before the arrow to the next, for possession cases."""

MONEY: dict[int, Step] = {}
"""The same for money cases."""

ITEMS: dict[str, Step] = {}
"""By the kind of event: from any older shape of its JSON to that of today; today's comes out as it went in."""

NUMBER = "schema_number"


class NoWayUp(ValueError):
    """A stored case has a number from which no function leads on; the text names the number only."""


def to_today(stored: Any, steps: Mapping[int, Step], today: int) -> Any:
    """The stored JSON in the shape of number `today`; anything but JSON of an earlier number comes back as it is.

    What was written before numbers were kept counts as number 1. A later number is left alone: an older worker reads
    what it knows of a newer record. Raises NoWayUp.
    """
    if not isinstance(stored, dict):
        return stored
    number = stored.get(NUMBER, 1)
    while isinstance(number, int) and number < today:
        if number not in steps:
            raise NoWayUp(f"a stored case has number {number}, and no function leads on from it")
        number += 1
        stored = {**steps[number - 1](stored), NUMBER: number}
    return stored


def event(stored: Any) -> Any:
    """An event's JSON in the shape of today."""
    step = ITEMS.get(stored.get("kind", "")) if isinstance(stored, dict) else None
    return step(stored) if step else stored
