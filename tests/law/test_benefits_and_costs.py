"""Benefit rates by year, the deductions they allow, and fixed costs."""

from datetime import date

import pytest

from law import benefits, fees, money
from law.errors import BadFact, OutsideTables
from law.explained import Confidence
from law.periods import RentPeriod

ANCHOR = date(2026, 1, 5)
ALLOWANCES = {  # pence a month, as the rates were published
    "single_under_25": (31698, None),
    "single_25_or_over": (40014, 42490),
    "couple_under_25": (49755, None),
    "couple_25_or_over": (62810, None),
}


@pytest.mark.parametrize("household", benefits.HOUSEHOLDS)
def test_the_standard_allowance_of_each_year(household: benefits.Household) -> None:
    old, new = ALLOWANCES[household]
    for day in (date(2025, 4, 7), date(2026, 4, 5)):
        assert benefits.standard_allowance(household, day).value == old
    for day in (date(2026, 4, 6), date(2027, 4, 5)):
        told = benefits.standard_allowance(household, day)
        assert told.value == new
        assert told.confidence is Confidence.C
        assert ("no figure was found" in told.sentence()) is (new is None)


@pytest.mark.parametrize("day", [date(2025, 4, 6), date(2027, 4, 6)])
def test_no_allowance_is_guessed_outside_the_years_held(day: date) -> None:
    with pytest.raises(OutsideTables, match="from Monday 7 April 2025 to Monday 5 April 2027 only"):
        benefits.standard_allowance("single_25_or_over", day)


def test_an_unknown_household_is_refused() -> None:
    with pytest.raises(BadFact):
        benefits.standard_allowance("family", ANCHOR)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("on", "least", "most", "cap"),
    [
        (date(2025, 4, 29), 4249, 8498, 10623),
        (date(2025, 4, 30), 4249, 8498, 6374),
        (date(2026, 11, 22), 4249, 8498, 6374),
    ],
)
def test_the_range_of_a_deduction_and_the_cap_on_all(on: date, least: int, most: int, cap: int) -> None:
    told = benefits.uc_deduction_range(42490, on)
    assert (told.least.value, told.most.value, told.cap.value) == (least, most, cap)
    assert told.cap.held is not None
    assert (told.cap.held.ends is None) is (on >= date(2025, 4, 30))


@pytest.mark.parametrize(
    ("on", "weekly", "mark"),
    [
        (date(2024, 4, 8), 455, "A"),
        (date(2025, 4, 6), 455, "A"),
        (date(2025, 4, 7), 465, "C"),
        (date(2026, 4, 5), 465, "C"),
        (date(2026, 4, 6), 480, "C"),
        (date(2027, 4, 5), 480, "C"),
    ],
)
def test_the_deduction_from_an_older_benefit(on: date, weekly: int, mark: str) -> None:
    told = benefits.legacy_deduction_on(on)
    assert (told.value, told.confidence.value) == (weekly, mark)
    assert "benefits 2026-11-22" in told.table_version
    assert told.held is not None
    assert told.held.begins <= on <= (told.held.ends or on)


@pytest.mark.parametrize("on", [date(2024, 4, 7), date(2027, 4, 6)])
def test_no_older_benefit_is_guessed_outside_the_years_held(on: date) -> None:
    with pytest.raises(OutsideTables):
        benefits.legacy_deduction_on(on)


def test_the_allowances_held_are_those_published() -> None:
    assert [row["pence"] for row in benefits.LEGACY_ALLOWANCES] == [9050, 9205, 9555]


def test_housing_benefit_is_paid_direct_from_eight_weeks_of_rent() -> None:
    assert money.hb_direct_threshold(12000, RentPeriod("week", 1, ANCHOR)).value == 96000
    assert money.hb_direct_threshold(24000, RentPeriod("week", 2, ANCHOR)).value == 96000
    assert money.hb_direct_threshold(52000, RentPeriod("month", 1, ANCHOR)).value == 96000


def test_no_interest_runs_while_the_terms_spare_it() -> None:
    end = date(2027, 1, 5)
    assert money.judgment_interest(500000, ANCHOR, end).value == 40000
    assert money.judgment_interest(500000, ANCHOR, end, instalments_kept=True).value == 0
    told = money.judgment_interest(500000, ANCHOR, end, suspended=True)
    assert told.value == 0
    assert "suspended on terms" in told.sentence()


def test_fixed_costs_of_each_way_to_claim() -> None:
    assert {code: row.pence for code, row in fees.COSTS.items()} == {
        "commencement": 6950,
        "personal_service": 7700,
        "further_defendant": 1500,
        "order": 5725,
        "accelerated": 7950,
    }
    assert {row.start for row in fees.COSTS.values()} == {date(2012, 1, 1)}
    assert money.fixed_costs(41500).value == 54175
    assert money.fixed_costs(41500, 0, 0).value == 41500
    assert money.accelerated_costs(41500).value == 49450
    assert [money.personal_service_costs(n) for n in (1, 2, 3)] == [7700, 9200, 10700]
    with pytest.raises(BadFact):
        money.personal_service_costs(0)


def test_a_fee_says_from_when_to_when_it_stood() -> None:
    told = fees.fee("claim", date(2026, 7, 12))
    assert told.as_json()["in_force"] == {
        "from": "2025-04-08",
        "to": "2026-07-12",
        "source": "SI 2025/351",
        "confidence": "A",
    }
    assert "fees 2026-11-22" in told.table_version
    first = fees.fee("claim", date(2012, 1, 1)).held
    assert first is not None
    assert (first.begins, first.ends) == (date(2012, 1, 1), date(2014, 4, 21))
    now = fees.fee("claim", date(2026, 7, 13)).held
    assert now is not None
    assert now.ends is None


def test_the_money_claim_scale_is_held_from_a_day() -> None:
    assert fees.money_claim_fee(30000, date(2015, 3, 9)).value == 3500
    assert fees.money_claim_fee(1000001).value == 50001
    assert fees.money_claim_fee(20000001).value == 1000000
    with pytest.raises(OutsideTables):
        fees.money_claim_fee(30000, date(2015, 3, 8))
