"""Grounds for possession, and Ground 8 to the penny."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.errors import BadFact, GroundNotForTenancy, NeedsLawyer, NotPence, UnknownGround
from law.explained import Confidence
from law.grounds import GROUNDS, ground, ground8, ground8_threshold, grounds_for, scheduled
from law.periods import RentPeriod
from law.tenancies import Occupancy

TODAY = date(2026, 11, 22)
ANCHOR = date(2026, 1, 5)
WEEKLY = RentPeriod("week", 1, ANCHOR)
FORTNIGHTLY = RentPeriod("week", 2, ANCHOR)
MONTHLY = RentPeriod("month", 1, ANCHOR)


def codes(occupancy: Occupancy, on: date = TODAY, social: date | None = None) -> list[str]:
    """Ground numbers open to a type."""
    return [found.code for found in grounds_for(occupancy, on, social)]


def test_a_secure_tenancy_has_its_own_schedule() -> None:
    assert codes(Occupancy.secure)[:4] == ["1", "2", "2ZA", "2A"]
    assert codes(Occupancy.secure)[-1] == "84A"
    assert codes(Occupancy.flexible)[-1] == "107D"


def test_types_without_grounds_have_none() -> None:
    for occupancy in (Occupancy.introductory, Occupancy.non_secure_ta, Occupancy.garage, Occupancy.unauthorised):
        assert codes(occupancy) == []


def test_the_new_regime_changes_the_list_on_its_day() -> None:
    assert "16" in codes(Occupancy.assured)
    assert "5C" not in codes(Occupancy.assured)
    assert "5C" in codes(Occupancy.assured_market)
    assert "5G" in codes(Occupancy.assured, TODAY, date(2026, 10, 1))
    assert "16" in codes(Occupancy.assured_market, date(2026, 4, 30))


def test_a_ground_is_found_however_it_is_written() -> None:
    assert ground(Occupancy.assured, " ground 7a ", TODAY).code == "7A"


def test_a_ground_of_another_schedule_is_not_for_this_tenancy() -> None:
    with pytest.raises(GroundNotForTenancy, match="Ground 84A is not open to 'assured'"):
        ground(Occupancy.assured, "84A", TODAY)
    with pytest.raises(UnknownGround):
        ground(Occupancy.assured, "99", TODAY)


@pytest.mark.parametrize(
    ("period", "regime", "threshold"),
    [
        (WEEKLY, "old", 96000),
        (WEEKLY, "new", 156000),
        (FORTNIGHTLY, "old", 48000),
        (FORTNIGHTLY, "new", 78000),
        (MONTHLY, "old", 24000),
        (MONTHLY, "new", 36000),
        (RentPeriod("quarter", 1, ANCHOR), "old", 12000),
        (RentPeriod("year", 1, ANCHOR), "old", 3000),
    ],
)
def test_the_threshold_by_period_and_regime(period: RentPeriod, regime: Any, threshold: int) -> None:
    assert ground8_threshold(period, 12000, regime).value == threshold


@given(st.integers(1, 10**6), st.sampled_from((WEEKLY, FORTNIGHTLY, MONTHLY)), st.sampled_from(("old", "new")))
def test_a_penny_less_is_not_enough(rent: int, period: RentPeriod, regime: Any) -> None:
    threshold = ground8_threshold(period, rent, regime).value

    def made_out(notice: int, hearing: int | None) -> bool:
        return ground8(
            period=period,
            rent_pence=rent,
            arrears_at_notice_pence=notice,
            arrears_at_hearing_pence=hearing,
            regime=regime,
        ).value

    assert made_out(threshold, threshold)
    assert made_out(threshold, None)
    assert not made_out(threshold - 1, threshold)
    assert not made_out(threshold, threshold - 1)


@given(st.integers(1, 10**6))
def test_an_odd_fortnightly_rent_is_counted_to_the_next_penny(rent: int) -> None:
    assert 2 * ground8_threshold(FORTNIGHTLY, rent, "new").value - 13 * rent in (0, 1)


@pytest.mark.parametrize(
    ("period", "regime"),
    [
        (RentPeriod("week", 4, ANCHOR), "old"),
        (RentPeriod("week", 4, ANCHOR), "new"),
        (RentPeriod("quarter", 1, ANCHOR), "new"),
        (RentPeriod("year", 1, ANCHOR), "new"),
    ],
)
def test_a_period_the_ground_does_not_name_goes_to_a_solicitor(period: RentPeriod, regime: Any) -> None:
    with pytest.raises(NeedsLawyer):
        ground8_threshold(period, 12000, regime)


def test_quarterly_rent_counts_only_what_is_long_overdue() -> None:
    quarterly = RentPeriod("quarter", 1, ANCHOR)
    facts: dict[str, Any] = {"period": quarterly, "rent_pence": 150000, "arrears_at_notice_pence": 300000}
    with pytest.raises(BadFact) as refused:
        ground8(**facts, arrears_at_hearing_pence=300000)
    assert refused.value.field == "overdue_at_notice_pence"
    told = ground8(
        **facts, arrears_at_hearing_pence=300000, overdue_at_notice_pence=150000, overdue_at_hearing_pence=149999
    )
    assert told.value is False


def test_awaited_universal_credit_counts_only_against_the_new_regime() -> None:
    facts: dict[str, Any] = {
        "period": MONTHLY,
        "rent_pence": 52000,
        "arrears_at_notice_pence": 160000,
        "arrears_at_hearing_pence": 160000,
        "uc_awaited_at_notice_pence": 52000,
    }
    assert ground8(**facts, regime="new").value is False
    assert ground8(**facts).value is True


def test_money_is_never_a_float() -> None:
    for wrong in (120.0, True, "120"):
        with pytest.raises(NotPence):
            ground8_threshold(WEEKLY, wrong)  # type: ignore[arg-type]
    with pytest.raises(BadFact):
        ground8_threshold(WEEKLY, 0)


def test_every_ground_says_what_must_be_shown_and_when_it_is_tested() -> None:
    for found in GROUNDS:
        assert found.conditions, found
        assert all(point.strip() for point in found.conditions), found
        assert found.when_tested, found


def test_ground_8_is_tested_twice_in_both_regimes_and_that_is_sure() -> None:
    for regime in ("old", "new"):
        found = scheduled("HA1988", regime, "8")  # type: ignore[arg-type]
        assert found.when_tested == "twice: when the notice is served, and again at the hearing"
        assert found.detail_confidence is Confidence.A


def test_the_absolute_grounds_name_five_conditions_each_with_its_window() -> None:
    for found in (one for one in GROUNDS if one.code in ("84A", "7A")):
        named = [point for point in found.conditions if point.startswith("condition ")]
        assert [point[:11] for point in named] == [f"condition {n}" for n in (1, 2, 3, 4, 5)]
        months = ["three" if "three months beginning" in point else "twelve" for point in named]
        assert months == ["twelve", "twelve", "twelve", "three", "twelve"]


@pytest.mark.parametrize(
    ("schedule", "code", "words"),
    [
        ("HA1985", "1", "If it is proved, the court may order possession where it thinks that reasonable"),
        ("HA1985", "9", "If it is proved and suitable alternative accommodation is available, the court must order"),
        ("HA1985", "12", "If it is proved and suitable alternative accommodation is available, the court may order"),
        ("HA1988", "8", "If it is proved, the court must order possession"),
    ],
)
def test_a_ground_says_what_the_court_does_once_it_is_proved(schedule: str, code: str, words: str) -> None:
    assert scheduled(schedule, "old", code).court_test.startswith(words)
