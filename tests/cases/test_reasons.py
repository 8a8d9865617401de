"""What a refusal tells: its own mend, the tenancy's own Act, and no more certainty than its source."""

from datetime import date, time, timedelta

import pytest

from cases.available import available
from cases.commands import (
    Approve,
    BookEviction,
    CloseCase,
    Command,
    DraftClaim,
    DraftWarrant,
    EndBreathingSpace,
    OpenCase,
    RecordBreach,
    RecordBreachWarning,
    RecordContact,
    RecordEviction,
    RecordOutcome,
    RecordPermission,
    RecordWarrantIssued,
    RentChanged,
    RequestWarrant,
    ServeNotice,
    StartBreathingSpace,
    Withdraw,
)
from cases.refusals import Refusal
from cases.views import at_risk
from cases.words import Breach, CloseResult, OutcomeKind, Risk, Route, StepBefore
from tests.cases.road import ASSURED, OFFICER, SENIOR, SYSTEM, TEXT, Road, assured_road, secure_road

DAY = timedelta(days=1)


def reason(road: Road, command: Command, code: str) -> Refusal:
    return next(r for r in road.ask(command).refusals if r.code == code)


def claim(road: Road) -> DraftClaim:
    return DraftClaim(notice_id=road.case.notices[-1].id, signer="officer.a")


def test_a_date_made_safe_by_the_form_alone_is_to_be_confirmed() -> None:
    road = assured_road().to_served_notice()
    too_early = reason(road, claim(road), "notice_not_ripe")
    assert (too_early.authority, too_early.confidence) == ("HA 1988 s.8(3)(b); Form 3", "C")
    assert too_early.mend == "Wait until Friday 20 March 2026."


def test_the_date_to_specify_is_no_surer_than_the_notice_to_quit_it_rests_on() -> None:
    road = secure_road().to_approved_notice().on(date(2026, 3, 10)).search(StepBefore.NOTICE)
    late = reason(road, road.serve("T1-1"), "specified_too_early")
    assert (late.authority, late.confidence) == ("HA 1985 s.83(4)-(5)", "C")  # served by hand: common law
    assert "It had to be served by Sunday 8 March 2026." in late.says
    draft = assured_road().opened().protocol()
    early = reason(draft, draft.draft(specified_on=draft.day + DAY), "specified_too_early")
    assert early.confidence == "A"
    assert early.mend.endswith("or choose Wednesday 18 March 2026 or later.")


@pytest.mark.parametrize(("road", "act"), [(secure_road, "HA 1985"), (assured_road, "HA 1988")])
def test_only_the_act_of_the_tenancy_is_cited(road: object, act: str) -> None:
    made: Road = road().opened()  # type: ignore[operator]
    other = "HA 1988" if act == "HA 1985" else "HA 1985"
    made.pay(500_000)
    cited = reason(made, made.draft(), "no_arrears").authority
    assert act in cited
    assert other not in cited


def test_on_the_last_safe_day_a_claim_may_be_issued_and_on_the_lapse_day_not() -> None:
    for made, last in ((secure_road, date(2027, 4, 4)), (assured_road, date(2027, 3, 3))):
        road = made().to_ripe_notice().on(last)
        assert "notice_lapsed" not in road.refused(claim(road).model_copy(update={"signer": ""}))
        road.later(1)
        assert reason(road, claim(road), "notice_lapsed").mend.startswith("Serve a new notice")


def test_an_unknown_way_of_serving_is_told_once_and_in_words() -> None:
    road = secure_road().to_approved_notice().search(StepBefore.NOTICE)
    (only,) = road.ask(road.serve("T1-1", method="pigeon")).refusals
    assert only.code == "method_not_allowed"
    assert "left at the home" in only.mend
    assert "_" not in only.mend


def test_a_provider_may_leave_a_notice_at_the_home_only_where_the_agreement_says_so() -> None:
    road = Road(ASSURED.model_copy(update={"agreement_allows_post": False})).to_approved_notice()
    road.search(StepBefore.NOTICE)
    for method in ("left_at_property", "first_class_post"):
        why = reason(road, road.serve("T2-1", method=method), "method_not_allowed")
        assert why.authority == "tenancy agreement; LPA 1925 s.196"
        assert why.mend == "Hand the notice to the tenant, or record the clause of the agreement."
    assert road.ask(road.serve("T2-1")).accepted


def test_ground_8_has_to_be_met_on_the_day_that_posted_service_takes_effect() -> None:
    road = assured_road().to_approved_notice().search(StepBefore.NOTICE)
    posted: ServeNotice = road.serve("T2-1", method="first_class_post")
    road.later(1).pay(24_001).later(5)
    assert "Friday 6 March 2026 £959.99 counts" in road.why(posted, "ground8_threshold")


def test_a_section_8_notice_in_breathing_space_is_named_by_the_regulations_and_a_section_83_notice_read_into_them() -> (
    None
):
    for made, mark in ((assured_road, "A"), (secure_road, "B")):
        road = made().to_ripe_notice()
        road.do(StartBreathingSpace(moratorium="standard", started_on=date(2026, 3, 2)))
        road.do(EndBreathingSpace(breathing_space_id="B1", ended_on=road.day))
        road.later(1)
        void = reason(road, claim(road), "notice_void")
        assert void.confidence == mark
        assert "so it is void. Breathing space B1 runs from Monday 2 March 2026" in void.says


def test_the_day_before_a_breathing_space_and_the_day_after_it_are_free() -> None:
    road = secure_road().opened().protocol()
    road.do(StartBreathingSpace(moratorium="standard", started_on=road.day + DAY))
    assert road.ask(road.draft()).accepted
    last = road.day + timedelta(days=60)
    assert "breathing_space" in road.on(last).refused(road.draft())
    assert road.later(1).contact("rent_statement").ask(road.draft()).accepted


def test_a_crisis_breathing_space_asks_for_its_end() -> None:
    road = secure_road().opened().protocol()
    road.do(StartBreathingSpace(moratorium="crisis", started_on=road.day))
    assert reason(road, road.draft(), "breathing_space").mend.startswith("Ask whether the crisis treatment goes on")
    assert {"B1.crisis", "B1.review"} <= {d.id for d in road.case.deadlines}
    road.wait_until(road.day + timedelta(days=21)).clear()
    road.note()
    assert "B1.review" not in {d.id for d in road.case.deadlines}


def test_no_eviction_is_booked_into_a_breathing_space() -> None:
    road = secure_road().to_outright_order().on(date(2026, 6, 16)).to_issued_warrant()
    road.do(StartBreathingSpace(moratorium="standard", started_on=road.day))
    book = BookEviction(warrant_id="W1", n54_delivered_on=road.day, on=road.day + timedelta(days=15), at=time(11))
    stopped = reason(road, book, "breathing_space")
    assert "the court must stop enforcement" in stopped.says
    assert stopped.authority == "SI 2020/1311 reg 10(5)-(6)"


def test_no_claim_is_issued_when_the_arrears_are_cleared_after_approval() -> None:
    road = assured_road().to_approved_claim()
    road.pay(120_000)
    assert "no_arrears" in road.refused(road.issue())


def test_nothing_is_enforced_when_everything_is_paid_unless_the_ground_was_mandatory() -> None:
    for grounds, refused in ((("10", "11"), True), (("8", "10"), False)):
        road = assured_road().to_hearing_day()
        road.do(
            road.outcome(
                OutcomeKind.OUTRIGHT, grounds_proved=grounds, possession_on=road.day + 14 * DAY, judgment_pence=120_000
            )
        )
        road.later(15).pay(120_000).contact("benefit_enquiry").assess(StepBefore.WARRANT)
        decision = road.ask(DraftWarrant(order_id="O1", risk=Risk.NONE_KNOWN))
        assert ("nothing_owed" in {r.code for r in decision.refusals}) is refused
        assert decision.accepted is not refused


def test_the_benefit_office_is_asked_again_before_enforcement() -> None:
    road = secure_road().to_outright_order().on(date(2026, 6, 16)).assess(StepBefore.WARRANT)
    asked = reason(road, DraftWarrant(order_id="O1", risk=Risk.NONE_KNOWN), "benefit_before_warrant")
    assert (asked.authority, asked.confidence) == ("Pre-Action Protocol 2.6", "B")
    lead = next(a for a in available(road.case, road.facts(), OFFICER.role, road.as_at) if a.leads)
    assert (lead.command, lead.suggests) == ("record_contact", "benefit_enquiry")


def test_a_breach_of_other_terms_has_to_be_recorded_before_it_is_relied_on() -> None:
    road = secure_road().to_suspended_order()
    why = reason(road, DraftWarrant(order_id="O1", breach=Breach.OTHER, risk=Risk.NONE_KNOWN), "no_breach")
    assert why.mend == "Record that breach with its details first."


def test_what_is_done_already_says_what_comes_next() -> None:
    road = secure_road().to_outright_order().on(date(2026, 6, 16)).to_issued_warrant()
    again = RecordWarrantIssued(warrant_id="W1", on=road.day, number="X")
    assert reason(road, again, "not_requested").mend == "Go on to the appointment."
    assert reason(road, RequestWarrant(warrant_id="W1", on=road.day), "warrant_not_approved").mend.startswith("Wait")
    early = BookEviction(warrant_id="W1", n54_delivered_on=road.day, on=road.day + 14 * DAY, at=time(11))
    assert reason(road, early, "eviction_too_early").mend == "Ask the bailiff for Wednesday 1 July 2026 or later."


def test_after_possession_nothing_is_left_but_to_close() -> None:
    road = secure_road().to_outright_order().on(date(2026, 6, 16)).to_eviction()
    for command in (
        RecordEviction(warrant_id="W1", on=road.day, executed=True),
        DraftWarrant(order_id="O1", risk=Risk.NONE_KNOWN),
    ):
        assert any("close the case" in r.mend for r in road.ask(command).refusals)
    assert [d.id for d in road.case.deadlines] == ["W1.close"]
    assert road.do(CloseCase(result=CloseResult.EVICTED)).case.deadlines == ()


def test_the_warrant_fee_is_known_on_12_july_2026_and_not_on_the_13th() -> None:
    order = secure_road().to_outright_order()
    for day, known in ((date(2026, 7, 12), True), (date(2026, 7, 13), False)):
        walked = Road(order.tenancy, day)
        walked.postings, walked.state = list(order.postings), order.case
        walked.to_approved_warrant()
        decision = walked.ask(RequestWarrant(warrant_id="W1", on=day))
        assert decision.accepted is known
        if not known:
            (missing,) = decision.refusals
            assert missing.confidence == "C"
            assert missing.mend.startswith("Enter the fee that was paid")


def test_the_claim_fee_changes_on_13_july_2026() -> None:
    for day, pence in ((date(2026, 7, 12), 40_400), (date(2026, 7, 13), 41_500)):
        road = Road(ASSURED, date(2026, 6, 26)).to_ripe_notice().on(day)
        road.do(claim(road)).do(Approve(subject="C1"), SENIOR).search(StepBefore.CLAIM)
        wrong = reason(road, road.issue(route=Route.PAPER, fee_pence=1), "fee_differs")
        assert f"£{pence // 100}.00" in wrong.mend


def test_ground_8_paid_down_to_a_penny_below_falls_away_and_10_and_11_stand() -> None:
    road = assured_road().to_hearing_day()
    road.pay(24_001)
    possession = {"possession_on": road.day + 14 * DAY, "judgment_pence": 95_999}
    eight: RecordOutcome = road.outcome(OutcomeKind.OUTRIGHT, grounds_proved=("8",), **possession)
    assert "£959.99 counts" in road.why(eight, "ground8_threshold")
    assert road.ask(road.outcome(OutcomeKind.OUTRIGHT, grounds_proved=("10", "11"), **possession)).accepted


def test_a_claim_adjourned_without_a_date_is_not_forgotten() -> None:
    for outcome in (OutcomeKind.ADJOURNED_GENERALLY, OutcomeKind.ADJOURNED_ON_TERMS):
        road = secure_road().to_hearing_day()
        road.do(road.outcome(outcome, other_terms=TEXT))
        assert "C1.restore due" in road.wait_until(road.day + timedelta(days=28))


def test_an_order_broken_and_warned_waits_for_a_decision() -> None:
    road = secure_road().to_broken_order()
    assert "O1.decide due" in road.wait_until(road.day + timedelta(days=14))
    kept = secure_road().to_suspended_order().pay(900_000)
    kept.do(RecordBreach(order_id="O1", on=kept.day, details=TEXT))
    kept.do(RecordBreachWarning(order_id="O1", on=kept.day, method="letter"))
    assert "O1.decide" in {d.id for d in kept.case.deadlines}
    kept.do(RecordPermission(order_id="O1", on=kept.day, granted=False))


def test_a_warrant_says_when_the_arrears_are_cleared_or_the_payments_made_up() -> None:
    road = secure_road().to_broken_order().to_issued_warrant()
    road.pay(900_000).do(RentChanged(), SYSTEM)
    risks = " ".join(at_risk(road.case))
    assert "Warrant W1: the arrears are cleared" in risks
    assert "Warrant W1: the payments are made up" in risks
    assert road.ask(Withdraw(subject="W1", reason=TEXT)).accepted


def test_a_dwelling_outside_england_and_wales_is_not_sent_to_welsh_law() -> None:
    road = secure_road(country="Scotland")
    asked = OpenCase(tenancy_ref="T1", landlord="sample-council", officer="officer.a")
    why = reason(road, asked, "not_england")
    assert "Wales" not in why.mend + why.authority


def test_a_rent_period_we_do_not_know_is_never_counted_as_weekly() -> None:
    road = secure_road(period_unit="lunar").opened().protocol()
    decision = road.ask(road.draft())
    assert not decision.accepted
    assert "'lunar'" in decision.refusals[0].says


def test_no_refusal_of_a_step_shows_a_code() -> None:
    road = secure_road().opened()
    wrong = RecordContact(step="bogus", on=road.day, tenants=("T1-1",), method="letter")
    (only,) = road.ask(wrong).refusals
    assert "_" not in only.mend
