"""The bookmarks of a bundle: two levels, each with a short description and its page number."""

from collections.abc import Iterator, Sequence
from textwrap import shorten

import pikepdf
from pikepdf import Array, Name, OutlineItem, Pdf

from documents.bundle.front import day
from documents.bundle.place import sheet_of
from documents.bundle.spec import BundleSpec, IndexEntry

_LONGEST_BOOKMARK = 70


def bookmark_items(
    pdf: Pdf, spec: BundleSpec, entries: Sequence[IndexEntry], index_page: int, first_page: int
) -> Iterator[OutlineItem]:
    """A bookmark for the index, and one for each section with its documents below it; pages as the bundle counts."""
    pages = list(pdf.pages)

    def item(words: str, page: int) -> OutlineItem:
        return OutlineItem(f"{words} [p. {page}]", place_of(pages[page - first_page]))

    titles = {s.letter: s.title for s in spec.sections}
    yield item(spec.index_title, index_page)
    section: OutlineItem | None = None
    letter = ""
    for entry in entries:
        line = item(_short(entry), entry.first_page)
        if not entry.section:
            yield line
            continue
        if section is None or entry.section != letter:
            if section is not None:
                yield section
            letter = entry.section
            section = item(f"{letter}. {titles[letter]}", entry.first_page)
        section.children.append(line)
    if section is not None:
        yield section


def _short(entry: IndexEntry) -> str:
    title = shorten(entry.title, _LONGEST_BOOKMARK, placeholder="…")
    dated = day(entry.dated) if entry.dated and entry.section else ""
    return f"{title}, {dated}" if dated and dated not in title else title


def place_of(page: pikepdf.Page) -> Array:
    """Where a link or bookmark to the page leads: its top."""
    # Zoom 0 keeps the reader's own zoom when a link is followed.
    left, top = sheet_of(page).top_left
    return Array([page.obj, Name.XYZ, round(left, 2), round(top, 2), 0])
