"""The documents that go into a bundle: opened, made safe and plain, and refused clearly where they cannot be read."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
import pypdfium2 as pdfium
from pikepdf import Array, Dictionary, Name, Pdf

from cases.refusals import Refusal
from documents.bundle.look import Looker
from documents.bundle.place import Rectangle, number_spots, sheet_of
from documents.bundle.spec import BundleDocument

_KEPT_LINKS = ("http://", "https://", "mailto:", "tel:")
_LEFT_BEHIND = ("/AA", "/B", "/PieceInfo", "/Thumb", "/Tabs", "/Metadata", "/StructParents")
_ENOUGH_TEXT = 20
_PRINT_AGAIN = "Open it, print it to PDF and add that file instead."


class Unusable(Exception):
    """This document cannot go into a bundle."""

    def __init__(self, code: str, says: str, mend: str) -> None:
        self.refusal = Refusal(code=code, says=says, mend=mend)
        super().__init__(code)


@dataclass(frozen=True, slots=True)
class Source:
    """A document ready to be added. `turned` are its pages (from 0) turned to be read; `spots` where each page's
    number goes: an index into `number_spots`; `pictures` those that are pictures without text."""

    document: BundleDocument
    pdf: Pdf
    turned: tuple[int, ...]
    spots: tuple[int, ...]
    pictures: frozenset[int]

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return len(self.spots)


def count_pages(document: BundleDocument) -> int:
    """How many pages the document has. Raises `Unusable`."""
    with _open(document) as pdf:
        return len(pdf.pages)


def open_source(document: BundleDocument) -> Source:
    """Open a document and prepare it: fields flattened, links made direct, actions removed, sideways text turned.

    Raises `Unusable`. The document given is not changed.
    """
    pdf = _open(document)
    try:
        data = _flattened(pdf, document)
        _keep_links(pdf)
        for page in pdf.pages:
            for key in _LEFT_BEHIND:
                if key in page.obj:
                    del page.obj[key]
        turned, spots, pictures = _set_upright(pdf, data)
    except (pikepdf.PdfError, pdfium.PdfiumError) as broken:
        raise _damaged(document) from broken
    return Source(document, pdf, turned, spots, pictures)


def _open(document: BundleDocument) -> Pdf:
    if not document.pdf.lstrip()[:5] == b"%PDF-":
        raise Unusable(
            "bundle.not_pdf", f"“{document.title}” is not a PDF.", "Save it as a PDF and add that file instead."
        )
    try:
        pdf = Pdf.open(io.BytesIO(document.pdf))
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
            _PRINT_AGAIN,
        )
    if pdf.get_warnings():
        _sound(pdf, document, pages)
    return pdf


def _sound(pdf: Pdf, document: BundleDocument, pages: int) -> None:
    # A repaired file may have lost pages without a word: a second reader must find the same, all of it readable.
    try:
        for page in pdf.pages:
            pikepdf.parse_content_stream(page, operators="Do")
        with Looker(document.pdf) as second:
            agreed = len(second) == pages
    except (pikepdf.PdfError, pdfium.PdfiumError, RuntimeError):
        agreed = False
    if not agreed:
        raise _damaged(document)


def _damaged(document: BundleDocument) -> Unusable:
    return Unusable("bundle.damaged", f"“{document.title}” is damaged and cannot be read whole.", _PRINT_AGAIN)


def _widgets(pdf: Pdf) -> Iterator[pikepdf.Object]:
    for page in pdf.pages:
        for note in _annotations(page):
            if note.get("/Subtype") == Name.Widget:
                yield note


def _annotations(page: pikepdf.Page) -> list[pikepdf.Object]:
    notes = page.obj.get("/Annots")
    return [n for n in notes if isinstance(n, Dictionary)] if isinstance(notes, Array) else []


def _inherited(field: pikepdf.Object, key: str) -> pikepdf.Object | None:
    for _ in range(32):
        if key in field:
            return field[key]
        parent = field.get("/Parent")
        if parent is None:
            return None
        field = parent
    return None


def _flattened(pdf: Pdf, document: BundleDocument) -> bytes:
    """Draw the form's answers into its pages; give the document's bytes as they then are."""
    if "/AcroForm" not in pdf.Root or not isinstance(pdf.Root.AcroForm, Dictionary):
        return document.pdf
    widgets = list(_widgets(pdf))
    redraw = bool(pdf.Root.AcroForm.get("/NeedAppearances", False)) or any(
        "/AP" not in w and _inherited(w, "/V") is not None for w in widgets
    )
    if redraw:
        for widget in widgets:
            if not _drawable(_inherited(widget, "/V")):
                raise Unusable(
                    "bundle.form_letters",
                    f"“{document.title}” is a form filled in with letters that can only be drawn by its own program.",
                    _PRINT_AGAIN,
                )
        pdf.Root.AcroForm.NeedAppearances = True
        pdf.generate_appearance_streams()
    pdf.flatten_annotations("print")
    for page in pdf.pages:
        kept = [n for n in _annotations(page) if n.get("/Subtype") != Name.Widget]
        if "/Annots" in page.obj:
            page.obj.Annots = Array(kept)
    if "/AcroForm" in pdf.Root:
        del pdf.Root.AcroForm
    flat = io.BytesIO()
    pdf.save(flat)
    return flat.getvalue()


def _drawable(value: pikepdf.Object | None) -> bool:
    if not isinstance(value, pikepdf.String):
        return True
    try:
        str(value).encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def _named_places(pdf: Pdf) -> dict[str, pikepdf.Object]:
    found: dict[str, pikepdf.Object] = {}
    old = pdf.Root.get("/Dests")
    if isinstance(old, Dictionary):
        found.update({key.lstrip("/"): value for key, value in old.items()})
    names = pdf.Root.get("/Names")
    if isinstance(names, Dictionary) and isinstance(names.get("/Dests"), Dictionary):
        found.update({str(key): value for key, value in pikepdf.NameTree(names.Dests).items()})
    return found


def _keep_links(pdf: Pdf) -> None:
    """Make links inside the document point straight at their page; drop those that lead nowhere or run something."""
    places = _named_places(pdf)
    own = {page.obj.objgen for page in pdf.pages}
    for page in pdf.pages:
        if "/Annots" not in page.obj:
            continue
        kept = []
        for note in _annotations(page):
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


def _set_upright(pdf: Pdf, data: bytes) -> tuple[tuple[int, ...], tuple[int, ...], frozenset[int]]:
    turned, spots, pictures = [], [], set()
    with Looker(data) as looker:
        for index, page in enumerate(pdf.pages):
            look, words = looker.look(index, _number_places(page))
            if look.leaning is not None and look.characters >= _ENOUGH_TEXT:
                upright = -look.leaning % 360
                if upright != sheet_of(page).turn:
                    page.obj.Rotate = upright
                    turned.append(index)
                    words = looker.words(index, _number_places(page))
            if look.is_picture(sheet_of(page).box.area):
                pictures.add(index)
            spots.append(next((i for i, text in enumerate(words) if not text), 0))
    return tuple(turned), tuple(spots), frozenset(pictures)


def _number_places(page: pikepdf.Page) -> tuple[Rectangle, ...]:
    sheet = sheet_of(page)
    return tuple(sheet.on_page(spot) for spot in number_spots(sheet))
