"""The digital service's question on the Protocol, answered from the ledger."""

from cases.commands import OfferArrangement
from cases.court_words import ArrangementKind
from cases.ledger import PCS_REASON, pcs_answer
from cases.words import Track
from tests.cases.road import secure_road
from tests.cases.walks import council


def test_a_protocol_met_in_full_is_answered_yes_without_a_reason() -> None:
    answer = pcs_answer(secure_road().to_approved_claim().case)
    assert answer.followed is True
    assert answer.reason == ""
    assert answer.missing == ()


def test_a_protocol_not_begun_is_answered_no_in_250_characters_and_tells_how_many_steps_are_left_out() -> None:
    answer = pcs_answer(secure_road().opened().case)
    assert answer.followed is False
    assert len(answer.reason) <= PCS_REASON
    assert answer.reason.startswith("Not recorded: 2.1 ")
    named = len(answer.missing) - answer.left_out
    assert answer.reason.endswith(f"; and {answer.left_out} more.")
    assert all(step in answer.reason for step in answer.missing[:named])


def test_one_missing_step_is_named_whole() -> None:
    walk = secure_road().to_served_notice().later(7)
    walk.contact("post_notice_contact", "protocol_copy_sent", "benefit_enquiry")
    answer = pcs_answer(walk.case)
    assert [step.split()[0] for step in answer.missing] == ["2.10"]
    assert answer.left_out == 0


def test_part_3_asks_for_its_invitation_and_its_reasons() -> None:
    walk = council("introductory")
    walk.do(walk.opening())
    assert [step.split()[0] for step in pcs_answer(walk.case).missing] == ["3.2(a)", "3.2(b)"]
    walk.contact("part3_invite", "part3_reasons")
    assert pcs_answer(walk.case).followed is True


def test_a_claim_for_conduct_is_not_asked_about_the_protocol() -> None:
    assert pcs_answer(council("secure").begin(Track.SECURE_OTHER).case).followed is None


def test_an_agreement_is_an_attempt_to_settle() -> None:
    walk = secure_road().opened()
    assert pcs_answer(walk.case).settlement is False
    walk.do(OfferArrangement(arrangement=ArrangementKind.INFORMAL, lump_sum_pence=120_000, lump_sum_on=walk.day))
    assert pcs_answer(walk.case).settlement is True
