"""Every field of every act that records a fact can be put right, or stands on a short list with the reason why not."""

from datetime import date, time, timedelta
from typing import Any, get_args

import pytest

from cases import commands as c
from cases.correctable import model_of, value_field
from cases.court_words import ApplicationFor, ArrangementEnd, ArrangementKind, Party
from cases.events import AlarmRaised, NeverMade, PaperChanged
from cases.fact_table import FACTS
from cases.recorded import acts, facts_of
from cases.stages.taken import TAKEN_BY
from cases.state import CaseState
from cases.untouched import NO_FACT, UNTOUCHED
from cases.words import Cause, DecisionKind, HoldKind, LeavingKind, NoticeKind, OutcomeKind, PaperKind, Route, Track
from tests.cases.road import LEADER, OFFICER, SENIOR, TEXT, Road, assured_road, secure_road
from tests.cases.walks import REVIEWER, Walk, council, provider

DAY = timedelta(days=1)
COMMANDS = [model.model_fields["kind"].default for model in get_args(get_args(c.Command)[0])]
CONFIRMED = ("deposit", "gas_and_epc", "licence")


def right(fact: str, **value: Any) -> c.Correct:
    return c.Correct(fact=fact, reason=TEXT, **value)


def put(road: Road, fact: str, **value: Any) -> CaseState:
    road.do(right(fact, **value), SENIOR)
    return road.case


@pytest.mark.parametrize("kind", COMMANDS)
def test_every_field_of_an_act_can_be_put_right_or_has_its_reason_why_not(kind: str) -> None:
    if kind in NO_FACT:
        assert not {act for act, _ in FACTS if act == kind}
        return
    told = {field for act, field in (*FACTS, *UNTOUCHED) if act == kind}
    fields = {f for f in model_of(kind).model_fields if f != "kind" and (f in told or not f.endswith("_id"))}
    assert fields == told
    assert not set(FACTS) & set(UNTOUCHED)


def test_every_act_with_a_fact_can_be_taken_again() -> None:
    parts = {"record_direction", "record_direction_met", "expect_benefit", "open_case"}
    assert {act for act, _ in FACTS} == set(TAKEN_BY) | parts


def test_every_fact_has_a_sort_of_value() -> None:
    for act, field in FACTS:
        assert value_field(act, field) in c.Correct.model_fields


def test_a_direction_and_a_filing_are_put_right_and_their_days_with_them() -> None:
    road = secure_road().to_listed_hearing()
    by = road.case.hearings[0].on - 10 * DAY
    road.do(c.RecordDirection(hearing_id="H1", what=TEXT, by=by))
    assert put(road, "H1:D1/record_direction/by", day=by + DAY).hearings[0].directions[0].by == by + DAY
    assert "H1.D1" in {d.id for d in road.case.deadlines if d.date.on == by + DAY}
    road.do(c.RecordDirectionMet(hearing_id="H1", direction="D1", on=road.day))
    assert put(road, "H1:D1/record_direction_met/on", remove=True).hearings[0].directions[0].done_on is None
    road.do(c.RecordFiling(hearing_id="H1", filed_on=road.day, served_on=road.day))
    assert put(road, "H1/record_filing/filed_on", remove=True).hearings[0].statement_filed_on is None
    assert "H1.statements" in {d.id for d in road.case.deadlines}
    road.do(c.SetAsk(hearing_id="H1", outcome=OutcomeKind.OUTRIGHT, judgment_pence=1))
    assert put(road, "H1/set_ask/judgment_pence", pence=120_000).hearings[0].asked.judgment_pence == 120_000  # type: ignore[union-attr]


def test_a_hearing_on_shortened_time_is_not_at_risk() -> None:
    road = secure_road().to_issued_claim()
    on = road.day + 14 * DAY
    road.do(c.ListHearing(claim_id="C1", on=on, at=time(10), court="Sample", time_shortened=True))
    put(road, "C1/issue_claim/court", label="Other Sample Court")
    assert not road.case.doubts
    put(road, "H1/list_hearing/time_shortened", yes=False)
    assert {d.code for d in road.case.doubts} == {"hearing_too_early"}


def arranged() -> Road:
    road = secure_road().to_served_notice()
    return road.do(
        c.OfferArrangement(
            arrangement=ArrangementKind.BEFORE_COURT,
            instalment_pence=2_000,
            frequency="weekly",
            first_payment=road.day + 7 * DAY,
            agreed_on=road.day,
        )
    )


def test_the_terms_of_an_arrangement_are_put_right_and_its_payments_looked_at_again() -> None:
    road = arranged()
    road.wait_until(road.day + 20 * DAY)
    assert road.case.arrangements[0].breach is not None
    first = road.day + 7 * DAY
    now = put(road, "R1/offer_arrangement/first_payment", day=first).arrangements[0]
    assert now.breach is None
    assert (now.times_broken, now.first_payment) == (0, first)
    assert {d.date.on for d in road.case.deadlines if d.id == "R1.payment"} == {first + 7 * DAY}


def test_an_arrangement_that_was_not_ended_goes_on() -> None:
    road = arranged().later(1)
    road.do(
        c.EndArrangement(arrangement_id="R1", on=road.day, because=ArrangementEnd.WITHDRAWN, reason=TEXT),
    )
    assert put(road, "R1/end_arrangement/on", remove=True).arrangements[0].live


def test_benefit_expected_is_put_right_in_its_arrangement() -> None:
    road = arranged()
    road.do(c.ExpectBenefit(arrangement_id="R1", due_on=road.day, pence=5_000, source="hb"))
    now = put(road, "R1:R1-B1/expect_benefit/pence", pence=6_000).arrangements[0]
    assert [one.pence for one in now.expected_benefit] == [6_000]


def test_a_benefit_claim_that_was_decided_by_mistake_stands_in_the_way_again() -> None:
    road = secure_road().opened()
    told = {"benefit": "universal_credit", "evidence_complete": True, "likely": True, "rest_paid": True}
    road.do(c.RecordBenefitClaim(made_on=road.day, **told))
    road.do(c.DecideBenefitClaim(benefit_claim_id="F1", on=road.day, awarded=True))
    assert put(road, "F1/decide_benefit_claim/on", remove=True).benefit_claims[0].decided_on is None
    assert "F1.benefit" in {d.id for d in road.case.deadlines}
    put(road, "F1/record_benefit_claim/likely", yes=False)
    assert "F1.benefit" not in {d.id for d in road.case.deadlines}


def trial() -> Walk:
    return council("introductory").begin().give(NoticeKind.S128)


def test_a_request_for_a_review_that_came_in_time_is_not_late_any_more() -> None:
    walk = trial()
    walk.later(20).do(walk.ask_review(asked_on=walk.day))
    assert walk.case.reviews[0].late
    now = put(walk, "R1/request_review/asked_on", day=walk.day - 10 * DAY).reviews[0]
    assert not now.late
    assert now.decide_by is not None
    assert "R1.decide" in {d.id for d in walk.case.deadlines}


def test_a_notice_served_later_than_believed_lets_a_late_request_be_in_time() -> None:
    walk = trial()
    walk.later(16).do(walk.ask_review(asked_on=walk.day))
    assert walk.case.reviews[0].late
    for tenant in walk.tenancy.tenants:
        sent = walk.as_at - 10 * DAY
        put(walk, f"N1:{tenant}/serve_notice/sent_at", instant=sent)
    assert not walk.case.reviews[0].late


def test_a_review_that_was_upheld_after_all_gives_the_notice_back() -> None:
    walk = trial()
    walk.do(walk.ask_review()).do(walk.decide(upheld=False), REVIEWER)
    assert walk.case.notices[0].withdrawn
    now = put(walk, "R1/decide_review/upheld", yes=True)
    assert (now.notices[0].withdrawn, now.reviews[0].upheld) == (False, True)
    assert "N1.ripe" in {d.id for d in now.deadlines}
    assert put(walk, "R1/decide_review/upheld", yes=False).notices[0].withdrawn


def test_a_trial_extended_by_a_review_that_was_not_upheld_ends_as_it_did() -> None:
    walk = council("introductory").begin().give(NoticeKind.S125A)
    ends = walk.case.standing.ends.on  # type: ignore[union-attr]
    walk.do(walk.ask_review()).do(walk.decide(), REVIEWER)
    assert walk.case.standing.ends.on > ends  # type: ignore[union-attr]
    now = put(walk, "R1/decide_review/upheld", yes=False)
    assert now.standing is not None
    assert (now.standing.ends.on, now.standing.extended) == (ends, False)


def test_a_decision_of_public_law_told_later_moves_its_review() -> None:
    walk = council("non_secure_ta", duty="s.193")
    walk.do(walk.opening(Track.TEMPORARY))
    day = walk.day - 5 * DAY
    walk.do(c.RecordDecision(decision=DecisionKind.DUTY_ENDED, on=day, told_on=day, reasons=TEXT))
    was = walk.case.decisions[0].review_by
    now = put(walk, "D1/record_decision/told_on", day=day + 2 * DAY).decisions[0].review_by
    assert was is not None
    assert now is not None
    assert now.on == was.on + 2 * DAY
    walk.do(c.RecordDecisionReview(decision_id="D1", asked_on=walk.day))
    assert put(walk, "D1/record_decision_review/asked_on", remove=True).decisions[0].review_asked_on is None


def test_the_copy_for_the_public_trustee_is_put_right_and_spoils_the_claim() -> None:
    walk = council("death_no_successor", died_on=date(2026, 2, 1)).begin().give(NoticeKind.ESTATE)
    walk.do(c.RecordTrusteeCopy(notice_id="N1", on=walk.day))
    walk.ready().claim()
    put(walk, "N1/record_trustee_copy/on", day=walk.day)
    assert ("C1", "trustee_copy") in {(d.subject, d.code) for d in walk.case.doubts}


def test_service_that_never_was_leaves_the_claim_at_risk_and_can_be_recorded_of_the_right_day() -> None:
    road = assured_road().to_issued_claim()
    now = put(road, "N1:T2-1/serve_notice/sent_at", remove=True)
    assert (now.notices[0].services, now.notices[0].served, now.notices[0].issue_from) == ((), None, None)
    assert ("C1", "notice_not_served") in {(d.subject, d.code) for d in now.doubts}


def test_a_notice_that_said_another_date_moves_the_first_day_to_claim() -> None:
    road = secure_road().to_served_notice()
    was = road.case.notices[0]
    now = put(road, "N1/draft_notice/specified_on", day=was.specified.on + 7 * DAY).notices[0]
    assert was.issue_from_safe is not None
    assert now.issue_from_safe is not None
    assert now.issue_from_safe.on == was.issue_from_safe.on + 7 * DAY
    assert now.services == was.services


def test_a_hold_of_another_kind_and_one_not_extended() -> None:
    road = secure_road().to_served_notice()
    ends = road.day + 30 * DAY
    road.do(c.StartHold(hold=HoldKind.POLICY, started_on=road.day, ends_on=ends, reason=TEXT), LEADER)
    road.do(c.ExtendHold(hold_id="L1", ends_on=ends + 9 * DAY, reason=TEXT), LEADER)
    assert put(road, "L1/extend_hold/ends_on", day=ends + 5 * DAY).holds[0].ends.on == ends + 5 * DAY  # type: ignore[union-attr]
    assert put(road, "L1/extend_hold/ends_on", remove=True).holds[0].ends.on == ends  # type: ignore[union-attr]
    tenants = {"tenants": ("T1-1",), "started_on": road.day, "reason": TEXT}
    road.do(c.StartHold(hold=HoldKind.BANKRUPTCY, **tenants))
    now = put(road, "L2/start_hold/hold", label="debt_relief_order").holds[1]
    assert now.kind is HoldKind.DEBT_RELIEF_ORDER
    assert now.ends is not None


def on_papers() -> Walk:
    walk = provider("assured_shorthold", date(2025, 6, 2)).begin(Track.SHORTHOLD)
    walk.give(NoticeKind.S21, confirmed=CONFIRMED).ready()
    return walk.claim(route=Route.ACCELERATED, rent_claimed=False)


def test_service_of_an_accelerated_claim_moves_the_defence() -> None:
    walk = on_papers().later(3)
    walk.do(c.RecordPapersServed(claim_id="C1", sent_on=walk.day - 3 * DAY))
    was = walk.case.claims[0].papers_defence_due
    now = put(walk, "C1/record_papers_served/sent_on", day=walk.day).claims[0].papers_defence_due
    assert was is not None
    assert now is not None
    assert now.on > was.on


def test_a_strike_out_on_papers_that_was_an_order_becomes_one() -> None:
    walk = on_papers().later(30)
    walk.do(c.RecordPapersDecision(claim_id="C1", on=walk.day, decision="struck_out"))
    fact, day = "C1/record_papers_decision/decision", walk.day + 14 * DAY
    assert walk.refused(right(fact, label="order"), SENIOR) == {"not_whole"}
    now = put(walk, fact, label="order", possession_on=day)
    assert now.claims[0].live
    assert now.orders[0].possession is not None
    assert now.orders[0].possession.on == day
    assert put(walk, fact, label="struck_out").orders == ()


def test_an_outright_order_that_was_suspended_is_watched_from_its_terms() -> None:
    road = secure_road().to_outright_order()
    refused = road.ask(right("O1/record_outcome/outcome", label="suspended"), SENIOR)
    assert "the instalment" in refused.refusals[0].says
    terms: dict[str, Any] = {"instalment_pence": 1_000, "frequency": "weekly", "first_payment": road.day + 7 * DAY}
    now = put(road, "O1/record_outcome/outcome", label="suspended", **terms)
    assert (now.orders[0].id, now.orders[0].kind) == ("O1", OutcomeKind.SUSPENDED)
    assert now.hearings[0].outcome is OutcomeKind.SUSPENDED
    ids = {d.id for d in now.deadlines}
    assert "O1.payment" in ids
    assert "O1.possession" not in ids
    back = put(road, "O1/record_outcome/outcome", label="outright")
    assert back.orders[0].terms is None
    assert "O1.possession" in {d.id for d in back.deadlines}


def test_an_order_that_was_never_made_is_gone_and_the_claim_over() -> None:
    road = secure_road().to_outright_order()
    decision = road.ask(right("O1/record_outcome/outcome", label="dismissed"), SENIOR)
    assert any(isinstance(e, NeverMade) and e.orders == ("O1",) for e in decision.events)
    now = put(road, "O1/record_outcome/outcome", label="dismissed")
    assert now.orders == ()
    assert now.claims[0].ended_by is OutcomeKind.DISMISSED
    assert not {d.id for d in now.deadlines if d.id.startswith("O1")}
    day = road.day + 28 * DAY
    again = put(road, "H1/record_outcome/outcome", label="outright", possession_on=day, grounds_proved=("1",))
    assert [o.id for o in again.orders] == ["O1"]
    assert again.claims[0].live


def test_an_order_that_a_warrant_rests_on_is_not_taken_back_before_the_warrant() -> None:
    road = secure_road().to_outright_order().on(date(2026, 6, 16)).to_approved_warrant()
    decision = road.ask(right("O1/record_outcome/outcome", label="dismissed"), SENIOR)
    assert [r.code for r in decision.refusals] == ["something_rests_on_it"]
    assert decision.refusals[0].mend.startswith("Withdraw warrant W1 first")
    road.do(c.Withdraw(subject="W1", reason=TEXT))
    assert road.ask(right("O1/record_outcome/outcome", label="dismissed"), SENIOR).accepted


def test_an_adjournment_to_a_date_that_was_a_dismissal_takes_its_hearing_back() -> None:
    road = secure_road().to_hearing_day()
    on = road.day + 28 * DAY
    road.do(road.outcome(OutcomeKind.ADJOURNED_TO_DATE, grounds_proved=(), next_hearing_on=on))
    now = put(road, "H1/record_outcome/outcome", label="dismissed")
    assert [h.id for h in now.hearings] == ["H1"]
    assert now.claims[0].ended_by is OutcomeKind.DISMISSED
    assert put(road, "H1/record_outcome/outcome", label="adjourned_to_date", next_hearing_on=on).hearings[1].on == on


def test_terms_of_an_adjournment_are_put_right_in_the_arrangement_they_made() -> None:
    road = secure_road().to_hearing_day()
    terms: dict[str, Any] = {"instalment_pence": 1_000, "frequency": "weekly", "first_payment": road.day + 7 * DAY}
    road.do(road.outcome(OutcomeKind.ADJOURNED_ON_TERMS, grounds_proved=(), **terms))
    now = put(road, "H1/record_outcome/instalment_pence", pence=1_500)
    assert (now.arrangements[0].instalment_pence, now.arrangements[0].live) == (1_500, True)
    assert put(road, "H1/record_outcome/outcome", label="adjourned_generally").arrangements == ()


def varied() -> Road:
    road = secure_road().to_suspended_order().later(5)
    road.do(c.RecordApplication(subject="O1", purpose=ApplicationFor.VARY, by=Party.TENANT, made_on=road.day))
    return road.do(
        c.DecideApplication(
            application_id="A1",
            on=road.day,
            granted=True,
            judgment_pence=120_000,
            instalment_pence=500,
            frequency="weekly",
            first_payment=road.day + 7 * DAY,
        )
    )


def test_terms_of_the_order_and_of_its_variation_are_put_right_each_by_itself() -> None:
    road = varied()
    now = put(road, "O1/record_outcome/instalment_pence", pence=1_100).orders[0]
    assert now.terms is not None
    assert (now.terms.instalment_pence, now.earlier_terms[0].instalment_pence) == (500, 1_100)
    now = put(road, "A1/decide_application/instalment_pence", pence=600).orders[0]
    assert now.terms is not None
    assert (now.terms.instalment_pence, now.earlier_terms[0].instalment_pence) == (600, 1_100)


def test_an_application_that_was_refused_after_all_leaves_the_order_as_it_was() -> None:
    road = secure_road().to_suspended_order().later(5)
    before = road.case.orders[0]
    road = varied()
    now = put(road, "A1/decide_application/granted", yes=False)
    assert now.orders[0] == before
    assert now.applications[0].granted is False
    refused = road.ask(right("A1/decide_application/granted", yes=True), SENIOR)
    assert "the instalment" in refused.refusals[0].says


def test_possession_that_was_not_taken_leaves_the_warrant_over_as_cancelled() -> None:
    road = secure_road().to_outright_order().on(date(2026, 6, 16)).to_eviction()
    now = put(road, "W1/record_eviction/executed", yes=False).warrants[0]
    assert (now.executed_on, now.cancelled_on) == (None, road.day)
    assert put(road, "W1/record_eviction/on", remove=True).warrants[0].live


def test_leaving_that_did_not_happen_is_taken_back() -> None:
    road = secure_road().to_served_notice()
    road.do(c.RecordLeaving(on=road.day, how=LeavingKind.LEFT))
    assert put(road, "case/record_leaving/how", label="keys").leaving.how is LeavingKind.KEYS  # type: ignore[union-attr]
    assert put(road, "case/record_leaving/on", remove=True).leaving is None
    assert "leaving.close" not in {d.id for d in road.case.deadlines}


def test_why_possession_is_sought_is_put_right_and_what_was_taken_looked_at_again() -> None:
    road = secure_road().to_served_notice()
    assert put(road, "case/open_case/cause", label="conduct").cause is Cause.CONDUCT


def test_a_breach_that_was_not_and_a_discharge_that_was_not() -> None:
    road = secure_road().to_suspended_order().later(3)
    road.do(c.RecordBreach(order_id="O1", on=road.day, details=TEXT))
    assert put(road, "O1/record_breach/on", day=road.day - DAY).orders[0].breach_on == road.day - DAY
    assert put(road, "O1/record_breach/on", remove=True).orders[0].breach_kind.value == "none"
    road.do(c.DischargeOrder(order_id="O1", on=road.day, reason=TEXT))
    now = put(road, "O1/discharge_order/on", remove=True)
    assert now.orders[0].live
    assert now.claims[0].live


def test_a_closed_case_is_put_right_by_a_second_person_and_waits_for_nothing() -> None:
    road = secure_road().to_issued_claim()
    road.do(c.RequestPaper(paper=PaperKind.N5, subject="C1"))
    on = road.day + 42 * DAY
    road.do(c.ListHearing(claim_id="C1", on=on, at=time(10), court="Sample")).wait_until(on)
    road.do(road.outcome(OutcomeKind.DISMISSED, grounds_proved=()))
    road.do(c.CloseCase(result="dismissed"))
    issued = road.case.claims[0].issued_on
    assert issued
    fact = "C1/issue_claim/court"
    assert road.refused(right(fact, label="Other"), OFFICER) == {"correction_needs_senior"}
    decision = road.ask(right(fact, label="Other"), SENIOR)
    assert decision.accepted
    told = [e for e in decision.events if isinstance(e, AlarmRaised)]
    assert told[0].title.endswith("The case is closed: nothing is waited for again")
    assert any(isinstance(e, PaperChanged) for e in decision.events)
    now = put(road, "C1/issue_claim/issued_on", day=issued + DAY)
    assert now.deadlines == ()
    assert now.closed is not None
    assert put(road, "case/close_case/result", label="withdrawn").closed.result == "withdrawn"  # type: ignore[union-attr]


def test_what_is_told_again_of_any_walk_has_an_address_of_its_own() -> None:
    for road in (varied(), arranged(), on_papers(), trial()):
        addresses = [address for address, _, _ in facts_of(road.case)]
        assert len(addresses) == len(set(addresses))
        assert len(list(acts(road.case))) > 5
