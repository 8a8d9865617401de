"""Documents on the file: added, said better what they are, withdrawn as the wrong one; and read, by the system."""

from datetime import date
from typing import Literal

from cases.base import FileRef, TextRef, Value
from cases.document_kinds import DocumentKind


class AddDocument(Value):
    """Put a document on the file: sent as a file, with what it is and its day (`POST .../documents`).

    `evidences` is the id of the notice, claim, hearing, order, warrant, application, arrangement or Protocol contact
    that it proves. `in_bundle` says whether bundles for a court take it; left out, its kind decides.
    """

    kind: Literal["add_document"] = "add_document"
    document: DocumentKind
    on: date
    title: TextRef | None = None
    evidences: str = ""
    in_bundle: bool | None = None
    file: FileRef


class ChangeDocument(Value):
    """Say better what a document is; what is left out stays. `in_bundle` puts it into bundles for a court, or out."""

    kind: Literal["change_document"] = "change_document"
    document_id: str
    document: DocumentKind | None = None
    on: date | None = None
    title: TextRef | None = None
    evidences: str | None = None
    in_bundle: bool | None = None


class WithdrawDocument(Value):
    """The document is the wrong one: it stays on the record with the reason, and goes into no bundle."""

    kind: Literal["withdraw_document"] = "withdraw_document"
    document_id: str
    reason: TextRef


class DocumentDone(Value):
    """System: a document was read (or could not be). `pages` of its PDF; `no_text` of them cannot be searched."""

    kind: Literal["document_done"] = "document_done"
    document_id: str
    file: FileRef | None = None
    pages: int = 0
    no_text: int = 0
    removed: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    refused: str | None = None
