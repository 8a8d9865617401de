"""Bad input is refused by the fact at fault, with the rule it offends and what would mend it."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from law import (
    absolute,
    demoted,
    flexible,
    ground8,
    introductory,
    money,
    new_regime,
    notice_to_quit,
    notices,
    section21,
)
from law import service as serving
from law.checks import LAST_YEAR, need_date
from law.errors import BadFact, GroundNotForTenancy, LawError, NoAnchor, NotPence, OutsideTables, UnknownGround
from law.grounds import ground, grounds_for, scheduled
from law.periods import RentPeriod, ntq_date
from law.tenancies import Occupancy

DAY = date(2026, 11, 20)
WEEKLY = RentPeriod("week", 1, date(2026, 1, 5))
BAD: Any = "weekly"


@pytest.mark.parametrize(
    ("ask", "error", "field"),
    [
        (lambda: ground(Occupancy.secure, "99", DAY), UnknownGround, "grounds"),
        (lambda: notices.notice_dates("s83", DAY, WEEKLY, ["99"]), UnknownGround, "grounds"),
        (lambda: new_regime.new_regime_dates(DAY, ["99"]), UnknownGround, "grounds"),
        (lambda: ground(Occupancy.assured, "84A", DAY), GroundNotForTenancy, "grounds"),
        (lambda: ground(Occupancy.introductory, "1", DAY), GroundNotForTenancy, "grounds"),
        (lambda: ground(Occupancy.assured, "5C", DAY), GroundNotForTenancy, "grounds"),
        (lambda: ground(Occupancy.assured_market, "16", DAY), GroundNotForTenancy, "grounds"),
        (lambda: notices.notice_dates("s8", DAY, WEEKLY, ["15A"]), GroundNotForTenancy, "grounds"),
        (lambda: scheduled("HA1988", "new", "16"), GroundNotForTenancy, "grounds"),
        (lambda: scheduled("HA1977", "old", "1"), BadFact, "schedule"),
        (lambda: scheduled("HA1985", BAD, "1"), BadFact, "regime"),
        (lambda: grounds_for(BAD, DAY), BadFact, "occupancy"),
        (lambda: ground(BAD, "1", DAY), BadFact, "occupancy"),
        (lambda: RentPeriod("week", 1, None), NoAnchor, "period.anchor"),  # type: ignore[arg-type]
        (lambda: notices.notice_dates("s83", DAY, None, ["1"]), NoAnchor, "period"),
        (lambda: notices.notice_dates("s8", DAY, None, ["7"]), NoAnchor, "period"),
        (lambda: absolute.absolute_notice_dates(DAY, None), NoAnchor, "period"),
        (lambda: introductory.section_128(DAY, None, DAY), NoAnchor, "period"),  # type: ignore[arg-type]
        (lambda: demoted.section_143e(DAY, None, DAY), NoAnchor, "period"),  # type: ignore[arg-type]
        (lambda: section21.section_21(DAY, None, date(2025, 1, 1)), NoAnchor, "period"),
        (lambda: notice_to_quit.notice_to_quit(DAY, None), NoAnchor, "period"),  # type: ignore[arg-type]
        (lambda: ntq_date(DAY, BAD), BadFact, "period"),
        (lambda: serving.notice_served("first_class_post", date(2040, 1, 1), "council", True), OutsideTables, "day"),
        (lambda: serving.deemed_served_claim_form(date(2011, 12, 30)), OutsideTables, "day"),
        (lambda: notices.notice_dates("s83", date(9999, 12, 31), WEEKLY, ["1"]), OutsideTables, "served"),
        (lambda: notices.notice_dates("s83", datetime(2026, 1, 1, tzinfo=UTC), WEEKLY, ["1"]), BadFact, "served"),
        (lambda: flexible.non_renewal_latest(BAD), BadFact, "day"),
        (lambda: ground8.ground8_threshold(WEEKLY, 120.0), NotPence, "rent_pence"),  # type: ignore[arg-type]
        (lambda: money.interest_to_judgment(1.5, DAY, DAY), NotPence, "principal_pence"),  # type: ignore[arg-type]
    ],
)
def test_a_bad_fact_is_refused_by_its_kind_and_name(
    ask: Callable[[], object], error: type[LawError], field: str
) -> None:
    with pytest.raises(error) as refused:
        ask()
    assert type(refused.value) is error
    assert refused.value.field == field
    assert refused.value.rule.endswith(".")
    assert refused.value.mend.endswith(".")


def test_a_tenancy_whose_notice_rests_on_no_ground_is_told_to_give_none() -> None:
    with pytest.raises(GroundNotForTenancy, match="rests on no ground"):
        ground(Occupancy.introductory, "1", DAY)
    with pytest.raises(GroundNotForTenancy, match="own schedule"):
        ground(Occupancy.secure, "16", DAY)


def test_the_last_day_that_is_counted_from_is_that_of_the_last_year() -> None:
    assert LAST_YEAR == 9000
    assert need_date("day", date(9000, 12, 31))
    with pytest.raises(OutsideTables):
        need_date("day", date(9001, 1, 1))


def test_a_garage_rests_on_the_common_law_and_a_home_on_the_act() -> None:
    home, garage = (notice_to_quit.notice_to_quit(DAY, WEEKLY, pea=pea) for pea in (True, False))
    for told in (garage.expiry_minimum, garage.expiry_recommended, garage.issue_from_minimum):
        assert "PEA" not in told.authority
    for told in (home.expiry_minimum, home.expiry_recommended, home.issue_from_minimum):
        assert told.authority.startswith("PEA 1977")
