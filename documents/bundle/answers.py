"""Answers in a form drawn into its pages, so that every reader sees them; forms that cannot be drawn are refused."""

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from cases.refusals import Refusal
from documents.bundle.spec import BundleDocument

PRINT_AGAIN = "Open it, print it to PDF and add that file instead."


class Unusable(Exception):
    """This document cannot go into a bundle."""

    def __init__(self, code: str, says: str, mend: str) -> None:
        self.refusal = Refusal(code=code, says=says, mend=mend)
        super().__init__(code)


def _widgets(pdf: Pdf) -> Iterator[pikepdf.Object]:
    for page in pdf.pages:
        for note in annotations(page):
            if note.get("/Subtype") == Name.Widget:
                yield note


def annotations(page: pikepdf.Page) -> list[pikepdf.Object]:
    """The notes, links and fields on a page."""
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


def flatten(pdf: Pdf, document: BundleDocument) -> bool:
    """Draw the form's answers into its pages; False where it is no form."""
    if "/AcroForm" not in pdf.Root or not isinstance(pdf.Root.AcroForm, Dictionary):
        return False
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
                    PRINT_AGAIN,
                )
        pdf.Root.AcroForm.NeedAppearances = True
        pdf.generate_appearance_streams()
    pdf.flatten_annotations("print")
    for page in pdf.pages:
        kept = [n for n in annotations(page) if n.get("/Subtype") != Name.Widget]
        if "/Annots" in page.obj:
            page.obj.Annots = Array(kept)
    if "/AcroForm" in pdf.Root:
        del pdf.Root.AcroForm
    return True


def _drawable(value: pikepdf.Object | None) -> bool:
    if not isinstance(value, pikepdf.String):
        return True
    try:
        str(value).encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True
