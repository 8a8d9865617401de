"""Redaction that removes: a page with something to hide becomes a picture of itself with the place painted over.

Nothing of what was hidden is left in the file: no text under a black box, no note, no bookmark. What else was typed on
the page is put behind the picture, so that it can still be searched. A page that is a picture already cannot be
searched for a name, and is told of.
"""

import ctypes
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image, ImageDraw

from documents.bundle.place import Rectangle
from documents.bundle.sources import open_source
from documents.bundle.spec import BundleDocument, BundleSpec

HIDDEN = "[redacted]"
_DPI = 200
_QUALITY = 85
_AROUND = 1.0  # points painted around each hidden letter
_JOINED = 24.0  # pixels between hidden letters that one bar covers
_FEW_LETTERS = 60
# Read aloud in the place of a typed page of which next to nothing is left.
_EMPTIED = b"/F1 8.0 Tf 1 0 0 1 20 20 Tm (This page was redacted. Nothing else that could be read is left on it.) Tj\n"
_BREAK = "(?:[\ufffe\x02\u00ad]\\s*)?"  # how a word broken at a line's end is read

Boxes = Mapping[int, Sequence[Rectangle]]


class StillThere(RuntimeError):
    """Words that were to be hidden could still be read; nothing is given out."""


@dataclass(frozen=True, slots=True)
class Redacted:
    """A document without what was to be hidden: pages (from 1) painted over, and those that could not be searched."""

    pdf: bytes = field(repr=False)
    pages: tuple[int, ...]
    unsearched: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Letter:
    text: str
    box: tuple[float, float, float, float]  # left, top, right, bottom in pixels


def redact(document: BundleDocument, phrases: Sequence[str], boxes: Boxes | None = None) -> Redacted:
    """The document without the phrases (capitals and spacing do not matter) and without what lies in the boxes.

    `boxes` are by page from 1, in points as the page is displayed, origin bottom left. Raises `Unusable`, `StillThere`.
    """
    painted, unsearched = [], []
    wanted = [_pattern(phrase) for phrase in phrases if phrase.strip()]
    source = open_source(document)
    with source.pdf as given, Pdf.new() as out:
        whole = io.BytesIO()
        given.save(whole)
        read = pdfium.PdfDocument(whole.getvalue())
        try:
            for number in range(1, source.pages + 1):
                page = read[number - 1]
                letters = list(_letters(page))
                text = "".join(letter.text for letter in letters)
                hits = {i for pattern in wanted for m in pattern.finditer(text) for i in range(*m.span())}
                marked = _in_pixels(page, (boxes or {}).get(number, ()))
                if number - 1 in source.pictures and not marked:
                    unsearched.append(number)
                if hits or marked:
                    _paint(out, page, letters, hits, marked)
                    painted.append(number)
                else:
                    _copy(out, given, number - 1)
        finally:
            read.close()
        made = io.BytesIO()
        out.save(made, deterministic_id=True)
    _check(made.getvalue(), wanted)
    return Redacted(made.getvalue(), tuple(painted), tuple(unsearched))


def redacted_spec(
    spec: BundleSpec, phrases: Sequence[str], boxes: Mapping[str, Boxes] | None = None
) -> tuple[BundleSpec, dict[str, tuple[int, ...]]]:
    """The spec with every document, title and line of the chronology redacted, and the pages not searched, by title.

    `boxes` are by the document's title. Raises `Unusable`, `StillThere`.
    """
    wanted = [_pattern(phrase) for phrase in phrases if phrase.strip()]

    def hide(text: str) -> str:
        for pattern in wanted:
            text = pattern.sub(HIDDEN, text)
        return text

    unsearched: dict[str, tuple[int, ...]] = {}
    sections, names, used = [], {}, set()
    for section in spec.sections:
        documents = []
        for document in section.documents:
            done = redact(document, phrases, (boxes or {}).get(document.title))
            title = hide(document.title)
            while title in used:
                title += " (another)"
            used.add(title)
            names[document.title] = title
            if done.unsearched and not document.photograph:
                unsearched[title] = done.unsearched
            documents.append(replace(document, title=title, pdf=done.pdf, path=None, sha256=""))
        sections.append(replace(section, title=hide(section.title), documents=tuple(documents)))
    chronology = tuple(
        replace(line, text=hide(line.text), document_title=names.get(line.document_title or ""))
        for line in spec.chronology
    )
    hidden = replace(
        spec,
        title=f"{spec.title} (redacted copy)",
        claimant=hide(spec.claimant),
        defendants=tuple(hide(name) for name in spec.defendants),
        sections=tuple(sections),
        chronology=chronology,
    )
    return hidden, unsearched


def _pattern(phrase: str) -> re.Pattern[str]:
    words = (_BREAK.join(re.escape(letter) for letter in word) for word in phrase.split())
    return re.compile(r"\s+".join(words), re.IGNORECASE)


def _letters(page: pdfium.PdfPage) -> Iterator[_Letter]:
    text = page.get_textpage()
    try:
        for index in range(text.count_chars()):
            letter = chr(raw.FPDFText_GetUnicode(text, index))
            left, bottom, right, top = text.get_charbox(index, loose=True)
            a, b = _pixel(page, left - _AROUND, top + _AROUND), _pixel(page, right + _AROUND, bottom - _AROUND)
            yield _Letter(letter, (min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])))
    finally:
        text.close()


def _size(page: pdfium.PdfPage) -> tuple[int, int]:
    wide, high = page.get_size()
    return round(wide * _DPI / 72), round(high * _DPI / 72)


def _pixel(page: pdfium.PdfPage, x: float, y: float) -> tuple[int, int]:
    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, *_size(page), 0, x, y, across, down)
    return across.value, down.value


def _in_pixels(page: pdfium.PdfPage, boxes: Sequence[Rectangle]) -> list[tuple[float, float, float, float]]:
    high, share = page.get_size()[1], _DPI / 72
    return [(b.left * share, (high - b.top) * share, b.right * share, (high - b.bottom) * share) for b in boxes]


def _paint(
    out: Pdf,
    page: pdfium.PdfPage,
    letters: Sequence[_Letter],
    hits: set[int],
    marked: Sequence[tuple[float, float, float, float]],
) -> None:
    picture = page.render(scale=_DPI / 72, may_draw_forms=False).to_pil().convert("RGB").resize(_size(page))
    draw = ImageDraw.Draw(picture)
    for box in [*_bars([letters[i].box for i in sorted(hits)]), *marked]:
        draw.rectangle(box, fill="black")
    kept = [x for i, x in enumerate(letters) if i not in hits and not any(_touch(x.box, box) for box in marked)]
    emptied = len(kept) < _FEW_LETTERS <= len(letters)
    _add_picture(out, page.get_size(), picture, kept, _EMPTIED if emptied else b"")


def _bars(boxes: Sequence[tuple[float, float, float, float]]) -> list[tuple[float, float, float, float]]:
    """One bar over neighbouring letters of a line: a box for each letter would show the shape of the word."""
    bars: list[tuple[float, float, float, float]] = []
    for box in boxes:
        last = bars[-1] if bars else None
        if last and _touch((last[0] - _JOINED, last[1], last[2] + _JOINED, last[3]), box):
            bars[-1] = (min(last[0], box[0]), min(last[1], box[1]), max(last[2], box[2]), max(last[3], box[3]))
        else:
            bars.append(box)
    return bars


def _touch(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _add_picture(
    out: Pdf, size: tuple[float, float], picture: Image.Image, letters: Sequence[_Letter], said: bytes
) -> None:
    bands = picture.split()
    plain = picture.convert("L") if bands[0].tobytes() == bands[1].tobytes() == bands[2].tobytes() else picture
    data = io.BytesIO()
    plain.save(data, "JPEG", quality=_QUALITY, optimize=True)
    page = out.add_blank_page(page_size=size)
    image = out.make_stream(
        data.getvalue(),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=plain.width,
        Height=plain.height,
        ColorSpace=Name.DeviceGray if plain.mode == "L" else Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=Name.DCTDecode,
    )
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    page.obj.Resources = Dictionary(XObject=Dictionary(Im=image), Font=Dictionary(F1=out.make_indirect(font)))
    drawn = f"q {size[0]:.2f} 0 0 {size[1]:.2f} 0 0 cm /Im Do Q\n".encode() + b"BT 3 Tr\n"
    page.obj.Contents = out.make_stream(drawn + b"".join(_behind(letters, size[1])) + said + b"ET")


def _behind(letters: Sequence[_Letter], high: float) -> Iterator[bytes]:
    """Invisible words where the visible ones stand. Letters outside Western Europe's are left out."""
    word: list[_Letter] = []
    for letter in [*letters, _Letter(" ", (0, 0, 0, 0))]:
        gap = word and (letter.box[0] - word[-1].box[2] > 12 or abs(letter.box[3] - word[-1].box[3]) > 12)
        if (letter.text.isspace() or gap) and word:
            yield _word(word, high)
            word = []
        if not letter.text.isspace() and letter.text.isprintable():
            word.append(letter)


def _word(word: Sequence[_Letter], high: float) -> bytes:
    share = 72 / _DPI
    size = max(4.0, (word[0].box[3] - word[0].box[1]) * share - 2 * _AROUND)
    x, y = word[0].box[0] * share + _AROUND, high - max(x.box[3] for x in word) * share + _AROUND
    text = "".join(x.text for x in word).encode("cp1252", "ignore")
    shown = text.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)") + b" "
    return f"/F1 {size:.1f} Tf 1 0 0 1 {x:.1f} {y:.1f} Tm (".encode() + shown + b") Tj\n"


def _copy(out: Pdf, given: Pdf, index: int) -> None:
    """A page with nothing to hide, without notes: they may say what was hidden elsewhere."""
    page = given.pages[index]
    if "/Annots" in page.obj:
        page.obj.Annots = Array([])
    out.pages.append(page)


def _check(pdf: bytes, wanted: Sequence[re.Pattern[str]]) -> None:
    read = pdfium.PdfDocument(pdf)
    try:
        for page in read:
            text = page.get_textpage().get_text_range()
            if any(pattern.search(text) for pattern in wanted):
                raise StillThere("words that were to be hidden can still be read")
    finally:
        read.close()
