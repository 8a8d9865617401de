"""Rent periods and the earliest notice to quit, against a day-by-day search."""

from datetime import date, timedelta
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.errors import BadFact, NoAnchor
from law.periods import (
    RentPeriod,
    Unit,
    ntq_date,
    one_period_after,
    period_last_day_on_or_after,
    period_starting_on_or_after,
    period_starting_on_or_before,
)
from tests.law import slow

SHAPES: list[tuple[Unit, int]] = [
    ("week", 1),
    ("week", 2),
    ("week", 4),
    ("week", 3),
    ("month", 1),
    ("month", 2),
    ("quarter", 1),
    ("year", 1),
]
ANCHORS = st.dates(date(2024, 1, 1), date(2025, 12, 31))
SERVED = st.dates(date(2026, 1, 1), date(2029, 12, 31))
PERIODS = st.builds(lambda shape, anchor: RentPeriod(*shape, anchor), st.sampled_from(SHAPES), ANCHORS)


@given(SERVED, PERIODS)
def test_the_notice_to_quit_date_agrees_with_a_day_by_day_search(served: date, period: RentPeriod) -> None:
    told = ntq_date(served, period)
    assert (told.minimum.value, told.recommended.value) == slow.notice_to_quit(served, period)


@given(SERVED, PERIODS)
def test_it_is_never_too_early(served: date, period: RentPeriod) -> None:
    told = ntq_date(served, period)
    assert told.minimum.value >= served + timedelta(days=28)
    assert told.minimum.value >= one_period_after(period, served)
    assert told.recommended.value >= told.minimum.value


@given(SERVED, SERVED, PERIODS)
def test_later_service_never_gives_an_earlier_date(one: date, other: date, period: RentPeriod) -> None:
    first, second = (ntq_date(day, period) for day in sorted((one, other)))
    assert first.minimum.value <= second.minimum.value
    assert first.recommended.value <= second.recommended.value


@given(SERVED, PERIODS)
def test_any_first_day_of_a_period_is_as_good_an_anchor(served: date, period: RentPeriod) -> None:
    if period.anchor.day > 28:
        return  # a later short month would lose the agreement's day
    other = RentPeriod(period.unit, period.n, period.start(17))
    assert ntq_date(served, other).recommended.value == ntq_date(served, period).recommended.value


@given(SERVED, PERIODS)
def test_periods_lie_end_to_end(day: date, period: RentPeriod) -> None:
    start = period_starting_on_or_before(period, day)
    last = period_last_day_on_or_after(period, day)
    assert start <= day <= last
    assert period_starting_on_or_after(period, last + timedelta(days=1)) == last + timedelta(days=1)
    assert period_starting_on_or_after(period, start) == start


@given(st.dates(date(2020, 1, 1), date(2023, 12, 31)), PERIODS)
def test_days_before_the_anchor_have_periods_too(day: date, period: RentPeriod) -> None:
    assert period_starting_on_or_before(period, day) <= day <= period_last_day_on_or_after(period, day)


@pytest.mark.parametrize(
    ("unit", "n", "name"),
    [
        ("week", 1, "weekly"),
        ("week", 2, "fortnightly"),
        ("week", 4, "four-weekly"),
        ("week", 3, "every 3 weeks"),
        ("month", 1, "monthly"),
        ("month", 2, "every 2 months"),
        ("month", 3, "quarterly"),
        ("quarter", 1, "quarterly"),
        ("month", 12, "yearly"),
        ("year", 1, "yearly"),
        ("year", 2, "every 2 years"),
    ],
)
def test_a_period_has_a_name(unit: Unit, n: int, name: str) -> None:
    assert RentPeriod(unit, n, date(2026, 1, 5)).name == name


def test_the_agreement_may_ask_for_longer() -> None:
    weekly = RentPeriod("week", 1, date(2026, 1, 5))
    told = ntq_date(date(2026, 11, 20), weekly, contract_until=date(2027, 1, 1))
    assert told.minimum.value == date(2027, 1, 3)
    assert any(step.authority == "tenancy agreement" for step in told.minimum.steps)


def test_a_garage_needs_only_its_own_week() -> None:
    weekly = RentPeriod("week", 1, date(2026, 1, 5))
    told = ntq_date(date(2026, 11, 2), weekly, pea=False)
    assert (told.minimum.value, told.recommended.value) == (date(2026, 11, 9), date(2026, 11, 15))


def test_the_explanation_names_the_period_for_odd_lengths() -> None:
    told = ntq_date(date(2026, 1, 5), RentPeriod("month", 2, date(2026, 1, 1)))
    assert any(step.text.startswith("One period of 2 months") for step in told.minimum.steps)


def test_an_anchor_is_needed() -> None:
    with pytest.raises(NoAnchor):
        RentPeriod("week", 1, cast(Any, None))
    with pytest.raises(NoAnchor):
        ntq_date(date(2026, 1, 5), cast(Any, None))


def test_an_unknown_unit_is_refused() -> None:
    with pytest.raises(BadFact, match="Choose one of: week"):
        RentPeriod(cast(Any, "day"), 1, date(2026, 1, 5))


def test_a_count_that_ends_on_one_day_is_not_said_twice() -> None:
    told = ntq_date(date(2027, 2, 1), RentPeriod("month", 1, date(2026, 1, 1))).minimum
    assert [step.text for step in told.steps] == [
        "28 days after service is Monday 1 March 2027",
        "One month after service is Monday 1 March 2027",
        "Monday 1 March 2027 is the first day of a period, which is as good as the last day of the one before",
    ]
