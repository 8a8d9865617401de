"""Section 83 and section 8: dates to write, dates to issue, and what is refused."""

from datetime import UTC, date, datetime, timedelta
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.counting import add_months
from law.errors import BadFact, GroundNotForTenancy, LawError, NoAnchor, TooEarly, UnknownGround
from law.notices import ClaimDates, NoticeDates, claim_dates, dispensation, notice_dates
from law.periods import RentPeriod, ntq_date

WEEKLY = RentPeriod("week", 1, date(2026, 1, 5))
MONTHLY = RentPeriod("month", 1, date(2026, 1, 1))
QUARTERLY = RentPeriod("quarter", 1, date(2026, 1, 1))
SERVED = st.dates(date(2026, 1, 1), date(2030, 12, 31))
PERIODS = st.sampled_from((WEEKLY, MONTHLY, QUARTERLY, RentPeriod("week", 4, date(2026, 1, 5))))
S8 = st.lists(st.sampled_from(("1", "2", "6", "7", "7A", "8", "9", "10", "11", "12", "14", "16", "17")), min_size=1)
S83 = st.lists(st.sampled_from(("1", "2", "3", "10", "15A")), min_size=1)


def both(kind: Any, served: date, period: RentPeriod, grounds: list[str]) -> tuple[NoticeDates, ClaimDates]:
    """The notice's dates and the claim on its recommended date."""
    dates = notice_dates(kind, served, period, grounds)
    return dates, claim_dates(kind, served, dates.specified_recommended.value, period, grounds)


@given(SERVED, PERIODS, S83)
def test_a_section_83_notice_is_never_too_short(served: date, period: RentPeriod, grounds: list[str]) -> None:
    dates, claim = both("s83", served, period, grounds)
    assert dates.specified_minimum.value == ntq_date(served, period).minimum.value
    assert dates.specified_recommended.value >= dates.specified_minimum.value
    assert claim.issue_from.value > served or "2" in grounds
    assert claim.lapse.value == add_months(dates.specified_recommended.value, 12)


@given(SERVED, PERIODS, S8)
def test_a_section_8_notice_gives_what_its_longest_ground_asks(
    served: date, period: RentPeriod, grounds: list[str]
) -> None:
    dates, claim = both("s8", served, period, grounds)
    earliest = dates.specified_minimum.value
    if "7A" in grounds:
        assert earliest == ntq_date(served, period).minimum.value
    elif "14" in grounds:
        assert earliest == served
    else:
        assert earliest >= served + timedelta(days=14)
        if set(grounds) & {"1", "2", "6", "7", "9", "16"}:
            assert earliest >= add_months(served, 2)
            assert earliest >= ntq_date(served, period).minimum.value
    assert dates.specified_recommended.value >= earliest
    assert claim.lapse.value == add_months(served, 12)


@given(SERVED, PERIODS, S8, S83)
def test_the_days_of_a_claim_are_in_order(served: date, period: RentPeriod, s8: list[str], s83: list[str]) -> None:
    for kind, grounds in (("s8", s8), ("s83", s83)):
        _, claim = both(kind, served, period, grounds)
        assert claim.issue_from.value <= claim.issue_from_safe.value <= claim.last_safe_issue.value
        assert claim.last_safe_issue.value == claim.lapse.value - timedelta(days=1)


@given(SERVED, SERVED, PERIODS, S8, S83)
def test_serving_later_never_gives_an_earlier_date(
    one: date, other: date, period: RentPeriod, s8: list[str], s83: list[str]
) -> None:
    first, second = sorted((one, other))
    for kind, grounds in (("s8", s8), ("s83", s83)):
        earlier, later = (notice_dates(cast(Any, kind), day, period, grounds) for day in (first, second))
        assert earlier.specified_minimum.value <= later.specified_minimum.value
        assert earlier.specified_recommended.value <= later.specified_recommended.value


def test_ground_2_lets_the_claim_begin_at_once_but_not_the_possession() -> None:
    served = date(2026, 11, 18)
    dates = notice_dates("s83", served, WEEKLY, ["2"])
    claim = claim_dates("s83", served, dates.specified_minimum.value, WEEKLY, ["2"])
    assert dates.specified_minimum.value == date(2026, 12, 20)
    assert dates.specified_minimum.rule.startswith("The earliest possession date")
    assert (claim.issue_from.value, claim.issue_from_safe.value) == (served, date(2026, 11, 19))
    assert claim.lapse.value == date(2027, 12, 20)


def test_ground_2_beside_ground_1_still_begins_at_once() -> None:
    claim = claim_dates("s83", date(2026, 11, 18), date(2026, 12, 20), WEEKLY, ["1", "2"])
    assert claim.issue_from.value == date(2026, 11, 18)


def test_the_year_runs_from_the_date_specified_or_from_service() -> None:
    served, specified = date(2026, 11, 20), date(2027, 1, 31)
    assert claim_dates("s83", served, specified, WEEKLY, ["1"]).lapse.value == date(2028, 1, 31)
    assert claim_dates("s8", served, specified, WEEKLY, ["8"]).lapse.value == date(2027, 11, 20)


def test_a_fixed_term_needs_no_period() -> None:
    dates = notice_dates("s8", date(2027, 1, 31), None, ["7A"], fixed_term=True)
    assert dates.specified_minimum.value == date(2027, 2, 28)
    long = notice_dates("s8", date(2027, 1, 31), None, ["7", "8"], fixed_term=True)
    assert long.specified_minimum.value == date(2027, 3, 31)


def test_a_fixed_term_shuts_out_grounds_the_act_does_not_name() -> None:
    with pytest.raises(BadFact, match=r"s\.7\(6\)"):
        notice_dates("s8", date(2027, 1, 31), None, ["9"], fixed_term=True)


def test_the_new_regime_governs_when_asked_for() -> None:
    dates = notice_dates("s8", date(2026, 11, 2), None, ["8", "10"], regime="new")
    assert dates.specified_minimum.value == dates.specified_recommended.value == date(2026, 11, 30)
    claim = claim_dates("s8", date(2026, 11, 2), date(2026, 11, 30), None, ["8", "10"], regime="new")
    assert claim.issue_from_safe.value == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("kind", "grounds", "regime", "available"),
    [
        ("s83", ["1"], "old", True),
        ("s8", ["10", "11"], "old", True),
        ("s8", ["8", "10"], "old", False),
        ("s8", ["7A"], "old", False),
        ("s8", ["7B", "10"], "new", False),
    ],
)
def test_when_the_court_may_do_without_a_good_notice(
    kind: Any, grounds: list[str], regime: Any, available: bool
) -> None:
    assert dispensation(kind, grounds, regime=regime).value is available


@pytest.mark.parametrize(
    ("arguments", "refusal", "field"),
    [
        (("s83", date(2026, 1, 5), WEEKLY, ["99"]), UnknownGround, "grounds"),
        (("s83", date(2026, 1, 5), WEEKLY, ["14A"]), GroundNotForTenancy, "grounds"),
        (("s8", date(2026, 1, 5), WEEKLY, ["15A"]), GroundNotForTenancy, "grounds"),
        (("s83", date(2026, 1, 5), WEEKLY, ["84A"]), BadFact, "grounds"),
        (("s83", date(2026, 1, 5), WEEKLY, []), BadFact, "grounds"),
        (("s83", date(2026, 1, 5), WEEKLY, "1"), BadFact, "grounds"),
        (("s21", date(2026, 1, 5), WEEKLY, ["1"]), BadFact, "kind"),
        (("s83", date(2026, 1, 5), None, ["1"]), NoAnchor, "period"),
        (("s8", date(2026, 1, 5), None, ["7A"]), NoAnchor, "period"),
        (("s83", datetime(2026, 1, 5, tzinfo=UTC), WEEKLY, ["1"]), BadFact, "served"),
    ],
)
def test_bad_facts_are_refused_by_name(arguments: Any, refusal: type[LawError], field: str) -> None:
    with pytest.raises(refusal) as refused:
        notice_dates(*arguments)
    assert refused.value.field == field
    assert refused.value.mend


def test_a_notice_that_specifies_too_early_a_day_is_refused_with_the_day_that_would_do() -> None:
    with pytest.raises(TooEarly, match="Sunday 20 December 2026 or later"):
        claim_dates("s83", date(2026, 11, 20), date(2026, 12, 19), WEEKLY, ["1"])
