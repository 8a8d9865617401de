"""Business days in England and Wales, from a dated table that can be replaced without touching code (CPR 6.2(b))."""

from datetime import date, timedelta
from typing import Literal

from law.checks import need_count, need_date
from law.data import table
from law.errors import OutsideTables
from law.explained import long_date

_TABLE = table("bank_holidays.json")

TABLE_VERSION: str = _TABLE["version"]
TABLE_SOURCE: str = _TABLE["source"]
TABLE_BEGINS: date = date.fromisoformat(_TABLE["begins"])
TABLE_ENDS: date = date.fromisoformat(_TABLE["ends"])
BANK_HOLIDAYS: dict[date, str] = {date.fromisoformat(day): name for day, name in _TABLE["days"].items()}

NEAR_DAYS = 60  # how near the end of the table a count may come before it is said
SOON_DAYS = 366  # how long before its end people are told: a hearing and what follows it reach a year ahead


def table_ends() -> date:
    """The last day whose bank holidays are known: a count past it cannot see them, so load a newer table before."""
    return TABLE_ENDS


def cautions(reached: date) -> tuple[str, ...]:
    """What to say of a count that reached that day: nothing, or one sentence where the table ends near or before it."""
    left = (TABLE_ENDS - need_date("reached", reached)).days
    if left >= NEAR_DAYS:
        return ()
    ends = f"The table of bank holidays ends on {long_date(TABLE_ENDS)}"
    if left < 0:
        return (f"{ends}, before {long_date(reached)}: only weekends and Christmas Day were seen, so check that day.",)
    when = "that very day" if not left else f"{left} {'day' if left == 1 else 'days'} after {long_date(reached)}"
    return (f"{ends}, {when}: load the next one before counting further.",)


def ends_soon(today: date, within_days: int = SOON_DAYS) -> str:
    """One sentence where the table of bank holidays ends within so many days of that day; empty while it does not."""
    left = (TABLE_ENDS - need_date("today", today)).days
    if left > within_days:
        return ""
    if left < 0:
        return f"The table of bank holidays ended on {long_date(TABLE_ENDS)}: no date after it can be relied on."
    when = "today" if not left else f"in {left} {'day' if left == 1 else 'days'}"
    return (
        f"The table of bank holidays ends {when}, on {long_date(TABLE_ENDS)}: dates beyond it are counted without it."
    )


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
    return not _seen_closed(day)


def _seen_closed(day: date) -> bool:
    return day.weekday() >= 5 or day in BANK_HOLIDAYS or (day.month, day.day) == (12, 25)


def settle(day: date, pace: Literal[1, -1]) -> date:
    """The day itself or the first open one after it (before it when the pace is -1), past the table's end too.

    There only weekends and Christmas Day are seen, and `cautions` must go with the answer. Raises OutsideTables for a
    day before the table begins.
    """
    need_date("day", day)
    while _seen_closed(day) if day > TABLE_ENDS else not is_business_day(day):
        day += timedelta(days=pace)
    return day


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
    need_date("day", day)
    pace = timedelta(days=1 if need_count("n", n, None) > 0 else -1)
    for _ in range(abs(n)):
        day += pace
        while not is_business_day(day):
            day += pace
    return day


def closed_because(day: date) -> str:
    """Why the day is not a business day, in words; empty when it is one."""
    if not _seen_closed(need_date("day", day)):
        return ""
    named = BANK_HOLIDAYS.get(day, "")
    if "holiday" in named.lower():
        return "the " + named.replace("Bank ", "bank ")
    return named or {5: "a Saturday", 6: "a Sunday"}.get(day.weekday(), "Christmas Day")
