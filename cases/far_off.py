"""Dates that nobody means: a year mistyped by a century or more is told at once, whatever the act."""

from datetime import date, datetime, timedelta

from cases.base import Value
from cases.instants import legal_day
from cases.refusals import Refusal
from law.explained import long_date

# A tenancy agreement on file may be as old as its tenant; a suspended order may run for twenty years.
PAST, AHEAD = 100, 30
_YEAR = timedelta(days=366)


def refuse(command: Value, today: date) -> tuple[Refusal, ...]:
    """A reason for each date of the command more than `PAST` years before today or more than `AHEAD` years after it."""
    found = []
    for field in type(command).model_fields:
        value = getattr(command, field)
        if not isinstance(value, date):
            continue
        day = _day(value)
        if today - PAST * _YEAR <= day <= today + AHEAD * _YEAR:
            continue
        where = f"more than {PAST} years ago" if day < today else f"more than {AHEAD} years ahead"
        says = f"{long_date(day)} is {where}."
        found.append(Refusal(code="far_off", says=says, mend="Check the year.", field=field))
    return tuple(found)


def _day(value: date) -> date:
    if not isinstance(value, datetime):
        return value
    # At the very ends of the calendar an instant has no day in London.
    return value.date() if value.year in (date.min.year, date.max.year) else legal_day(value)
