"""Documents on the file: which may be put there, what they prove, and what a landlord's policy asks to be proved."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from cases.commands import AddDocument, ChangeDocument, DocumentDone, IssueClaim, RequestWarrant, WithdrawDocument
from cases.document_kinds import KINDS, DocumentKind
from cases.events import DocumentChanged, Event
from cases.gates import Gate, Question, Why, hold
from cases.on_file import provable, proved_by
from cases.refusals import NotFound, Refusal
from cases.stages.shared import claim_notices
from cases.state import Document
from law.explained import long_date

ADD = ("add_document",)
CHANGE = ("change_document",)
WITHDRAW = ("withdraw_document",)
MOST_DOCUMENTS = 400
"""Documents a case may hold: its state has to stay small enough for the engine."""
_CALLED = {
    "applications": "an application",
    "contacts": "a Protocol contact",
    "arrangements": "an arrangement",
    "orders": "an order",
}


def _document(q: Question[Any]) -> Document:
    """The document that the command is about. Raises NotFound."""
    found = next((d for d in q.case.documents if d.id == q.command.document_id), None)
    if found is None:
        says = f"This case has no document {q.command.document_id}."
        raise NotFound(Refusal(code="no_document", says=says, mend="Look at the case again."))
    return found


def _as_it_will_be(q: Question[Any]) -> tuple[DocumentKind, str, date]:
    """Kind, what it proves and its day, once the command is done."""
    c = q.command
    if isinstance(c, AddDocument):
        return c.document, c.evidences, c.on
    old = _document(q)
    return c.document or old.kind, old.evidences if c.evidences is None else c.evidences, c.on or old.on


def _in_future(q: Question[Any]) -> str | None:
    _, _, on = _as_it_will_be(q)
    return None if on <= q.today else f"The document is dated {long_date(on)}, which is after today."


def _proves(q: Question[Any]) -> str | Why | None:
    kind, item, _ = _as_it_will_be(q)
    if not item:
        return None
    where = provable(q.case).get(item)
    if where is None:
        return f"This case has no {item}."
    about = KINDS[kind].about
    if about and where not in about:
        wanted = " or ".join(_CALLED.get(name, f"a {name.removesuffix('s')}") for name in about)
        return Why(f"'{kind.label}' is proof of {wanted}, and {item} is none.", "Choose another item or kind.")
    return None


def _already(q: Question[AddDocument]) -> str | None:
    same = next((d for d in q.case.documents if d.live and d.original.sha256 == q.command.file.sha256), None)
    return None if same is None else f"This very file is on the case already, as document {same.id}."


def _room(q: Question[AddDocument]) -> str | None:
    held = len(q.case.documents)
    return f"The case holds {held} documents, which is the most it can." if held >= MOST_DOCUMENTS else None


def _not_withdrawn(q: Question[Any]) -> str | None:
    document = _document(q)
    if document.withdrawn_on is None:
        return None
    return f"Document {document.id} was withdrawn on {long_date(document.withdrawn_on)}."


GATES: tuple[Gate[Any], ...] = (
    Gate("already_there", ADD, "Is it a new file?", _already, "Withdraw that one first if it is wrong.", field="file"),
    Gate("too_many_documents", ADD, "Is there room?", _room, "Scan what belongs together into one file.", field="file"),
    Gate("withdrawn", CHANGE + WITHDRAW, "Does it stand?", _not_withdrawn, "Add it again if it was right."),
    Gate("in_future", ADD + CHANGE, "Is it of a day that has come?", _in_future, "Correct the date.", field="on"),
    Gate("proves_nothing", ADD + CHANGE, "Is it proof of that?", _proves, "Choose an item.", field="evidences"),
)


def _service_proved(q: Question[IssueClaim]) -> str | None:
    if not q.facts.policy.require_proof_of_service:
        return None
    for notice in claim_notices(q):
        if not proved_by(q.case, notice.id) and not any(s.proof_file for s in notice.services):
            return f"No document on file proves the service of notice {notice.id}."
    return None


def _order_on_file(q: Question[RequestWarrant]) -> str | None:
    if not q.facts.policy.require_sealed_order:
        return None
    order = q.warrant(q.command.warrant_id).order_id
    if proved_by(q.case, order, DocumentKind.SEALED_ORDER):
        return None
    return f"The sealed order {order} is not on file."


def _being_read(q: Question[Any]) -> str | None:
    waiting = [document.id for document in q.case.documents if document.waits]
    return f"Being read: {', '.join(waiting)}." if waiting else None


BARS: tuple[Gate[Any], ...] = (
    Gate("document_waits", ("close_case",), "Is every document read?", _being_read, "Wait a moment and look again."),
    Gate(
        "proof_not_on_file",
        ("issue_claim",),
        "Is the proof of service on file?",
        _service_proved,
        "Add the proof of service, or a copy of the notice as given, on the page of documents.",
        "Landlord's policy",
    ),
    Gate(
        "order_not_on_file",
        ("request_warrant",),
        "Is the sealed order on file?",
        _order_on_file,
        "Add the sealed order on the page of documents, as proof of the order.",
        "Landlord's policy",
    ),
)
"""Asked beside the steps' own gates; of proofs only where a landlord's policy wants them."""


def add_document(q: Question[AddDocument]) -> Sequence[Event]:
    """Put it on the file; it is read elsewhere and comes back as `document_done`."""
    hold(GATES, q)
    c = q.command
    document = Document(
        id=f"U{len(q.case.documents) + 1}",
        kind=c.document,
        on=c.on,
        title=c.title,
        evidences=c.evidences,
        original=c.file,
        added_at=q.as_at,
        added_by=q.actor,
        in_bundle=c.in_bundle,
    )
    return [DocumentChanged(what="added", document=document)]


def change_document(q: Question[ChangeDocument]) -> Sequence[Event]:
    """Say better what it is; nothing to say is nothing done."""
    old = _document(q)
    hold(GATES, q)
    c = q.command
    told = {"kind": c.document, "on": c.on, "title": c.title, "evidences": c.evidences, "in_bundle": c.in_bundle}
    changed = old.model_copy(update={name: value for name, value in told.items() if value is not None})
    return [] if changed == old else [DocumentChanged(what=_said(old, changed), document=changed)]


def _said(old: Document, new: Document) -> Any:
    if old.model_copy(update={"in_bundle": new.in_bundle}) == new:
        return "put_in" if new.in_bundle else "left_out"
    return "changed"


def withdraw_document(q: Question[WithdrawDocument]) -> Sequence[Event]:
    """It is the wrong one: kept, and shown in no bundle."""
    document = _document(q)
    hold(GATES, q)
    reason = q.command.reason
    gone = {"withdrawn_on": q.today, "withdrawn_by": q.actor, "withdrawn_reason": reason}
    return [DocumentChanged(what="withdrawn", document=document.model_copy(update=gone), text=reason)]


def document_done(q: Question[DocumentDone]) -> Sequence[Event]:
    """It was read, or could not be; told a second time, nothing changes."""
    document = _document(q)
    if not document.waits:
        return []
    c = q.command
    if c.refused or c.file is None:
        reason = c.refused or "No file came back."
        return [DocumentChanged(what="refused", document=document.model_copy(update={"refused": reason}))]
    came = {"file": c.file, "pages": c.pages, "no_text": c.no_text, "removed": c.removed, "notes": c.notes}
    return [DocumentChanged(what="read", document=document.model_copy(update=came))]
