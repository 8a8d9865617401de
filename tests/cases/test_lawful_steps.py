"""Steps that the law allows although an ordinary claim for arrears would not: each was once refused."""

from datetime import date, time, timedelta

from cases.commands import (
    Approve,
    BookEviction,
    DraftWarrant,
    ListHearing,
    Override,
    RecordBreachWarning,
    StartBreathingSpace,
)
from cases.facts import OverrideRule, Policy
from cases.tracks import ROADS
from cases.words import Breach, NoticeKind, OutcomeKind, Risk, Role, Route, StepBefore, Track
from law.calendar import settle
from tests.cases.road import LEADER, SENIOR, TEXT, secure_road
from tests.cases.walks import AFTER_NOTICE, Walk, council, provider

SECTION_21 = ("deposit", "gas_and_epc", "licence")


def nuisance() -> Walk:
    return council("secure").begin(Track.SECURE_OTHER).give(NoticeKind.S83, "2")


def test_ground_1_for_a_breach_that_is_not_rent_needs_no_arrears() -> None:
    walk = council("secure")
    walk.postings = []
    walk.begin(Track.SECURE_OTHER).give(NoticeKind.S83, "1", "2")
    assert walk.ready().ask(walk.claiming()).accepted


def test_a_claim_on_conduct_is_open_in_a_breathing_space_unless_the_arrears_are_claimed() -> None:
    walk = nuisance()
    walk.do(StartBreathingSpace(moratorium="standard", started_on=walk.day)).ready()
    assert walk.ask(walk.claiming()).accepted
    assert "breathing_space" in walk.refused(walk.claiming(rent_claimed=True))


def test_a_section_21_claim_that_asks_for_the_arrears_too_waits_for_the_breathing_space() -> None:
    walk = provider("assured_shorthold", date(2025, 6, 2)).begin(Track.SHORTHOLD)
    walk.give(NoticeKind.S21, confirmed=SECTION_21).ready()
    walk.do(StartBreathingSpace(moratorium="standard", started_on=walk.day))
    assert "breathing_space" in walk.refused(walk.claiming(rent_claimed=True))
    assert walk.ask(walk.claiming()).accepted


def test_an_order_on_section_21_in_the_alternative_needs_no_ground() -> None:
    walk = provider("assured_shorthold", date(2025, 6, 2)).begin(Track.SHORTHOLD)
    walk.give(NoticeKind.S21, confirmed=SECTION_21).give(NoticeKind.S8, "8", "10", "11")
    walk.on(date(2026, 5, 5)).contact(*AFTER_NOTICE).assess(StepBefore.CLAIM)
    walk.claim(notice_id="N2", also_on=("N1",)).heard()
    asked = walk.outcome(OutcomeKind.OUTRIGHT, grounds_proved=(), possession_on=walk.day + timedelta(days=14))
    assert walk.ask(asked).accepted
    assert "cannot_suspend" in walk.refused(asked.model_copy(update={"outcome": OutcomeKind.SUSPENDED}))


def test_a_hearing_within_days_is_recorded_where_the_court_shortened_time() -> None:
    walk = nuisance().ready().claim()
    soon = ListHearing(claim_id="C1", on=walk.day + timedelta(days=6), at=time(10), court="Sample")
    assert "hearing_too_early" in walk.refused(soon)
    walk.do(soon.model_copy(update={"time_shortened": True}))
    service = next(d for d in walk.case.deadlines if d.kind == "claim_service")
    assert service.date.on == walk.day
    assert "at once" in service.title


def trespassers() -> Walk:
    walk = council("unauthorised").begin().give(NoticeKind.LEAVE)
    walk.contact(*AFTER_NOTICE).assess(StepBefore.CLAIM)
    return walk.claim(route=Route.PAPER)


def test_statements_against_trespassers_go_with_the_claim_form() -> None:
    walk = trespassers()
    walk.do(ListHearing(claim_id="C1", on=walk.day + timedelta(days=9), at=time(10), court="Sample"))
    hearing = walk.case.hearings[0]
    assert hearing.witness_statements_due.on == hearing.service_latest.on
    assert "55.8(5)" in hearing.witness_statements_due.authority


def without_a_letter() -> Walk:
    """A letter to trespassers is approved, and given to nobody."""
    walk = council("unauthorised").begin()
    walk.do(walk.drafting(NoticeKind.LEAVE)).do(Approve(subject="N1"), SENIOR)
    return walk.contact(*AFTER_NOTICE).assess(StepBefore.CLAIM)


def test_a_claim_against_trespassers_needs_no_letter_by_law_and_goes_on_without_one_where_a_role_says_why() -> None:
    walk = without_a_letter()
    told = {refusal.code: refusal for refusal in walk.ask(walk.claiming()).refusals}
    assert set(told) == {"not_asked_to_leave"}
    assert told["not_asked_to_leave"].authority == "Landlord's policy"
    aside = (Override(code="not_asked_to_leave", reason=TEXT),)
    assert walk.refused(walk.claiming(overrides=aside), SENIOR) == {"not_asked_to_leave"}
    walk.policy = Policy(overrides=(OverrideRule(code="not_asked_to_leave", roles=(Role.SENIOR,)),))
    assert walk.refused(walk.claiming(overrides=aside)) == {"not_asked_to_leave"}
    walk.do(walk.claiming(overrides=aside), SENIOR).do(Approve(subject="C1"), LEADER).search(StepBefore.CLAIM)
    walk.do(walk.issue(route=Route.PAPER, overrides=aside), SENIOR)
    assert walk.last_claim.issued_on == walk.day


def test_a_letter_that_gives_trespassers_a_day_is_kept_to_unless_a_role_says_why_not() -> None:
    walk = council("unauthorised").begin()
    walk.give(NoticeKind.LEAVE, specified_on=walk.day + timedelta(days=7))
    walk.contact(*AFTER_NOTICE).assess(StepBefore.CLAIM)
    assert "gives them until Wednesday 11 March 2026" in walk.why(walk.claiming(), "not_asked_to_leave")
    assert walk.later(7).ask(walk.claiming()).accepted


def test_trespassers_are_evicted_without_the_fourteen_days_of_an_n54() -> None:
    walk = trespassers().heard()
    walk.do(walk.outcome(OutcomeKind.OUTRIGHT, grounds_proved=(), possession_on=walk.day)).later(1)
    walk.to_issued_warrant()
    walk.do(BookEviction(warrant_id="W1", on=settle(walk.day + timedelta(days=3), 1), at=time(11)))
    assert "n54_delivery" not in {d.kind for d in walk.case.deadlines}


def test_no_warning_for_the_debt_is_given_in_a_breathing_space() -> None:
    road = secure_road().to_suspended_order()
    road.wait_until(road.day + timedelta(days=40))
    road.do(StartBreathingSpace(moratorium="standard", started_on=road.day))
    warned = RecordBreachWarning(order_id="O1", on=road.day, method="letter")
    assert road.refused(warned) == {"breathing_space"}
    asked = DraftWarrant(order_id="O1", breach=Breach.PAYMENT, risk=Risk.NONE_KNOWN)
    assert "breathing_space" in road.refused(asked)


def test_grounds_of_conduct_are_pursued_the_same_day_and_in_a_breathing_space() -> None:
    walk = provider("assured").begin(Track.ASSURED_OTHER)
    walk.do(StartBreathingSpace(moratorium="standard", started_on=walk.day))
    walk.give(NoticeKind.S8, "14", specified_on=walk.day).contact(*AFTER_NOTICE).assess(StepBefore.CLAIM)
    walk.claim(route=Route.PAPER)
    assert walk.last_claim.issued_on == walk.newest.drafted_on


def test_a_refusal_on_a_road_outside_both_acts_is_no_surer_than_that_road() -> None:
    walk = council("garage").begin()
    told = {r.code: r for r in walk.ask(walk.drafting(NoticeKind.S83, "1")).refusals}
    assert (told["wrong_notice"].authority, told["wrong_notice"].confidence) == (ROADS[Track.GARAGE].authority, "C")
    assert "No ground is open" in told["wrong_ground"].says


def test_an_order_by_consent_that_names_no_ground_says_plainly_that_nothing_is_owed() -> None:
    road = secure_road().to_hearing_day()
    possession = road.day + timedelta(days=28)
    road.do(road.outcome(OutcomeKind.CONSENT, grounds_proved=(), possession_on=possession)).later(30)
    road.pay(120_000).contact("benefit_enquiry").assess(StepBefore.WARRANT)
    asked = DraftWarrant(order_id="O1", breach=Breach.NONE, risk=Risk.NONE_KNOWN)
    assert "Everything is paid" in road.why(asked, "nothing_owed")
