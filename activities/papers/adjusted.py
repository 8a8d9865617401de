"""A bundle as its officer adjusted it: another order, papers left out or put in, places on pages painted over."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from activities.papers.contents import Filed, section_of
from activities.papers.source import Source
from cases.bundles import BUNDLES, CORRESPONDENCE, SECTIONS
from cases.instants import legal_day
from cases.refusals import Refusal
from cases.words import PaperKind
from documents.bundle import BundleDocument, BundleRefused, BundleSpec
from documents.bundle.place import Rectangle, Sheet, sheet_of
from documents.bundle.redact import Boxes
from documents.bundle.sources import open_source

_POINTS_A_MM = 72 / 25.4
_LONGEST_MM = 5_000
_HOW = "Write a line as: title of the paper; its page; millimetres from the left; from the top; wide; high."


@dataclass(frozen=True)
class _Place:
    """A place on a page of a paper, in millimetres as the page is shown, from its top left corner."""

    title: str
    page: int
    left: float
    top: float
    wide: float
    high: float


def put_in(source: Source, kind: PaperKind, taken: frozenset[tuple[str, str]]) -> Iterator[Filed]:
    """The papers on file that the officer wants in besides those of the rule. `taken`: kinds and subjects in it."""
    for paper in source.state.papers:
        known = PaperKind(paper.kind) if paper.kind in PaperKind._value2member_map_ else None
        wanted = paper.id in source.details.put_in and (paper.kind, paper.subject) not in taken
        if wanted and known and known not in BUNDLES and paper.file and paper.stale is None:
            section = section_of(known)
            where = section if section in SECTIONS[kind] else None
            yield Filed(where or CORRESPONDENCE, known.label, legal_day(paper.requested_at), paper.file)


def arranged(
    source: Source, kind: PaperKind, found: Mapping[str, list[BundleDocument]]
) -> list[tuple[str, tuple[BundleDocument, ...]]]:
    """Sections and the papers in each, in the rule's order or the officer's, without what is left out.

    Titles match as typed, capitals apart. What the officer does not name follows in the rule's order.
    """
    out = {title.casefold() for title in source.details.leave_out}
    wish = [title.casefold() for title in source.lines(source.details.lines)]
    sections = SECTIONS[kind]

    def wanted(title: str) -> int:
        return wish.index(title.casefold()) if title.casefold() in wish else len(wish)

    made = []
    for title in sorted(
        (t for t in sections if t in found and t.casefold() not in out), key=lambda t: (wanted(t), sections.index(t))
    ):
        documents = [d for d in found[title] if d.title.casefold() not in out]
        if documents:
            made.append((title, tuple(sorted(documents, key=lambda d: wanted(d.title)))))
    return made


def painted(source: Source, spec: BundleSpec) -> dict[str, Boxes]:
    """By title, the places on its pages that the officer wants painted over. Raises BundleRefused with every reason."""
    titles = {document.title.casefold(): document for document in spec.documents}
    places: dict[str, dict[int, list[_Place]]] = {}
    reasons: list[Refusal] = []
    for line in source.lines(source.details.hide_at):
        place = _read(line)
        if place is None:
            reasons.append(_no(f"The place “{line[:80]}” cannot be read.", _HOW))
        elif place.title.casefold() not in titles:
            reasons.append(_no(f"No paper in the bundle is called “{place.title[:80]}”.", "Take a title of its index."))
        else:
            places.setdefault(titles[place.title.casefold()].title, {}).setdefault(place.page, []).append(place)
    made: dict[str, Boxes] = {}
    for title, by_page in places.items():
        with open_source(titles[title.casefold()]).pdf as pdf:
            sheets = [sheet_of(page) for page in pdf.pages]
        reasons += [
            _no(f"“{title}” has {len(sheets)} pages, and none is its page {page}.", _HOW)
            for page in by_page
            if page > len(sheets)
        ]
        made[title] = {
            page: [_box(place, sheets[page - 1]) for place in listed]
            for page, listed in by_page.items()
            if page <= len(sheets)
        }
    if reasons:
        raise BundleRefused(reasons)
    return made


def _read(line: str) -> _Place | None:
    title, *numbers = (part.strip() for part in line.rsplit(";", 5))
    try:
        page = int(numbers[0])
        left, top, wide, high = (float(number.removesuffix("mm")) for number in numbers[1:])
    except (ValueError, IndexError):
        return None
    on_paper = all(0 <= mm <= _LONGEST_MM for mm in (left, top, wide, high)) and min(wide, high) > 0
    return _Place(title, page, left, top, wide, high) if page >= 1 and on_paper else None


def _box(place: _Place, sheet: Sheet) -> Rectangle:
    """In points as the page is shown, from its bottom left corner."""
    left, top = place.left * _POINTS_A_MM, sheet.height * sheet.unit - place.top * _POINTS_A_MM
    return Rectangle(left, top - place.high * _POINTS_A_MM, left + place.wide * _POINTS_A_MM, top)


def _no(says: str, mend: str) -> Refusal:
    return Refusal(code="bundle.hide_at", says=says, mend=mend, field="hide_at")
