"""Letters for a form's boxes: measured, broken into lines, and embedded so that they can be read back."""

import functools
import io
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Pdf

from documents.convert import FONTS

_FIRST = ("LiberationSans-Regular.ttf", "DejaVuSans.ttf")
_SHAPED = {"AL", "R", "AN"}
_UPRIGHT, _BELOW = 0.72, 0.22


@dataclass(frozen=True)
class _Face:
    name: str
    em: int
    glyphs: dict[int, str]
    ids: dict[str, int]
    widths: dict[int, int]


@functools.cache
def _faces() -> tuple[_Face, ...]:
    """The upright fonts, the first that has a letter draws it."""
    rest = sorted(path.name for path in FONTS.glob("*Regular.ttf") if path.name not in _FIRST)
    found = []
    for name in (*_FIRST, *rest):
        with TTFont(FONTS / name, lazy=True) as font:
            metrics = font["hmtx"]
            glyphs = dict(font.getBestCmap())
            ids = {glyph: font.getGlyphID(glyph) for glyph in set(glyphs.values())}
            widths = {at: metrics[glyphs[at]][0] for at in glyphs}
            found.append(_Face(name, font["head"].unitsPerEm, glyphs, ids, widths))
    return tuple(found)


def plain(text: str) -> bool:
    """Whether every letter stands by itself: scripts whose letters join, reorder or run leftwards need a typesetter."""
    for letter in text:
        if unicodedata.bidirectional(letter) in _SHAPED or unicodedata.combining(letter):
            return False
        if 0x0900 <= ord(letter) <= 0x0DFF or 0x0E00 <= ord(letter) <= 0x0FFF or 0x1000 <= ord(letter) <= 0x109F:
            return False
    return True


def _face_of(letter: str) -> int | None:
    return next((place for place, face in enumerate(_faces()) if ord(letter) in face.glyphs), None)


def drawable(text: str) -> bool:
    """Whether there is a font for every letter."""
    return all(letter == "\n" or _face_of(letter) is not None for letter in text)


def width(text: str, size: float) -> float:
    """How wide a line is at this size, in points."""
    total = 0.0
    for letter in text:
        place = _face_of(letter)
        if place is not None:
            face = _faces()[place]
            total += face.widths[ord(letter)] * size / face.em
    return total


def broken(text: str, wide: float, size: float) -> list[str]:
    """The text in lines no wider than `wide`, broken between words; a longer word is broken between letters."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            tried = f"{line} {word}" if line else word
            if width(tried, size) <= wide:
                line = tried
                continue
            if line:
                lines.append(line)
            line = word
            while width(line, size) > wide and len(line) > 1:
                cut = next(n for n in range(len(line) - 1, 0, -1) if n == 1 or width(line[:n], size) <= wide)
                lines.append(line[:cut])
                line = line[cut:]
        lines.append(line)
    return lines


class Letters:
    """The fonts of one PDF; `draw` writes lines with them and `embed` puts in what was used, once all is drawn."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._used: dict[int, set[str]] = {}
        self.fonts = pdf.make_indirect(Dictionary())

    def draw(self, line: str, size: float) -> bytes:
        """The operators that write a line where the pen stands."""
        out: list[str] = []
        face, run = None, ""
        for letter in line:
            place = _face_of(letter)
            if place is None:
                continue
            if place != face:
                if run:
                    out.append(f"<{run}> Tj")
                out.append(f"/DC{place} {size:.2f} Tf")
                face, run = place, ""
            drawn = _faces()[place]
            run += f"{drawn.ids[drawn.glyphs[ord(letter)]]:04X}"
            self._used.setdefault(place, set()).add(letter)
        if run:
            out.append(f"<{run}> Tj")
        return " ".join(out).encode()

    def embed(self) -> None:
        """Put the fonts in, cut down to the letters used."""
        for place in sorted(self._used):
            self.fonts[f"/DC{place}"] = _font(self._pdf, _faces()[place], sorted(self._used[place]))


def _font(pdf: Pdf, face: _Face, letters: Iterable[str]) -> pikepdf.Object:
    from fontTools import subset  # noqa: PLC0415 (the web server starts without it)

    letters = list(letters)
    options = subset.Options(hinting=False, glyph_names=False, retain_gids=True, notdef_outline=True)
    options.layout_features = []
    options.drop_tables += ["FFTM"]
    font = TTFont(FONTS / face.name, recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[ord(letter) for letter in letters])
    cutter.subset(font)
    out = io.BytesIO()
    font.save(out)
    data = out.getvalue()
    name = Name(f"/DUECRF+{face.name.removesuffix('.ttf')}")
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=4,
        FontBBox=Array([-600, -400, 1600, 1100]),
        ItalicAngle=0,
        Ascent=905,
        Descent=-212,
        CapHeight=716,
        StemV=80,
        FontFile2=pdf.make_stream(data, Length1=len(data)),
    )
    ids = {face.ids[face.glyphs[ord(letter)]]: letter for letter in letters}
    widths: list[object] = []
    for glyph in sorted(ids):
        widths += [glyph, Array([round(face.widths[ord(ids[glyph])] * 1000 / face.em)])]
    below = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=Dictionary(Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
        CIDToGIDMap=Name.Identity,
        DW=600,
        W=Array(widths),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=name,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(below)]),
            ToUnicode=pdf.make_stream(_to_unicode(ids)),
        )
    )


def _to_unicode(ids: dict[int, str]) -> bytes:
    rows = [f"<{glyph:04X}> <{letter.encode('utf-16-be').hex().upper()}>" for glyph, letter in sorted(ids.items())]
    parts = [rows[at : at + 100] for at in range(0, len(rows), 100)]
    body = "\n".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def "
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def "
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{body}\nendcmap CMapName currentdict /CMap defineresource pop end end"
    ).encode()


def heights(size: float) -> tuple[float, float]:
    """How far letters rise above and sink below their line."""
    return size * _UPRIGHT, size * _BELOW
