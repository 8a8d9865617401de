"""Months, weeks, clear days and CPR 2.8, against a slow reference and the rules' own examples."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.calendar import TABLE_BEGINS, TABLE_ENDS, is_business_day
from law.counting import (
    add_months,
    clear_days_after,
    clear_days_before,
    clear_days_between,
    cpr_count_back,
    cpr_earliest_event,
    cpr_last_day_before,
    cpr_within,
    days_after,
    days_beginning_last_day,
    months_beginning_last_day,
    weeks_beginning_last_day,
)
from law.errors import BadFact
from tests.law import slow

ANY_DAY = st.dates(date(2000, 1, 1), date(2060, 12, 31))
IN_TABLE = st.dates(TABLE_BEGINS + timedelta(days=60), TABLE_ENDS - timedelta(days=60))
MONTHS = st.integers(1, 80)


@given(ANY_DAY, MONTHS)
def test_months_agree_with_the_slow_count(day: date, n: int) -> None:
    assert add_months(day, n) == slow.corresponding(day, n)
    assert months_beginning_last_day(day, n) == slow.months_beginning(day, n)


@given(ANY_DAY, MONTHS)
def test_a_month_never_skips_a_month(day: date, n: int) -> None:
    later = add_months(day, n)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == n


@given(ANY_DAY, ANY_DAY, MONTHS)
def test_months_never_run_backwards(one: date, other: date, n: int) -> None:
    first, second = sorted((one, other))
    assert add_months(first, n) <= add_months(second, n)
    assert months_beginning_last_day(first, n) <= months_beginning_last_day(second, n)


@given(ANY_DAY, MONTHS)
def test_counting_back_then_on_never_overshoots(day: date, n: int) -> None:
    assert add_months(add_months(day, -n), n) <= day


@given(ANY_DAY, MONTHS)
def test_beginning_with_ends_no_later_than_the_corresponding_day(day: date, n: int) -> None:
    assert add_months(day, n) - months_beginning_last_day(day, n) in (timedelta(0), timedelta(days=1))


@given(ANY_DAY, st.integers(1, 60))
def test_weeks_are_sevens_of_days(day: date, n: int) -> None:
    assert weeks_beginning_last_day(day, n) == days_beginning_last_day(day, 7 * n)
    assert (days_beginning_last_day(day, n) - day).days == n - 1


@given(ANY_DAY, st.integers(0, 90))
def test_clear_days_are_the_same_from_both_ends(day: date, n: int) -> None:
    event = clear_days_after(day, n)
    assert clear_days_before(event, n) == day
    assert clear_days_between(day, event) == slow.clear_days(day, event) == n


@given(IN_TABLE, st.integers(1, 5))
def test_short_periods_count_business_days_only(day: date, n: int) -> None:
    event = cpr_earliest_event(day, n)
    between = [day + timedelta(days=k) for k in range(1, (event - day).days)]
    assert sum(is_business_day(each) for each in between) == n


@given(IN_TABLE, st.integers(1, 30))
def test_counting_back_leaves_the_clear_days(event: date, n: int) -> None:
    counted, last = cpr_count_back(event, n), cpr_last_day_before(event, n)
    between = [counted + timedelta(days=k) for k in range(1, (event - counted).days)]
    assert sum(is_business_day(each) or n > 5 for each in between) == n
    assert last <= counted
    assert is_business_day(last)


@given(IN_TABLE, st.integers(1, 30))
def test_the_court_office_only_ever_gives_more_time(start: date, n: int) -> None:
    plain, at_court = cpr_within(start, n), cpr_within(start, n, at_court_office=True)
    assert at_court >= plain
    assert is_business_day(at_court)


@pytest.mark.parametrize(
    ("day", "n", "expected"),
    [
        (date(2026, 9, 30), 4, date(2027, 1, 30)),  # Dodds v Walker [1981] 1 WLR 1027
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2027, 3, 31), -6, date(2026, 9, 30)),
    ],
)
def test_corresponding_days(day: date, n: int, expected: date) -> None:
    assert add_months(day, n) == expected


@pytest.mark.parametrize(
    ("day", "n", "expected"),
    [
        (date(2026, 3, 31), 12, date(2027, 3, 30)),
        (date(2027, 3, 31), 6, date(2027, 9, 30)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 3, 1), 1, date(2026, 3, 31)),
    ],
)
def test_months_beginning_with_a_day(day: date, n: int, expected: date) -> None:
    assert months_beginning_last_day(day, n) == expected


def test_a_count_must_be_a_whole_number() -> None:
    with pytest.raises(BadFact, match="whole number"):
        days_beginning_last_day(date(2026, 1, 1), 0)
    with pytest.raises(BadFact):
        clear_days_after(date(2026, 1, 1), True)


@pytest.mark.parametrize(
    ("n", "last"),
    [
        (5, date(2027, 1, 4)),  # five or fewer: 24, 29, 30, 31 December and 4 January
        (6, date(2026, 12, 29)),
    ],
)
def test_the_fifth_day_is_where_short_periods_end(n: int, last: date) -> None:
    assert cpr_within(date(2026, 12, 23), n) == last


def test_nought_days_is_allowed_where_a_count_may_be_empty() -> None:
    assert clear_days_between(date(2026, 1, 5), clear_days_after(date(2026, 1, 5), 0)) == 0
    assert days_after(date(2026, 1, 5), 0) == date(2026, 1, 5)
