"""What every paper is drawn with: A4 pages with heads and feet; numbered boxes and ruled tables come along by name.

Text is `docxtpl` Jinja; `**bold**` marks are split into runs. Lengths are millimetres unless the name says points.
"""

import datetime as dt
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from court_templates.boxes import CONTEMPT, Box, date_comb, ruled_table, signature, truth
from court_templates.wml import (
    BODY_PT,
    GREY,
    STRIP,
    WIDTH,
    Align,
    cell,
    el,
    field,
    gap,
    keep_with_next,
    para,
    row,
    run,
    table,
    tag,
    tag_row,
    tick,
)
from documents.papers.package import repack

__all__ = [
    "CONTEMPT",
    "GREY",
    "STRIP",
    "WIDTH",
    "Align",
    "Box",
    "Form",
    "cell",
    "date_comb",
    "field",
    "gap",
    "keep_with_next",
    "para",
    "row",
    "ruled_table",
    "run",
    "signature",
    "table",
    "tag",
    "tag_row",
    "tick",
    "truth",
]


_NUMBER_CORNER = 12.0
"""What the foot leaves free at the right: a bundle prints its page number there on every page."""


class Form:
    """A paper being drawn: A4, first page without a running head, numbered pages, reproducible bytes."""

    def __init__(
        self, title: str, *, running: str = "", mark: str, subject: str = "", stands_alone: bool = False
    ) -> None:
        """`running` is the head on later pages, `mark` the foot's words on what this paper is (and is not).

        `stands_alone`: each page is a letter to one person, so it bears no running head and no number of the others.
        """
        self.title = title
        self.document = _blank_document(title, subject)
        self._section = self.document.sections[0]
        self._section.different_first_page_header_footer = True
        self._body = self.document.element.body
        self._running("" if stands_alone else running or title, mark)

    def _running(self, running: str, mark: str) -> None:
        sample = "{% if sample %}Sample: made-up people and landlord{% endif %}"
        right = [(WIDTH, "right")]
        corner = [(WIDTH - _NUMBER_CORNER, "right")]
        later = [para(f"{running}\t{{{{ running_right }}}}", size=8, bold=True, tabs=right, after=4)]
        first = [para("", exact=2)]
        if not running:
            later = [para("", exact=2)]
        _fill(self._section.header, later)
        _fill(self._section.first_page_header, first)
        for foot in (self._section.footer, self._section.first_page_footer):
            number = (
                [run("\tPage ", size=8), *field("PAGE"), run(" of ", size=8), *field("NUMPAGES")] if running else []
            )
            trace = (
                "{{ case_id }} · made {{ made_on|long_date }}{% if facts_mark %} · record {{ facts_mark }}{% endif %}"
            )
            _fill(
                foot,
                [
                    para(run(mark, size=7.5, colour=GREY), number, tabs=corner),
                    para(run(f"{trace}\t{sample}", size=7, colour=GREY), tabs=corner),
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

    def words(self, *parts: Any, after: float = 4, **look: Any) -> "Form":
        """A paragraph of the paper's own words."""
        return self.add(para(*parts, after=after, **look))

    def save(self, path: Path) -> None:
        """Write the paper; the same script writes the same bytes."""
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
    about.created = about.modified = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
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
