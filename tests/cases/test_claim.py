"""The claim: what is asked between notice and issue."""

from datetime import date, timedelta

import pytest

from cases.commands import Approve, DraftClaim, OfferArrangement, RecordAssessment
from cases.court_words import ArrangementKind
from cases.words import Role, Route, StepBefore
from tests.cases.road import LEADER, OFFICER, SENIOR, TEXT, assured_road, secure_road

DRAFT = DraftClaim(notice_id="N1", signer="officer.a")


def test_after_service_everything_the_protocol_still_asks_for_is_told() -> None:
    road = secure_road().to_served_notice()
    assert road.refused(DRAFT) == {
        "notice_not_ripe",
        "post_notice_contact",
        "protocol_copy",
        "benefit_enquiry",
        "adr_needed",
        "assessment_needed",
    }
    ripe = next(r for r in road.ask(DRAFT).refusals if r.code == "notice_not_ripe")
    assert "Monday 6 April 2026" in ripe.says
    assert ripe.mend == "Wait until Monday 6 April 2026."
    assert (ripe.authority, ripe.confidence) == ("HA 1985 ss.83(4), 83A", "A")


def test_contact_before_the_notice_is_not_contact_after_it() -> None:
    road = secure_road().opened().contact("post_notice_contact", "protocol_copy_sent")
    road.later(1).protocol()
    road.do(road.draft()).do(Approve(subject="N1"), SENIOR).search(StepBefore.NOTICE)
    road.do(road.serve("T1-1")).do(road.serve("T1-2"))
    assert {"post_notice_contact", "protocol_copy"} <= road.refused(DRAFT)


def test_a_notice_served_on_one_of_two_carries_no_claim() -> None:
    road = secure_road().to_approved_notice().search(StepBefore.NOTICE)
    road.do(road.serve("T1-1"))
    assert "served on 1 of 2 tenants; not yet on: T1-2" in road.why(DRAFT, "notice_not_served")


def test_somebody_has_to_sign_the_statement_of_truth() -> None:
    road = secure_road().to_ripe_notice()
    assert road.refused(DRAFT.model_copy(update={"signer": " "})) == {"no_signer"}


def test_the_claim_is_approved_by_another_with_the_figure_read_again() -> None:
    road = secure_road().to_ripe_notice().do(DRAFT)
    assert road.ask(Approve(subject="C1"), OFFICER).kind == "not_allowed"
    assert road.ask(Approve(subject="C1"), LEADER).accepted
    road.pay(5_000)
    assert road.refused(Approve(subject="C1"), SENIOR) == {"figure_moved"}


def test_issue_asks_for_approval_and_a_search_that_day() -> None:
    road = secure_road().to_ripe_notice().do(DRAFT)
    assert road.refused(road.issue()) == {"claim_not_approved", "search_needed"}


def test_issue_is_refused_on_the_specified_date_itself_under_section_8() -> None:
    road = assured_road().to_approved_claim()
    notice = road.case.notices[0]
    assert notice.specified.on == date(2026, 3, 19)
    too_early = road.issue(issued_on=notice.specified.on)
    assert "notice_not_ripe" in road.refused(too_early)


def test_the_fee_is_the_tables_for_the_route_and_day() -> None:
    road = secure_road().to_approved_claim()
    assert road.refused(road.issue(fee_pence=39_100)) == {"fee_differs"}
    assert "£404.00" in road.why(road.issue(fee_pence=39_100), "fee_differs")
    road.do(road.issue())
    fee = road.case.claims[0].fee
    assert fee is not None
    assert fee.pence == 40_400
    assert road.case.claims[0].fee_confirmed


def test_issue_records_the_hearing_window() -> None:
    road = secure_road().to_issued_claim()
    claim = road.case.claims[0]
    assert claim.issued_on == date(2026, 4, 6)
    assert claim.hearing_earliest is not None
    assert claim.hearing_earliest.on == date(2026, 5, 5)
    assert claim.hearing_latest is not None
    assert claim.hearing_latest.on == date(2026, 6, 1)


def test_issue_is_not_recorded_ahead_nor_without_number_and_court() -> None:
    road = secure_road().to_approved_claim()
    tomorrow = road.issue(issued_on=date(2026, 4, 7))
    assert road.refused(tomorrow) == {"in_future", "search_needed"}
    assert road.refused(road.issue(claim_number="", court=" ")) == {"no_number", "no_court"}


def test_a_claim_goes_stale_with_its_figure() -> None:
    road = secure_road().to_approved_claim().later(15).search(StepBefore.CLAIM)
    assert road.refused(road.issue()) == {"figure_stale"}


def test_pcol_takes_a_claim_made_solely_on_rent_arrears() -> None:
    road = assured_road().to_approved_claim()
    assert road.ask(road.issue(route=Route.PCOL)).accepted


def test_a_second_claim_waits_for_the_first() -> None:
    assert "claim_live" in secure_road().to_approved_claim().refused(DRAFT)


@pytest.mark.parametrize("before", [StepBefore.NOTICE, StepBefore.WARRANT])
def test_an_assessment_counts_for_its_own_step_only(before: StepBefore) -> None:
    road = secure_road().to_served_notice().later(7)
    road.contact("post_notice_contact", "protocol_copy_sent", "benefit_enquiry", "adr")
    road.wait_until(date(2026, 4, 6))
    road.do(RecordAssessment(on=road.day, before=before, proceed=True, reasons=TEXT))
    assert road.refused(DRAFT) == {"assessment_needed"}


def test_legal_may_read_the_file_but_not_prepare_a_claim() -> None:
    road = secure_road().to_ripe_notice()
    assert road.ask(DRAFT, OFFICER.model_copy(update={"role": Role.LEGAL})).kind == "not_allowed"


def test_no_claim_is_prepared_while_an_arrangement_is_kept() -> None:
    road = secure_road().to_ripe_notice()
    assert road.ask(DRAFT).accepted
    first = road.day + timedelta(days=7)
    road.do(
        OfferArrangement(
            arrangement=ArrangementKind.BEFORE_COURT,
            instalment_pence=500,
            frequency="weekly",
            first_payment=first,
            agreed_on=road.day,
        )
    )
    assert road.refused(DRAFT) == {"arrangement_kept"}
    assert "is kept" in road.why(DRAFT, "arrangement_kept")
