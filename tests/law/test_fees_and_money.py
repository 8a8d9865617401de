"""Fees by their day, and sums in whole pence."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law import fees, money, statistics
from law.errors import BadFact, NotPence
from law.explained import Confidence
from law.periods import RentPeriod

ANCHOR = date(2026, 1, 5)


@pytest.mark.parametrize(
    ("kind", "on", "pence"),
    [
        ("claim", date(2014, 4, 21), 17500),
        ("claim", date(2025, 4, 7), 39100),
        ("claim", date(2025, 4, 8), 40400),
        ("claim", date(2026, 7, 12), 40400),
        ("claim", date(2026, 7, 13), 41500),
        ("warrant", date(2026, 7, 12), 14800),
        ("warrant", date(2026, 7, 13), None),
        ("suspend_warrant", date(2026, 1, 1), None),
        ("application_notice", date(2026, 11, 22), 32100),
        ("application_consent", date(2026, 11, 22), 12600),
    ],
)
def test_the_fee_of_the_day(kind: Any, on: date, pence: int | None) -> None:
    told = fees.fee(kind, on)
    assert told.value == pence
    if pence is None:
        assert told.confidence is Confidence.C
        assert "to be confirmed" in told.sentence()


def test_rows_of_fees_are_in_the_order_of_their_days() -> None:
    for rows in fees.FEES.values():
        starts = [row.start or date.min for row in rows]
        assert starts == sorted(starts)


def test_adjourning_by_consent_is_free_a_fortnight_ahead() -> None:
    on = date(2026, 11, 22)
    assert fees.adjournment_fee(on, on + timedelta(days=14), True).value == 0
    assert fees.adjournment_fee(on, on + timedelta(days=13), True).value == 12600
    assert fees.adjournment_fee(on, on + timedelta(days=40), False).value == 32100


@pytest.mark.parametrize(
    ("claimed", "fee"),
    [
        (30000, 3500),
        (30001, 5000),
        (100000, 7000),
        (1000000, 45500),
        (1000001, 50001),
        (20000000, 1000000),
        (20000001, 1000000),
    ],
)
def test_a_money_claim_pays_by_its_band(claimed: int, fee: int) -> None:
    assert fees.money_claim_fee(claimed).value == fee


@pytest.mark.parametrize(
    ("unit", "n", "rent", "pcs", "yearly"),
    [
        ("week", 1, 11842, 1692, 1687),
        ("week", 2, 23684, 1692, 1687),
        ("week", 4, 47368, 1692, 1687),
        ("month", 1, 61250, 2012, 2014),
        ("month", 2, 122500, 2012, 2014),
        ("quarter", 1, 183750, 2014, 2014),
        ("year", 1, 735000, 2014, 2014),
    ],
)
def test_a_daily_rate_by_each_convention(unit: Any, n: int, rent: int, pcs: int, yearly: int) -> None:
    period = RentPeriod(unit, n, ANCHOR)
    assert money.daily_rate(rent, period).value == pcs
    assert money.daily_rate(rent, period, "annual_365").value == yearly


def test_rent_free_weeks_lower_the_yearly_rate() -> None:
    weekly = RentPeriod("week", 1, ANCHOR)
    assert money.daily_rate(12000, weekly, "annual_365", rent_weeks=48).value == 1578


@given(st.integers(0, 10**7), st.dates(ANCHOR, date(2030, 1, 1)), st.integers(0, 4000))
def test_interest_is_nearest_to_eight_per_cent(principal: int, start: date, days: int) -> None:
    told = money.interest_to_judgment(principal, start, start + timedelta(days=days)).value
    assert abs(told * 36500 - principal * 8 * days) <= 36500 / 2


def test_small_judgments_carry_no_interest() -> None:
    end = ANCHOR + timedelta(days=365)
    assert money.judgment_interest(499999, ANCHOR, end).value == 0
    assert money.judgment_interest(500000, ANCHOR, end).value == 40000


def test_an_end_before_its_start_is_refused() -> None:
    with pytest.raises(BadFact):
        money.use_and_occupation(1692, ANCHOR, ANCHOR - timedelta(days=1))


def test_the_rent_schedule_begins_at_the_first_default_if_later() -> None:
    issued = date(2026, 11, 30)
    assert money.rent_schedule_from(issued, date(2025, 5, 5)).value == date(2025, 5, 5)
    assert money.rent_schedule_from(issued, None).value == date(2024, 11, 30)


def test_direct_payment_is_two_months_of_rent() -> None:
    assert money.direct_payment_threshold(52000, RentPeriod("month", 1, ANCHOR)).value == 104000
    assert money.direct_payment_threshold(12000, RentPeriod("week", 1, ANCHOR)).value == 104000


@given(st.integers(0, 10**6))
def test_a_legacy_deduction_is_a_multiple_of_5p_and_at_least_five_per_cent(allowance: int) -> None:
    told = money.legacy_deduction(allowance).value
    assert told % 5 == 0
    assert 0 <= told * 20 - allowance < 100


def test_floats_are_refused_everywhere() -> None:
    weekly = RentPeriod("week", 1, ANCHOR)
    for call in (
        lambda wrong: money.daily_rate(wrong, weekly),
        lambda wrong: money.use_and_occupation(wrong, ANCHOR, ANCHOR),
        money.fixed_costs,
        money.legacy_deduction,
        money.daily_interest,
        fees.money_claim_fee,
    ):
        with pytest.raises(NotPence):
            call(118.42)


def test_ratios_are_to_three_places() -> None:
    assert statistics.ratio(53140, 67798) == Decimal("0.784")
    assert statistics.share_of(Decimal("0.38"), 21458) == 8154
    assert statistics.ratio(0, 1) == 0
    assert statistics.share_of(Decimal("0.5"), 1) == 1
    for asked in (
        lambda: statistics.ratio(1, 0),
        lambda: statistics.ratio(-1, 1),
        lambda: statistics.share_of(Decimal("0.5"), 0),
    ):
        with pytest.raises(BadFact):
            asked()


def test_interest_on_a_balance_is_counted_stretch_by_stretch_and_rounded_once() -> None:
    year = (date(2026, 1, 1), date(2027, 1, 1), 600_000)
    fifth = (date(2027, 1, 1), date(2027, 3, 15), 400_000)  # 73 days of 365
    told = money.judgment_interest_on(600_000, [year, fifth])
    assert told.value == 48_000 + 6_400
    assert told.confidence is Confidence.C
    assert [step.text for step in told.steps] == [
        "From Thursday 1 January 2026: 365 days at 8% simple on £6,000.00",
        "From Friday 1 January 2027: 73 days at 8% simple on £4,000.00",
    ]
    single = [(date(2026, 1, n), date(2026, 1, n + 1), 600_000) for n in (1, 3)]
    assert money.judgment_interest_on(600_000, single).value == 263  # 131.5 pence a day, twice


def test_stretches_without_days_or_without_debt_carry_nothing_and_are_not_told() -> None:
    day = date(2026, 1, 1)
    told = money.judgment_interest_on(500_000, [(day, day, 500_000), (day, date(2026, 2, 1), 0)])
    assert (told.value, [step.text for step in told.steps]) == (0, ["No day has passed on which it runs"])


def test_a_balance_of_a_judgment_below_the_limit_carries_none() -> None:
    stretch = [(date(2026, 1, 1), date(2027, 1, 1), 499_999)]
    assert money.judgment_interest_on(499_999, stretch).value == 0
    assert money.judgment_interest_on(500_000, stretch).value == 40_000
    with pytest.raises(NotPence):
        money.judgment_interest_on(500_000, [(date(2026, 1, 1), date(2027, 1, 1), 1.5)])  # type: ignore[list-item]
