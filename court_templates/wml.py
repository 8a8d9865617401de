"""WordprocessingML by hand: runs, paragraphs, cells, rows and fixed tables, in the one way all engines agree on."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

WIDTH = 178.0
INK, GREY, STRIP, WELL, WHITE = "000000", "595959", "E4E6E9", "F4F7FA", "FFFFFF"
BODY_PT = 9.5
_SIDES = ("top", "left", "bottom", "right")

Part = Any  # a string, or a ready-made w:r (or a list of them)
Align = Literal["left", "center", "right"]


def el(tag: str, **attributes: Any) -> Any:
    """One WordprocessingML element; `w_val=1` becomes `w:val="1"`."""
    made = OxmlElement(tag)
    for key, value in attributes.items():
        made.set(qn(key.replace("_", ":", 1)), str(value))
    return made


def twips(mm: float) -> int:
    """Millimetres as twentieths of a point."""
    return round(mm * 1440 / 25.4)


def run(
    words: str, *, bold: bool = False, italic: bool = False, size: float | None = None, colour: str = "", font: str = ""
) -> Any:
    """A run of text. `size` in points; newlines and tabs become breaks and tabs."""
    made, look = el("w:r"), el("w:rPr")
    if font:
        look.append(el("w:rFonts", w_ascii=font, w_hAnsi=font, w_cs=font, w_eastAsia=font))
    if bold:
        look.append(el("w:b"))
    if italic:
        look.append(el("w:i"))
    if colour:
        look.append(el("w:color", w_val=colour))
    if size:
        look.append(el("w:sz", w_val=round(size * 2)))
        look.append(el("w:szCs", w_val=round(size * 2)))
    if len(look):
        made.append(look)
    for piece in re.split(r"(\n|\t)", words):
        if piece == "\n":
            made.append(el("w:br"))
        elif piece == "\t":
            made.append(el("w:tab"))
        elif piece:
            text = el("w:t")
            text.set(qn("xml:space"), "preserve")
            text.text = piece
            made.append(text)
    return made


def tick(test: str, *, size: float = 10.5) -> list[Any]:
    """A tick box whose glyph is chosen at render time by the Jinja expression `test`."""
    return [run("{{ (" + test + ")|tick }}", size=size, font="DejaVu Sans"), run("\u00a0\u00a0")]


def para(
    *parts: Part,
    size: float | None = None,
    bold: bool = False,
    italic: bool = False,
    colour: str = "",
    align: Align = "left",
    before: float = 0,
    after: float = 0,
    indent: float = 0,
    hang: float = 0,
    keep: bool = False,
    exact: float | None = None,
    style: str = "",
    tabs: Sequence[tuple[float, str]] = (),
    break_before: bool = False,
) -> Any:
    """A paragraph; `before`, `after`, `exact` in points, `indent`, `hang` and tab places in millimetres."""
    made, look = el("w:p"), el("w:pPr")
    if style:
        look.append(el("w:pStyle", w_val=style))
    if keep:
        look.append(el("w:keepNext"))
    if break_before:
        look.append(el("w:pageBreakBefore"))
    if tabs:
        stops = el("w:tabs")
        for place, kind in tabs:
            stops.append(el("w:tab", w_val=kind, w_pos=twips(place)))
        look.append(stops)
    space = el("w:spacing", w_before=round(before * 20), w_after=round(after * 20))
    if exact is not None:
        space.set(qn("w:line"), str(round(exact * 20)))
        space.set(qn("w:lineRule"), "exact")
    look.append(space)
    if indent or hang:
        look.append(el("w:ind", w_left=twips(indent), w_hanging=twips(hang)))
    if align != "left":
        look.append(el("w:jc", w_val=align))
    if size:  # an empty cell is as tall as its paragraph mark
        mark = el("w:rPr")
        mark.append(el("w:sz", w_val=round(size * 2)))
        mark.append(el("w:szCs", w_val=round(size * 2)))
        look.append(mark)
    made.append(look)
    for part in parts:
        for item in part if isinstance(part, list) else [part]:
            if not isinstance(item, str):
                made.append(item)
                continue
            for place, words in enumerate(item.split("**")):
                if words:
                    made.append(run(words, bold=bold or place % 2 == 1, italic=italic, size=size, colour=colour))
    return made


def field(name: str, shown: str = "1", *, size: float = 8, colour: str = "") -> list[Any]:
    """A real Word field (PAGE, NUMPAGES) with all its parts."""
    made = []
    for kind in ("begin", "", "separate", "shown", "end"):
        if kind == "shown":
            made.append(run(shown, size=size, colour=colour))
            continue
        piece = run("", size=size, colour=colour)
        if kind:
            piece.append(el("w:fldChar", w_fldCharType=kind))
        else:
            code = el("w:instrText")
            code.set(qn("xml:space"), "preserve")
            code.text = f" {name} "
            piece.append(code)
        made.append(piece)
    return made


def cell(
    width: float,
    content: Any = "",
    *,
    span: int = 1,
    edges: str = "tlbr",
    line: int = 6,
    fill: str = "",
    middle: bool = False,
    pad: tuple[float, float, float, float] | None = None,
    **look: Any,
) -> Any:
    """A table cell. `edges` lists the sides ruled (t, l, b, r), `line` in eighths of a point.

    `content` is text, a paragraph, or a list of paragraphs; `look` goes to the paragraph when it is text.
    """
    made, form = el("w:tc"), el("w:tcPr")
    form.append(el("w:tcW", w_w=twips(width), w_type="dxa"))
    if span > 1:
        form.append(el("w:gridSpan", w_val=span))
    ruled = el("w:tcBorders")
    for side in _SIDES:
        on = side[0] in edges
        ruled.append(el(f"w:{side}", w_val="single" if on else "nil", w_sz=line if on else 0, w_space=0, w_color=INK))
    form.append(ruled)
    if fill:
        form.append(el("w:shd", w_val="clear", w_color="auto", w_fill=fill))
    if pad is not None:
        margin = el("w:tcMar")
        for side, mm in zip(_SIDES, pad, strict=True):
            margin.append(el(f"w:{side}", w_w=twips(mm), w_type="dxa"))
        form.append(margin)
    if middle:
        form.append(el("w:vAlign", w_val="center"))
    made.append(form)
    if isinstance(content, str):
        content = para(content, **look)
    for item in content if isinstance(content, list) else [content]:
        made.append(item)
    return made


def row(
    cells: Iterable[Any], *, height: float = 0, exact: bool = False, header: bool = False, split: bool = False
) -> Any:
    """A table row: at least (or exactly) `height` tall, whole on one page unless `split`."""
    made, form = el("w:tr"), el("w:trPr")
    if not split:
        form.append(el("w:cantSplit"))
    if height:
        form.append(el("w:trHeight", w_val=twips(height), w_hRule="exact" if exact else "atLeast"))
    if header:
        form.append(el("w:tblHeader"))
    if len(form):
        made.append(form)
    for item in cells:
        made.append(item)
    return made


def table(
    grid: Sequence[float], rows: Iterable[Any], *, pad: tuple[float, float, float, float] = (0.8, 1.6, 0.8, 1.6)
) -> Any:
    """A fixed table on exactly these column widths, edge on the margin."""
    made, form = el("w:tbl"), el("w:tblPr")
    form.append(el("w:tblW", w_w=sum(twips(mm) for mm in grid), w_type="dxa"))
    form.append(el("w:tblInd", w_w=0, w_type="dxa"))
    form.append(el("w:tblLayout", w_type="fixed"))
    margin = el("w:tblCellMar")
    for side, mm in zip(_SIDES, pad, strict=True):
        margin.append(el(f"w:{side}", w_w=twips(mm), w_type="dxa"))
    form.append(margin)
    made.append(form)
    columns = el("w:tblGrid")
    for mm in grid:
        columns.append(el("w:gridCol", w_w=twips(mm)))
    made.append(columns)
    for item in rows:
        made.append(item)
    return made


def tag(words: str) -> Any:
    """A paragraph that holds only a `docxtpl` paragraph tag, gone after rendering."""
    return para("{%p " + words + " %}")


def tag_row(words: str, width: float, columns: int) -> Any:
    """A row that holds only a `docxtpl` row tag, gone after rendering."""
    return row([cell(width, "{%tr " + words + " %}", span=columns)])


def keep_with_next(*blocks: Any) -> None:
    """Tie every paragraph of these blocks to what follows (Word's own mark; `layout` makes the converter honour it)."""
    for block in blocks:
        for paragraph in block.iter(qn("w:p")):
            form = paragraph.find(qn("w:pPr"))
            if form.find(qn("w:keepNext")) is None:
                form.insert(1 if form.find(qn("w:pStyle")) is not None else 0, el("w:keepNext"))


def gap(points: float = 4) -> Any:
    """White space between boxes."""
    return para("", exact=points)
