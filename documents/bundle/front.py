"""The pages we make ourselves: the index with its court heading, and the chronology. Tagged, every reference a link."""

import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import typst
from pikepdf import Dictionary, NameTree, Pdf

from documents.bundle.spec import BundleSpec, IndexEntry

CHRONOLOGY = "Chronology"
LINK = "bundle:"

_HERE = Path(__file__).parent
_FONTS = _HERE.parent / "fonts"
_STEADY_AFTER = 6
_ROWS_FIRST, _ROWS_NEXT = 24, 36
_LONG_WORD = re.compile(r"\S{32}(?=\S)")


@dataclass(frozen=True, slots=True)
class Front:
    """The front pages of one volume and the whole bundle's index. `own_pages` is the number of the front pages.

    `first_page` and `last_page` are the volume's, as the bundle counts.
    """

    pdf: bytes
    entries: tuple[IndexEntry, ...]
    own_pages: int
    first_page: int = 1
    last_page: int = 0


def day(on: date) -> str:
    """A date as the court's papers write it: 3 March 2026."""
    return f"{on.day} {on:%B %Y}"


def page_range(first: int, last: int) -> str:
    """`7` or `7–12`."""
    return str(first) if first == last else f"{first}–{last}"


def court_heading(name: str) -> str:
    """The words at the top left of a paper: `In the County Court at Reading`."""
    if not name or name.lower().startswith("in the "):
        return name
    return f"In the {name}" if "court" in name.lower() else f"In the County Court at {name}"


def make_front(spec: BundleSpec, lengths: Mapping[str, int], first_page: int = 1) -> Front:
    """The front of a bundle in one volume, whose pages count from `first_page`; see `make_fronts`."""
    return make_fronts(spec, lengths, (len(spec.documents),), first_page)[0]


def make_fronts(
    spec: BundleSpec, lengths: Mapping[str, int], cuts: tuple[int, ...], first_page: int = 1
) -> tuple[Front, ...]:
    """Lay out index and chronology until their own length no longer moves the page numbers they print.

    `lengths` gives each document's page count by its title, `cuts` how many documents each volume holds. The first
    volume has the index of all and the chronology, each other one the index of its own documents. Numbers stand in
    columns of their own, too wide to wrap, so a second pass settles it.
    """
    sizes = _guess(spec, cuts)
    for _ in range(_STEADY_AFTER):
        entries, begins = _entries(spec, lengths, cuts, sizes, first_page)
        pdfs = [_compile(spec, entries, volume, len(cuts), begins) for volume in range(1, len(cuts) + 1)]
        found = [
            _lengths(pdf, has_chronology=volume == 1 and bool(spec.chronology)) for volume, pdf in enumerate(pdfs, 1)
        ]
        if found == sizes:
            return tuple(
                Front(pdf, entries, sum(size), begins[v], begins[v + 1] - 1)
                for v, (pdf, size) in enumerate(zip(pdfs, found, strict=True))
            )
        sizes = found
    raise RuntimeError("the index does not settle on a length")


def _guess(spec: BundleSpec, cuts: tuple[int, ...]) -> list[tuple[int, int]]:
    """About how many pages index and chronology take: a right guess saves laying them out twice."""
    rows = len(spec.documents) + len(spec.sections) + len(spec.defendants)
    index = 1 + max(0, rows - _ROWS_FIRST) // _ROWS_NEXT + (rows > _ROWS_FIRST)
    lines = len(spec.chronology)
    chronology = 1 + max(0, lines - _ROWS_FIRST) // _ROWS_NEXT + (lines > _ROWS_FIRST) if lines else 0
    return [(index if volume == 0 else 1, chronology if volume == 0 else 0) for volume in range(len(cuts))]


def _entries(
    spec: BundleSpec,
    lengths: Mapping[str, int],
    cuts: tuple[int, ...],
    sizes: list[tuple[int, int]],
    first_page: int,
) -> tuple[tuple[IndexEntry, ...], list[int]]:
    """The whole index, and the first page of each volume with the page after the last."""
    entries = []
    placed = [(section, document) for section in spec.sections for document in section.documents]
    at, begins, taken = first_page, [], 0
    for volume, (cut, (index, chronology)) in enumerate(zip(cuts, sizes, strict=True), 1):
        begins.append(at)
        at += index
        if chronology:
            entries.append(IndexEntry("", CHRONOLOGY, spec.made_on, at, at + chronology - 1, volume))
            at += chronology
        for section, document in placed[taken : taken + cut]:
            pages = lengths[document.title]
            entries.append(IndexEntry(section.letter, document.title, document.dated, at, at + pages - 1, volume))
            at += pages
        taken += cut
    return tuple(entries), [*begins, at]


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[_FONTS])


def _compile(spec: BundleSpec, entries: tuple[IndexEntry, ...], volume: int, volumes: int, begins: list[int]) -> bytes:
    made = datetime(spec.made_on.year, spec.made_on.month, spec.made_on.day, 12, tzinfo=UTC)
    pdf = typst.compile(
        _HERE / "front.typ",
        format="pdf",
        root=_HERE,
        font_paths=_fonts(),
        sys_inputs={"bundle": json.dumps(_data(spec, entries, volume, volumes, begins))},
        timestamp=made,
    )
    if not isinstance(pdf, bytes):
        raise RuntimeError("the index was not laid out as one PDF")
    return pdf


def _data(
    spec: BundleSpec, entries: tuple[IndexEntry, ...], volume: int, volumes: int, begins: list[int]
) -> dict[str, object]:
    place = {e.title: e for e in entries if e.section}
    titles = {s.letter: s.title for s in spec.sections}
    rows: list[dict[str, object]] = []
    section = ""
    for number, entry in enumerate(entries, 1):
        if volume not in (1, entry.volume):
            continue
        if entry.section != section:
            section = entry.section
            rows.append({"section": section, "title": _breakable(titles[section])})
        elsewhere = f" (volume {entry.volume})" if entry.volume != volume else ""
        rows.append(
            {
                "number": str(number),
                "title": _breakable(entry.title) + elsewhere,
                "dated": day(entry.dated) if entry.dated else "–",
                "first": None if elsewhere else entry.first_page,
                "pages": page_range(entry.first_page, entry.last_page),
            }
        )
    return {
        "document_title": document_title(spec),
        "court": _breakable(court_heading(spec.court_name)),
        "claim_number": spec.claim_number,
        "claimant": _breakable(spec.claimant),
        "defendants": [_breakable(name) for name in spec.defendants],
        "title": _breakable(spec.title) + (f", volume {volume} of {volumes}" if volumes > 1 else ""),
        "index_title": spec.index_title,
        "hearing": _breakable(spec.hearing),
        "made_on": day(spec.made_on),
        "sample": "Sample: made-up people and landlord" if spec.sample else "",
        "counted": _counted(begins, volume, volumes),
        "rows": rows,
        "chronology": [
            {
                "on": day(line.on),
                "text": _breakable(line.text),
                "page": at.first_page if at and at.volume == volume else None,
                "cited": str(at.first_page) if at else "",
            }
            for line, at in (
                (line, place.get(line.document_title or "")) for line in sorted(spec.chronology, key=lambda x: x.on)
            )
        ]
        if volume == 1
        else [],
    }


def _counted(begins: list[int], volume: int, volumes: int) -> str:
    """How the pages are counted, as printed under the index."""
    first, last = begins[volume - 1], begins[volume] - 1
    if volumes > 1:
        said = f"Pages {first} to {last} of {begins[-1] - 1}, numbered on through {volumes} volumes"
        return f"{said}; the viewer's page labels say the same. Entries of this volume are links."
    if first > 1:
        return f"Pages {first} to {last}, numbered on from the bundle they were added to. Every entry is a link."
    return f"{last} pages, numbered from 1 on this page as a viewer counts them. Every entry is a link."


def document_title(spec: BundleSpec) -> str:
    """The title a viewer shows in its window: kind of bundle and claim number."""
    return f"{spec.title}, claim {spec.claim_number}" if spec.claim_number else f"{spec.title}, {spec.case_id}"


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
