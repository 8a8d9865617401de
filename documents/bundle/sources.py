"""The documents that go into a bundle: opened, made safe and plain, and refused clearly where they cannot be read."""

import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
from pikepdf import Array, Dictionary, Name, Pdf

from documents.bundle.answers import PRINT_AGAIN, Unusable, annotations, flatten
from documents.bundle.facts import NO_SHELF, PageFacts, Shelf
from documents.bundle.look import Looker
from documents.bundle.place import number_places, sheet_of
from documents.bundle.spec import BundleDocument
from documents.bundle.stamp import open_states
from documents.marks import has_marks

_KEPT_LINKS = ("http://", "https://", "mailto:", "tel:")
_LEFT_BEHIND = frozenset(("/AA", "/B", "/PieceInfo", "/Thumb", "/Tabs", "/Metadata", "/StructParents"))
_ENOUGH_TEXT = 20


@dataclass(slots=True)
class Source:
    """A document ready to be added, with the facts of its pages as they now are."""

    document: BundleDocument
    pdf: Pdf
    facts: tuple[PageFacts, ...]

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return len(self.facts)

    @property
    def turned(self) -> tuple[int, ...]:
        """Its pages, from 0, that were turned to be read."""
        return tuple(index for index, page in enumerate(self.facts) if page.turn is not None)

    @property
    def pictures(self) -> frozenset[int]:
        """Its pages, from 0, that are pictures without text."""
        return frozenset(index for index, page in enumerate(self.facts) if page.picture)

    @property
    def tagged(self) -> frozenset[int]:
        """Its pages, from 0, whose drawing refers to tags."""
        return frozenset(index for index, page in enumerate(self.facts) if page.tagged)


def count_pages(document: BundleDocument) -> int:
    """How many pages the document has. Raises `Unusable`."""
    with _open(document) as pdf:
        return len(pdf.pages)


def open_source(document: BundleDocument, shelf: Shelf = NO_SHELF) -> Source:
    """Open a document and prepare it: fields flattened, links made direct, actions removed, sideways text turned.

    Raises `Unusable`. The document given is not changed.
    """
    pdf = _open(document)
    try:
        flattened = flatten(pdf, document)
        facts = shelf.facts(hash_of(document), lambda: _take(pdf, _saved(pdf) if flattened else document.given))
        pages = list(pdf.pages)
        if len(facts) != len(pages):
            raise _damaged(document)
        noted = []
        for page, known in zip(pages, facts, strict=True):
            keys = page.obj.keys()
            for key in _LEFT_BEHIND & keys:
                del page.obj[key]
            if "/Annots" in keys:
                noted.append(page)
            if known.turn is not None:
                page.obj.Rotate = known.turn
        if noted:
            _keep_links(pdf, pages, noted)
    except (pikepdf.PdfError, pdfium.PdfiumError) as broken:
        raise _damaged(document) from broken
    return Source(document, pdf, facts)


def add_pages(pdf: Pdf, sources: Iterable[Source]) -> None:
    """Put every page of the documents after the last of `pdf`."""
    for source in sources:
        # Links are direct and fields are drawn by now, so nothing but the pages themselves is to be carried over.
        for page in source.pdf.pages:
            pdf.pages.append(page)


def hash_of(document: BundleDocument) -> str:
    """The SHA-256 of the document's file: as given with it, or worked out."""
    if document.sha256:
        return document.sha256
    if document.path is None:
        return hashlib.sha256(document.pdf).hexdigest()
    with document.path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def size_of(document: BundleDocument) -> int:
    """How large the document's file is, in bytes; 0 where it is gone, which is told when it is opened."""
    if document.path is None:
        return len(document.pdf)
    return document.path.stat().st_size if document.path.is_file() else 0


def _begins_as_pdf(document: BundleDocument) -> bool:
    if document.path is None:
        head = document.pdf[:1024]
    else:
        try:
            with document.path.open("rb") as file:
                head = file.read(1024)
        except OSError:
            return False
    return head.lstrip()[:5] == b"%PDF-"


def _open(document: BundleDocument) -> Pdf:
    if not _begins_as_pdf(document):
        raise Unusable(
            "bundle.not_pdf", f"“{document.title}” is not a PDF.", "Save it as a PDF and add that file instead."
        )
    try:
        pdf = Pdf.open(document.path or io.BytesIO(document.pdf))
        pages = len(pdf.pages)
    except pikepdf.PasswordError:
        raise Unusable(
            "bundle.password",
            f"“{document.title}” is locked with a password.",
            "Ask whoever sent it for a copy without a password; the court cannot open a locked page.",
        ) from None
    except pikepdf.PdfError as broken:
        raise _damaged(document) from broken
    if not pages:
        raise Unusable("bundle.no_pages", f"“{document.title}” has no pages.", "Add the right file.")
    if bool(pdf.Root.get("/NeedsRendering", False)):
        raise Unusable(
            "bundle.live_form",
            f"“{document.title}” is a live form whose pages are only drawn by the program that made it.",
            PRINT_AGAIN,
        )
    if pdf.get_warnings():
        _sound(pdf, document, pages)
    return pdf


def _sound(pdf: Pdf, document: BundleDocument, pages: int) -> None:
    # A repaired file may have lost pages without a word: a second reader must find the same, all of it readable.
    try:
        for page in pdf.pages:
            pikepdf.parse_content_stream(page, operators="Do")
        with Looker(document.given) as second:
            agreed = len(second) == pages
    except (pikepdf.PdfError, pdfium.PdfiumError, RuntimeError):
        agreed = False
    if not agreed:
        raise _damaged(document)


def _damaged(document: BundleDocument) -> Unusable:
    return Unusable("bundle.damaged", f"“{document.title}” is damaged and cannot be read whole.", PRINT_AGAIN)


def _saved(pdf: Pdf) -> bytes:
    flat = io.BytesIO()
    pdf.save(flat)
    return flat.getvalue()


def _named_places(pdf: Pdf) -> dict[str, pikepdf.Object]:
    found: dict[str, pikepdf.Object] = {}
    old = pdf.Root.get("/Dests")
    if isinstance(old, Dictionary):
        found.update({key.lstrip("/"): value for key, value in old.items()})
    names = pdf.Root.get("/Names")
    if isinstance(names, Dictionary) and isinstance(names.get("/Dests"), Dictionary):
        found.update({str(key): value for key, value in pikepdf.NameTree(names.Dests).items()})
    return found


def _keep_links(pdf: Pdf, pages: list[pikepdf.Page], noted: list[pikepdf.Page]) -> None:
    """Make links inside the document point straight at their page; drop those that lead nowhere or run something.

    What is left of a form's fields goes: their answers are drawn into the page already.
    """
    places = _named_places(pdf)
    own = {page.obj.objgen for page in pages}
    for page in noted:
        kept = []
        for note in annotations(page):
            if note.get("/Subtype") == Name.Widget:
                continue
            for key in ("/AA", "/StructParent"):
                if key in note:
                    del note[key]
            if _settle(note, places, own):
                kept.append(note if note.is_indirect else pdf.make_indirect(note))
        page.obj.Annots = Array(kept)


def _settle(note: pikepdf.Object, places: dict[str, pikepdf.Object], own: set[tuple[int, int]]) -> bool:
    action = note.get("/A")
    is_link = note.get("/Subtype") == Name.Link
    target = note.get("/Dest")
    if isinstance(action, Dictionary):
        kind = action.get("/S")
        if kind == Name.URI:
            if "/Next" in action:
                del action["/Next"]
            return str(action.get("/URI", "")).lower().startswith(_KEPT_LINKS)
        if kind == Name.GoTo:
            target = action.get("/D")
        del note["/A"]
    if target is None:
        return not is_link
    resolved = _resolve(target, places)
    if resolved is None or not isinstance(resolved[0], Dictionary) or resolved[0].objgen not in own:
        return False
    note.Dest = resolved
    return True


def _resolve(target: pikepdf.Object, places: dict[str, pikepdf.Object]) -> Array | None:
    if isinstance(target, (pikepdf.String, Name)):
        found = places.get(str(target).lstrip("/"))
        if found is None:
            return None
        target = found
    if isinstance(target, Dictionary):
        target = target.get("/D")  # type: ignore[assignment]
    return target if isinstance(target, Array) and len(target) else None


def _take(pdf: Pdf, data: bytes | Path) -> tuple[PageFacts, ...]:
    facts = []
    with Looker(data) as looker:
        for index, page in enumerate(pdf.pages):
            look, words = looker.look(index, number_places(sheet_of(page)))
            turn = None
            upright = -(look.leaning or 0) % 360
            typed = look.leaning is not None and look.characters >= _ENOUGH_TEXT
            if typed and upright != sheet_of(page).turn:
                turn = page.obj.Rotate = upright
                words = looker.words(index, number_places(sheet_of(page)))
            spot = next((i for i, text in enumerate(words) if not text), 0)
            picture = look.is_picture(sheet_of(page).box.area)
            facts.append(PageFacts(look, turn, spot, open_states(page), picture, has_marks(page)))
    return tuple(facts)
