"""What a reader would see on each page: how much text, which way up, how much of it is picture, and how fine."""

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from documents.bundle.place import Rectangle

FINEST_DPI = 300

_SAMPLE = 120
_AGREEING = 0.8
_DEEPEST_FORM = 4
_POINTS_PER_INCH = 72
_MOSTLY_PICTURE = 0.5
_FEW_CHARACTERS = 60
_SPECK = 0.01
_HARDLY_ANY = 12


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture on a page: the page area it covers in square points, its resolution in dots per inch, its pixels."""

    area: float
    dpi: int
    across: int = 0
    down: int = 0


@dataclass(frozen=True, slots=True)
class Look:
    """What is on one page. `leaning` is the clockwise angle of its text in page coordinates, None where unclear."""

    characters: int
    leaning: int | None
    pictures: tuple[Picture, ...]
    drawn: bool

    def pictured(self, area: float) -> float:
        """The share of a page of this area (square points) that pictures cover, 0 to 1."""
        return min(1.0, sum(each.area for each in self.pictures) / max(1.0, area))

    def is_picture(self, area: float) -> bool:
        """Whether a page of this area (square points) is a picture with no text behind it worth searching.

        A small typed footer on a scan is not enough; a small picture that stands alone, such as a photographed message,
        has words of its own. The only rule there is, for what people send and for bundles.
        """
        covered = self.pictured(area)
        return (covered >= _MOSTLY_PICTURE and self.characters < _FEW_CHARACTERS) or (
            covered >= _SPECK and self.characters < _HARDLY_ANY
        )


class Looker:
    """Looks at the pages of one PDF. Raises `pdfium.PdfiumError` when it cannot be opened."""

    def __init__(self, data: bytes | Path) -> None:
        self._document = pdfium.PdfDocument(data)

    def __enter__(self) -> "Looker":
        return self

    def __exit__(self, *_: object) -> None:
        self._document.close()

    def __len__(self) -> int:
        return len(self._document)

    def words(self, index: int, places: tuple[Rectangle, ...]) -> tuple[str, ...]:
        """The text inside each place (page coordinates) of the page at this index, counted from 0."""
        page = self._document[index]
        text = page.get_textpage()
        try:
            return tuple(text.get_text_bounded(p.left, p.bottom, p.right, p.top).strip() for p in places)
        finally:
            text.close()
            page.close()

    def look(self, index: int, places: tuple[Rectangle, ...] = ()) -> tuple[Look, tuple[str, ...]]:
        """What is on the page at this index, counted from 0, and the text inside each place."""
        page = self._document[index]
        text = page.get_textpage()
        try:
            words = tuple(text.get_text_bounded(p.left, p.bottom, p.right, p.top).strip() for p in places)
            characters, leaning = _text(text)
            pictures = tuple(_pictures(page, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, page, (), 0))
            drawn = raw.FPDFPage_CountObjects(page) > 0
            return Look(characters, leaning, pictures, drawn), words
        finally:
            text.close()
            page.close()


def _text(text: pdfium.PdfTextPage) -> tuple[int, int | None]:
    count = text.count_chars()
    angles: Counter[int] = Counter()
    for i in range(0, count, max(1, count // _SAMPLE)):
        if raw.FPDFText_IsGenerated(text, i) == 1 or raw.FPDFText_GetUnicode(text, i) <= 32:
            continue
        angle = math.degrees(raw.FPDFText_GetCharAngle(text, i))
        angles[round(angle / 90) % 4 * 90] += 1
    if not angles:
        return count, None
    angle, agreeing = angles.most_common(1)[0]
    return count, angle if agreeing >= _AGREEING * angles.total() else None


def _pictures(page: pdfium.PdfPage, count, get, parent, outer, depth) -> Iterator[Picture]:  # type: ignore[no-untyped-def]
    for i in range(count(parent)):
        thing = get(parent, i)
        kind = raw.FPDFPageObj_GetType(thing)
        if kind not in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM):
            continue
        placed = raw.FS_MATRIX()
        if not raw.FPDFPageObj_GetMatrix(thing, placed):
            continue
        chain = ((placed.a, placed.b, placed.c, placed.d), *outer)
        if kind == raw.FPDF_PAGEOBJ_FORM:
            if depth < _DEEPEST_FORM:
                inner = (raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, thing)
                yield from _pictures(page, *inner, chain, depth + 1)
        elif picture := _picture(thing, chain):
            yield picture


def _picture(image: object, chain: tuple[tuple[float, float, float, float], ...]) -> Picture | None:
    a, b, c, d = 1.0, 0.0, 0.0, 1.0
    for e, f, g, h in chain:
        a, b, c, d = a * e + b * g, a * f + b * h, c * e + d * g, c * f + d * h
    wide, high = math.hypot(a, b), math.hypot(c, d)
    across, down = raw.c_uint(), raw.c_uint()
    if not wide or not high or not raw.FPDFImageObj_GetImagePixelSize(image, across, down):
        return None
    dpi = max(across.value / wide, down.value / high) * _POINTS_PER_INCH
    return Picture(area=abs(a * d - b * c), dpi=round(dpi), across=across.value, down=down.value)
