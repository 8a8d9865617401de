"""Documents on the file: added, read, said better, withdrawn; what they prove, and what a policy asks to be proved."""

from datetime import timedelta
from typing import Any

import pytest

from cases import bundles
from cases.base import FileRef, TextRef
from cases.commands import (
    AddDocument,
    ChangeDocument,
    CloseCase,
    DocumentDone,
    OpenCase,
    RecordContact,
    RequestWarrant,
    WithdrawDocument,
)
from cases.document_kinds import KINDS, DocumentKind
from cases.evolve import fold_steps
from cases.facts import Policy
from cases.on_file import on_file, proved_by
from cases.papers import facts_digest
from cases.state import CaseState
from cases.words import Cause, CloseResult, PaperKind
from tests.cases.road import SYSTEM, TEXT, Road, secure_road

PDF = FileRef(sha256="b" * 64, size=2_000, name="paper.pdf", kind="photograph")


def raw(letter: str = "a") -> FileRef:
    """A file as it was sent."""
    return FileRef(sha256=letter * 64, size=1_000, name="sent", kind="jpeg")


def adding(road: Road, kind: DocumentKind = DocumentKind.PHOTOGRAPH, **more: Any) -> AddDocument:
    """A document of today."""
    return AddDocument(**{"document": kind, "on": road.day, "title": TEXT, "file": raw(), **more})


def with_one(road: Road, kind: DocumentKind = DocumentKind.PHOTOGRAPH, **more: Any) -> Road:
    """The road with a document that was read."""
    road.do(adding(road, kind, **more))
    done = DocumentDone(document_id=road.case.documents[-1].id, file=PDF, pages=3, no_text=2, removed=("macros",))
    return road.do(done, SYSTEM)


def test_a_document_is_added_and_read_and_stands_on_the_file() -> None:
    road = secure_road().opened()
    road.do(adding(road))
    (waiting,) = road.case.documents
    assert (waiting.id, waiting.waits, waiting.added_by, on_file(road.case)) == ("U1", True, waiting.added_by, ())
    road.do(DocumentDone(document_id="U1", file=PDF, pages=3, no_text=2), SYSTEM)
    (document,) = on_file(road.case)
    assert (document.file, document.pages, document.no_text) == (PDF, 3, 2)


def test_a_case_is_not_closed_under_a_document_that_is_being_read() -> None:
    road = secure_road().opened()
    road.do(adding(road))
    closing = CloseCase(result=CloseResult.WITHDRAWN, note=TEXT)
    assert road.refused(closing) == {"document_waits"}
    road.do(DocumentDone(document_id="U1", file=PDF, pages=1), SYSTEM).do(closing)
    assert road.ask(adding(road, file=raw("c"))).accepted


def test_what_was_read_is_told_once() -> None:
    road = with_one(secure_road().opened())
    again = DocumentDone(document_id="U1", refused="Something else.")
    assert road.ask(again, SYSTEM).events == ()


def test_a_file_that_could_not_be_read_stands_nowhere_and_may_be_sent_again() -> None:
    road = secure_road().opened()
    road.do(adding(road)).do(DocumentDone(document_id="U1", refused="The PDF is encrypted."), SYSTEM)
    assert road.case.documents[0].refused == "The PDF is encrypted."
    assert not road.case.documents[0].live
    assert road.ask(adding(road)).accepted


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"evidences": "N9"}, "proves_nothing"),
        ({"document": DocumentKind.SEALED_ORDER, "evidences": "N1"}, "proves_nothing"),
        ({"on": timedelta(days=1)}, "in_future"),
    ],
)
def test_a_document_that_cannot_be_is_refused(more: dict[str, Any], code: str) -> None:
    road = secure_road().to_served_notice()
    if "on" in more:
        more = {"on": road.day + more["on"]}
    assert road.refused(adding(road, **more)) == {code}


def test_the_same_file_is_not_put_on_the_file_twice() -> None:
    road = with_one(secure_road().opened())
    assert road.refused(adding(road)) == {"already_there"}
    assert road.ask(adding(road, file=raw("c"))).accepted
    road.do(WithdrawDocument(document_id="U1", reason=TEXT))
    assert road.ask(adding(road)).accepted


def test_a_case_holds_no_more_documents_than_the_engine_can_carry() -> None:
    road = with_one(secure_road().opened())
    held = tuple(road.case.documents[0].model_copy(update={"id": f"U{n}"}) for n in range(1, 401))
    road.state = road.case.model_copy(update={"documents": held})
    assert road.refused(adding(road, file=raw("c"))) == {"too_many_documents"}
    assert len(road.case.model_dump_json()) < 750_000


def test_a_wrong_document_is_kept_with_the_reason_and_proves_nothing_any_more() -> None:
    road = with_one(secure_road().to_served_notice(), DocumentKind.PROOF_OF_SERVICE, evidences="N1")
    assert [d.id for d in proved_by(road.case, "N1")] == ["U1"]
    road.do(WithdrawDocument(document_id="U1", reason=TEXT))
    assert road.case.documents[0].withdrawn_reason == TEXT
    assert proved_by(road.case, "N1") == ()
    assert road.refused(WithdrawDocument(document_id="U1", reason=TEXT)) == {"withdrawn"}
    assert road.refused(ChangeDocument(document_id="U1", in_bundle=True)) == {"withdrawn"}


def test_what_a_document_is_can_be_said_better() -> None:
    road = with_one(secure_road().to_served_notice())
    words = TextRef(id="other", digest="0" * 64)
    road.do(ChangeDocument(document_id="U1", document=DocumentKind.NOTICE_COPY, evidences="N1", title=words))
    document = road.case.documents[0]
    assert (document.kind, document.evidences, document.title) == (DocumentKind.NOTICE_COPY, "N1", words)
    assert document.file == PDF
    assert road.ask(ChangeDocument(document_id="U1", evidences="N1")).events == ()
    left_out = road.ask(ChangeDocument(document_id="U1", in_bundle=False)).events
    assert left_out[0].what == "left_out"  # type: ignore[union-attr]


def test_an_unknown_document_is_not_found() -> None:
    decision = secure_road().opened().ask(ChangeDocument(document_id="U1", in_bundle=True))
    assert decision.kind == "not_found"


def test_a_policy_may_ask_for_proof_of_service_before_a_claim_is_issued() -> None:
    road = secure_road().to_approved_claim()
    issue = road.issue()
    assert "proof_not_on_file" not in codes(road, issue)
    road.policy = Policy(require_proof_of_service=True)
    assert "proof_not_on_file" in codes(road, issue)
    road.do(adding(road, DocumentKind.PROOF_OF_SERVICE, evidences="N1"))
    assert "proof_not_on_file" in codes(road, issue)
    road.do(DocumentDone(document_id="U1", file=PDF, pages=1), SYSTEM)
    assert "proof_not_on_file" not in codes(road, issue)


def test_a_policy_may_ask_for_the_sealed_order_before_a_warrant() -> None:
    road = secure_road().to_broken_order().to_approved_warrant()
    road.policy = Policy(require_sealed_order=True)
    asking = RequestWarrant(warrant_id="W1", on=road.day, fee_pence=road.fee_where_unknown())
    assert "order_not_on_file" in codes(road, asking)
    with_one(road, DocumentKind.SEALED_ORDER, evidences="O1")
    assert "order_not_on_file" not in codes(road, asking)


def test_a_log_on_file_shows_the_incidents_of_a_notice_for_conduct() -> None:
    road = Road(secure_road().tenancy)
    road.do(OpenCase(tenancy_ref="T1", landlord=road.tenancy.landlord, officer="officer.a", cause=Cause.CONDUCT))
    drafting = road.draft(grounds=("2",))
    assert "incidents_needed" in codes(road, drafting)
    with_one(road, DocumentKind.INCIDENT_LOG)
    assert "incidents_needed" not in codes(road, drafting)


def test_a_protocol_step_may_name_a_document_on_file_as_its_proof() -> None:
    road = secure_road().opened()
    step = RecordContact(
        step="income_expenditure", on=road.day, tenants=road.tenancy.tenants, method="letter", document="U1"
    )
    assert road.refused(step) == {"unknown_document"}
    with_one(road, DocumentKind.INCOME_AND_EXPENDITURE).do(step)
    assert road.case.contacts[0].document == "U1"


def test_a_bundle_is_made_from_other_facts_once_a_document_is_added_and_a_statement_is_not() -> None:
    road = secure_road().to_listed_hearing()
    kinds = (PaperKind.BUNDLE, PaperKind.WITNESS_STATEMENT)
    before = {kind: facts_digest(road.case, road.facts(), kind, "H1") for kind in kinds}
    with_one(road)
    after = {kind: facts_digest(road.case, road.facts(), kind, "H1") for kind in kinds}
    assert [before[kind] == after[kind] for kind in kinds] == [False, True]


def test_the_record_makes_the_documents_again() -> None:
    road = with_one(secure_road().opened())
    road.do(ChangeDocument(document_id="U1", in_bundle=False)).do(WithdrawDocument(document_id="U1", reason=TEXT))
    assert fold_steps(decision.events for decision in road.decisions) == road.case
    assert CaseState.model_validate_json(road.case.model_dump_json()) == road.case


def test_every_kind_has_a_section_that_some_bundle_has() -> None:
    everywhere = set(bundles.SECTIONS[PaperKind.OMBUDSMAN_BUNDLE])
    assert set(KINDS) == set(DocumentKind)
    assert {row.section for row in KINDS.values()} <= everywhere
    assert all(set(sections) <= everywhere | {bundles.SUMMARY} for sections in bundles.SECTIONS.values())


def codes(road: Road, command: Any) -> set[str]:
    """Why it is refused; empty where it is not."""
    return {r.code for r in road.ask(command).refusals}
