"""Whole roads, from the first contact to the keys."""

from datetime import timedelta

import pytest

from cases.commands import CloseCase
from cases.views import stage
from cases.words import CloseResult, Stage
from tests.cases.road import Road, assured_road, secure_road


@pytest.mark.parametrize("road", [secure_road(), assured_road()], ids=["secure", "assured"])
def test_a_case_goes_from_the_first_contact_to_the_keys_by_an_outright_order(road: Road) -> None:
    road.to_outright_order()
    road.wait_until(road.day + timedelta(days=29))
    road.to_eviction()
    assert stage(road.case) is Stage.EVICTION
    road.do(CloseCase(result=CloseResult.EVICTED))
    assert stage(road.case) is Stage.CLOSED
    assert road.case.deadlines == ()


@pytest.mark.parametrize("road", [secure_road(), assured_road()], ids=["secure", "assured"])
def test_a_case_goes_to_the_keys_by_a_suspended_order_that_is_broken(road: Road) -> None:
    road.to_broken_order()
    assert stage(road.case) is Stage.ORDER
    road.to_approved_warrant()
    assert road.case.warrants[0].form == "N325A"


def test_the_stage_shown_follows_the_road() -> None:
    road = secure_road().opened()
    seen = [stage(road.case)]
    for walk in (
        lambda r: r.to_drafted_notice(),
        lambda r: r.to_approved_claim(),
        lambda r: r.to_listed_hearing(),
        lambda r: r.to_suspended_order(),
        lambda r: r.to_broken_order().to_approved_warrant(),
        lambda r: r.to_broken_order().to_booked_eviction(),
    ):
        seen.append(stage(walk(secure_road()).case))
    assert seen == [
        Stage.PRE_ACTION,
        Stage.NOTICE,
        Stage.CLAIM,
        Stage.HEARING,
        Stage.ORDER,
        Stage.WARRANT,
        Stage.EVICTION,
    ]
