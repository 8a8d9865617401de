"""The Equality Act assessment is made for each step when that step is at hand, and not once for all of them."""

from datetime import timedelta

from cases.commands import DraftClaim, DraftWarrant, RecordEviction, RecordTenDayLetter
from cases.words import Breach, Risk, StepBefore
from tests.cases.road import Road, secure_road


def weighed_too_soon(road: Road, before: StepBefore) -> Road:
    """The road with only an assessment from the day before what leads up to the step."""
    assert road.state is not None
    made = road.case.assessments[-1].model_copy(update={"on": road.day - timedelta(days=400), "before": before})
    kept = tuple(a for a in road.case.assessments if a.before is not before)
    road.state = road.case.model_copy(update={"assessments": (*kept, made)})
    return road


def test_one_made_before_the_notice_does_not_serve_for_the_claim() -> None:
    road = weighed_too_soon(secure_road().to_ripe_notice(), StepBefore.CLAIM)
    asked = DraftClaim(notice_id="N1", signer="officer.a")
    assert "older than service of notice N1" in road.why(asked, "assessment_needed")
    assert road.assess(StepBefore.CLAIM).ask(asked).accepted


def test_one_made_before_issue_does_not_serve_for_the_hearing() -> None:
    road = weighed_too_soon(secure_road().to_listed_hearing(), StepBefore.HEARING)
    asked = RecordTenDayLetter(hearing_id="H1", sent_on=road.day)
    assert "older than the issue of claim C1" in road.why(asked, "assessment_needed")


def test_one_made_before_the_breach_does_not_serve_for_the_warrant() -> None:
    road = secure_road().to_suspended_order().assess(StepBefore.WARRANT)
    road.wait_until(road.day + timedelta(days=40))
    asked = DraftWarrant(order_id="O1", breach=Breach.PAYMENT, risk=Risk.NONE_KNOWN)
    assert "older than the breach of order O1" in road.why(asked, "assessment_needed")
    assert "assessment_needed" not in road.assess(StepBefore.WARRANT).refused(asked)


def test_one_made_before_the_warrant_does_not_serve_for_the_eviction() -> None:
    road = secure_road().to_outright_order()
    road.wait_until(road.day + timedelta(days=30))
    road = weighed_too_soon(road.to_booked_eviction(), StepBefore.EVICTION)
    road.wait_until(road.day + timedelta(days=15))
    asked = RecordEviction(warrant_id="W1", on=road.day, executed=True)
    assert "older than the issue of warrant W1" in road.why(asked, "assessment_needed")
