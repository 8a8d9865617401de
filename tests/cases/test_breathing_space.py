"""What stops while a breathing space runs, and what goes on."""

from datetime import date, timedelta

from cases.commands import (
    Approve,
    DraftClaim,
    DraftWarrant,
    EndBreathingSpace,
    RecordContact,
    RequestPaper,
    StartBreathingSpace,
)
from cases.stages.shared import running
from cases.views import at_risk
from cases.words import PaperKind, Risk, StepBefore
from tests.cases.road import SENIOR, Road, secure_road


def held(road: Road) -> Road:
    """The case with a standard breathing space from today."""
    return road.do(StartBreathingSpace(moratorium="standard", started_on=road.day))


def test_a_standard_one_ends_after_sixty_days_by_itself() -> None:
    road = held(secure_road().opened())
    space = road.case.breathing_spaces[0]
    assert space.ends is not None
    assert space.ends.on == date(2026, 5, 2)
    road.wait_until(date(2026, 5, 2))
    assert road.case.breathing_spaces[0].ended_on is None
    assert "B1.end due" in road.wait_until(date(2026, 5, 3))
    assert road.case.breathing_spaces[0].ended_on == date(2026, 5, 2)


def test_notice_claim_and_warrant_stop() -> None:
    drafting = held(secure_road().opened().protocol())
    assert drafting.refused(drafting.draft()) == {"breathing_space"}
    serving = held(secure_road().to_approved_notice().search(StepBefore.NOTICE))
    assert serving.refused(serving.serve("T1-1")) == {"breathing_space"}
    claiming = held(secure_road().to_ripe_notice())
    assert claiming.refused(DraftClaim(notice_id="N1", signer="x")) == {"breathing_space"}
    issuing = held(secure_road().to_approved_claim())
    assert issuing.refused(issuing.issue()) == {"breathing_space"}
    ordered = secure_road().to_outright_order().on(date(2026, 6, 16)).contact("benefit_enquiry")
    enforcing = held(ordered.assess(StepBefore.WARRANT))
    assert enforcing.refused(DraftWarrant(order_id="O1", risk=Risk.NONE_KNOWN)) == {"breathing_space"}


def test_approval_and_new_papers_stop_too() -> None:
    road = held(secure_road().to_drafted_notice())
    assert road.refused(Approve(subject="N1"), SENIOR) == {"breathing_space"}
    assert road.refused(RequestPaper(paper=PaperKind.NSP_S83, subject="N1")) == {"breathing_space"}


def test_evidence_goes_on_and_a_claim_on_foot_may_be_heard() -> None:
    road = held(secure_road().opened())
    contact = RecordContact(step="benefit_help", on=road.day, tenants=("T1-1",), method="visit")
    assert road.ask(contact).accepted


def test_the_refusal_says_until_when_and_by_what_authority() -> None:
    road = held(secure_road().opened().protocol())
    refusal = road.ask(road.draft()).refusals[0]
    assert "until Saturday 2 May 2026" in refusal.says
    assert refusal.mend == "Wait until Sunday 3 May 2026; if it is cancelled sooner, record its end."
    assert (refusal.authority, refusal.confidence) == ("SI 2020/1311 reg 7(6)-(7), (12)", "B")


def test_a_crisis_one_has_no_end_until_it_is_recorded() -> None:
    road = secure_road().opened().protocol()
    road.do(StartBreathingSpace(moratorium="crisis", started_on=road.day))
    road.wait_until(date(2026, 5, 20))
    road.contact("rent_statement")
    assert "no end recorded" in road.why(road.draft(), "breathing_space")
    road.do(EndBreathingSpace(breathing_space_id="B1", ended_on=road.day))
    assert road.refused(road.draft()) == {"breathing_space"}
    assert road.later(1).ask(road.draft()).accepted


def test_a_second_one_waits_for_the_first_and_an_end_is_in_order() -> None:
    road = held(secure_road().opened())
    again = StartBreathingSpace(moratorium="standard", started_on=road.day + timedelta(days=1))
    assert road.refused(again) == {"breathing_space_runs"}
    early = EndBreathingSpace(breathing_space_id="B1", ended_on=road.day - timedelta(days=1))
    assert road.refused(early) == {"end_before_start"}
    road.do(EndBreathingSpace(breathing_space_id="B1", ended_on=road.day))
    assert road.refused(EndBreathingSpace(breathing_space_id="B1", ended_on=road.day)) == {"already_ended"}


def test_a_notice_that_turns_out_to_be_served_in_one_carries_no_claim() -> None:
    road = secure_road().to_ripe_notice()
    road.do(StartBreathingSpace(moratorium="standard", started_on=date(2026, 3, 1)))
    road.do(EndBreathingSpace(breathing_space_id="B1", ended_on=date(2026, 3, 20)))
    assert road.refused(DraftClaim(notice_id="N1", signer="x")) == {"notice_void"}


def test_post_that_would_arrive_in_one_is_refused() -> None:
    road = secure_road().opened().protocol()
    road.do(road.draft(planned_service=date(2026, 3, 6))).do(Approve(subject="N1"), SENIOR).search(StepBefore.NOTICE)
    road.do(StartBreathingSpace(moratorium="standard", started_on=road.day + timedelta(days=1)))
    assert road.refused(road.serve("T1-1", method="first_class_post")) == {"breathing_space"}


def test_a_running_one_shows_and_the_court_has_to_be_told_of_it() -> None:
    assert "Breathing space B1 runs: arrears steps wait" in at_risk(held(secure_road().opened()).case)
    assert any("the court has to be told" in r for r in at_risk(held(secure_road().to_issued_claim()).case))


def test_the_notice_goes_on_lapsing_meanwhile() -> None:
    road = held(secure_road().to_served_notice())
    lapse = next(d for d in road.case.deadlines if d.id == "N1.lapse")
    assert lapse.date.on == date(2027, 4, 5)


def test_each_joint_tenant_may_have_a_breathing_space_and_the_longest_bars() -> None:
    road = secure_road().to_drafted_notice()
    first = StartBreathingSpace(moratorium="standard", started_on=road.day, tenants=("T1-1",))
    road.do(first).later(30)
    assert "breathing_space_runs" in road.refused(first.model_copy(update={"started_on": road.day}))
    road.do(StartBreathingSpace(moratorium="standard", started_on=road.day, tenants=("T1-2",)))
    space = running(road.case, road.day)
    assert space is not None
    assert space.id == "B2"
    day = road.day + timedelta(days=45)
    after = running(road.case, day)
    assert after is not None
    assert after.id == "B2"
