"""The notice: what must be done before it, when it may be served, and how long it lives."""

from datetime import date, timedelta

import pytest

from cases.commands import Approve, DraftClaim, RecordContact, RentChanged, SendBack, Withdraw
from cases.facts import Policy, Posting
from cases.words import NoticeKind, Role, StepBefore
from tests.cases.road import LEADER, OFFICER, SENIOR, SYSTEM, TEXT, Road, assured_road, secure_road


def test_drafting_tells_every_protocol_step_still_missing() -> None:
    road = secure_road().opened()
    assert road.refused(road.draft()) == {
        "contact_each_tenant",
        "affordability_needed",
        "statement_needed",
        "benefit_needed",
        "debt_advice_needed",
        "assessment_needed",
    }


def test_each_joint_tenant_has_to_be_contacted() -> None:
    road = secure_road().opened()
    road.do(RecordContact(step="contact_each_tenant", on=road.day, tenants=("T1-1",), method="call"))
    assert "1 of 2 tenants has not yet been contacted about the arrears: T1-2" in road.why(
        road.draft(), "contact_each_tenant"
    )


def test_a_rent_statement_older_than_a_quarter_does_not_count() -> None:
    road = secure_road().opened().protocol().later(92)
    assert road.refused(road.draft()) == {"statement_needed"}
    assert secure_road().opened().protocol().later(91).ask(road.draft(planned_service=date(2026, 6, 3))).accepted


def test_an_assessment_that_says_stop_stops_the_notice() -> None:
    road = secure_road().opened().protocol().assess(StepBefore.NOTICE, proceed=False)
    assert road.refused(road.draft()) == {"assessment_needed"}


def test_the_notice_and_its_grounds_have_to_fit_the_tenancy() -> None:
    road = secure_road().opened().protocol()
    assert road.refused(road.draft(notice=NoticeKind.S8)) == {"wrong_notice"}
    assert road.refused(road.draft(grounds=("7A",))) >= {"wrong_ground"}
    assert road.refused(road.draft(grounds=())) == {"wrong_ground"}
    assert "these are: 1, 2, 2ZA" in road.why(road.draft(grounds=("7A",)), "wrong_ground")


def test_ground_8_needs_eight_weeks_rent_in_pence_on_the_draft_day() -> None:
    road = assured_road().opened().protocol().pay(24_000)
    assert road.ask(road.draft()).accepted
    road.pay(1)
    assert road.refused(road.draft()) == {"ground8_threshold"}
    says = road.why(road.draft(), "ground8_threshold")
    assert "£960.00" in says
    assert "£959.99" in says
    assert road.ask(road.draft(grounds=("10", "11"))).accepted


def test_ground_8_does_not_name_four_weekly_rent_so_a_solicitor_is_asked() -> None:
    road = assured_road(period_unit="four_week", rent_pence=48_000).opened().protocol()
    assert road.refused(road.draft()) == {"ground8_threshold"}
    refusal = road.ask(road.draft()).refusals[0]
    assert "solicitor" in refusal.mend
    assert refusal.field == "grounds"
    assert road.ask(road.draft(grounds=("10", "11"))).accepted


def test_quarterly_rent_counts_for_ground_8_only_when_three_months_overdue() -> None:
    road = assured_road(period_unit="quarter", period_anchor=date(2025, 12, 1), rent_pence=120_000)
    road.postings = [Posting(on=date(2025, 12, 1), kind="rent", due_pence=120_000, paid_pence=0)]
    road.on(date(2026, 2, 27)).opened().protocol()
    assert road.refused(road.draft()) == {"ground8_threshold"}
    assert road.on(date(2026, 3, 1)).ask(road.draft()).accepted


def test_ground_8_is_tested_again_at_service() -> None:
    road = assured_road().to_approved_notice().search(StepBefore.NOTICE).pay(30_000)
    assert road.refused(road.serve("T2-1")) == {"ground8_threshold"}


def test_a_landlords_own_minimum_of_arrears_is_kept() -> None:
    road = Road(secure_road().tenancy, policy=Policy(minimum_arrears_weeks=11)).opened().protocol()
    assert road.refused(road.draft()) == {"policy_minimum"}


def test_the_recommended_date_is_taken_and_an_earlier_one_is_refused_with_the_earliest() -> None:
    road = secure_road().opened().protocol()
    early = road.draft(specified_on=date(2026, 3, 31))
    assert road.refused(early) == {"specified_too_early"}
    assert "Sunday 5 April 2026" in road.why(early, "specified_too_early")
    road.do(road.draft())
    assert road.case.notices[0].specified.on == date(2026, 4, 5)
    assert "HA 1985 s.83" in road.case.notices[0].specified.authority


def test_the_landlords_margin_moves_the_recommended_date() -> None:
    road = Road(secure_road().tenancy, policy=Policy(notice_margin_days=7)).opened().protocol()
    road.do(road.draft())
    assert road.case.notices[0].specified.on == date(2026, 4, 12)


def test_service_cannot_be_planned_for_yesterday() -> None:
    road = secure_road().opened().protocol()
    assert "plan_past" in road.refused(road.draft(planned_service=road.day - timedelta(days=1)))


def test_only_a_senior_who_did_not_draft_it_approves() -> None:
    road = secure_road().to_drafted_notice()
    assert road.ask(Approve(subject="N1"), OFFICER).kind == "not_allowed"
    mine = secure_road().opened().protocol()
    mine.do(mine.draft(), SENIOR)
    assert mine.refused(Approve(subject="N1"), SENIOR) == {"own_draft"}
    assert mine.ask(Approve(subject="N1"), LEADER).accepted


def test_approval_reads_the_figure_again_and_shows_both() -> None:
    road = secure_road().to_drafted_notice().owe(12_000)
    assert road.refused(Approve(subject="N1"), SENIOR) == {"figure_moved"}
    says = road.why(Approve(subject="N1"), "figure_moved", SENIOR)
    assert "£1,200.00" in says
    assert "£1,320.00" in says


def test_a_notice_that_could_not_be_served_in_time_is_not_approved() -> None:
    road = secure_road().to_drafted_notice().later(5)
    assert road.refused(Approve(subject="N1"), SENIOR) == {"specified_too_early"}


def test_a_draft_sent_back_may_be_drafted_again() -> None:
    road = secure_road().to_drafted_notice().do(SendBack(subject="N1", reason=TEXT), SENIOR)
    assert road.case.notices[0].returned_reason == TEXT
    assert not road.case.notices[0].live
    road.do(road.draft())
    assert [n.id for n in road.case.notices] == ["N1", "N2"]


def test_a_second_draft_waits_for_the_first() -> None:
    road = secure_road().to_drafted_notice()
    assert road.refused(road.draft()) == {"draft_waits"}


def test_an_unserved_notice_whose_figure_moves_is_marked() -> None:
    road = secure_road().to_approved_notice().owe(12_000).do(RentChanged(), SYSTEM)
    assert road.case.notices[0].figures_stale
    assert road.case.last_arrears_pence == 132_000


def test_service_needs_approval_and_a_search_of_that_very_day() -> None:
    road = secure_road().to_drafted_notice()
    assert road.refused(road.serve("T1-1")) == {"notice_not_approved", "search_needed"}
    road = secure_road().to_approved_notice().search(StepBefore.NOTICE).later(1)
    assert road.refused(road.serve("T1-1")) == {"search_needed"}
    road.search(StepBefore.NOTICE, clear=False)
    assert "was not clear" in road.why(road.serve("T1-1"), "search_needed")


def test_service_is_not_recorded_ahead_nor_before_approval_nor_twice() -> None:
    road = secure_road().to_approved_notice().search(StepBefore.NOTICE)
    tomorrow = road.as_at + timedelta(days=1)
    assert "in_future" in road.refused(road.serve("T1-1", sent_at=tomorrow))
    assert "before_approval" in road.refused(road.serve("T1-1", sent_at=road.as_at - timedelta(days=1)))
    road.do(road.serve("T1-1"))
    assert road.refused(road.serve("T1-1")) == {"not_served_here"}
    assert road.refused(road.serve("somebody")) == {"not_served_here"}


def test_a_provider_may_post_only_where_the_agreement_allows_it() -> None:
    road = assured_road(agreement_allows_post=False).to_approved_notice().search(StepBefore.NOTICE)
    assert road.refused(road.serve("T2-1", method="first_class_post")) == {"method_not_allowed"}
    road = assured_road().opened().protocol()
    road.do(road.draft(planned_service=date(2026, 3, 6))).do(Approve(subject="N1"), SENIOR).search(StepBefore.NOTICE)
    road.do(road.serve("T2-1", method="first_class_post"))
    # posted on Wednesday, presumed served on the second working day
    served = road.case.notices[0].served
    assert served is not None
    assert served.on == date(2026, 3, 6)


def test_a_notice_served_too_late_for_its_date_is_refused_with_the_last_good_day() -> None:
    road = secure_road().to_approved_notice().later(14).search(StepBefore.NOTICE)
    assert road.refused(road.serve("T1-1")) == {"specified_too_early"}
    assert "served by Sunday 8 March 2026" in road.why(road.serve("T1-1"), "specified_too_early")


def test_the_notice_is_served_when_the_last_joint_tenant_is() -> None:
    road = secure_road().to_approved_notice().search(StepBefore.NOTICE)
    road.do(road.serve("T1-1"))
    assert road.case.notices[0].served is None
    road.later(2).search(StepBefore.NOTICE)
    road.do(road.serve("T1-2"))
    notice = road.case.notices[0]
    assert notice.served is not None
    assert notice.served.on == date(2026, 3, 6)
    assert notice.issue_from_safe is not None
    assert notice.issue_from_safe.on == date(2026, 4, 6)


def test_a_section_8_notice_lives_from_the_first_joint_tenants_service() -> None:
    road = assured_road(tenants=("T2-1", "T2-2")).opened().protocol()
    road.do(road.draft(grounds=("10", "11"), specified_on=date(2026, 4, 1)))
    road.do(Approve(subject="N1"), SENIOR).search(StepBefore.NOTICE)
    road.do(road.serve("T2-1")).later(3).search(StepBefore.NOTICE)
    road.do(road.serve("T2-2"))
    lapse = road.case.notices[0].lapse
    assert lapse is not None
    assert lapse.on == date(2027, 3, 4)


def test_a_secure_notice_lives_twelve_months_from_its_specified_date() -> None:
    lapse = secure_road().to_served_notice().case.notices[0].lapse
    assert lapse is not None
    assert lapse.on == date(2027, 4, 5)


def test_a_notice_ripens_and_lapses_by_itself() -> None:
    road = secure_road().to_served_notice()
    assert "N1.ripe due" in road.wait_until(date(2026, 4, 6))
    assert road.case.notices[0].ripe
    said = road.wait_until(date(2027, 4, 6))
    assert [s for s in said if s.startswith("N1.lapse")] == [
        "N1.lapse reminder-60",
        "N1.lapse reminder-30",
        "N1.lapse reminder-14",
        "N1.lapse reminder-7",
        "N1.lapse reminder-3",
        "N1.lapse reminder-2",
        "N1.lapse due",
    ]
    assert road.case.notices[0].lapsed
    assert {"notice_lapsed"} <= road.refused(DraftClaim(notice_id="N1", signer="officer.a"))


def test_a_notice_with_a_claim_on_it_cannot_be_withdrawn() -> None:
    road = secure_road().to_issued_claim()
    assert road.refused(Withdraw(subject="N1", reason=TEXT)) == {"already_begun"}
    assert road.refused(Withdraw(subject="C1", reason=TEXT)) == {"already_begun"}


def test_an_approved_notice_may_be_withdrawn_and_its_deadlines_go() -> None:
    road = secure_road().to_approved_notice()
    assert "N1.serve" in {d.id for d in road.case.deadlines}
    road.do(Withdraw(subject="N1", reason=TEXT))
    assert {d.id for d in road.case.deadlines} == {"statement"}


@pytest.mark.parametrize("role", [Role.LEGAL, Role.ADMINISTRATOR])
def test_legal_and_administrators_do_not_draft(role: Role) -> None:
    road = secure_road().opened().protocol()
    assert road.ask(road.draft(), OFFICER.model_copy(update={"role": role})).kind == "not_allowed"


def test_a_date_that_outlives_the_notice_is_mended_by_a_nearer_one() -> None:
    road = assured_road().opened().protocol()
    late = road.draft(specified_on=road.day + timedelta(days=400))
    (told,) = (r for r in road.ask(late).refusals if r.code == "no_time_for_claim")
    assert told.mend.startswith("Leave the date empty")
    assert road.ask(road.draft()).accepted
