"""What every paper is drawn with: pages, numbered boxes, wells, ruled tables, the statement of truth.

Boxes are flat fixed-width tables, never nested and never text boxes, so each row can break over a page and every word
processor lays them out alike. Text is `docxtpl` Jinja; `**bold**` marks are split into runs. Lengths are millimetres
unless the name says points.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Literal

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from documents.papers.package import repack

WIDTH = 178.0
INK, GREY, STRIP, WELL, WHITE = "000000", "595959", "E4E6E9", "F4F7FA", "FFFFFF"
BODY_PT = 9.5
CONTEMPT = (
    "I understand that proceedings for contempt of court may be brought against anyone who makes, or causes to be made, "
    "a false statement in a document verified by a statement of truth without an honest belief in its truth."
)
_NUMBER_COL, _PAD_COL, _UNITS = 9.0, 2.5, 24
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


def ruled_table(
    columns: Sequence[tuple[str, float, Align, str]],
    loop: str,
    *,
    size: float = 8.5,
    total: Sequence[str] | None = None,
    empty: str = "",
) -> Any:
    """A table with a repeated heading and a row for each item of the Jinja `loop` ("row in rent_rows").

    `columns`: heading, width, alignment, cell expression. `total`: texts of a last bold row.
    `empty`: one line to print instead when the loop is empty.
    """
    grid = [width for _, width, _, _ in columns]
    full, count = sum(grid), len(grid)
    head = row(
        [
            cell(mm, name, fill=STRIP, line=4, bold=True, size=size, align=at, middle=True)
            for name, mm, at, _ in columns
        ],
        header=True,
    )
    keep_with_next(head)
    rows = [head, tag_row(f"for {loop}", full, count)]
    rows.append(row([cell(mm, words, line=4, size=size, align=at) for _, mm, at, words in columns]))
    rows.append(tag_row("endfor", full, count))
    if empty:
        source = loop.split(" in ", 1)[1]
        rows.append(tag_row(f"if not ({source})", full, count))
        rows.append(row([cell(full, empty, span=count, line=4, size=size)]))
        rows.append(tag_row("endif", full, count))
    if total is not None:
        spec = zip(columns, total, strict=True)
        rows.append(
            row([cell(mm, words, line=8, fill=STRIP, bold=True, size=size, align=at) for (_, mm, at, _), words in spec])
        )
    return table(grid, rows)


def keep_with_next(*blocks: Any) -> None:
    """Tie every paragraph of these blocks to what follows (Word's own mark; `layout` makes the converter honour it)."""
    for block in blocks:
        for paragraph in block.iter(qn("w:p")):
            form = paragraph.find(qn("w:pPr"))
            if form.find(qn("w:keepNext")) is None:
                form.insert(1 if form.find(qn("w:pStyle")) is not None else 0, el("w:keepNext"))


class Box:
    """A framed box: a black number column (or none), a heading, then rows of words and answer wells.

    Rows are laid on 24 equal units inside the frame. Nothing is nested.
    """

    def __init__(self, number: str = "", heading: str = "", *, note: str = "", frame: int = 8) -> None:
        """`frame` is the weight of the outer rule in eighths of a point."""
        self.number = number
        self._frame = frame
        self._lead = _NUMBER_COL if number else 0.0
        self._inner = WIDTH - self._lead - 2 * _PAD_COL
        self._unit = self._inner / _UNITS
        self._rows: list[Any] = []
        self._spacer: Any = None
        self._first = True
        if heading:
            paragraphs = [para(heading, bold=True, keep=True, after=1)]
            if note:
                paragraphs.append(para(note, size=8, colour=GREY, keep=True, after=1))
            self._row([(_UNITS, paragraphs, "words", {})], keep=True, top=1.3)

    @property
    def grid(self) -> list[float]:
        """Column widths of the whole box."""
        return ([self._lead] if self._lead else []) + [_PAD_COL] + [self._unit] * _UNITS + [_PAD_COL]

    def _row(
        self,
        parts: Sequence[tuple[int, Any, str, dict[str, Any]]],
        *,
        height: float = 0,
        exact: bool = False,
        split: bool = False,
        keep: bool = False,
        top: float = 0.3,
    ) -> None:
        edge = "t" if self._first else ""
        cells = []
        if self._lead:
            points = 10.5 if len(self.number) < 3 else 8
            words = para(
                self.number if self._first else "", bold=True, size=points, colour=WHITE, align="center", keep=keep
            )
            if exact:
                words = para("", exact=1)
            cells.append(cell(self._lead, words, edges="tlb", line=self._frame, fill=INK, pad=(1.2, 0, 0, 0)))
        thin = para("", exact=1, keep=keep)
        cells.append(cell(_PAD_COL, thin, edges=edge + ("" if self._lead else "l"), line=self._frame, pad=(0, 0, 0, 0)))
        used = 0
        for units, content, kind, look in parts:
            used += units
            width = units * self._unit
            if kind == "well":
                cells.append(cell(width, content, span=units, line=4, fill=WELL, pad=(0.9, 1.5, 0.9, 1.5), **look))
            else:
                cells.append(
                    cell(width, content, span=units, edges=edge, line=self._frame, pad=(top, 0.4, 0.5, 0.4), **look)
                )
        if used < _UNITS:
            left = _UNITS - used
            cells.append(cell(left * self._unit, para("", exact=1), span=left, edges=edge, line=self._frame))
        cells.append(cell(_PAD_COL, para("", exact=1, keep=keep), edges=edge + "r", line=self._frame, pad=(0, 0, 0, 0)))
        self._rows.append(row(cells, height=height, exact=exact, split=split))
        self._first = False

    def space(self, mm: float = 1.2) -> "Box":
        """A thin empty row."""
        self._row([(_UNITS, para("", exact=1), "words", {})], height=mm, exact=True)
        self._spacer = self._rows[-1]
        return self

    def words(
        self, *parts: Part, after: float = 1.5, indent: float = 0, hang: float = 0, keep: bool = False, **look: Any
    ) -> "Box":
        """A line of the form's own words, with any values inside it."""
        self._row(
            [(_UNITS, para(*parts, after=after, indent=indent, hang=hang, keep=keep, **look), "words", {})], keep=keep
        )
        return self

    def choice(self, test: str, words: str, *, keep: bool = False) -> "Box":
        """A tick box with its words."""
        return self.words(tick(test), words, indent=7, hang=7, keep=keep)

    def well(self, content: Any, *, height: float = 8, split: bool = False, **look: Any) -> "Box":
        """An answer well over the full width. `split` lets a long answer run over the page."""
        self._row([(_UNITS, content, "well", look)], height=height, split=split)
        return self.space()

    def line(self, *parts: tuple[Any, ...], height: float = 7) -> "Box":
        """A row of labels and wells: (units, text) is a label, (units, text, "well") an answer, "comb" a one-letter well."""
        made = []
        for part in parts:
            units, content = part[0], part[1]
            if len(part) > 2:
                look = {"align": "center"} if part[2] == "comb" else {}
                made.append((units, content, "well", {"middle": True, **look}))
            else:
                made.append((units, content, "words", {"middle": True, "size": 9}))
        self._row(made, height=height)
        return self.space()

    def raw(self, rows: Iterable[Any]) -> "Box":
        """Ready-made rows on this box's own grid (for loops)."""
        self._rows.extend(rows)
        return self

    def loop(self, sentence: str) -> "Box":
        """Begin or end a Jinja row loop or condition: "for t in tenants", "endfor", "if x", "endif"."""
        self._rows.append(tag_row(sentence, WIDTH, len(self.grid)))
        return self

    def done(self, *, keep: bool = False) -> list[Any]:
        """The finished box: a table, with its closing edge, and the gap after it. `keep` ties all of it to what follows."""
        if self._spacer is self._rows[-1]:
            self._rows.pop()
        last = self._rows[-1]
        if "{%tr" in "".join(word.text or "" for word in last.iter(qn("w:t"))):
            raise ValueError(f"box {self.number}: the last row must always be printed, it carries the frame's foot")
        for closing in last.iter(qn("w:tcBorders")):
            foot = closing.find(qn("w:bottom"))
            foot.set(qn("w:val"), "single")
            foot.set(qn("w:sz"), str(self._frame))
        for margin in last.iter(qn("w:tcMar")):
            if margin.getparent().find(qn("w:gridSpan")) is not None and margin.getparent().find(qn("w:shd")) is None:
                margin.find(qn("w:bottom")).set(qn("w:w"), str(twips(1.2)))
        made = [table(self.grid, self._rows, pad=(0.4, 0.4, 0.4, 0.4)), gap()]
        if keep:
            keep_with_next(*made)
        return made

    def whole(self) -> list[Any]:
        """The finished box, kept on one page."""
        made = self.done()
        keep_with_next(*self._rows[:-1])
        return made


def truth(document: str, *, claimant: bool = True) -> list[Any]:
    """The statement of truth on `document` ("this claim form"), in the words PD 22 prescribes, kept on one page."""
    box = Box("", "Statement of truth", frame=12)
    box.words(CONTEMPT, after=3)
    if claimant:
        box.choice("truth.capacity == 'claimant'", f"I believe that the facts stated in {document} are true.")
        box.choice(
            "truth.capacity != 'claimant'",
            f"The claimant believes that the facts stated in {document} are true. "
            "I am authorised by the claimant to sign this statement.",
        )
    else:
        box.words(f"I believe that the facts stated in {document} are true.", after=3)
    box.space(1)
    box.line((4, "**Signature**"), (20, "{{ truth.signature }}", "well"), height=12)
    if claimant:
        ticks = [
            ("claimant", "Claimant"),
            ("authorised", "Claimant’s officer or employee"),
            ("legal_representative", "Claimant’s legal representative"),
        ]
        parts: list[Part] = []
        for capacity, label in ticks:
            parts += [tick(f"truth.capacity == '{capacity}'"), label + "      "]
        box.words(*parts, after=2)
    box.line((4, "**Full name**"), (20, "{{ truth.name }}", "well"))
    box.line((4, "**Position held**"), (20, "{{ truth.position }}", "well"))
    box.line((4, "**Date**"), *date_comb("truth.date"))
    return box.whole()


def date_comb(digits: str) -> list[tuple[Any, ...]]:
    """Day, month and year wells, one figure each; `digits` is a Jinja name for eight characters or eight blanks."""
    parts: list[tuple[Any, ...]] = []
    for place in range(8):
        if place in (2, 4):
            parts.append((1, para("/", align="center")))
        parts.append((1, "{{ " + f"{digits}[{place}]" + " }}", "comb"))
    return parts


def gap(points: float = 4) -> Any:
    """White space between boxes."""
    return para("", exact=points)


class Form:
    """A paper being drawn: A4, first page without a running head, numbered pages, reproducible bytes."""

    def __init__(self, title: str, *, running: str = "", mark: str, subject: str = "") -> None:
        """`running` is the head on later pages, `mark` the foot's words on what this paper is (and is not)."""
        self.title = title
        self.document = _blank_document(title, subject)
        self._section = self.document.sections[0]
        self._section.different_first_page_header_footer = True
        self._body = self.document.element.body
        self._running(running or title, mark)

    def _running(self, running: str, mark: str) -> None:
        sample = "{% if sample %}Sample: made-up people and landlord{% endif %}"
        right = [(WIDTH, "right")]
        later = [para(f"{running}\t{{{{ running_right }}}}", size=8, bold=True, tabs=right, after=4)]
        first = [para("", exact=2)]
        _fill(self._section.header, later)
        _fill(self._section.first_page_header, first)
        for foot in (self._section.footer, self._section.first_page_footer):
            number = [run("\tPage ", size=8), *field("PAGE"), run(" of ", size=8), *field("NUMPAGES")]
            trace = "{{ case_id }}  ·  made {{ made_on|long_date }}{% if facts_mark %}  ·  facts {{ facts_mark }}{% endif %}"
            _fill(
                foot,
                [
                    para(run(mark, size=7.5, colour=GREY), number, tabs=right),
                    para(run(f"{trace}\t{sample}", size=7, colour=GREY), tabs=right),
                ],
            )

    def add(self, *items: Any) -> "Form":
        """Put paragraphs, tables or lists of them at the end of the body."""
        end = self._body.find(qn("w:sectPr"))
        for item in items:
            for piece in item if isinstance(item, list) else [item]:
                end.addprevious(piece)
        return self

    def head(self, title: str, subtitle: str, facts: Sequence[tuple[str, str]]) -> "Form":
        """The title on the left and a ruled panel of facts on the right."""
        left, label, value = 88.0, 26.0, 64.0
        words = [para(title, style="Heading1", size=17, bold=True), para(subtitle, size=10.5, before=2)]
        rows = []
        for place, (name, shown) in enumerate(facts):
            first = cell(left, words if place == 0 else para(""), edges="", pad=(0, 0, 0, 2))
            pr = first.find(qn("w:tcPr"))
            merge = el("w:vMerge", w_val="restart") if place == 0 else el("w:vMerge")
            pr.find(qn("w:tcW")).addnext(merge)
            rows.append(
                row(
                    [
                        first,
                        cell(label, name, fill=STRIP, bold=True, size=8.5, middle=True),
                        cell(value, shown, size=9, middle=True),
                    ],
                    height=8,
                )
            )
        return self.add(table([left, label, value], rows), gap(6))

    def heading(self, words: str, *, before: float = 4) -> "Form":
        """A section heading kept with what follows."""
        return self.add(para(words, style="Heading2", size=10.5, bold=True, before=before, after=2, keep=True))

    def words(self, *parts: Part, after: float = 4, **look: Any) -> "Form":
        """A paragraph of the paper's own words."""
        return self.add(para(*parts, after=after, **look))

    def save(self, path: Path) -> None:
        """Write the paper; the same script writes the same bytes."""
        import io

        raw = io.BytesIO()
        self.document.save(raw)
        path.write_bytes(repack(raw.getvalue()))


def _fill(part: Any, paragraphs: list[Any]) -> None:
    part.is_linked_to_previous = False
    for old in list(part._element):
        part._element.remove(old)
    for item in paragraphs:
        part._element.append(item)


def _blank_document(title: str, subject: str) -> Any:
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(16)
    section.top_margin, section.bottom_margin = Mm(15), Mm(18)
    section.header_distance, section.footer_distance = Mm(8), Mm(7)
    for old in list(document.element.body):
        if old.tag != qn("w:sectPr"):
            document.element.body.remove(old)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(BODY_PT)
    look = normal.element.get_or_add_rPr()
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        look.find(qn("w:rFonts")).set(qn(name), "Arial")
    look.append(el("w:lang", w_val="en-GB", w_eastAsia="en-GB"))
    normal.paragraph_format.space_before = normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    # the converter lets the document's default size beat "Normal" inside tables, so both must say the same
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for name in ("w:sz", "w:szCs"):
        size = defaults.find(qn(name))
        if size is None:
            size = el(name)
            defaults.append(size)
        size.set(qn("w:val"), str(round(BODY_PT * 2)))
    for level, points in ((1, 17), (2, 10.5)):
        style = document.styles[f"Heading {level}"]
        style.font.name, style.font.size, style.font.bold = "Arial", Pt(points), True
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().find(qn("w:rFonts"))
        for name in list(fonts.attrib):
            del fonts.attrib[name]
        for name in ("w:ascii", "w:hAnsi", "w:cs"):
            fonts.set(qn(name), "Arial")
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
    for name in ("Header", "Footer"):  # tab stops for US Letter
        form = document.styles[name].element.find(qn("w:pPr"))
        stops = None if form is None else form.find(qn("w:tabs"))
        if form is not None and stops is not None:
            form.remove(stops)
    _modern_layout(document)
    for parts in (document.part.rels, document.part.package.rels):
        for key in [
            k
            for k, r in parts.items()
            if r.reltype.rsplit("/", 1)[1] in {"stylesWithEffects", "thumbnail", "customXml"}
        ]:
            del parts[key]
    about = document.core_properties
    about.title, about.subject, about.author, about.language = title, subject, "Due Course", "en-GB"
    about.comments, about.keywords, about.last_modified_by = "", "", "Due Course"
    about.created = about.modified = dt.datetime(2026, 1, 1)
    return document


def _modern_layout(document: Any) -> None:
    """Say "Word 2013 or later", or Word opens the paper in compatibility mode and shifts table edges."""
    settings = document.settings.element
    compat = settings.find(qn("w:compat"))
    if compat is None:
        compat = el("w:compat")
        later = {
            "rsids",
            "mathPr",
            "attachedSchema",
            "themeFontLang",
            "clrSchemeMapping",
            "shapeDefaults",
            "decimalSymbol",
        }
        place = next((c for c in settings if c.tag.rsplit("}", 1)[1] in later), None)
        if place is None:
            settings.append(compat)
        else:
            place.addprevious(compat)
    for old in list(compat):
        if old.get(qn("w:name")) == "compatibilityMode":
            compat.remove(old)
    compat.append(
        el("w:compatSetting", w_name="compatibilityMode", w_uri="http://schemas.microsoft.com/office/word", w_val="15")
    )
