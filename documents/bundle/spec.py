"""What a bundle is asked to be, what it came out as, and why it may be refused."""

import unicodedata
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from cases.refusals import Refusal, Refused

Confidence = Literal["A", "B", "C"]

_LONGEST_TITLE = 200


class BundleRefused(Refused):
    """The bundle cannot be made. `refusals` holds every reason at once; the exception's own text names only codes."""

    kind = "refused"

    @property
    def reasons(self) -> tuple[str, ...]:
        """The reasons as sentences for the officer."""
        return tuple(r.says for r in self.refusals)


@dataclass(frozen=True, slots=True)
class BundleDocument:
    """One document: its title in the index (each title once in a bundle), its own date if it has one, its PDF."""

    title: str
    dated: date | None
    pdf: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Section:
    """A lettered part of the bundle."""

    letter: str
    title: str
    documents: tuple[BundleDocument, ...]


@dataclass(frozen=True, slots=True)
class ChronologyLine:
    """One dated fact, with the title of the document in this bundle that shows it, or None."""

    on: date
    text: str
    document_title: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """What one paper in the bundle says the arrears are, in pence."""

    paper: str
    pence: int


@dataclass(frozen=True, slots=True)
class BundleSpec:
    """Everything a bundle is made from. The same spec gives the same bytes.

    `arrears_pence` is the case's figure; every entry of `figures` must equal it. `made_on` is the day the bundle is
    made, as printed on its index. `hearing` is a line as printed: "27 January 2027 at 10.00 am". `sample` marks the
    pages made here as being about made-up people.
    """

    case_id: str
    claim_number: str
    court_name: str
    claimant: str
    defendants: tuple[str, ...]
    hearing: str
    title: str
    file_name: str
    made_on: date
    arrears_pence: int
    figures: tuple[Figure, ...]
    sections: tuple[Section, ...]
    chronology: tuple[ChronologyLine, ...] = ()
    kind: Literal["hearing"] = "hearing"
    sample: bool = False

    @property
    def documents(self) -> tuple[BundleDocument, ...]:
        """Every document in bundle order."""
        return tuple(d for s in self.sections for d in s.documents)


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One line of the index. Pages count from 1 on the bundle's first page, both ends included."""

    section: str
    title: str
    dated: date | None
    first_page: int
    last_page: int

    @property
    def pages(self) -> int:
        """How many pages the document has."""
        return self.last_page - self.first_page + 1


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the court guidance: the question asked of the bundle, and the answer.

    `pages` are those at fault, counted from 1. `authority` and `confidence` say where the point comes from.
    """

    code: str
    question: str
    passed: bool
    detail: str
    pages: tuple[int, ...] = ()
    authority: str = "Guidance on electronic court bundles (judiciary), 29 November 2021"
    confidence: Confidence = "A"


@dataclass(frozen=True, slots=True)
class Inspection:
    """Every point of the guidance, in the order people ask them."""

    points: tuple[Point, ...]

    @property
    def passed(self) -> bool:
        """Whether every point holds."""
        return all(p.passed for p in self.points)

    @property
    def failed(self) -> tuple[Point, ...]:
        """The points that do not hold."""
        return tuple(p for p in self.points if not p.passed)

    def point(self, code: str) -> Point:
        """The point with this code. Raises `KeyError`."""
        for point in self.points:
            if point.code == code:
                return point
        raise KeyError(code)


@dataclass(frozen=True, slots=True)
class Bundle:
    """A finished bundle: its bytes, their hash, its page count, its index, and what an inspection of it found.

    `turned` are the pages whose typed text lay sideways or upside down and which were turned to be read.
    """

    pdf: bytes = field(repr=False)
    sha256: str
    pages: int
    entries: tuple[IndexEntry, ...]
    report: Inspection
    turned: tuple[int, ...] = ()


def pounds(pence: int) -> str:
    """A sum as people write it: 123456 is £1,234.56."""
    sign = "-" if pence < 0 else ""
    return f"{sign}£{abs(pence) // 100:,}.{abs(pence) % 100:02d}"


def refuse_bad_spec(spec: BundleSpec) -> list[Refusal]:
    """Every reason for which this spec cannot become a bundle, before any document is opened."""
    return [*_figures(spec), *_shape(spec), *_words(spec), *_titles(spec), *_chronology(spec)]


def _figures(spec: BundleSpec) -> list[Refusal]:
    return [
        Refusal(
            code="bundle.figures_differ",
            says=f"{f.paper} gives the arrears as {pounds(f.pence)}; the case's figure is {pounds(spec.arrears_pence)} "
            f"({pounds(abs(f.pence - spec.arrears_pence))} {'more' if f.pence > spec.arrears_pence else 'less'}).",
            mend=f"Make {f.paper} again from the rent account as it stands, or explain the difference in a statement.",
            authority="Our own rule: one arrears figure in every paper before the court",
            confidence="A",
        )
        for f in spec.figures
        if f.pence != spec.arrears_pence
    ]


def _shape(spec: BundleSpec) -> list[Refusal]:
    found = []
    if not spec.documents:
        found.append(_refusal("bundle.empty", "The bundle has no documents.", "Add at least one document."))
    for section in spec.sections:
        if not section.documents:
            says = f"Section {section.letter} ({section.title}) has no documents."
            found.append(_refusal("bundle.empty_section", says, "Add a document or leave the section out."))
    letters = [s.letter for s in spec.sections]
    for letter in sorted({x for x in letters if letters.count(x) > 1}):
        says = f"Two sections have the letter {letter}."
        found.append(_refusal("bundle.letter_twice", says, "Give each section its own letter."))
    if not spec.defendants:
        found.append(_refusal("bundle.no_defendant", "No defendant is named.", "Name every defendant of the claim."))
    return found


def _words(spec: BundleSpec) -> list[Refusal]:
    words = {
        "court_name": spec.court_name,
        "claim_number": spec.claim_number,
        "claimant": spec.claimant,
        "title": spec.title,
        "hearing": spec.hearing,
        **{f"defendants.{i}": name for i, name in enumerate(spec.defendants)},
        **{f"sections.{s.letter}.title": s.title for s in spec.sections},
        **{f"chronology.{i}.text": line.text for i, line in enumerate(spec.chronology)},
    }
    found = []
    for where, text in words.items():
        longest = 2_000 if where.startswith("chronology") else _LONGEST_TITLE
        if trouble := _unprintable(text, longest):
            found.append(_refusal("bundle.words", f"{_called(where)} {trouble}.", "Mend the words.", where))
    return found


def _called(where: str) -> str:
    """A field of the spec in an officer's words."""
    kind, _, rest = where.partition(".")
    place = rest.partition(".")[0]
    if kind == "defendants":
        return f"The name of defendant {int(place) + 1}"
    if kind == "sections":
        return f"The title of section {place}"
    if kind == "chronology":
        return f"Line {int(place) + 1} of the chronology"
    return f"The bundle's {kind.replace('_', ' ').removesuffix(' name')}"


def _titles(spec: BundleSpec) -> list[Refusal]:
    found = []
    titles = [d.title for d in spec.documents]
    for title in titles:
        if trouble := _unprintable(title, _LONGEST_TITLE):
            says = f"The document title {_shown(title)} {trouble}."
            found.append(_refusal("bundle.title", says, "Give the document a short printable title."))
    for title in sorted({t for t in titles if titles.count(t) > 1}):
        says = f"Two documents have the title {_shown(title)}."
        mend = "Give each its own title, for example with its date: an index with the same line twice cannot be cited."
        found.append(_refusal("bundle.title_twice", says, mend))
    return found


def _chronology(spec: BundleSpec) -> list[Refusal]:
    known = {d.title for d in spec.documents}
    return [
        _refusal(
            "bundle.chronology_reference",
            f"The chronology cites {_shown(line.document_title)}, which is not in the bundle.",
            "Add the document, or take the reference out of the chronology.",
        )
        for line in spec.chronology
        if line.document_title is not None and line.document_title not in known
    ]


def _refusal(code: str, says: str, mend: str, where: str = "") -> Refusal:
    return Refusal(code=code, says=says, mend=mend, field=where)


def _unprintable(text: str, longest: int) -> str:
    if not text.strip():
        return "is empty"
    if len(text) > longest:
        return f"is longer than {longest} characters"
    if any(unicodedata.category(c) in ("Cc", "Cs", "Cn", "Co") or c in _OVERRIDES for c in text):
        return "holds characters that cannot be printed"
    return ""


def _shown(title: str) -> str:
    return "“" + "".join(c if c.isprintable() else "�" for c in title[:80]) + "”"


# Bidirectional overrides can make a printed name read as another one.
_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
