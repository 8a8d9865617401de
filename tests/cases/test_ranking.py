"""What leads and why the others do not, what is missing, and from which day a step may be done."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from cases.available import available
from cases.commands import Approve, CloseCase, DraftClaim, RecordOutcome
from cases.ranking import RULES, Next, next_of
from cases.soonest import soonest
from cases.words import CloseResult, OutcomeKind, StepBefore
from tests.cases.road import OFFICER, SENIOR, Road, assured_road, secure_road

WALKS: tuple[Callable[[Road], object], ...] = (
    lambda r: r.opened(),
    lambda r: r.opened().protocol(),
    lambda r: r.to_drafted_notice(),
    lambda r: r.to_approved_notice(),
    lambda r: r.to_served_notice(),
    lambda r: r.to_ripe_notice(),
    lambda r: r.to_approved_claim(),
    lambda r: r.to_issued_claim(),
    lambda r: r.to_listed_hearing(),
    lambda r: r.to_hearing_day(),
    lambda r: r.to_suspended_order(),
    lambda r: r.to_broken_order(),
    lambda r: r.to_broken_order().to_approved_warrant(),
)


def shown(road: Road) -> Next:
    """What the officer is told."""
    return next_of(road.case, road.facts(), road.as_at, OFFICER)


@pytest.mark.parametrize("walk", WALKS)
@pytest.mark.parametrize("make", [secure_road, assured_road])
def test_one_act_leads_every_other_says_why_it_does_not_and_all_agree_with_the_page(
    make: Callable[[], Road], walk: Callable[[Road], object]
) -> None:
    road = make()
    walk(road)
    told = shown(road)
    assert [each.leads for each in told.recommended] == [True] + [False] * (len(told.recommended) - 1)
    assert all(each.not_leading for each in told.recommended[1:])
    assert told.recommended[0].not_leading == ""
    assert all(each.because and each.rule_says == RULES[each.rule] and each.roles for each in told.recommended)
    (lead,) = [a for a in available(road.case, road.facts(), OFFICER.role, road.as_at, OFFICER) if a.leads]
    assert (lead.command, lead.subject) == (told.recommended[0].command, told.recommended[0].subject)
    assert told.actions == available(road.case, road.facts(), OFFICER.role, road.as_at, OFFICER)


def test_competing_acts_are_listed_by_the_rules_that_rank_them() -> None:
    told = shown(secure_road().opened())
    order = list(RULES)
    places = [order.index(each.rule) for each in told.recommended]
    assert places == sorted(places)
    assert {each.suggests for each in told.recommended} >= {"contact_each_tenant", "rent_statement", "debt_advice"}
    second = told.recommended[1]
    assert second.rule == "mend"
    assert "mends the reason that is told first" in second.not_leading


def test_an_act_behind_the_road_names_the_rule_that_puts_it_there() -> None:
    road = secure_road().to_hearing_day()
    told = shown(road)
    assert told.recommended[0].command == "record_outcome"
    behind = [each for each in told.recommended if each.rule != "road"]
    assert behind
    assert all("furthest step of the road" in each.not_leading for each in behind)


def test_what_is_missing_names_the_act_that_mends_it() -> None:
    (step,) = shown(secure_road().opened()).not_yet
    assert step.command == "draft_notice"
    found = {each.refusal.code: (each.mended_by, each.suggests) for each in step.missing}
    assert found["assessment_needed"][0] == "record_assessment"
    assert found["debt_advice_needed"] == ("record_contact", "debt_advice")
    assert step.from_day == secure_road().day


def test_a_step_that_waits_for_a_date_says_which() -> None:
    road = secure_road().to_served_notice()
    (step,) = shown(road).not_yet
    notice = road.case.notices[0]
    assert step.command == "draft_claim"
    assert notice.issue_from_safe is not None
    assert step.from_day is not None
    assert road.day < step.from_day <= notice.issue_from_safe.on


def test_from_that_day_on_the_step_is_open_and_the_day_before_it_is_not() -> None:
    road = secure_road().to_served_notice()
    command = DraftClaim(notice_id="N1", signer="-")
    day = soonest(road.case, command, road.facts(), road.as_at).on
    assert day is not None
    road.on(day)
    road.contact("post_notice_contact", "protocol_copy_sent", "benefit_enquiry", "adr").assess(StepBefore.CLAIM)
    assert road.ask(command).accepted
    road.on(day - timedelta(days=1))
    assert not road.ask(command).accepted


def test_what_no_date_cures_has_no_day() -> None:
    road = secure_road().to_drafted_notice()
    found = soonest(road.case, Approve(subject="N1"), road.facts(OFFICER), road.as_at)
    assert found.on is None
    assert [r.code for r in found.blocked] == ["not_allowed"]
    kept = secure_road().to_suspended_order()
    (step,) = shown(kept).not_yet
    assert step.from_day is None


def test_a_hearing_ahead_may_be_recorded_from_its_day_on() -> None:
    road = secure_road().to_listed_hearing()
    hearing = road.case.hearings[0]
    command = RecordOutcome(hearing_id=hearing.id, outcome=OutcomeKind.DISMISSED, on=road.day)
    assert soonest(road.case, command, road.facts(), road.as_at).on == hearing.on


def test_a_draft_waits_for_an_approver_and_says_whom() -> None:
    told = shown(secure_road().to_drafted_notice())
    assert told.recommended[0].rule == "wait"
    assert {role.value for role in told.recommended[0].roles} == {"senior", "team_leader"}
    assert told.recommended[0].person == ""


def test_nothing_leads_on_a_closed_case_and_its_file_is_still_there_to_be_packed() -> None:
    road = secure_road().opened().do(CloseCase(result=CloseResult.TENANT_LEFT))
    found = shown(road)
    assert (found.recommended, found.not_yet) == ((), ())
    assert {each.command for each in found.actions} == {"request_paper", "add_note"}


def test_an_approver_is_led_to_the_draft() -> None:
    road = secure_road().to_drafted_notice()
    told = next_of(road.case, road.facts(SENIOR), road.as_at, SENIOR)
    assert (told.recommended[0].command, told.recommended[0].rule) == (Approve(subject="").kind, "road")
