"""Checks of facts at the law room's door."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from law.errors import BadFact, NotPence, OutsideTables

LONDON = ZoneInfo("Europe/London")
FIRST_YEAR, LAST_YEAR = 1000, 9000
MOST_COUNT = 50000  # of days, payments or months: more is a slip, and would leave the calendar
MOST_PENCE = 10**13


def need_date(field: str, value: object) -> date:
    """The value, if it is a calendar day and not an instant.

    Raises BadFact: an instant has no legal day until a time zone is chosen, so it is never cut down silently.
    Raises OutsideTables for a day so far off that counting from it would leave the calendar.
    """
    if isinstance(value, date) and not isinstance(value, datetime):
        if value.year > LAST_YEAR:
            raise OutsideTables(field, f"No day after the year {LAST_YEAR} is counted from.", "Check the year.")
        if value.year < FIRST_YEAR:
            raise OutsideTables(field, f"No day before the year {FIRST_YEAR} is counted from.", "Check the year.")
        return value
    raise BadFact(field, "A legal date is a calendar day.", "Give the day alone, without a time.")


def need_pence(field: str, value: object, least: int | None = 0) -> int:
    """The value, if it is a whole number of pence and not below `least`.

    Raises NotPence for floats, decimals and strings; BadFact when too small, or absurdly large either way.
    """
    if isinstance(value, bool) or not isinstance(value, int):
        raise NotPence(field, "Money is counted in whole pence.", "Give an integer number of pence.")
    if abs(value) > MOST_PENCE:
        raise BadFact(field, "No sum so large is counted.", "Check the figure.")
    if least is not None and value < least:
        raise BadFact(field, f"The sum may not be below {least} pence.", "Check the figure.")
    return value


def need_whole(field: str, value: object, least: int | None) -> int:
    """The value, if it is a whole number and not below `least`, however large. Raises BadFact."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise BadFact(field, "A whole number is needed.", "Check the number.")
    if least is not None and value < least:
        raise BadFact(field, f"A whole number of at least {least} is needed.", "Check the number.")
    return value


def need_count(field: str, value: object, least: int | None = 1) -> int:
    """The value, if it is a whole number to count by: not below `least`, not absurdly large. Raises BadFact."""
    number = need_whole(field, value, least)
    if abs(number) > MOST_COUNT:
        raise BadFact(field, f"No more than {MOST_COUNT:,} are counted.", "Check the number.")
    return number


def need_list(field: str, value: Any) -> tuple[Any, ...]:
    """The values, if several can be meant: a word or a number alone is refused, and an empty list is not.

    Raises BadFact.
    """
    if isinstance(value, list | tuple):
        return tuple(value)
    if isinstance(value, str | bytes) or not isinstance(value, Iterable):
        raise BadFact(field, "A list is needed.", "Give each one apart, in a list.")
    return tuple(value)


def need_one_of(field: str, value: str, allowed: Sequence[str]) -> str:
    """The value, if it is one of the allowed words. Raises BadFact, listing them."""
    if value in allowed:
        return value
    raise BadFact(field, f"'{value}' is not known here.", f"Choose one of: {', '.join(allowed)}.")


def london_day_and_minute(field: str, value: object) -> tuple[date, int | None]:
    """The London day of a step and its minute of the day (0-1439); None when only the day is known.

    An aware instant is turned to Europe/London; a naive one is taken as London clock time. Raises BadFact.
    """
    if isinstance(value, datetime):
        local = value.astimezone(LONDON) if value.tzinfo else value
        return local.date(), local.hour * 60 + local.minute
    return need_date(field, value), None
