"""Facts of each page of a PDF, taken once when it comes in and kept by its hash: text, resolution, rotation."""

import json
import os
from dataclasses import asdict, dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from documents.files import FileStore

_LITTLE_TEXT = 12
_MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class PageFacts:
    """One page. `letters`: how many can be read as text; `picture`: the share of the page that pictures cover, 0 to 1;
    `dpi`: the finest picture's resolution, 0 for none; `rotation` in degrees; sizes in points as the page is shown.
    """

    letters: int
    picture: float
    dpi: int
    rotation: int
    wide: float
    high: float

    @property
    def no_text(self) -> bool:
        """A scan that nobody can search: pictures over most of it and next to no text."""
        mostly_picture = self.picture >= _MOSTLY and self.letters < 4 * _LITTLE_TEXT
        return mostly_picture or (self.picture > 0 and self.letters < _LITTLE_TEXT)


def page_facts(pdf: bytes) -> tuple[PageFacts, ...]:
    """The facts of each page. Raises pdfium.PdfiumError for what is no PDF."""
    document = pdfium.PdfDocument(pdf)
    try:
        return tuple(_facts(page) for page in document)
    finally:
        document.close()


def _facts(page: pdfium.PdfPage) -> PageFacts:
    wide, high = page.get_size()
    text = page.get_textpage()
    letters = sum(1 for letter in text.get_text_range() if not letter.isspace())
    covered, dpi = 0.0, 0
    for picture in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=4):
        left, bottom, right, top = picture.get_bounds()
        box_wide, box_high = max(right - left, 0.1), max(top - bottom, 0.1)
        covered += box_wide * box_high
        pixels_wide, pixels_high = picture.get_px_size()
        # A picture may stand on its side in its box.
        across = max(box_wide, box_high) if pixels_wide >= pixels_high else min(box_wide, box_high)
        dpi = max(dpi, round(pixels_wide * 72 / across))
    return PageFacts(
        letters=letters,
        picture=round(min(1.0, covered / max(1.0, wide * high)), 3),
        dpi=dpi,
        rotation=page.get_rotation(),
        wide=round(wide, 1),
        high=round(high, 1),
    )


def kept_facts(files: FileStore, sha256: str) -> tuple[PageFacts, ...]:
    """The facts of a stored PDF: read where they are kept, else taken and kept. Raises FileStoreError."""
    path = files.path(sha256).with_suffix(".pages")
    try:
        return tuple(PageFacts(**told) for told in json.loads(path.read_text("ascii")))
    except (FileNotFoundError, ValueError, TypeError):
        found = page_facts(files.get(sha256))
    aside = path.with_suffix(f".{os.getpid()}")
    aside.write_text(json.dumps([asdict(one) for one in found]), encoding="ascii")
    os.replace(aside, path)
    return found
