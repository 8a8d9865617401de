"""Temporary and interim accommodation, garages, estates and trespass: what each begins with, and where it ends."""

from datetime import date, timedelta

import pytest

from cases.commands import (
    Approve,
    CloseCase,
    DraftClaim,
    RecordDecision,
    RecordDecisionReview,
    RecordLeaving,
    RecordTrusteeCopy,
)
from cases.words import CloseResult, DecisionKind, LeavingKind, NoticeKind, Route, StepBefore
from tests.cases.road import SENIOR, TEXT, Road, secure_road


def ta_road(**changes: object) -> Road:
    """A non-secure tenancy under the full duty, opened, with no debt needed."""
    return secure_road(**{"occupancy": "non_secure_ta", "duty": "s.193", **changes}).opened()


def decided(road: Road, kind: DecisionKind = DecisionKind.DUTY_ENDED) -> Road:
    """The decision made and told today, and the assessment before the notice."""
    road.do(RecordDecision(decision=kind, on=road.day, told_on=road.day, reasons=TEXT))
    return road.assess(StepBefore.NOTICE)


def served(road: Road, kind: NoticeKind, **changes: object) -> Road:
    """The notice drafted, approved and handed to everybody today."""
    road.do(road.draft(notice=kind, grounds=(), **changes))
    road.approve_latest_notice().search(StepBefore.NOTICE)
    for tenant in road.tenancy.tenants:
        road.do(road.serve(tenant))
    return road


def test_no_notice_goes_out_before_the_decision_is_made_and_told() -> None:
    road = ta_road().assess(StepBefore.NOTICE)
    draft = road.draft(notice=NoticeKind.NOTICE_TO_QUIT, grounds=())
    assert road.refused(draft) == {"decision_needed"}
    road.do(RecordDecision(decision=DecisionKind.DUTY_ENDED, on=road.day, reasons=TEXT))
    assert "has not been told" in road.why(draft, "decision_needed")
    road.do(RecordDecision(decision=DecisionKind.DUTY_ENDED, on=road.day, told_on=road.day, reasons=TEXT))
    assert road.ask(draft).accepted


def test_a_review_of_the_decision_holds_the_notice_until_it_is_decided() -> None:
    road = decided(ta_road())
    assert road.case.decisions[0].review_by is not None
    assert road.case.decisions[0].review_by.on == road.day + timedelta(days=20)
    asked = road.later(5)
    asked.do(RecordDecisionReview(decision_id="D1", asked_on=asked.day))
    draft = road.draft(notice=NoticeKind.NOTICE_TO_QUIT, grounds=())
    assert "not decided" in road.why(draft, "decision_needed")
    road.later(30).do(RecordDecisionReview(decision_id="D1", decided_on=road.day, upheld=True, reasons=TEXT))
    assert road.ask(road.draft(notice=NoticeKind.NOTICE_TO_QUIT, grounds=())).accepted


def test_a_decision_that_is_quashed_no_longer_carries_a_notice() -> None:
    road = decided(ta_road())
    road.do(RecordDecisionReview(decision_id="D1", asked_on=road.day))
    road.do(RecordDecisionReview(decision_id="D1", decided_on=road.day, upheld=False, reasons=TEXT))
    draft = road.draft(notice=NoticeKind.NOTICE_TO_QUIT, grounds=())
    assert "not upheld" in road.why(draft, "decision_needed")


def test_the_last_day_to_ask_for_a_review_is_a_date_the_case_waits_for_and_is_to_be_confirmed() -> None:
    road = decided(ta_road())
    waiting = {d.kind: d for d in road.case.deadlines}["decision_review"]
    assert waiting.date.on == date(2026, 3, 24)
    assert (waiting.date.confidence, waiting.date.authority) == ("C", "HA 1996 s.202(3)")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"told_on": date(2026, 3, 1)}, "told_before"),
        ({"told_on": date(2026, 4, 1)}, "told_in_future"),
        ({"on": date(2026, 4, 1)}, "in_future"),
    ],
)
def test_a_decision_is_told_after_it_is_made(changes: dict[str, object], code: str) -> None:
    road = ta_road()
    made = RecordDecision(decision=DecisionKind.DUTY_ENDED, on=road.day, reasons=TEXT)
    assert road.refused(made.model_copy(update=changes)) == {code}


def test_a_road_that_asks_for_no_decision_takes_none() -> None:
    road = secure_road().opened()
    made = RecordDecision(decision=DecisionKind.DUTY_ENDED, on=road.day, told_on=road.day, reasons=TEXT)
    assert road.refused(made) == {"decision_not_wanted"}


def test_a_notice_to_quit_runs_four_weeks_to_the_end_of_a_period_and_never_lapses() -> None:
    road = served(decided(ta_road()), NoticeKind.NOTICE_TO_QUIT)
    notice = road.case.notices[0]
    assert notice.served is not None
    assert notice.served.on == date(2026, 3, 4)
    assert notice.specified.on == date(2026, 4, 5)
    assert notice.issue_from is not None
    assert notice.issue_from.on == date(2026, 4, 6)
    assert notice.lapse is None
    assert "notice_lapse" not in {d.kind for d in road.case.deadlines}


def test_a_licence_ends_four_weeks_after_service_whatever_the_period() -> None:
    road = decided(secure_road(occupancy="licence_ta", duty="s.193").opened(), DecisionKind.SUBLET)
    assert served(road, NoticeKind.LICENCE_END).case.notices[0].specified.on == date(2026, 4, 1)


def test_interim_accommodation_is_taken_back_after_reasonable_notice_without_a_court() -> None:
    road = secure_road(occupancy="interim_ta", duty="s.188").opened()
    decided(road, DecisionKind.NO_DUTY)
    road = served(road, NoticeKind.REASONABLE, specified_on=road.day + timedelta(days=7))
    assert road.refused(DraftClaim(notice_id="N1", signer="A")) >= {"no_order_needed"}
    back = RecordLeaving(on=road.day, how=LeavingKind.TAKEN_BACK)
    assert road.refused(back) == {"cannot_take_back"}
    said = road.wait_until(road.day + timedelta(days=8))
    assert "N1.leave due" in said
    road.do(RecordLeaving(on=road.day, how=LeavingKind.TAKEN_BACK))
    road.do(CloseCase(result=CloseResult.TAKEN_BACK))
    assert road.case.deadlines == ()


def test_interim_notice_needs_one_of_the_interim_duties() -> None:
    road = decided(secure_road(occupancy="interim_ta", duty="s.193").opened(), DecisionKind.NO_DUTY)
    draft = road.draft(notice=NoticeKind.REASONABLE, grounds=())
    assert "not an interim duty" in road.ask(draft).refusals[0].says


def test_a_home_is_never_taken_back_without_an_order() -> None:
    road = served(decided(ta_road()), NoticeKind.NOTICE_TO_QUIT)
    road.on(date(2026, 5, 1))
    assert road.refused(RecordLeaving(on=road.day, how=LeavingKind.TAKEN_BACK)) == {"cannot_take_back"}
    road.do(RecordLeaving(on=road.day, how=LeavingKind.LEFT))
    assert road.refused(CloseCase(result=CloseResult.TAKEN_BACK)) == {"not_taken_back"}
    road.do(CloseCase(result=CloseResult.TENANT_LEFT))


def test_the_public_trustee_has_the_copy_before_the_estates_notice_expires() -> None:
    road = secure_road(occupancy="death_no_successor").opened().assess(StepBefore.NOTICE)
    road = served(road, NoticeKind.ESTATE)
    notice = road.case.notices[0]
    waiting = {d.kind: d for d in road.case.deadlines}["trustee_copy"]
    claim = DraftClaim(notice_id="N1", signer="A")
    road.on(notice.issue_from_safe.on if notice.issue_from_safe else road.day)
    assert "trustee_copy" in road.refused(claim)
    road.do(RecordTrusteeCopy(notice_id="N1", on=waiting.date.on + timedelta(days=1)))
    assert "too late" in road.why(claim, "trustee_copy")
    road.do(RecordTrusteeCopy(notice_id="N1", on=waiting.date.on))
    assert "trustee_copy" not in {r.code for r in road.ask(claim).refusals}


def test_no_copy_goes_to_the_public_trustee_for_a_notice_to_the_living() -> None:
    road = served(decided(ta_road()), NoticeKind.NOTICE_TO_QUIT)
    assert road.refused(RecordTrusteeCopy(notice_id="N1", on=road.day)) == {"no_copy_wanted"}


def test_a_garage_needs_no_twenty_eight_days() -> None:
    road = secure_road(occupancy="garage").opened().assess(StepBefore.NOTICE)
    road = served(road, NoticeKind.GARAGE)
    assert road.case.notices[0].specified.on == date(2026, 3, 15)


def test_an_unauthorised_occupier_may_be_sued_from_the_day_in_the_letter() -> None:
    road = secure_road(occupancy="unauthorised").opened().assess(StepBefore.NOTICE)
    road = served(road, NoticeKind.LEAVE)
    assert road.case.notices[0].issue_from_safe is not None
    assert road.case.notices[0].issue_from_safe.on == road.day


def reviewed(road: Road, upheld: bool | None) -> Road:
    """A review of the first decision asked for today; decided today where it is said how."""
    road.do(RecordDecisionReview(decision_id="D1", asked_on=road.day))
    if upheld is not None:
        road.do(RecordDecisionReview(decision_id="D1", decided_on=road.day, upheld=upheld))
    return road


def _to_claim(road: Road) -> Road:
    ripe = road.case.notices[0].issue_from_safe
    assert ripe
    road.contact("part3_invite").wait_until(ripe.on)
    return road.contact("part3_reasons", "part3_schedule").assess(StepBefore.CLAIM)


CLAIMING = DraftClaim(notice_id="N1", signer="officer.a")


def test_no_claim_follows_a_decision_that_was_quashed_or_is_under_review() -> None:
    road = reviewed(served(decided(ta_road()), NoticeKind.NOTICE_TO_QUIT), None)
    due = next(d for d in road.case.deadlines if d.kind == "decision_review_due")
    assert (due.date.on - road.day).days == 56
    _to_claim(road)
    assert road.refused(CLAIMING) == {"decision_needed"}
    road.do(RecordDecisionReview(decision_id="D1", decided_on=road.day, upheld=False))
    assert "not upheld" in road.ask(CLAIMING).refusals[0].says


def test_a_fresh_decision_does_not_save_the_notice_served_on_the_old_one() -> None:
    road = reviewed(served(decided(ta_road()), NoticeKind.NOTICE_TO_QUIT), False).later(1)
    _to_claim(decided(road))
    told = road.ask(CLAIMING).refusals
    assert [r.code for r in told] == ["decision_needed"]
    assert "before decision D2 was told" in told[0].says


def test_a_review_that_is_upheld_lets_the_claim_go_on() -> None:
    road = reviewed(served(decided(ta_road()), NoticeKind.NOTICE_TO_QUIT), True)
    assert _to_claim(road).ask(CLAIMING).accepted


def test_a_decision_quashed_after_issue_puts_the_claim_at_risk() -> None:
    road = _to_claim(served(decided(ta_road()), NoticeKind.NOTICE_TO_QUIT))
    road.do(CLAIMING).do(Approve(subject="C1"), SENIOR).search(StepBefore.CLAIM)
    road.do(road.issue(route=Route.PAPER))
    reviewed(road, False)
    assert ("C1", "decision_needed") in {(d.subject, d.code) for d in road.case.doubts}


def test_interim_accommodation_is_not_taken_back_on_a_quashed_decision() -> None:
    road = served(decided(ta_road(occupancy="interim_ta", duty="s.188"), DecisionKind.NO_DUTY), NoticeKind.REASONABLE)
    reviewed(road, None).later(40)
    back = RecordLeaving(on=road.day, how=LeavingKind.TAKEN_BACK)
    assert road.ask(back).accepted
    road.do(RecordDecisionReview(decision_id="D1", decided_on=road.day, upheld=False))
    assert road.refused(back) == {"decision_needed"}
    assert road.ask(RecordLeaving(on=road.day, how=LeavingKind.LEFT)).accepted
