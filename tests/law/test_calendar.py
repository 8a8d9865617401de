"""Business days, cross-checked with two independent lists of bank holidays."""

from datetime import UTC, date, datetime, timedelta

import govuk_bank_holidays.bank_holidays as govuk
import holidays
import pytest

from law import calendar
from law.errors import BadFact, OutsideTables

YEARS = range(calendar.TABLE_BEGINS.year, calendar.TABLE_ENDS.year + 1)


def test_the_table_is_the_government_s_own_list() -> None:
    theirs = govuk.BankHolidays(use_cached_holidays=True).get_holidays(govuk.BankHolidays.ENGLAND_AND_WALES)
    assert set(calendar.BANK_HOLIDAYS) == {day["date"] for day in theirs if day["date"].year in YEARS}


@pytest.mark.parametrize("year", YEARS)
def test_business_days_agree_with_the_holidays_package(year: int) -> None:
    closed = holidays.country_holidays("GB", subdiv="ENG", years=year)
    day = date(year, 1, 1)
    while day.year == year:
        assert calendar.is_business_day(day) == (day.weekday() < 5 and day not in closed), day
        day += timedelta(days=1)


def test_christmas_2027_is_closed_twice_over() -> None:
    assert [d for d in range(20, 32) if calendar.is_business_day(date(2027, 12, d))] == [20, 21, 22, 23, 24, 29, 30, 31]


def test_scotland_s_world_cup_day_is_a_business_day_here() -> None:
    assert calendar.is_business_day(date(2026, 6, 15))


def test_a_day_beyond_the_table_is_refused_not_guessed() -> None:
    for day in (calendar.TABLE_BEGINS - timedelta(days=1), calendar.TABLE_ENDS + timedelta(days=1)):
        with pytest.raises(OutsideTables) as refused:
            calendar.is_business_day(day)
        assert refused.value.mend == "Load a newer bank-holiday table."


def test_an_instant_is_not_a_day() -> None:
    with pytest.raises(BadFact):
        calendar.is_business_day(datetime(2026, 1, 5, tzinfo=UTC))


def test_stepping_over_closed_days() -> None:
    assert calendar.next_business_day(date(2026, 12, 25)) == date(2026, 12, 29)
    assert calendar.previous_business_day(date(2026, 12, 28)) == date(2026, 12, 24)
    assert calendar.add_business_days(date(2026, 12, 24), 2) == date(2026, 12, 30)
    assert calendar.add_business_days(date(2026, 12, 30), -2) == date(2026, 12, 24)
    assert calendar.add_business_days(date(2026, 12, 25), 0) == date(2026, 12, 25)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 11, 23), ""),
        (date(2026, 11, 21), "a Saturday"),
        (date(2026, 11, 22), "a Sunday"),
        (date(2026, 12, 28), "Boxing Day (substitute)"),
    ],
)
def test_a_closed_day_says_why(day: date, why: str) -> None:
    assert calendar.closed_because(day) == why
