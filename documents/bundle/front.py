"""The pages we make ourselves: the index with its court heading, and the chronology. Tagged, every reference a link."""

import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import typst
from pikepdf import Dictionary, NameTree, Pdf

from documents.bundle.spec import BundleSpec, IndexEntry

CHRONOLOGY = "Chronology"
LINK = "bundle:"

_HERE = Path(__file__).parent
_FONTS = _HERE.parent / "fonts"
_STEADY_AFTER = 6
_LONG_WORD = re.compile(r"\S{32}(?=\S)")


@dataclass(frozen=True, slots=True)
class Front:
    """The front pages and the index they print. `own_pages` is their number."""

    pdf: bytes
    entries: tuple[IndexEntry, ...]
    own_pages: int


def day(on: date) -> str:
    """A date as the court's papers write it: 3 March 2026."""
    return f"{on.day} {on:%B %Y}"


def page_range(first: int, last: int) -> str:
    """`7` or `7–12`."""
    return str(first) if first == last else f"{first}–{last}"


def court_heading(name: str) -> str:
    """The words at the top left of a paper: `In the County Court at Reading`."""
    if name.lower().startswith("in the "):
        return name
    return f"In the {name}" if "court" in name.lower() else f"In the County Court at {name}"


def make_front(spec: BundleSpec, lengths: Mapping[str, int]) -> Front:
    """Lay out the index and the chronology until their own length no longer moves the page numbers they print.

    Numbers stand in columns of their own, too wide to wrap, so the second pass settles it.
    `lengths` gives each document's page count by its title.
    """
    index_pages = chronology_pages = 1
    for _ in range(_STEADY_AFTER):
        entries = _entries(spec, lengths, index_pages, chronology_pages if spec.chronology else 0)
        pdf = _compile(spec, entries)
        found = _lengths(pdf, has_chronology=bool(spec.chronology))
        if found == (index_pages, chronology_pages if spec.chronology else 0):
            return Front(pdf, entries, sum(found))
        index_pages, chronology_pages = found[0], max(found[1], 1)
    raise RuntimeError("the index does not settle on a length")


def _entries(
    spec: BundleSpec, lengths: Mapping[str, int], index_pages: int, chronology_pages: int
) -> tuple[IndexEntry, ...]:
    entries = []
    at = index_pages + 1
    if chronology_pages:
        entries.append(IndexEntry("", CHRONOLOGY, spec.made_on, at, at + chronology_pages - 1))
        at += chronology_pages
    for section in spec.sections:
        for document in section.documents:
            pages = lengths[document.title]
            entries.append(IndexEntry(section.letter, document.title, document.dated, at, at + pages - 1))
            at += pages
    return tuple(entries)


def _compile(spec: BundleSpec, entries: tuple[IndexEntry, ...]) -> bytes:
    made = datetime(spec.made_on.year, spec.made_on.month, spec.made_on.day, 12, tzinfo=UTC)
    pdf = typst.compile(
        _HERE / "front.typ",
        format="pdf",
        root=_HERE,
        font_paths=[_FONTS],
        ignore_system_fonts=True,
        sys_inputs={"bundle": json.dumps(_data(spec, entries))},
        timestamp=made,
    )
    if not isinstance(pdf, bytes):
        raise RuntimeError("the index was not laid out as one PDF")
    return pdf


def _data(spec: BundleSpec, entries: tuple[IndexEntry, ...]) -> dict[str, object]:
    first = {e.title: e.first_page for e in entries if e.section}
    titles = {s.letter: s.title for s in spec.sections}
    rows: list[dict[str, object]] = []
    section = ""
    for number, entry in enumerate(entries, 1):
        if entry.section != section:
            section = entry.section
            rows.append({"section": section, "title": _breakable(titles[section])})
        rows.append(
            {
                "number": str(number),
                "title": _breakable(entry.title),
                "dated": day(entry.dated) if entry.dated else "–",
                "first": entry.first_page,
                "pages": page_range(entry.first_page, entry.last_page),
            }
        )
    return {
        "document_title": document_title(spec),
        "court": _breakable(court_heading(spec.court_name)),
        "claim_number": spec.claim_number,
        "claimant": _breakable(spec.claimant),
        "defendants": [_breakable(name) for name in spec.defendants],
        "title": _breakable(spec.title),
        "hearing": _breakable(spec.hearing),
        "made_on": day(spec.made_on),
        "sample": "Sample: made-up people and landlord" if spec.sample else "",
        "page_count": str(entries[-1].last_page),
        "rows": rows,
        "chronology": [
            {
                "on": day(line.on),
                "text": _breakable(line.text),
                "page": first[line.document_title] if line.document_title else None,
                "cited": str(first[line.document_title]) if line.document_title else "",
            }
            for line in sorted(spec.chronology, key=lambda line: line.on)
        ],
    }


def document_title(spec: BundleSpec) -> str:
    """The title a viewer shows in its window: kind of bundle and claim number."""
    return f"{spec.title}, claim {spec.claim_number}"


def _breakable(text: str) -> str:
    # A word wider than its column would run off the page; a zero-width space lets it wrap and shows nothing.
    return _LONG_WORD.sub(lambda m: m.group() + "\u200b", text)


def _lengths(pdf: bytes, *, has_chronology: bool) -> tuple[int, int]:
    with Pdf.open(io.BytesIO(pdf)) as front:
        total = len(front.pages)
        if not has_chronology:
            return total, 0
        target = NameTree(front.Root.Names.Dests)["chronology"]
        place = target.D if isinstance(target, Dictionary) else target
        begins = [p.obj.objgen for p in front.pages].index(place[0].objgen)
        return begins, total - begins
