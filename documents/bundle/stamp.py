"""The bundle's page numbers, printed on every page the way up it is read."""

import io
import re
from functools import cache
from pathlib import Path

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Pdf

from documents.bundle.place import NUMBER_HEIGHT, NUMBER_WIDTH, number_spots, sheet_of

_FONT_FILE = Path(__file__).parents[1] / "fonts" / "LiberationSans-Bold.ttf"
_FONT_NAME = "/DUECRS+LiberationSans-Bold"
_RESOURCE = "/DueCourseNumber"
_SIZE = 13.0
_STAMPED = re.compile(rb"/Artifact <</Type /Pagination>> BDC q .*Tf .* Td \((\d+)\) Tj ET Q EMC\n\Z")
_FIRST, _LAST = ord("0"), ord("9")


@cache
def _digits() -> tuple[bytes, tuple[int, ...], dict[str, int]]:
    """The font cut down to digits, their widths in thousandths of the size, and its measures."""
    from fontTools import subset  # noqa: PLC0415 (the web server starts without it)

    options = subset.Options(hinting=False, glyph_names=False)
    options.drop_tables += ["FFTM", "GDEF", "GPOS", "GSUB", "kern"]
    font = TTFont(_FONT_FILE, recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=range(_FIRST, _LAST + 1))
    cutter.subset(font)
    em, glyphs = font["head"].unitsPerEm, font.getBestCmap()
    widths = tuple(round(font["hmtx"][glyphs[c]][0] * 1000 / em) for c in range(_FIRST, _LAST + 1))
    measures = {
        "Ascent": round(font["hhea"].ascent * 1000 / em),
        "Descent": round(font["hhea"].descent * 1000 / em),
        "CapHeight": round(font["OS/2"].sCapHeight * 1000 / em),
    }
    out = io.BytesIO()
    font.save(out)
    return out.getvalue(), widths, measures


class Stamper:
    """Prints page numbers into one PDF with one embedded font."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        data, self._widths, measures = _digits()
        file = pdf.make_stream(data, Length1=len(data))
        descriptor = Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name(_FONT_NAME),
            Flags=32,
            FontBBox=Array([-500, -300, 1400, 1000]),
            ItalicAngle=0,
            StemV=140,
            FontFile2=file,
        )
        for key, value in measures.items():
            descriptor["/" + key] = value
        self._font = pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.TrueType,
                BaseFont=Name(_FONT_NAME),
                FirstChar=_FIRST,
                LastChar=_LAST,
                Widths=Array(self._widths),
                Encoding=Name.WinAnsiEncoding,
                FontDescriptor=pdf.make_indirect(descriptor),
            )
        )
        self._before = pdf.make_stream(b"q\n")

    def stamp(self, page: pikepdf.Page, number: int, spot: int = 0, states: int | None = None) -> None:
        """Print `number` at the given spot of `number_spots`, upright as the page is displayed.

        `states` are the graphics states that the page leaves open, where that is known.
        """
        self._lend_font(page)
        left_open = open_states(page) if states is None else states
        page.contents_add(self._before, prepend=True)
        page.contents_add(self._pdf.make_stream(self._drawing(page, str(number), spot, left_open)))

    def _drawing(self, page: pikepdf.Page, label: str, spot: int, states: int) -> bytes:
        sheet = sheet_of(page)
        place = number_spots(sheet)[spot]
        size = _SIZE * sheet.scale * min(1.0, NUMBER_WIDTH / 12 / max(1, len(label)))
        wide = sum(self._widths[int(c)] for c in label) * size / 1000
        pad = 3 * sheet.scale
        centred = spot == 1
        x = place.left + (place.width - wide) / 2 if centred else place.right - wide - pad
        y = place.bottom + (NUMBER_HEIGHT * sheet.scale - size * 0.73) / 2
        matrix = " ".join(f"{v:.3f}" for v in sheet.matrix)
        box = f"{x - pad:.2f} {y - pad:.2f} {wide + 2 * pad:.2f} {size * 0.73 + 2 * pad:.2f}"
        return (
            f"\n{'Q ' * states}/Artifact <</Type /Pagination>> BDC q {matrix} cm 1 g {box} re f "
            f"BT 0 g {_RESOURCE} {size:.2f} Tf {x:.2f} {y:.2f} Td ({label}) Tj ET Q EMC\n"
        ).encode()

    def _lend_font(self, page: pikepdf.Page) -> None:
        resources = page.obj.get("/Resources")
        if not isinstance(resources, Dictionary):
            resources = page.obj.Resources = Dictionary()
        fonts = resources.get("/Font")
        if not isinstance(fonts, Dictionary):
            fonts = resources.Font = Dictionary()
        fonts[_RESOURCE] = self._font


def printed_number(page: pikepdf.Page) -> str:
    """The number that a `Stamper` printed last on this page, read from the page's drawing; empty if there is none."""
    contents = page.obj.get("/Contents")
    last = contents[-1] if isinstance(contents, Array) and len(contents) else contents
    if not isinstance(last, pikepdf.Stream):
        return ""
    found = _STAMPED.search(last.read_bytes())
    return found.group(1).decode() if found else ""


def open_states(page: pikepdf.Page) -> int:
    """How many graphics states are open where the drawing ends, with one put before it: else a number would move."""
    depth = 1
    for operation in pikepdf.parse_content_stream(page, operators="q Q"):
        depth = depth + 1 if str(operation.operator) == "q" else max(0, depth - 1)
    return depth
