"""Documents that people put on the case's file: what each is, what came of reading it, and where it may go."""

from datetime import date

from cases.base import FileRef, Instant, TextRef, Value
from cases.document_kinds import DocumentKind
from cases.state.people import Person


class Document(Value):
    """A document on the file. `on` is the day of the document itself; `evidences` the id of the item it proves.

    `original` is what was sent, which is never given out; `file` the inert PDF made of it. `no_text` counts its pages
    that cannot be searched; `removed` is live content taken out; `notes` are for its officer. `refused` says why it
    could not be read. `in_bundle` None leaves to the rule whether bundles for a court take it.
    """

    id: str
    kind: DocumentKind
    on: date
    title: TextRef | None = None
    evidences: str = ""
    original: FileRef
    added_at: Instant
    added_by: Person
    file: FileRef | None = None
    pages: int = 0
    no_text: int = 0
    removed: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    refused: str | None = None
    in_bundle: bool | None = None
    withdrawn_on: date | None = None
    withdrawn_by: Person | None = None
    withdrawn_reason: TextRef | None = None

    @property
    def waits(self) -> bool:
        """Whether it is still being read."""
        return self.file is None and self.refused is None

    @property
    def live(self) -> bool:
        """Whether it stands on the file: it was not refused, and not withdrawn as the wrong one."""
        return self.refused is None and self.withdrawn_on is None
