"""Business days in England and Wales, from a dated table that can be replaced without touching code (CPR 6.2(b))."""

from datetime import date, timedelta

from law.checks import need_date
from law.data import table
from law.errors import OutsideTables

_TABLE = table("bank_holidays.json")

TABLE_VERSION: str = _TABLE["version"]
TABLE_SOURCE: str = _TABLE["source"]
TABLE_BEGINS: date = date.fromisoformat(_TABLE["begins"])
TABLE_ENDS: date = date.fromisoformat(_TABLE["ends"])
BANK_HOLIDAYS: dict[date, str] = {date.fromisoformat(day): name for day, name in _TABLE["days"].items()}


def is_business_day(day: date) -> bool:
    """Whether the day is not a Saturday, Sunday, bank holiday, Good Friday or Christmas Day (CPR 6.2(b)).

    Raises OutsideTables when no bank holidays have been published for that year in our table.
    """
    need_date("day", day)
    if not TABLE_BEGINS <= day <= TABLE_ENDS:
        raise OutsideTables(
            "day",
            f"Bank holidays are known from {TABLE_BEGINS:%d/%m/%Y} to {TABLE_ENDS:%d/%m/%Y} only.",
            "Load a newer bank-holiday table.",
        )
    is_christmas_day = (day.month, day.day) == (12, 25)
    return day.weekday() < 5 and day not in BANK_HOLIDAYS and not is_christmas_day


def next_business_day(day: date) -> date:
    """The day itself if it is a business day, else the first one after it."""
    while not is_business_day(day):
        day += timedelta(days=1)
    return day


def previous_business_day(day: date) -> date:
    """The day itself if it is a business day, else the last one before it."""
    while not is_business_day(day):
        day -= timedelta(days=1)
    return day


def add_business_days(day: date, n: int) -> date:
    """The nth business day after the day (before it when n is negative), the day itself not counted."""
    pace = timedelta(days=1 if n > 0 else -1)
    for _ in range(abs(n)):
        day += pace
        while not is_business_day(day):
            day += pace
    return day


def closed_because(day: date) -> str:
    """Why the day is not a business day, in words; empty when it is one."""
    if is_business_day(day):
        return ""
    return BANK_HOLIDAYS.get(day) or {5: "a Saturday", 6: "a Sunday"}.get(day.weekday(), "Christmas Day")
