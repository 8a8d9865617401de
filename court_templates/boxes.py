"""Boxes, ruled tables and the statement of truth.

Boxes are flat fixed-width tables, never nested and never text boxes, so each row can break over a page and every word
processor lays them out alike.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from docx.oxml.ns import qn

from court_templates.wml import (
    GREY,
    INK,
    STRIP,
    WELL,
    WHITE,
    WIDTH,
    Align,
    Part,
    cell,
    gap,
    keep_with_next,
    para,
    row,
    table,
    tag_row,
    tick,
    twips,
)

CONTEMPT = (
    "I understand that proceedings for contempt of court may be brought against anyone who makes, or causes to be "
    "made, a false statement in a document verified by a statement of truth without an honest belief in its truth."
)
_NUMBER_COL, _PAD_COL, _UNITS = 9.0, 2.5, 24


def ruled_table(
    columns: Sequence[tuple[str, float, Align, str]],
    loop: str,
    *,
    size: float = 8.5,
    total: Sequence[str] | None = None,
    empty: str = "",
    first: tuple[str, Sequence[str]] | None = None,
    whole: bool = False,
) -> Any:
    """A table with a repeated heading and a row for each item of the Jinja `loop` ("row in rent_rows").

    `columns`: heading, width, alignment, cell expression. `total`: texts of a last bold row. `empty`: one line to print
    instead when the loop is empty. `first`: a Jinja test, and the texts of a row before all others where it holds.
    `whole`: on one page, with what follows.
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
    rows = [head]
    if first:
        spec = zip(columns, first[1], strict=True)
        opening = row([cell(mm, words, line=4, size=size, align=at) for (_, mm, at, _), words in spec])
        rows += [tag_row(f"if {first[0]}", full, count), opening, tag_row("endif", full, count)]
    line = row([cell(mm, words, line=4, size=size, align=at) for _, mm, at, words in columns])
    if whole:
        keep_with_next(line)
    rows += [tag_row(f"for {loop}", full, count), line, tag_row("endfor", full, count)]
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
    return table(grid, rows, pad=(0.7, 1.2, 0.7, 1.2))


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

    def line(self, *parts: tuple[Any, ...], height: float = 7, apart: float = 1.2) -> "Box":
        """Labels and wells in a row: (units, text), (units, text, "well"), or "comb" for a one-letter well.

        `apart` is the space under it in millimetres.
        """
        made = []
        for part in parts:
            units, content = part[0], part[1]
            if len(part) > 2:
                look = {"align": "center"} if part[2] == "comb" else {}
                made.append((units, content, "well", {"middle": True, **look}))
            else:
                made.append((units, content, "words", {"middle": True, "size": 9}))
        self._row(made, height=height)
        return self.space(apart)

    def raw(self, rows: Iterable[Any]) -> "Box":
        """Ready-made rows on this box's own grid (for loops)."""
        self._rows.extend(rows)
        return self

    def loop(self, sentence: str) -> "Box":
        """Begin or end a Jinja row loop or condition: "for t in tenants", "endfor", "if x", "endif"."""
        self._rows.append(tag_row(sentence, WIDTH, len(self.grid)))
        return self

    def done(self, *, keep: bool = False) -> list[Any]:
        """The finished box and the gap after it. `keep` ties all of it to what follows."""
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
    if claimant:
        box.words(CONTEMPT, after=3)
        box.choice("truth.capacity == 'claimant'", f"I believe that the facts stated in {document} are true.")
        box.choice(
            "truth.capacity != 'claimant'",
            f"The claimant believes that the facts stated in {document} are true. "
            "I am authorised by the claimant to sign this statement.",
        )
    else:
        box.words(f"I believe that the facts stated in {document} are true. {CONTEMPT}", after=3)
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


def signature(heading: str, *, capacity: Sequence[tuple[str, str]] = ()) -> list[Any]:
    """Who signs for the landlord, with the landlord's address; `capacity`: (Jinja test, label) tick boxes."""
    box = Box("", heading, frame=12)
    box.line((4, "**Signed**"), (12, "", "well"), (2, "   Date"), (6, "{{ made_on|long_date }}", "well"), height=11)
    if capacity:
        parts: list[Part] = []
        for test, label in capacity:
            parts += [tick(test), label + "      "]
        box.words(*parts, after=2)
    box.line(
        (4, "**Name**"),
        (8, "{{ landlord.signatory_name }}", "well"),
        (4, "   **Position**"),
        (8, "{{ landlord.signatory_position }}", "well"),
    )
    box.line((4, "**Landlord**"), (20, "{{ landlord.name }}, {{ landlord.address|lines }}", "well"))
    box.line(
        (4, "**Telephone**"),
        (7, "{{ landlord.phone }}", "well"),
        (3, "   E-mail"),
        (10, "{{ landlord.email }}", "well"),
    )
    return box.whole()
