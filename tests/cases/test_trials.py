"""Introductory and demoted tenancies: a trial that ends, is extended, or is kept alive."""

from datetime import date, timedelta

import pytest

from cases.commands import ArrangeReviewHearing, CloseCase, WithdrawReview
from cases.views import stage
from cases.words import Cause, CloseResult, NoticeKind, OutcomeKind, Stage
from tests.cases.road import LEADER, OFFICER, SENIOR
from tests.cases.walks import REVIEWER, Walk, council, provider

S128, S125A, S143E = NoticeKind.S128, NoticeKind.S125A, NoticeKind.S143E
DAY = timedelta(days=1)


def a_trial(cause: Cause = Cause.ARREARS) -> Walk:
    return council("introductory").begin(cause=cause)


def test_the_last_day_of_the_trial_is_known_from_the_day_the_case_is_opened() -> None:
    walk = a_trial()
    waits = {d.id: d for d in walk.case.deadlines}
    assert waits["standing"].date.on == date(2026, 8, 3)
    assert [a.level for a in waits["standing"].alarms][:3] == ["reminder-120", "reminder-90", "reminder-60"]
    assert waits["standing.extend"].date.on == date(2026, 6, 7)
    assert waits["standing.notice"].date.on == date(2026, 7, 5)


def test_an_introductory_tenancy_goes_to_the_keys_without_a_ground() -> None:
    walk = a_trial().give(S128).ready().claim().heard().ordered()
    assert walk.case.orders[0].grounds_proved == ()
    assert stage(walk.case) is Stage.ORDER
    assert "standing" not in {d.id for d in walk.case.deadlines}


def test_conduct_asks_for_incidents_and_not_for_the_account() -> None:
    walk = council("introductory")
    walk.pay(200_000)
    walk.begin(cause=Cause.CONDUCT)
    assert walk.give(S128).newest.grounds == ()
    bare = council("introductory")
    bare.opened()
    assert "incidents_needed" not in bare.refused(bare.drafting(S128))
    assert "contact_each_tenant" in bare.refused(bare.drafting(S128))


def test_the_mandatory_claim_asks_for_part_3_of_the_protocol() -> None:
    walk = a_trial().give(S128)
    ripe = walk.newest.issue_from_safe
    assert ripe is not None
    walk.wait_until(ripe.on)
    assert {"part3_reasons"} <= walk.refused(walk.claiming())
    walk.contact("part3_reasons").later(1).contact("part3_invite")
    assert "part3_reasons" in walk.refused(walk.claiming())


def test_reasons_wait_until_the_occupants_have_had_time_to_answer() -> None:
    walk = a_trial().give(S128)
    ripe = walk.newest.issue_from_safe
    assert ripe is not None
    walk.wait_until(ripe.on)
    walk.contact("part3_invite").later(3).contact("part3_reasons")
    assert "had until" in walk.why(walk.claiming(), "part3_reasons")
    walk.later(4).contact("part3_reasons")
    assert "part3_reasons" not in walk.refused(walk.claiming())


def test_the_court_could_not_suspend_it() -> None:
    walk = a_trial().give(S128).ready().claim().heard()
    assert "cannot_suspend" in walk.refused(walk.suspended(grounds_proved=()))
    late = walk.outcome(OutcomeKind.OUTRIGHT, grounds_proved=(), possession_on=walk.day + timedelta(days=28))
    assert "possession_date_wrong" in walk.refused(late)


def test_a_trial_that_ends_without_a_claim_has_become_a_secure_tenancy() -> None:
    walk = a_trial().give(S128).ready()
    said = walk.wait_until(date(2026, 8, 4))
    assert "standing due" in said
    standing = walk.case.standing
    assert standing is not None
    assert (standing.over_on, standing.becomes) == (date(2026, 8, 4), "secure")
    assert walk.newest.lapsed
    assert "type_has_changed" in walk.refused(walk.claiming())
    assert "secure periodic tenancy" in walk.why(walk.drafting(S128), "type_has_changed")
    assert [d.id for d in walk.case.deadlines if d.id.startswith("standing")] == ["standing.over"]
    walk.do(CloseCase(result=CloseResult.TENANCY_CHANGED))


def test_the_last_day_of_the_trial_is_good_and_the_day_after_is_not() -> None:
    walk = a_trial().give(S128).ready().on(date(2026, 8, 3))
    assert "type_has_changed" not in {r.code for r in walk.ask(walk.claiming()).refusals}
    assert "type_has_changed" in walk.on(date(2026, 8, 4)).refused(walk.claiming())


def test_a_claim_that_fails_after_the_trial_leaves_a_secure_tenancy() -> None:
    walk = a_trial().give(S128).ready().on(date(2026, 7, 21)).claim().heard()
    walk.do(walk.outcome(OutcomeKind.DISMISSED, grounds_proved=()))
    walk.wait_until(walk.day + DAY)
    assert walk.case.standing is not None
    assert walk.case.standing.over_on == walk.day


def test_a_notice_that_leaves_no_time_for_a_claim_is_refused() -> None:
    walk = a_trial().on(date(2026, 7, 8))
    assert "no_time_for_claim" in walk.refused(walk.drafting(S128))
    assert "no_time_for_claim" not in {r.code for r in walk.on(date(2026, 7, 5)).ask(walk.drafting(S128)).refusals}


def test_an_extension_stands_when_nobody_asked_for_a_review() -> None:
    walk = a_trial(Cause.CONDUCT).give(S125A).give(S128)
    before = walk.newest.last_safe_issue
    assert before is not None
    assert before.on == date(2026, 8, 3)
    walk.wait_until(date(2026, 3, 18))
    standing = walk.case.standing
    assert standing is not None
    assert standing.extended
    assert standing.ends.on == date(2027, 2, 3)
    assert walk.newest.last_safe_issue is not None
    assert walk.newest.last_safe_issue.on == date(2027, 2, 3)
    assert "extended_already" in walk.refused(walk.drafting(S125A))


@pytest.mark.parametrize(("upheld", "extended"), [(True, True), (False, False)])
def test_an_extension_under_review_stands_only_if_it_is_upheld(upheld: bool, extended: bool) -> None:
    walk = a_trial(Cause.CONDUCT).give(S125A)
    walk.do(walk.ask_review())
    walk.wait_until(date(2026, 4, 1))
    assert walk.case.standing is not None
    assert not walk.case.standing.extended
    walk.do(walk.decide(upheld), REVIEWER)
    assert walk.case.standing.extended is extended
    assert walk.newest.withdrawn is not extended


def test_an_extension_whose_review_is_told_after_the_year_does_not_stand() -> None:
    walk = a_trial(Cause.CONDUCT).give(S125A)
    walk.do(walk.ask_review()).on(date(2026, 8, 3)).do(walk.decide(), REVIEWER)
    assert walk.case.standing is not None
    assert not walk.case.standing.extended


def test_an_extension_is_too_late_with_less_than_eight_weeks_left() -> None:
    walk = a_trial(Cause.CONDUCT).on(date(2026, 6, 9))
    assert not walk.ask(walk.drafting(S125A)).accepted
    assert walk.on(date(2026, 6, 8)).ask(walk.drafting(S125A)).accepted


def test_no_claim_rests_on_an_extension() -> None:
    walk = a_trial(Cause.CONDUCT).give(S125A).ready()
    assert "no_claim_on_it" in walk.refused(walk.claiming())


def test_a_review_asked_for_in_time_stops_the_claim_until_it_is_decided() -> None:
    walk = a_trial().give(S128)
    assert walk.newest.review_by is not None
    assert walk.newest.review_by.on == date(2026, 3, 17)
    assert "review_window" in walk.refused(walk.claiming())
    walk.later(5).do(walk.ask_review())
    review = walk.case.reviews[0]
    assert review.decide_by is not None
    assert review.decide_by.on == walk.newest.specified.on - DAY
    walk.ready()
    assert walk.refused(walk.claiming()) == {"review_pending"}
    walk.do(walk.decide(), REVIEWER)
    assert walk.refused(walk.claiming()) == {"review_late"}


def test_a_review_decided_and_told_in_time_lets_the_claim_go_on() -> None:
    walk = a_trial().give(S128)
    walk.do(walk.ask_review()).later(10).do(walk.decide(), REVIEWER)
    walk.ready().claim()
    assert walk.last_claim.issued_on == walk.day


def test_a_decision_that_is_not_upheld_withdraws_the_notice() -> None:
    walk = a_trial().give(S128)
    walk.do(walk.ask_review()).later(10).do(walk.decide(upheld=False), REVIEWER)
    assert walk.newest.withdrawn
    assert "notice_not_served" in walk.refused(walk.claiming())


def test_a_review_asked_for_too_late_is_kept_and_stops_nothing() -> None:
    walk = a_trial().give(S128).on(date(2026, 3, 18))
    walk.do(walk.ask_review())
    assert walk.case.reviews[0].late
    assert "review_over" in walk.refused(walk.decide(), REVIEWER)
    walk.ready().claim()


def test_the_reviewer_is_senior_and_was_not_involved() -> None:
    walk = a_trial().give(S128)
    walk.do(walk.ask_review()).later(3)
    assert "involved_before" in walk.refused(walk.decide(), SENIOR)
    assert "not_allowed" in walk.refused(walk.decide(), OFFICER)
    walk.do(walk.decide(), LEADER)
    assert "review_over" in walk.refused(walk.decide(), REVIEWER)


def test_a_hearing_is_held_on_five_clear_days_notice_where_one_is_asked_for() -> None:
    walk = a_trial().give(S128)
    walk.do(walk.ask_review(hearing_wanted=True))
    assert "review_unheard" in walk.refused(walk.decide(), REVIEWER)
    told = walk.day
    set_for = ArrangeReviewHearing(review_id="R1", on=told + timedelta(days=6), told_on=told)
    assert "short_notice_of_hearing" in walk.refused(set_for.model_copy(update={"on": told + timedelta(days=5)}))
    walk.do(set_for)
    assert "review_unheard" in walk.refused(walk.decide(), REVIEWER)
    walk.on(told + timedelta(days=6)).do(walk.decide(), REVIEWER)


def test_a_review_is_refused_where_the_notice_gives_none_or_the_days_are_wrong() -> None:
    walk = council("secure", date(2020, 1, 6)).begin().give(NoticeKind.S83, "1")
    assert "not_reviewable" in walk.refused(walk.ask_review())
    trial = a_trial().give(S128)
    assert "before_service" in trial.refused(trial.ask_review(asked_on=trial.day - DAY))
    assert "in_future" in trial.refused(trial.ask_review(asked_on=trial.day + DAY))
    assert "unknown_tenant" in trial.refused(trial.ask_review(tenant="nobody"))
    trial.do(trial.ask_review())
    assert "review_asked" in trial.refused(trial.ask_review())
    assert "review_order" in trial.refused(trial.decide(on=trial.day, told_on=trial.day - DAY), REVIEWER)


def test_a_review_that_is_withdrawn_stops_nothing() -> None:
    walk = a_trial().give(S128)
    walk.do(walk.ask_review()).do(WithdrawReview(review_id="R1", on=walk.day))
    walk.ready().claim()


def test_a_demotion_ends_after_a_year_and_a_notice_keeps_it_alive_six_months() -> None:
    walk = council("demoted", demoted_on=date(2025, 6, 2)).begin()
    assert walk.case.standing is not None
    assert walk.case.standing.ends.on == date(2026, 6, 1)
    walk.on(date(2026, 5, 20)).give(S143E)
    waits = {d.id: d.date.on for d in walk.case.deadlines}
    assert waits["standing"] == date(2026, 11, 19)
    walk.ready().claim().heard().ordered()
    assert walk.case.orders[0].live


def test_a_demotion_that_ends_without_a_claim_is_over() -> None:
    walk = council("demoted", demoted_on=date(2025, 6, 2)).begin()
    walk.wait_until(date(2026, 6, 2))
    assert walk.case.standing is not None
    assert walk.case.standing.becomes == "secure"
    assert "type_has_changed" in walk.refused(walk.drafting(S143E))


def test_a_demoted_tenancy_of_a_provider_goes_by_section_21_without_the_six_month_floor() -> None:
    walk = provider("demoted", demoted_on=date(2025, 12, 1)).begin()
    confirmed = ("deposit", "gas_and_epc", "licence")
    assert "not_confirmed" in walk.refused(walk.drafting(NoticeKind.S21))
    walk.give(NoticeKind.S21, confirmed=confirmed)
    assert walk.newest.named("order_not_before") is None
    walk.ready().claim().heard().ordered()
    assert walk.case.orders[0].kind is OutcomeKind.OUTRIGHT
