"""Reading a document that was put on a case's file: made inert, turned into pages, measured, stored. Again the same."""

import asyncio
import threading

from temporalio import activity

from activities.context import Context
from activities.contract import TAKE_DOCUMENT, DocumentInput, DocumentResult
from activities.failures import told_apart
from cases.base import FileRef
from cases.state import Document
from documents.bundle import BundleDocument, Shelf
from documents.bundle.answers import Unusable
from documents.bundle.sources import open_source
from documents.files import FileMissing, StoredFile
from documents.programs import Cancelled
from documents.soffice import LibreOfficeConverter
from documents.uploads import Received, UploadRefused, receive
from documents.uploads.ocr import Reader
from documents.uploads.scan import Scanner
from store import cases
from store.engine import transaction
from store.errors import NotThere

SECONDS_A_DOCUMENT = 1_170.0
GONE = "The file is not here any more: it was sent too long ago. Send it again."
NO_BUNDLE = "Its pages cannot be read whole. Open it, print it to a new PDF and send that."
MOST_NOTES = 10
LONGEST_NOTE = 300


class TakeDocument:
    """The activity, with what it works on."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @activity.defn(name=TAKE_DOCUMENT)
    async def take_document(self, asked: DocumentInput) -> DocumentResult:
        """The stored PDF with its pages told, or in plain words why there is none. What was sent is kept beside it."""
        async with told_apart(SECONDS_A_DOCUMENT):
            async with transaction(self._context.reading) as session:
                state = await cases.load_state(session, asked.case_id)
                document = next((d for d in state.documents if d.id == asked.document_id), None) if state else None
            if state is None or document is None:
                raise NotThere(asked.document_id)
            if not document.waits:
                return _as_told(document)
            self._context.reached(f"take_document {state.tenancy_ref} before reading")
            stop = threading.Event()
            try:
                # Converting holds the processor or waits for a program; the loop must stay free to show life.
                taken = await asyncio.to_thread(self._take, asked.case_id, document, stop)
            except asyncio.CancelledError:
                stop.set()
                raise
            except UploadRefused as refusal:
                return DocumentResult(refused=" ".join(refusal.reasons))
            except Unusable:
                return DocumentResult(refused=NO_BUNDLE)
            except FileMissing:
                return DocumentResult(refused=GONE)
            self._context.reached(f"take_document {state.tenancy_ref} stored")
            return taken

    def _take(self, case_id: str, document: Document, stop: threading.Event) -> DocumentResult:
        files, name = self._context.files, f"{case_id}-{document.id}"
        data = files.staged(document.original.sha256).read_bytes()
        office = LibreOfficeConverter(cancelled=stop) if LibreOfficeConverter.there() else None
        try:
            found = receive(
                data,
                limits=self._context.limits,
                office=office,
                scan=Scanner(self._context.scanner, cancelled=stop) if self._context.scanner else None,
                reader=Reader(cancelled=stop) if self._context.read_scans and Reader.there() else None,
            )
        except Cancelled:
            raise UploadRefused("The reading of the file was stopped. Send it again.") from None
        stored = files.put(found.pdf, name=f"{name}.pdf", kind=document.kind.value)
        # What a bundle asks of its pages is taken once, here; and what no bundle could take is refused while it is new.
        path = files.path(stored.sha256)
        made = BundleDocument(name, document.on, path=path, sha256=stored.sha256)
        open_source(made, Shelf(files.facts)).pdf.close()
        files.keep_staged(document.original.sha256, name=f"{name}.{found.sort.value}", kind=document.original.kind)
        return _told(found, stored)


def _told(found: Received, stored: StoredFile) -> DocumentResult:
    return DocumentResult(
        file=FileRef(sha256=stored.sha256, size=stored.size, name=stored.name, kind=stored.kind),
        pages=len(found.facts),
        no_text=len(found.no_text),
        removed=found.removed[:MOST_NOTES],
        notes=tuple(note[:LONGEST_NOTE] for note in found.notes[:MOST_NOTES]),
    )


def _as_told(document: Document) -> DocumentResult:
    return DocumentResult(
        file=document.file,
        pages=document.pages,
        no_text=document.no_text,
        removed=document.removed,
        notes=document.notes,
        refused=document.refused,
    )
