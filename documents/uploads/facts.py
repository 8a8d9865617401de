"""Facts of each page of a PDF, as it comes in: text, resolution, rotation; measured and judged as a bundle does."""

import io
from dataclasses import dataclass

from pikepdf import Pdf

from documents.bundle.look import Look, Looker
from documents.bundle.place import Sheet, sheet_of


@dataclass(frozen=True, slots=True)
class PageFacts:
    """One page. `letters`: how many can be read as text; `picture`: the share of the page that pictures cover, 0 to 1;
    `dpi`: the finest picture's resolution, 0 for none; `rotation` in degrees; sizes in points as the page is shown.

    `no_text`: it is a picture that nobody can search, by the rule that a bundle inspects itself with.
    """

    letters: int
    picture: float
    dpi: int
    rotation: int
    wide: float
    high: float
    no_text: bool


def page_facts(pdf: bytes) -> tuple[PageFacts, ...]:
    """The facts of each page. Raises pikepdf.PdfError, pdfium.PdfiumError for what is no PDF."""
    with Pdf.open(io.BytesIO(pdf)) as opened, Looker(pdf) as looker:
        return tuple(_facts(sheet_of(page), looker.look(index)[0]) for index, page in enumerate(opened.pages))


def _facts(sheet: Sheet, look: Look) -> PageFacts:
    return PageFacts(
        letters=look.characters,
        picture=round(look.pictured(sheet.box.area), 3),
        dpi=round(max((each.dpi for each in look.pictures), default=0) / sheet.unit),
        rotation=sheet.turn,
        wide=round(sheet.width * sheet.unit, 1),
        high=round(sheet.height * sheet.unit, 1),
        no_text=look.is_picture(sheet.box.area),
    )
