"""The ledger of steps before a claim: what each road asks for, what an assessment found to be needed, and its proof."""

import pytest

from cases.care import ANSWERS, CARE_STEPS, CONDUCT, OWN_STEPS, Need
from cases.commands import DraftClaim, DraftWarrant, RecordAssessment, RecordContact
from cases.ledger import PCS_REASON, gaps, ledger, pcs_answer
from cases.protocol import known_steps
from cases.words import Breach, Risk, StepBefore, Track
from tests.cases.road import TEXT, Road, secure_road
from tests.cases.walks import council


def found(road: Road, *needs: Need, before: StepBefore = StepBefore.NOTICE) -> Road:
    """An assessment today that found these needs."""
    return road.do(RecordAssessment(on=road.day, before=before, proceed=True, reasons=TEXT, needs=needs))


def sections(road: Road) -> list[str]:
    return list(dict.fromkeys(step.section for step in ledger(road.case)))


def test_every_step_of_care_answers_one_need_and_every_need_has_its_step() -> None:
    assert set(ANSWERS) == set(Need)
    assert set(ANSWERS.values()) <= set(known_steps())
    assert all(step.authority and step.confidence in "ABC" for step in OWN_STEPS.values())
    assert all(need.label for need in Need)


@pytest.mark.parametrize("need", Need)
def test_what_an_assessment_found_holds_up_the_notice_until_it_is_answered(need: Need) -> None:
    road = found(secure_road().opened().protocol(), need).search(StepBefore.NOTICE)
    code = f"{ANSWERS[need]}_needed"
    assert road.refused(road.draft()) == {code}
    assert [step.code for step in gaps(road.case) if "found" in step.needed] == [ANSWERS[need]]
    road.contact(ANSWERS[need])
    assert road.ask(road.draft()).accepted
    assert ANSWERS[need] not in [step.code for step in gaps(road.case)]


def test_it_holds_up_the_claim_and_the_warrant_too_and_a_newer_assessment_may_find_otherwise() -> None:
    road = found(secure_road().to_ripe_notice(), Need.CHILD, before=StepBefore.CLAIM)
    asked = DraftClaim(notice_id="N1", signer="officer.a")
    assert "children_referral_needed" in road.refused(asked)
    road.later(1)
    assert found(road, before=StepBefore.CLAIM).ask(asked).accepted
    late = found(secure_road().to_suspended_order(), Need.AGENCIES, before=StepBefore.WARRANT)
    warrant = DraftWarrant(order_id="O1", breach=Breach.PAYMENT, risk=Risk.NONE_KNOWN)
    assert "case_conference_needed" in late.refused(warrant)


def test_a_need_nobody_answered_is_told_to_the_court_in_its_250_characters() -> None:
    road = found(secure_road().to_approved_claim(), Need.PROCEEDINGS, Need.CARE)
    answer = pcs_answer(road.case)
    assert answer.followed is False
    assert answer.reason.startswith("Not recorded: 1.7 Report on the tenancy for social-care proceedings; 1.7 Ask")
    assert len(answer.reason) <= PCS_REASON
    road.contact("social_care_report", "social_services_referral")
    assert pcs_answer(road.case).followed is True


def test_assessments_and_offers_are_evidence_where_the_ledger_asks_for_them() -> None:
    road = secure_road().opened()
    assert "vulnerability" in [step.code for step in gaps(road.case)]
    steps = {step.code: step for step in ledger(found(road).case)}
    assert steps["vulnerability"].met
    assert steps["vulnerability"].kept[0].on == road.day


@pytest.mark.parametrize(
    ("occupancy", "track", "asked"),
    [
        ("secure", Track.SECURE_OTHER, {step.code for step in CONDUCT}),
        ("introductory", Track.INTRODUCTORY, {"contact_each_tenant", "part3_invite", "trial_review_meeting"}),
        ("non_secure_ta", Track.TEMPORARY, {"part3_invite", "public_law_decision", "move_on_help"}),
        ("death_no_successor", Track.NO_SUCCESSOR, {"succession_enquiry", "estate_enquiry", "part3_reasons"}),
        ("garage", Track.GARAGE, {"garage_warning"}),
    ],
)
def test_each_road_is_asked_for_its_own_steps(occupancy: str, track: Track, asked: set[str]) -> None:
    steps = [step.code for step in ledger(council(occupancy).begin(track).case)]
    assert asked <= set(steps)
    assert len(steps) == len(set(steps))
    assert ("contact_each_tenant" in steps) is (track is Track.INTRODUCTORY)
    care = {step.code for step in CARE_STEPS}
    assert care <= set(steps) if track is not Track.GARAGE else not care & set(steps)


def test_a_step_says_where_its_proof_lies_and_a_paper_that_is_not_there_is_refused() -> None:
    road = secure_road().opened()
    step = RecordContact(step="case_conference", on=road.day, tenants=road.tenancy.tenants, method="meeting")
    assert road.refused(step.model_copy(update={"document": "P9"})) == {"unknown_document"}
    for none in ("<b>", "Sam Sample", "Sample", "a 1"):
        assert road.refused(step.model_copy(update={"document": none})) == {"unknown_document"}
    road.do(step.model_copy(update={"document": " EDRM-2026-0413 "}))
    steps = {each.code: each for each in ledger(road.case)}
    assert steps["case_conference"].met
    assert steps["case_conference"].contacts[0].document == "EDRM-2026-0413"
    assert steps["case_conference"].section == "Care and support"


def test_a_contact_says_how_it_was_made() -> None:
    road = secure_road().opened()
    bare = RecordContact(step="debt_advice", on=road.day, tenants=road.tenancy.tenants, method=" ")
    assert road.refused(bare) == {"no_method"}


def test_an_interpreter_that_the_housing_system_notes_makes_help_to_understand_needed_until_it_is_given() -> None:
    road = secure_road().opened()
    step = next(each for each in ledger(road.case) if each.code == ANSWERS[Need.UNDERSTANDING])
    assert (step.needed, step.gap) == ("", False)
    whom = road.case.tenants[:1]
    step = next(each for each in gaps(road.case, whom) if each.code == ANSWERS[Need.UNDERSTANDING])
    assert step.needed == "The housing system notes that an interpreter is needed."
    assert step.code not in [each.code for each in gaps(road.case, ("T9-9",))]
    road.contact(ANSWERS[Need.UNDERSTANDING])
    assert step.code not in [each.code for each in gaps(road.case, whom)]


def test_a_listed_hearing_needs_its_letter_in_the_ledger_and_the_letter_is_both_steps() -> None:
    at_a_hearing = {"hearing_statement", "hearing_notified"}
    road = secure_road().to_issued_claim()
    assert not at_a_hearing & {step.code for step in gaps(road.case)}
    road = secure_road().to_listed_hearing()
    assert at_a_hearing <= {step.code for step in gaps(road.case)}
    road = secure_road().to_hearing_day()
    assert not at_a_hearing & {step.code for step in gaps(road.case)}
