"""The other tracks, from the notice to the order."""

from datetime import date, timedelta

import pytest

from cases.commands import (
    Approve,
    AskForPapersOrder,
    CloseCase,
    Correct,
    EndClaim,
    RecordBenefitClaim,
    RecordPapersDecision,
    RecordPapersServed,
    RecordResponse,
    ServeNotice,
    StartBreathingSpace,
)
from cases.court_words import ClaimEnd, ResponseKind
from cases.facts import Policy
from cases.instants import start_of_day
from cases.views import stage
from cases.words import Cause, CloseResult, NoticeKind, OutcomeKind, Route, Stage, StepBefore, Track
from tests.cases.road import SENIOR, TEXT
from tests.cases.walks import AFTER_NOTICE, REVIEWER, Walk, council, provider

DAY = timedelta(days=1)
LONG_AGO = date(2020, 1, 6)
S21_CONFIRMED = ("deposit", "gas_and_epc", "licence")


def nuisance() -> Walk:
    return council("secure", LONG_AGO).begin(Track.SECURE_OTHER)


def test_a_claim_on_ground_2_may_follow_service_the_same_day_by_paper() -> None:
    walk = nuisance().give(NoticeKind.S83, "2")
    walk.contact(*AFTER_NOTICE).assess(StepBefore.CLAIM)
    walk.do(walk.claiming()).do(Approve(subject="C1"), SENIOR).search(StepBefore.CLAIM)
    assert "notice_not_ripe" in walk.refused(walk.issue(route=Route.PCS))
    walk.do(walk.issue(route=Route.PAPER))
    assert walk.last_claim.issued_on == walk.day
    assert not walk.last_claim.rent_claimed


def test_no_order_on_ground_2_may_bite_before_the_date_in_the_notice() -> None:
    walk = nuisance().give(NoticeKind.S83, "2", specified_on=date(2026, 5, 31))
    walk.contact(*AFTER_NOTICE).assess(StepBefore.CLAIM).claim(route=Route.PAPER)
    walk.heard()
    early = walk.outcome(OutcomeKind.OUTRIGHT, grounds_proved=("2",), possession_on=walk.day + timedelta(days=14))
    assert "possession_date_wrong" in walk.refused(early)
    walk.do(early.model_copy(update={"possession_on": date(2026, 5, 31)}))


def test_conduct_asks_for_incidents_and_a_warning_and_no_rent_account() -> None:
    walk = council("secure", LONG_AGO)
    walk.pay(200_000)
    walk.begin(Track.SECURE_OTHER)
    bare = council("secure", LONG_AGO)
    bare.do(bare.opening(Track.SECURE_OTHER))
    codes = bare.refused(bare.drafting(NoticeKind.S83, "2"))
    assert codes == {"incidents_needed", "warning_needed", "assessment_needed"}
    assert walk.give(NoticeKind.S83, "2").newest.grounds == ("2",)
    assert "statement" not in {d.id for d in walk.case.deadlines}


def test_a_warning_first_is_the_landlords_own_rule() -> None:
    walk = Walk(council("secure", LONG_AGO).tenancy, policy=Policy(conduct_warning_first=False))
    walk.do(walk.opening(Track.SECURE_OTHER))
    walk.contact("incident_log").assess(StepBefore.NOTICE)
    walk.give(NoticeKind.S83, "2")


def test_a_breathing_space_does_not_stop_a_notice_for_conduct() -> None:
    walk = nuisance()
    walk.do(StartBreathingSpace(moratorium="standard", started_on=walk.day))
    walk.give(NoticeKind.S83, "2")
    assert "breathing_space" in walk.refused(walk.drafting(NoticeKind.S83, "1", "2"))


def test_an_assured_claim_on_ground_14_may_follow_at_once_where_the_notice_says_so() -> None:
    walk = provider("assured", LONG_AGO).begin(Track.ASSURED_OTHER)
    walk.give(NoticeKind.S8, "14", specified_on=walk.day)
    walk.contact(*AFTER_NOTICE).assess(StepBefore.CLAIM).claim(route=Route.PAPER)
    assert walk.last_claim.issued_on == walk.day


def test_the_absolute_ground_names_its_condition_and_is_served_in_its_window() -> None:
    walk = council("secure", LONG_AGO).begin(Track.SECURE_ABSOLUTE)
    assert "condition_needed" in walk.refused(walk.drafting(NoticeKind.S83ZA, "84A"))
    closed = {"condition": "4", "condition_on": date(2025, 12, 4)}
    assert "window_over" in walk.refused(walk.drafting(NoticeKind.S83ZA, "84A", **closed))
    convicted = {"condition": "1", "condition_on": date(2025, 12, 4)}
    walk.give(NoticeKind.S83ZA, "84A", **convicted)
    assert walk.newest.window is not None
    assert walk.newest.window.on == date(2026, 12, 3)
    assert walk.newest.review_by is not None
    assert walk.newest.review_by.on == date(2026, 3, 10)


def test_the_absolute_ground_is_refused_when_service_comes_after_its_window() -> None:
    walk = council("secure", LONG_AGO).begin(Track.SECURE_ABSOLUTE)
    drafted = walk.drafting(NoticeKind.S83ZA, "84A", condition="4", condition_on=date(2025, 12, 5))
    walk.do(drafted).do(Approve(subject="N1"), SENIOR).later(1)
    assert "window_over" in walk.refused(walk.serve("T1-1"))


def test_the_absolute_ground_goes_to_an_order_that_cannot_be_suspended() -> None:
    walk = council("secure", LONG_AGO).begin(Track.SECURE_ABSOLUTE)
    walk.give(NoticeKind.S83ZA, "84A", condition="1", condition_on=date(2026, 1, 15))
    walk.do(walk.ask_review()).later(7).do(walk.decide(), REVIEWER)
    walk.ready().claim().heard()
    assert "cannot_suspend" in walk.refused(walk.suspended(grounds_proved=("84A",)))
    walk.ordered("84A")


def test_the_flexible_pair_goes_to_an_order_after_both_notices_and_the_term() -> None:
    walk = council("flexible", date(2021, 10, 4), fixed_term_end=date(2026, 10, 3)).begin()
    assert "pair_needed" in walk.refused(walk.drafting(NoticeKind.S107D_POSSESSION))
    walk.give(NoticeKind.S107D_NON_RENEWAL)
    assert walk.newest.review_by is not None
    assert walk.newest.review_by.on == date(2026, 3, 24)
    walk.do(walk.ask_review()).on(date(2026, 3, 20)).do(walk.decide(), REVIEWER)
    walk.on(date(2026, 8, 5)).give(NoticeKind.S107D_POSSESSION)
    assert walk.newest.issue_from is not None
    assert walk.newest.issue_from.on == date(2026, 10, 6)
    walk.ready().claim().heard().ordered()
    assert stage(walk.case) is Stage.ORDER
    assert walk.case.standing is not None
    assert walk.case.standing.over_on is None


def test_a_notice_of_non_renewal_is_too_late_with_less_than_six_months_left() -> None:
    walk = council("flexible", date(2021, 10, 4), fixed_term_end=date(2026, 10, 3)).begin()
    assert walk.on(date(2026, 4, 3)).ask(walk.drafting(NoticeKind.S107D_NON_RENEWAL)).accepted
    assert not walk.on(date(2026, 4, 4)).ask(walk.drafting(NoticeKind.S107D_NON_RENEWAL)).accepted


def test_a_flexible_term_that_ends_without_the_pair_goes_on_as_a_secure_tenancy() -> None:
    walk = council("flexible", date(2021, 10, 4), fixed_term_end=date(2026, 10, 3)).begin()
    walk.give(NoticeKind.S107D_NON_RENEWAL).wait_until(date(2026, 10, 4))
    assert walk.case.standing is not None
    assert walk.case.standing.becomes == "secure"
    assert "type_has_changed" in walk.refused(walk.drafting(NoticeKind.S107D_POSSESSION))
    walk.do(CloseCase(result=CloseResult.TENANCY_CHANGED))


def a_starter(**policy: object) -> Walk:
    return provider("assured_shorthold", date(2025, 6, 2), Policy(**policy)).begin(Track.SHORTHOLD)  # type: ignore[arg-type]


def test_section_21_asks_for_its_confirmations_and_bars_the_first_four_months() -> None:
    walk = a_starter()
    assert "not_confirmed" in walk.refused(walk.drafting(NoticeKind.S21, confirmed=("deposit",)))
    young = provider("assured_shorthold", date(2025, 12, 1)).begin(Track.SHORTHOLD)
    assert not young.ask(young.drafting(NoticeKind.S21, confirmed=S21_CONFIRMED)).accepted
    assert young.on(date(2026, 4, 1)).ask(young.drafting(NoticeKind.S21, confirmed=S21_CONFIRMED)).accepted


def test_an_accelerated_claim_is_decided_on_papers() -> None:
    walk = a_starter().give(NoticeKind.S21, confirmed=S21_CONFIRMED).ready().claim(route=Route.ACCELERATED)
    assert walk.last_claim.hearing_earliest is None
    assert "defence_time" in walk.refused(AskForPapersOrder(claim_id="C1", on=walk.day))
    walk.do(RecordPapersServed(claim_id="C1", sent_on=walk.day))
    due = walk.last_claim.papers_defence_due
    assert due is not None
    assert "defence_time" in walk.on(due.on).refused(AskForPapersOrder(claim_id="C1", on=due.on))
    walk.wait_until(due.on + DAY)
    walk.do(AskForPapersOrder(claim_id="C1", on=walk.day)).later(10)
    order = RecordPapersDecision(claim_id="C1", on=walk.day, decision="order", possession_on=walk.day + 15 * DAY)
    assert "possession_date_wrong" in walk.refused(order)
    walk.do(order.model_copy(update={"possession_on": walk.day + 14 * DAY}))
    assert walk.case.orders[0].kind is OutcomeKind.OUTRIGHT
    assert stage(walk.case) is Stage.ORDER
    walk.wait_until(walk.day + 15 * DAY)


def test_a_defended_accelerated_claim_waits_for_the_judge_and_no_order_is_asked_for() -> None:
    walk = a_starter().give(NoticeKind.S21, confirmed=S21_CONFIRMED).ready().claim(route=Route.ACCELERATED)
    walk.do(RecordPapersServed(claim_id="C1", sent_on=walk.day))
    due = walk.last_claim.papers_defence_due
    assert due is not None
    walk.do(RecordResponse(claim_id="C1", what=ResponseKind.DEFENCE, on=walk.day, disputed=True))
    walk.wait_until(due.on + DAY)
    assert walk.refused(AskForPapersOrder(claim_id="C1", on=walk.day)) == {"defended"}
    assert "papers_order" not in {d.kind for d in walk.case.deadlines}
    assert walk.ask(RecordPapersDecision(claim_id="C1", on=walk.day, decision="hearing")).accepted
    assert walk.ask(EndClaim(claim_id="C1", on=walk.day, how=ClaimEnd.DISCONTINUED)).accepted


def test_an_accelerated_claim_struck_out_may_be_restored_within_28_days() -> None:
    walk = a_starter().give(NoticeKind.S21, confirmed=S21_CONFIRMED).ready().claim(route=Route.ACCELERATED)
    walk.do(RecordPapersServed(claim_id="C1", sent_on=walk.day)).later(20)
    struck = RecordPapersDecision(claim_id="C1", on=walk.day, decision="struck_out", reasons_served_on=walk.day)
    walk.do(struck)
    assert walk.last_claim.ended_by is OutcomeKind.STRUCK_OUT
    assert {d.id: d.date.on for d in walk.case.deadlines}["C1.restore"] == walk.day + 28 * DAY


def test_an_accelerated_claim_may_be_sent_to_a_hearing() -> None:
    walk = a_starter().give(NoticeKind.S21, confirmed=S21_CONFIRMED).ready().claim(route=Route.ACCELERATED)
    walk.do(RecordPapersServed(claim_id="C1", sent_on=walk.day)).later(20)
    walk.do(RecordPapersDecision(claim_id="C1", on=walk.day, decision="hearing"))
    walk.heard().ordered()


def test_an_accelerated_claim_claims_no_arrears_and_rests_on_section_21_alone() -> None:
    walk = a_starter().give(NoticeKind.S21, confirmed=S21_CONFIRMED).ready()
    walk.do(walk.claiming(rent_claimed=True)).do(Approve(subject="C1"), SENIOR).search(StepBefore.CLAIM)
    assert "not_for_papers" in walk.refused(walk.issue(route=Route.ACCELERATED))
    walk.do(walk.issue(route=Route.PAPER))
    assert "not_on_papers" in walk.refused(RecordPapersServed(claim_id="C1", sent_on=walk.day))


def test_no_order_on_section_21_bites_in_the_first_six_months() -> None:
    walk = provider("assured_shorthold", date(2025, 11, 3)).begin(Track.SHORTHOLD)
    walk.give(NoticeKind.S21, confirmed=S21_CONFIRMED)
    floor = walk.newest.named("order_not_before")
    assert floor is not None
    assert floor.on == date(2026, 5, 3)


def test_the_landlords_own_review_of_section_21_is_kept_like_the_others() -> None:
    walk = a_starter(own_review_days=10).give(NoticeKind.S21, confirmed=S21_CONFIRMED)
    assert walk.newest.review_by is not None
    assert walk.newest.review_by.on == date(2026, 3, 13)
    walk.do(walk.ask_review()).ready()
    assert "review_pending" in walk.refused(walk.claiming())
    walk.do(walk.decide(), REVIEWER).claim()


def a_market_let(day: date = date(2026, 6, 3), **changes: object) -> Walk:
    walk = provider("assured", LONG_AGO, social_housing=False, **changes)
    walk.on(day)
    walk.owe(60_000)
    return walk.begin()


def test_a_market_let_goes_by_the_new_regime() -> None:
    walk = a_market_let()
    assert walk.case.track is Track.ASSURED_NEW
    assert "wrong_regime" in walk.refused(walk.drafting(NoticeKind.S8, "8", "10", "11"))
    walk.give(NoticeKind.S8_NEW, "8", "10", "11")
    assert walk.newest.specified.on == date(2026, 7, 1)
    walk.ready().claim().heard().ordered("8", "10", "11")


def test_ground_8_of_the_new_regime_asks_for_thirteen_weeks() -> None:
    walk = provider("assured", LONG_AGO, social_housing=False).on(date(2026, 6, 3))
    walk.begin()
    assert "ground8_threshold" in walk.refused(walk.drafting(NoticeKind.S8_NEW, "8", "10", "11"))
    walk.owe(36_000)
    assert walk.ask(walk.drafting(NoticeKind.S8_NEW, "8", "10", "11")).accepted


def test_rent_unpaid_only_because_universal_credit_is_awaited_does_not_count() -> None:
    walk = a_market_let()
    asked = RecordBenefitClaim(
        benefit="universal_credit",
        made_on=walk.day,
        evidence_complete=True,
        likely=True,
        rest_paid=False,
    )
    walk.do(asked)
    assert "ground8_threshold" in walk.refused(walk.drafting(NoticeKind.S8_NEW, "8", "10", "11"))


def test_a_new_regime_notice_for_nuisance_holds_the_order_back_fourteen_days() -> None:
    walk = a_market_let()
    walk.contact("incident_log")
    walk.give(NoticeKind.S8_NEW, "14")
    assert walk.newest.specified.on == walk.day
    floor = walk.newest.named("order_not_before")
    assert floor is not None
    assert floor.on == walk.day + 14 * DAY


def test_the_day_the_new_regime_reaches_social_lets_is_a_setting_that_switches_the_notice() -> None:
    reached = Policy(social_commencement=date(2027, 4, 1))
    walk = provider("assured", LONG_AGO, reached).begin()
    assert "wrong_regime" in walk.refused(walk.drafting(NoticeKind.S8_NEW, "10"))
    walk.on(date(2027, 4, 1))
    assert "wrong_regime" in walk.refused(walk.drafting(NoticeKind.S8, "10", "11"))
    walk.contact("rent_statement")
    assert walk.give(NoticeKind.S8_NEW, "10", "11").newest.specified.on == date(2027, 4, 29)


def test_an_old_notice_is_good_for_a_claim_until_three_months_after_the_change() -> None:
    reached = Policy(social_commencement=date(2026, 6, 1))
    walk = provider("assured", LONG_AGO, reached).begin().give(NoticeKind.S8, "10", "11")
    assert {d.id: d.date.on for d in walk.case.deadlines}["N1.old"] == date(2026, 8, 31)
    walk.ready()
    assert "hand_over" in walk.on(date(2026, 9, 1)).refused(walk.claiming())
    assert "hand_over" not in {r.code for r in walk.on(date(2026, 8, 31)).ask(walk.claiming()).refusals}


def test_a_section_21_notice_on_a_quarterly_tenancy_keeps_its_own_longer_life_at_the_change() -> None:
    for begins, last in ((date(2026, 9, 1), date(2026, 10, 29)), (date(2026, 6, 1), date(2026, 8, 31))):
        reached = Policy(social_commencement=begins)
        quarterly = {"period_unit": "quarter", "period_anchor": date(2025, 10, 1)}
        walk = provider("assured_shorthold", date(2025, 7, 1), reached, **quarterly).begin(Track.SHORTHOLD)
        walk.give(NoticeKind.S21, confirmed=S21_CONFIRMED)
        # Served on 2 March 2026; a quarter later is 2 June, its end 30 June; four months beginning with it.
        assert {d.id: d.date.on for d in walk.case.deadlines}["N1.old"] == last


def test_a_claim_rests_on_two_notices_in_the_alternative() -> None:
    walk = council("secure", LONG_AGO).begin(Track.SECURE_ABSOLUTE)
    walk.give(NoticeKind.S83ZA, "84A", condition="1", condition_on=date(2026, 1, 15)).later(1)
    walk.give(NoticeKind.S83, "1", "2").wait_until(date(2026, 4, 6))
    walk.ready()
    walk.do(walk.claiming(notice_id="N1", also_on=("N2",)))
    assert walk.last_claim.notices == ("N1", "N2")
    walk.do(Approve(subject="C1"), SENIOR).search(StepBefore.CLAIM)
    walk.do(walk.issue(route=Route.PAPER))
    assert not {"N1.lapse", "N2.lapse"} & {d.id for d in walk.case.deadlines}
    walk.heard().ordered("2", days=28)
    assert walk.case.orders[0].grounds_proved == ("2",)


def quit_too(walk: Walk) -> Walk:
    """The notice to quit beside the road's own, security having been lost."""
    return walk.give(NoticeKind.NOTICE_TO_QUIT, confirmed=("security_lost",))


def test_where_security_may_be_lost_a_notice_to_quit_stands_beside_the_notice_seeking_possession() -> None:
    for walk in (council("secure", LONG_AGO), provider("assured", LONG_AGO)):
        walk.begin(Track.SECURE_ARREARS if walk.tenancy.occupancy == "secure" else Track.ASSURED_ARREARS)
        refused = walk.ask(walk.drafting(NoticeKind.NOTICE_TO_QUIT)).refusals
        assert [(r.code, r.confidence) for r in refused] == [("not_confirmed", "C")]
        assert "HA 1985 ss.81, 93" in refused[0].authority
        ground = "1" if walk.tenancy.occupancy == "secure" else "10"
        quit_too(walk.give(walk.draft().notice, ground)).ready()
        walk.claim(also_on=("N1",), route=Route.PAPER, notice_id="N2").heard()
        assert walk.last_claim.notices == ("N2", "N1")


def test_an_order_on_the_notice_to_quit_alone_is_short_and_one_on_the_ground_is_not() -> None:
    walk = council("secure", LONG_AGO).begin(Track.SECURE_ARREARS)
    quit_too(walk.give(NoticeKind.S83, "1")).ready().claim(also_on=("N2",), route=Route.PAPER, notice_id="N1").heard()
    late = walk.outcome(OutcomeKind.OUTRIGHT, grounds_proved=(), possession_on=walk.day + timedelta(days=28))
    assert walk.refused(late) == {"possession_date_wrong"}
    suspended = walk.suspended(grounds_proved=())
    assert "cannot_suspend" in walk.refused(suspended)
    assert walk.ask(late.model_copy(update={"grounds_proved": ("1",)})).accepted
    walk.ordered(days=14)
    assert walk.case.orders[0].grounds_proved == ()


def test_every_notice_relied_on_is_looked_at_before_a_claim_and_not_the_first_alone() -> None:
    walk = council("secure", LONG_AGO).begin(Track.SECURE_ARREARS).give(NoticeKind.S83, "1")
    walk.contact(*AFTER_NOTICE).later(1)
    quit_too(walk).wait_until(walk.newest.issue_from_safe.on)  # type: ignore[union-attr]
    walk.assess(StepBefore.CLAIM)
    both = walk.claiming(notice_id="N1", also_on=("N2",))
    assert {"post_notice_contact", "protocol_copy"} <= walk.refused(both)
    walk.contact(*AFTER_NOTICE)
    for tenant in walk.tenancy.tenants:
        fact = f"N2:{tenant}/serve_notice/sent_at"
        sent = start_of_day(walk.newest.specified.on - timedelta(days=20)) + timedelta(hours=12)
        walk.do(Correct(fact=fact, instant=sent, reason=TEXT), SENIOR)
    assert ("N2", "specified_too_early") in {(d.subject, d.code) for d in walk.case.doubts}
    assert "notice_in_doubt" in walk.refused(both)
    alone = walk.ask(walk.claiming(notice_id="N1"))
    assert "notice_in_doubt" not in {r.code for r in alone.refusals}


def test_a_notice_to_quit_ends_no_fixed_term() -> None:
    walk = council("secure_fixed", LONG_AGO, fixed_term_end=date(2027, 1, 3)).begin(Track.SECURE_ARREARS)
    asked = walk.drafting(NoticeKind.NOTICE_TO_QUIT, confirmed=("security_lost",))
    assert any("fixed term runs until" in r.says for r in walk.ask(asked).refusals)


def test_a_claim_waits_for_the_later_of_two_notices() -> None:
    walk = council("secure", LONG_AGO).begin(Track.SECURE_ABSOLUTE)
    walk.give(NoticeKind.S83ZA, "84A", condition="1", condition_on=date(2026, 1, 15))
    walk.wait_until(date(2026, 4, 6))
    walk.give(NoticeKind.S83, "1")
    assert "notice_not_ripe" in walk.refused(walk.claiming(notice_id="N1", also_on=("N2",)))


def test_a_notice_of_another_kind_is_served_and_claimed_on_while_an_order_runs() -> None:
    walk = council("secure", LONG_AGO)
    walk.to_suspended_order()
    walk.contact("incident_log", "conduct_warning", "rent_statement", "part3_invite")
    walk.give(NoticeKind.S83ZA, "84A", condition="1", condition_on=walk.day)
    assert "claim_live" in walk.refused(walk.claiming(notice_id="N1"))
    walk.ready().claim().heard().ordered("84A")
    assert [o.live for o in walk.case.orders] == [True, True]


def test_a_fixed_term_asks_whether_the_agreement_lets_it_be_ended() -> None:
    walk = provider("assured", date(2025, 1, 6), fixed_term_end=date(2027, 1, 5)).begin()
    assert "not_confirmed" in walk.refused(walk.drafting(NoticeKind.S8, "8", "10", "11"))
    assert walk.ask(walk.drafting(NoticeKind.S8, "8", "10", "11", confirmed=("term_clause",))).accepted


@pytest.mark.parametrize(
    ("method", "specified"),
    [(None, date(2026, 4, 5)), ("by_hand", date(2026, 4, 5)), ("first_class_post", date(2026, 4, 12))],
)
def test_a_planned_way_of_service_adds_its_margin_to_the_recommended_date(method: str | None, specified: date) -> None:
    walk = council("secure", LONG_AGO).begin()
    walk.do(walk.drafting(NoticeKind.S83, "1", method=method))
    assert walk.newest.specified.on == specified


def test_a_way_of_service_that_is_none_is_refused_when_it_is_planned() -> None:
    walk = council("secure", LONG_AGO).begin()
    assert "method_not_allowed" in walk.refused(walk.drafting(NoticeKind.S83, "1", method="text_message"))
    assert "method_not_allowed" in walk.refused(walk.drafting(NoticeKind.S83, "1", method="pigeon"))


def test_ground_8_paid_down_on_the_day_of_the_hearing_is_not_proved() -> None:
    walk = provider("assured", LONG_AGO).begin().give(NoticeKind.S8, "8", "10", "11").ready().claim().heard()
    walk.pay(24_001)
    proved = walk.outcome(OutcomeKind.OUTRIGHT, grounds_proved=("8",), possession_on=walk.day + 14 * DAY)
    assert "ground8_threshold" in walk.refused(proved)
    walk.do(walk.suspended(grounds_proved=("10", "11")))


@pytest.mark.parametrize(
    ("occupancy", "changes", "become"),
    [
        ("introductory", {"start_date": date(2024, 1, 8)}, "secure periodic tenancy"),
        ("demoted", {"demoted_on": date(2024, 1, 8)}, "secure periodic tenancy"),
        (
            "flexible",
            {"start_date": date(2018, 1, 8), "fixed_term_end": date(2023, 1, 7)},
            "secure periodic tenancy",
        ),
    ],
)
def test_a_stale_type_is_refused_with_what_it_has_become(occupancy: str, changes: dict[str, date], become: str) -> None:
    walk = Walk(council(occupancy).tenancy.model_copy(update=changes))
    assert "type_out_of_date" in walk.refused(walk.opening())
    assert become in walk.why(walk.opening(), "type_out_of_date")


def test_service_of_a_notice_by_a_way_that_is_none_is_still_refused() -> None:
    walk = council("secure", LONG_AGO).begin()
    walk.do(walk.drafting(NoticeKind.S83, "1")).do(Approve(subject="N1"), SENIOR)
    sent = ServeNotice(notice_id="N1", tenant="T1-1", method="text_message", sent_at=walk.as_at, proof=TEXT)
    assert "method_not_allowed" in walk.refused(sent)


def test_an_accelerated_claim_waits_for_no_hearing_of_its_own() -> None:
    walk = a_starter().give(NoticeKind.S21, confirmed=S21_CONFIRMED).ready().claim(route=Route.ACCELERATED)
    waits = {d.id for d in walk.case.deadlines}
    assert "C1.listing" not in waits
    assert "C1.papers" in waits


def test_a_road_for_arrears_on_an_introductory_tenancy_asks_for_part_2_as_well() -> None:
    walk = council("introductory")
    walk.do(walk.opening(Track.INTRODUCTORY))
    assert {"contact_each_tenant", "statement_needed"} <= walk.refused(walk.drafting(NoticeKind.S128))
    conduct = council("introductory")
    conduct.begin(cause=Cause.CONDUCT)
    assert conduct.ask(conduct.drafting(NoticeKind.S128)).accepted


def test_a_breathing_space_does_not_stop_a_section_21_notice() -> None:
    walk = provider("demoted", demoted_on=date(2025, 12, 1)).begin(cause=Cause.ARREARS)
    walk.do(StartBreathingSpace(moratorium="standard", started_on=walk.day))
    walk.give(NoticeKind.S21, confirmed=S21_CONFIRMED)
    assert "breathing_space" in walk.refused(walk.drafting(NoticeKind.S8, "10", "11"))


def test_the_review_of_the_absolute_ground_binds_councils_and_a_provider_may_give_its_own() -> None:
    convicted = {"condition": "1", "condition_on": date(2026, 1, 15)}
    walk = provider("secure", LONG_AGO).begin(Track.SECURE_ABSOLUTE)
    assert walk.give(NoticeKind.S83ZA, "84A", **convicted).newest.review_by is None
    kind = provider("secure", LONG_AGO, Policy(own_review_days=7)).begin(Track.SECURE_ABSOLUTE)
    given = kind.give(NoticeKind.S83ZA, "84A", **convicted).newest.review_by
    assert given is not None
    assert given.on == date(2026, 3, 10)
