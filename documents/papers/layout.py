"""Keeping lines together that must not part: a heading and its answer, the statement of truth and what it vouches for.

Word keeps paragraphs marked "keep with next" on one page; the converter does so only between plain paragraphs, not
between rows. So the made PDF is read, each broken chain is found, and a page break is put before the chain. A table
whose last rows are such a chain is cut in two there: the rows before it stay where they were.
"""

import copy
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
from lxml import etree

from documents.papers.package import repack

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY = "word/document.xml"
_PASSES = 12
_FEW_ROWS = 9  # a box is moved whole; a table of more rows than this before the chain is cut


@dataclass(frozen=True)
class _Unit:
    """A paragraph or a table row: its text, the top-level block that holds it, and whether it is tied to the next.

    `row` is its place among the block's rows, 0 in a paragraph.
    """

    text: str
    block: int
    tied: bool
    row: int = 0


@dataclass(frozen=True)
class Page:
    """A page's text in reading order with blanks left out."""

    text: str


def settle(docx: bytes, convert: Callable[[bytes], bytes]) -> tuple[bytes, bytes]:
    """The paper with page breaks added where a chain was broken, and its PDF. `convert` turns .docx into PDF bytes."""
    pdf = convert(docx)
    moved: set[int] = set()
    for _ in range(_PASSES):
        root = _root(docx)
        first = _broken(list(_units(root)), pages(pdf), moved)
        if first is None:
            break
        body = root.find(f"{_W}body")
        block, added = first.block, 1
        if first.row > _FEW_ROWS:
            _cut(body[block], first.row)
            block, added = block + 1, 2
        moved = {place + added if place >= block else place for place in moved} | {block + 1}
        body.insert(block, _page_break())
        docx = _with_body(docx, root)
        pdf = convert(docx)
    return docx, pdf


def pages(pdf: bytes) -> list[Page]:
    """The text of each page."""
    document = pdfium.PdfDocument(pdf)
    try:
        return [Page(_squeeze(page.get_textpage().get_text_range())) for page in document]
    finally:
        document.close()


def _squeeze(text: str) -> str:
    return re.sub(r"\s+", "", re.sub(r"[\ufffe\x02]\s*", "-", text))


def _root(docx: bytes) -> Any:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return etree.fromstring(package.read(_BODY))


def _with_body(docx: bytes, root: Any) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
                         if name == _BODY else old.read(name))  # fmt: skip
    return repack(out.getvalue())


def _cut(table: Any, row: int) -> None:
    """Put the rows from `row` on into a table of their own behind this one, with its form and its heading rows."""
    rows = table.findall(f"{_W}tr")
    made = etree.Element(table.tag)
    for part in table:
        heading = part.tag == f"{_W}tr" and part.find(f"{_W}trPr/{_W}tblHeader") is not None
        if part.tag != f"{_W}tr" or heading:
            made.append(copy.deepcopy(part))
    for part in rows[row:]:
        made.append(part)
    table.addnext(made)


def _page_break() -> Any:
    made = etree.Element(f"{_W}p")
    form = etree.SubElement(made, f"{_W}pPr")
    etree.SubElement(form, f"{_W}pageBreakBefore")
    etree.SubElement(
        form, f"{_W}spacing", {f"{_W}before": "0", f"{_W}after": "0", f"{_W}line": "20", f"{_W}lineRule": "exact"}
    )
    return made


def _units(root: Any) -> Iterator[_Unit]:
    for place, block in enumerate(root.find(f"{_W}body")):
        parts = block.iterfind(f"{_W}tr") if block.tag == f"{_W}tbl" else [block] if block.tag == f"{_W}p" else []
        for row, part in enumerate(parts):
            paragraphs = [part] if part.tag == f"{_W}p" else list(part.iter(f"{_W}p"))
            text = _squeeze("".join(word.text or "" for word in part.iter(f"{_W}t")))
            tied = all(p.find(f"{_W}pPr/{_W}keepNext") is not None for p in paragraphs)
            yield _Unit(text, place, tied, row)


def _broken(units: list[_Unit], read: list[Page], moved: set[int]) -> _Unit | None:
    """The unit before which to break: the first of a chain whose units lie on different pages; None if all is well."""
    where = _places(units, read)
    start = 0
    while start < len(units):
        end = start
        while end + 1 < len(units) and units[end].tied:
            end += 1
        seen = {where[i] for i in range(start, end + 1) if where[i] is not None}
        block = units[start].block
        if len(seen) > 1 and block not in moved and block > 0:
            return units[start]
        start = end + 1
    return None


def _places(units: list[_Unit], read: list[Page]) -> list[int | None]:
    """The page on which each unit begins, by reading the units' text and the pages' text side by side."""
    found: list[int | None] = []
    page, at = 0, 0
    for unit in units:
        if not unit.text:
            found.append(None)
            continue
        key = unit.text[:48]
        spot = _find(read, key, page, at)
        if spot is None:
            found.append(None)
            continue
        page, at = spot[0], spot[1] + 1
        found.append(page)
    return found


def _find(read: list[Page], key: str, page: int, at: int) -> tuple[int, int] | None:
    for number in range(page, min(page + 3, len(read))):
        spot = read[number].text.find(key, at if number == page else 0)
        if spot >= 0:
            return number, spot
    return None
