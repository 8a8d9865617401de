"""A second statement of the counting rules that uses nothing of the law room: days are tried one by one.

Bank holidays come from the general rules (Banking and Financial Dealings Act 1971; Easter by the Gregorian computus),
not from our table, so a wrong table shows as a difference too. Holds for 2025 to 2028, years without one-off days.
Rent periods are `(unit, n, anchor)`.
"""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction

ONE = timedelta(days=1)
Period = tuple[str, int, date]
MONTHS_IN = {"month": 1, "quarter": 3, "year": 12}


def easter_sunday(year: int) -> date:
    """Easter Day by the anonymous Gregorian computus."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month = (h + m - 7 * n + 114) // 31
    return date(year, month, (h + m - 7 * n + 114) % 31 + 1)


def holidays(year: int) -> set[date]:
    """Bank and common-law holidays of England and Wales, with a substitute for each that falls on a weekend."""
    easter = easter_sunday(year)
    found = {easter - 2 * ONE, easter + ONE}
    for fixed in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        while fixed.weekday() >= 5 or fixed in found:
            fixed += ONE
        found.add(fixed)
    found.add(min(d for d in days_of(year, 5) if d.weekday() == 0))
    found.add(max(d for d in days_of(year, 5) if d.weekday() == 0))
    found.add(max(d for d in days_of(year, 8) if d.weekday() == 0))
    return found


def days_of(year: int, month: int) -> list[date]:
    """Every day of a month."""
    day, found = date(year, month, 1), []
    while day.month == month:
        found.append(day)
        day += ONE
    return found


def is_open(day: date) -> bool:
    """A business day (CPR 6.2(b))."""
    return day.weekday() < 5 and day not in holidays(day.year) and (day.month, day.day) != (12, 25)


def first(day: date, good: Callable[[date], bool], step: timedelta = ONE) -> date:
    """The first day from this one, itself included, that is good."""
    while not good(day):
        day += step
    return day


def nth_open(day: date, n: int) -> date:
    """The nth business day after the day."""
    for _ in range(n):
        day = first(day + ONE, is_open)
    return day


def between(start: date, end: date, counts: Callable[[date], bool] = lambda day: True) -> int:
    """How many days strictly between the two count."""
    found, day = 0, start + ONE
    while day < end:
        found, day = found + counts(day), day + ONE
    return found


def latest_before(event: date, clear: int) -> date:
    """The last day with so many clear days before the event; of five or fewer only business days count (CPR 2.8)."""
    counts = is_open if clear <= 5 else (lambda day: True)
    return first(event - ONE, lambda day: between(day, event, counts) >= clear, -ONE)


def earliest_after(start: date, clear: int) -> date:
    """The first day that leaves so many clear days after the start."""
    return first(start + ONE, lambda day: between(start, day) >= clear)


def last_open(day: date) -> date:
    """The day, or the business day before it."""
    return first(day, is_open, -ONE)


def months_on(day: date, n: int) -> date:
    """The corresponding day n months on or back, else that month's last (Dodds v Walker)."""
    year, month = day.year, day.month
    for _ in range(abs(n)):
        month += 1 if n > 0 else -1
        if month in (0, 13):
            year, month = (year - 1, 12) if month == 0 else (year + 1, 1)
    in_month = days_of(year, month)
    return in_month[day.day - 1] if day.day <= len(in_month) else in_month[-1]


def months_beginning(day: date, n: int) -> date:
    """The last day of n months beginning with the day."""
    target = months_on(day, n)
    return target - ONE if target.day == day.day else target


def period_starts(period: Period, until: date) -> set[date]:
    """First days of periods from the anchor on, to well past the day."""
    unit, n, anchor = period
    found, k = {anchor}, 0
    while max(found) <= until:
        k += 1
        found.add(anchor + 7 * n * k * ONE if unit == "week" else months_on(anchor, k * n * MONTHS_IN[unit]))
    return found


def notice_to_quit(served: date, period: Period, pea: bool = True) -> tuple[date, date]:
    """(earliest, last day of a period): 28 days, one whole period, and a period's last or following first day."""
    unit, n, _ = period
    starts = period_starts(period, served + 800 * ONE)
    months = n * MONTHS_IN.get(unit, 0)
    whole = months_on(served, min(months, 6) if months >= 12 else months) if months else served + 7 * n * ONE

    def late_enough(day: date) -> bool:
        return day >= whole and (not pea or (day - served).days >= 28)

    earliest = first(served + ONE, lambda day: late_enough(day) and (day in starts or day + ONE in starts))
    return earliest, first(earliest, lambda day: day + ONE in starts)


def section_8(served: date, period: Period, grounds: list[str]) -> date:
    """The earliest date for a periodic tenancy of social housing: HA 1988 s.8(3A)-(4B)."""
    if "7A" in grounds:
        return notice_to_quit(served, period)[0]
    if "14" in grounds:
        return served
    if {"1", "2", "5", "6", "7", "9", "16"} & set(grounds):
        return max(months_on(served, 2), notice_to_quit(served, period)[0])
    return served + 14 * ONE


def section_8_new(served: date, length: str) -> date:
    """The day after a period beginning with service: HA 1988 s.8(4AA) as amended."""
    n, unit = int(length.split()[0]), length.split()[1]
    return (served + (7 * n - 1) * ONE if unit == "weeks" else months_beginning(served, n)) + ONE


def ground_8(rent: int, weeks_or_months: Fraction) -> int:
    """The smallest whole number of pence that is at least so many periods' rent."""
    pence = 0
    while pence < rent * weeks_or_months:
        pence += 1
    return pence
