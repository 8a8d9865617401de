"""Who may sign a claim, what comes in answer to it, and how it ends without a hearing."""

from datetime import date, timedelta
from typing import Any

import pytest

from cases.commands import CloseCase, DraftClaim, EndClaim, RecordResponse
from cases.court_words import ClaimEnd, ResponseKind, SignerCapacity
from cases.facts import PermittedSigner, Policy
from cases.policy_file import read_policy, write_policy
from cases.state import Claim, Deadline
from cases.views import stage
from cases.words import CloseResult, OutcomeKind, Stage, StepBefore
from tests.cases.road import TEXT, Road, secure_road

LISTED = Policy(
    signers=(
        PermittedSigner(signer="Head of Housing", capacity=SignerCapacity.AUTHORISED, authority="Scheme 4.2"),
        PermittedSigner(signer="Sample & Co", capacity=SignerCapacity.LEGAL_REPRESENTATIVE),
        PermittedSigner(signer="Court officer", capacity=SignerCapacity.EMPLOYEE, authority="Scheme 4.9"),
    )
)


def drafting(**changes: Any) -> DraftClaim:
    return DraftClaim(notice_id="N1", signer="Head of Housing").model_copy(update=changes)


def claim(road: Road) -> Claim:
    return road.case.claims[-1]


def wait_for(road: Road, kind: str) -> Deadline | None:
    return next((d for d in road.case.deadlines if d.kind == kind), None)


def came(road: Road, what: ResponseKind, **changes: Any) -> RecordResponse:
    return RecordResponse(claim_id="C1", what=what, on=road.day).model_copy(update=changes)


def test_an_agent_never_signs_a_claim_and_a_plain_employee_only_with_authority() -> None:
    road = secure_road().to_ripe_notice()
    agent = drafting(signer_capacity=SignerCapacity.AGENT)
    assert "signer_capacity" in {r.code for r in road.ask(agent).refusals}
    employee = drafting(signer="Court officer", signer_capacity=SignerCapacity.EMPLOYEE)
    assert "signer_capacity" in {r.code for r in road.ask(employee).refusals}
    road.policy = LISTED
    assert not {"signer_capacity", "signer_not_listed"} & {r.code for r in road.ask(employee).refusals}


@pytest.mark.parametrize(
    ("signer", "capacity", "refused"),
    [
        ("head of housing ", None, False),
        ("Head of Housing", SignerCapacity.AUTHORISED, False),
        ("Head of Housing", SignerCapacity.LEGAL_REPRESENTATIVE, True),
        ("Somebody Else", SignerCapacity.AUTHORISED, True),
    ],
)
def test_a_landlord_with_a_list_of_signers_lets_only_those_sign(
    signer: str, capacity: SignerCapacity | None, refused: bool
) -> None:
    road = secure_road().to_ripe_notice()
    road.policy = LISTED
    found = {r.code for r in road.ask(drafting(signer=signer, signer_capacity=capacity)).refusals}
    assert ("signer_not_listed" in found) is refused


def test_the_list_is_written_in_the_policy_file_and_reads_back_the_same() -> None:
    assert read_policy(write_policy(LISTED)) == LISTED


def test_the_capacity_of_the_list_is_kept_with_the_claim_where_the_officer_gives_none() -> None:
    road = secure_road().to_ripe_notice()
    road.policy = LISTED
    road.contact("post_notice_contact", "protocol_copy_sent", "benefit_enquiry", "adr").assess(StepBefore.CLAIM)
    road.do(drafting())
    assert claim(road).signer_capacity is SignerCapacity.AUTHORISED


def test_a_claim_that_is_not_listed_is_discontinued_and_the_case_goes_on_or_is_closed() -> None:
    road = secure_road().to_issued_claim()
    assert road.refused(CloseCase(result=CloseResult.WITHDRAWN)) == {"claim_on_foot"}
    road.do(EndClaim(claim_id="C1", on=road.day, how=ClaimEnd.DISCONTINUED))
    assert (claim(road).ended_by, claim(road).ended_how) == (OutcomeKind.WITHDRAWN, ClaimEnd.DISCONTINUED)
    assert stage(road.case) is Stage.NOTICE
    assert not [d for d in road.case.deadlines if d.subject == "C1"]
    assert road.ask(CloseCase(result=CloseResult.WITHDRAWN)).accepted


def test_a_settlement_says_what_was_agreed() -> None:
    road = secure_road().to_issued_claim()
    settled = EndClaim(claim_id="C1", on=road.day, how=ClaimEnd.SETTLED)
    assert road.refused(settled) == {"terms_missing"}
    road.do(settled.model_copy(update={"terms": TEXT}))
    assert claim(road).end_terms == TEXT


def test_a_claim_with_a_hearing_ahead_is_ended_at_that_hearing() -> None:
    road = secure_road().to_listed_hearing()
    assert "hearing_open" in road.refused(EndClaim(claim_id="C1", on=road.day, how=ClaimEnd.DISCONTINUED))


def test_a_counterclaim_for_disrepair_is_answered_within_fourteen_days() -> None:
    road = secure_road().to_issued_claim()
    road.do(came(road, ResponseKind.COUNTERCLAIM, disputed=True, disrepair=True, counterclaim_pence=500_000))
    found = wait_for(road, "counterclaim_defence")
    assert found is not None
    assert found.date.on >= road.day + timedelta(days=14)
    assert found.date.authority == "CPR 15.4, 20.4"
    assert "disrepair" in found.title
    assert claim(road).defended
    road.later(3).do(came(road, ResponseKind.ANSWERED))
    assert wait_for(road, "counterclaim_defence") is None


def test_a_request_for_more_time_waits_for_an_answer_until_something_follows_it() -> None:
    road = secure_road().to_issued_claim()
    road.do(came(road, ResponseKind.MORE_TIME, by="T1-1"))
    assert wait_for(road, "more_time") is not None
    assert not claim(road).defended
    road.do(came(road, ResponseKind.DEFENCE))
    assert wait_for(road, "more_time") is None


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"by": "T9-9"}, "unknown_tenant"),
        ({"counterclaim_pence": 100}, "sum_wrong"),
        ({"what": ResponseKind.ANSWERED}, "nothing_to_answer"),
        ({"on": date(2020, 1, 1)}, "before_issue"),
    ],
)
def test_what_cannot_be_in_an_answer_is_refused_at_its_field(changes: dict[str, Any], code: str) -> None:
    road = secure_road().to_issued_claim()
    answer = came(road, ResponseKind.DEFENCE).model_copy(update=changes)
    (why,) = road.ask(answer).refusals
    assert why.code == code
    assert why.field
