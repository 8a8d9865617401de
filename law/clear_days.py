"""CPR 2.8 by itself: the first day for an event, the last day before one, and the last day of a time, with reasons."""

from datetime import date

from law.calendar import closed_because, settle
from law.checks import need_count, need_date
from law.counting import SHORT_PERIOD_DAYS, cpr_count_back, cpr_earliest_event, cpr_within
from law.explained import Explained, Step, long_date
from law.rules import explain

_BUSINESS = "CPR 2.8(4)"
_CLEAR = "CPR 2.8(2)-(3)"


def earliest_event(start: date, days: int) -> Explained[date]:
    """The first day for an event at least that many clear days after the start; not moved off a closed day.

    Five days or fewer count business days only (CPR 2.8(2)-(4)). Raises BadFact, OutsideTables.
    """
    day = cpr_earliest_event(start, need_count("days", days))
    step = Step(f"{_words(days)} after it leave {long_date(day)}", _cite(days), day)
    return explain("clear_days_after", day, f"From {long_date(need_date('start', start))}", step, on=start)


def last_day_before(event: date, days: int) -> Explained[date]:
    """The last day to serve or file at least that many clear days before an event, on a business day (CPR 2.8, 6.2)."""
    counted = cpr_count_back(event, need_count("days", days))
    steps = [Step(f"{_words(days)} before it leave {long_date(counted)}", _cite(days), counted)]
    day = settle(counted, -1)
    if day != counted:
        words = f"That is {closed_because(counted)}, so the business day before: {long_date(day)}"
        steps.append(Step(words, "CPR 6.2(b)", day))
    return explain("clear_days_before", day, f"Event on {long_date(event)}", *steps, on=event)


def last_day_within(start: date, days: int, *, at_court_office: bool = False) -> Explained[date]:
    """The last day of a time of that many days after the start, whose own day is left out (CPR 2.8(2)-(4)).

    An act at the court office due on a day it is shut is in time on the next open day (CPR 2.8(5)).
    """
    counted = cpr_within(start, need_count("days", days))
    short = days <= SHORT_PERIOD_DAYS
    words = f"{days} {'business ' if short else ''}day{'' if days == 1 else 's'} after it"
    steps = [Step(f"{words}, its own day left out: {long_date(counted)}", _cite(days), counted)]
    day = settle(counted, 1) if at_court_office else counted
    if day != counted:
        why = f"The court office is shut ({closed_because(counted)}), so {long_date(day)}"
        steps.append(Step(why, "CPR 2.8(5)", day))
    return explain("time_within", day, f"From {long_date(start)}", *steps, on=start)


def _words(days: int) -> str:
    kind = "clear business" if days <= SHORT_PERIOD_DAYS else "clear"
    return f"{days} {kind} day{'' if days == 1 else 's'}"


def _cite(days: int) -> str:
    return _BUSINESS if days <= SHORT_PERIOD_DAYS else _CLEAR
