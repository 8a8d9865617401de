"""The day and the hour of an eviction: when bailiffs come."""

from datetime import time
from typing import Any

from cases.commands import BookEviction
from cases.gates import Gate, Question
from law.calendar import closed_because
from law.explained import long_date

BOOK = ("book_eviction",)
HOURS = (time(6), time(21))
_SATURDAY = 5


def _hour(q: Question[BookEviction]) -> str | None:
    at: time = q.command.at
    return None if HOURS[0] <= at <= HOURS[1] else f"{at:%H:%M} is no hour at which bailiffs evict."


def _day(q: Question[BookEviction]) -> str | None:
    on = q.command.on
    why = closed_because(on)
    if not why or on.weekday() == _SATURDAY or q.command.day_confirmed:
        return None
    named = "" if why.split()[-1] in long_date(on) else f", {why}"
    return f"Bailiffs do not usually come on {long_date(on)}{named}."


GATES: tuple[Gate[Any], ...] = (
    Gate("hour_wrong", BOOK, "Would bailiffs come then?", _hour, "Check the hour that they gave.", field="at"),
    Gate(
        "closed_day",
        BOOK,
        "Do bailiffs come on such a day?",
        _day,
        "Check the notice of appointment; if it does name that day, say so.",
        "County Court practice; no rule held here names the days (CPR 83)",
        "C",
        "on",
    ),
)
