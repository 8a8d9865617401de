"""Looking ahead: the rest of the road on paper, and a policy tried before it is used."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from cases.assumptions import Assumptions, Coming
from cases.commands import StartBreathingSpace
from cases.facts import Policy
from cases.policy_trial import try_policy
from cases.what_if import rest_of_road
from tests.cases.road import Road, assured_road, secure_road
from tests.examples import examples

FEE = 40_000


def ahead(road: Road, **assumed: object) -> tuple[Coming, ...]:
    return rest_of_road(road.case, road.facts(), road.as_at, Assumptions(fee_pence=FEE, **assumed))


def on(found: tuple[Coming, ...], words: str) -> date:
    """The day of the first thing told with those words."""
    return next(each.on for each in found if words in each.what)


def test_the_road_ahead_leads_to_the_keys_and_leaves_the_case_as_it_was() -> None:
    road = secure_road().opened()
    before = road.case
    found = ahead(road)
    assert road.case == before
    assert found[-1].what == "Close the case"
    assert [each.on for each in found] == sorted(each.on for each in found)


def test_its_dates_are_those_that_the_case_gives_when_it_is_walked() -> None:
    found = ahead(secure_road().opened())
    walked = secure_road().to_served_notice().case.notices[0]
    assert walked.issue_from_safe is not None
    assert on(found, "Record issue of claim") == walked.issue_from_safe.on
    possession = on(found, "Possession date of order")
    assert possession == on(found, "Record the outcome") + timedelta(days=14)
    assert on(found, "Prepare the warrant") == possession + timedelta(days=1)


def test_a_step_says_what_kept_it_from_being_sooner() -> None:
    claim = next(each for each in ahead(secure_road().opened()) if "Prepare the claim" in each.what)
    assert claim.waited_for.startswith("Too early on")
    assert "83A; official source" in claim.waited_for


def test_under_a_suspended_order_the_first_missed_payment_leads_on() -> None:
    found = ahead(assured_road().opened(), outcome="suspended")
    assert on(found, "is broken by") < on(found, "Prepare the warrant")


def test_a_longer_list_and_a_later_bailiff_move_what_follows() -> None:
    soon, late = ahead(secure_road().opened()), ahead(secure_road().opened(), listing_days=90, bailiff_days=80)
    assert on(late, "Record the outcome") - on(late, "Record issue of claim") >= timedelta(days=90)
    assert on(late, "Record the eviction on") > on(soon, "Record the eviction on") + timedelta(days=60)


def test_a_breathing_space_is_waited_for() -> None:
    road = secure_road().opened()
    road.do(StartBreathingSpace(moratorium="standard", started_on=road.day))
    found = ahead(road)
    space = road.case.breathing_spaces[0]
    assert space.ends is not None
    assert on(found, "Draft the notice") == space.ends.on + timedelta(days=1)


def test_where_nothing_more_can_be_done_it_says_why() -> None:
    road = secure_road().opened()
    road.tenancy = road.tenancy.model_copy(update={"rent_pence": 0})
    found = ahead(road.owe(-road.case.last_arrears_pence))
    assert found[-1].kind == "stop"
    assert "No rent is owed" in found[-1].why


@settings(deadline=None, max_examples=examples(8))
@given(st.integers(0, 120), st.integers(0, 120), st.sampled_from(["outright", "suspended", "dismissed"]))
def test_whatever_is_assumed_it_comes_to_an_end_in_order(listing: int, bailiff: int, outcome: str) -> None:
    found = ahead(secure_road().opened(), listing_days=listing, bailiff_days=bailiff, outcome=outcome)
    days = [each.on for each in found]
    assert days == sorted(days)
    assert found[-1].kind in ("step", "date", "stop")


def test_a_policy_is_tried_without_changing_the_case() -> None:
    road = secure_road().opened().protocol()
    found = try_policy(road.case, road.facts(), Policy(minimum_arrears_weeks=20), road.as_at)
    draft = next(each for each in found if each.what == "Draft the notice")
    assert draft.now == "may be done"
    assert "20 weeks' rent" in draft.then


def test_the_same_policy_makes_no_difference() -> None:
    road = secure_road().to_served_notice()
    assert try_policy(road.case, road.facts(), road.policy, road.as_at) == ()


def test_more_reminders_are_a_difference_of_every_date() -> None:
    road = secure_road().to_served_notice()
    found = try_policy(road.case, road.facts(), Policy(reminder_days=(21, 14, 7, 3)), road.as_at)
    assert any("reminders" in each.now and each.now != each.then for each in found)
