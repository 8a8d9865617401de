"""The counting rules again, written to be obviously right rather than quick: one day or one month at a time."""

from datetime import date, timedelta

from law.periods import RentPeriod

ONE = timedelta(days=1)


def month_later(day: date) -> tuple[int, int]:
    """The (year, month) that follows the day's month."""
    return (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)


def days_in(year: int, month: int) -> int:
    """Days in a month, found by walking to its end."""
    day = date(year, month, 1)
    while (day + ONE).month == month:
        day += ONE
    return day.day


def corresponding(day: date, n: int) -> date:
    """The corresponding day n months on, month by month; the last day of a month that has none."""
    year, month = day.year, day.month
    for _ in range(n):
        year, month = month_later(date(year, month, 1))
    return date(year, month, min(day.day, days_in(year, month)))


def months_beginning(day: date, n: int) -> date:
    """The last day of n months beginning with the day: the last one before day n+1 of the months would begin."""
    year, month = day.year, day.month
    for _ in range(n):
        year, month = month_later(date(year, month, 1))
    if days_in(year, month) < day.day:
        return date(year, month, days_in(year, month))
    last = date(year, month, 1)
    while last.day != day.day:
        last += ONE
    return last - ONE


def starts_near(period: RentPeriod, until: date) -> set[date]:
    """Every first day of a period from the anchor on, to past the day; the anchor must come first."""
    starts, k = {period.anchor}, 0
    while max(starts) <= until:
        k += 1
        if period.unit == "week":
            starts.add(period.anchor + 7 * k * period.n * ONE)
        else:
            starts.add(corresponding(period.anchor, k * period.n * {"month": 1, "quarter": 3, "year": 12}[period.unit]))
    return starts


def notice_to_quit(served: date, period: RentPeriod) -> tuple[date, date]:
    """(earliest, last-day) expiry: tries each day after service until all three conditions hold."""
    starts = starts_near(period, served + 900 * ONE)
    if period.unit == "week":
        whole = served + 7 * period.n * ONE
    else:
        months = period.n * {"month": 1, "quarter": 3, "year": 12}[period.unit]
        whole = corresponding(served, min(months, 6) if months >= 12 else months)
    earliest = None
    day = served
    while True:
        day += ONE
        if (day - served).days < 28 or day < whole:
            continue
        is_last = day + ONE in starts
        if earliest is None and (is_last or day in starts):
            earliest = day
        if is_last and earliest is not None:
            return earliest, day


def clear_days(start: date, event: date) -> int:
    """Days strictly between two days, counted one by one."""
    day, count = start + ONE, 0
    while day < event:
        count, day = count + 1, day + ONE
    return count
