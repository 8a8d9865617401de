"""Counting rules: months, weeks and days as statutes count them, and CPR 2.8 in all its parts.

'From', 'after' and 'not less than' leave the first day out; 'beginning with' counts it as day one.
"""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

from law.calendar import add_business_days, next_business_day, previous_business_day
from law.checks import need_count, need_date
from law.errors import OutsideTables

SHORT_PERIOD_DAYS = 5  # CPR 2.8(4): up to this length only business days count


def _month_after(day: date, n: int) -> tuple[int, int]:
    months = day.year * 12 + day.month - 1 + n
    return months // 12, months % 12 + 1


def add_months(day: date, n: int) -> date:
    """The corresponding day n calendar months on (back when negative), or that month's last day if it has none.

    Dodds v Walker [1981] 1 WLR 1027: 30 September plus four months is 30 January.
    """
    need_date("day", day)
    year, month = _month_after(day, need_count("n", n, None))
    if not MINYEAR <= year <= MAXYEAR:
        raise OutsideTables("day", "So many months leave the calendar.", "Check the day and the number of months.")
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def months_beginning_last_day(day: date, n: int) -> date:
    """The last day of n months beginning with the day: the day before the corresponding day.

    Where the last month has no corresponding day, its own last day: six months beginning 31 March end on 30 September.
    """
    need_date("day", day)
    need_count("n", n)
    year, month = _month_after(day, n)
    if day.day > monthrange(year, month)[1]:
        return date(year, month, monthrange(year, month)[1])
    return date(year, month, day.day) - timedelta(days=1)


def days_beginning_last_day(day: date, n: int) -> date:
    """The last day of n days beginning with the day, which is day one."""
    need_date("day", day)
    return day + timedelta(days=need_count("n", n) - 1)


def weeks_beginning_last_day(day: date, n: int) -> date:
    """The last day of n weeks beginning with the day, which is day one."""
    return days_beginning_last_day(day, 7 * need_count("n", n))


def days_after(day: date, n: int) -> date:
    """The nth day after the day, which is left out."""
    need_date("day", day)
    return day + timedelta(days=need_count("n", n, 0))


def clear_days_after(day: date, n: int) -> date:
    """The first day on which an event leaves n clear days after the day: both ends left out."""
    return days_after(day, need_count("n", n, 0) + 1)


def clear_days_before(event: date, n: int) -> date:
    """The last day that leaves n clear days before the event: both ends left out."""
    need_date("event", event)
    return event - timedelta(days=need_count("n", n, 0) + 1)


def clear_days_between(day: date, event: date) -> int:
    """How many clear days lie between the two; negative one when they are the same day."""
    return (need_date("event", event) - need_date("day", day)).days - 1


def cpr_earliest_event(start: date, n: int) -> date:
    """The first day for an event at least n days after the start (CPR 2.8(2)-(4)).

    Five days or fewer count business days only. The day is not moved when it falls on a closed day.
    """
    if need_count("n", n) > SHORT_PERIOD_DAYS:
        return clear_days_after(start, n)
    return add_business_days(need_date("start", start), n) + timedelta(days=1)


def cpr_count_back(event: date, n: int) -> date:
    """The day the count gives for something due at least n clear days before an event (CPR 2.8(2)-(4))."""
    if need_count("n", n) > SHORT_PERIOD_DAYS:
        return clear_days_before(event, n)
    return add_business_days(need_date("event", event), -n) - timedelta(days=1)


def cpr_last_day_before(event: date, n: int) -> date:
    """The last day to act at least n clear days before an event: `cpr_count_back`, moved back to a business day."""
    return previous_business_day(cpr_count_back(event, n))


def cpr_within(start: date, n: int, at_court_office: bool = False) -> date:
    """The last day of a time of n days after the start (CPR 2.8(2)-(4)).

    With `at_court_office`, an act due on a day the office is shut is in time on the next day it is open (CPR 2.8(5)).
    """
    short = need_count("n", n) <= SHORT_PERIOD_DAYS
    last = add_business_days(need_date("start", start), n) if short else days_after(start, n)
    return next_business_day(last) if at_court_office else last
