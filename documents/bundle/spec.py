"""What a bundle is asked to be, what it came out as, and why it may be refused."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from cases.refusals import Refused

Confidence = Literal["A", "B", "C"]

BundleKind = Literal["hearing", "application", "warrant", "ombudsman", "subject_access"]
# No national limit was found; courts set their own, often 36 to 50 MB for one e-mail (confidence C).
LARGEST_MB = 36


class BundleRefused(Refused):
    """The bundle cannot be made. `refusals` holds every reason at once; the exception's own text names only codes."""

    kind = "refused"

    @property
    def reasons(self) -> tuple[str, ...]:
        """The reasons as sentences for the officer."""
        return tuple(r.says for r in self.refusals)


@dataclass(frozen=True, slots=True)
class BundleDocument:
    """One document: its title in the index (each title once in a bundle), its own date if it has one, its PDF.

    The PDF is given as bytes, or as the `path` of a file that nobody changes, with its `sha256` where that is known.
    `photograph`: its pages are meant to be pictures without text.
    """

    title: str
    dated: date | None
    pdf: bytes = field(default=b"", repr=False)
    path: Path | None = None
    sha256: str = ""
    photograph: bool = False

    @property
    def given(self) -> bytes | Path:
        """The file's path, or its bytes where it has none."""
        return self.path or self.pdf


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
    pages made here as being about made-up people. `largest_mb` is the court's limit for one
    file; `coarsen` brings pictures finer than 300 dots per inch down to that.
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
    kind: BundleKind = "hearing"
    largest_mb: int = LARGEST_MB
    coarsen: bool = False
    index_title: str = "Index"
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
    volume: int = 1

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
class Volume:
    """One file of a bundle, on disk. Pages are the bundle's own, so a second volume goes on where the first ended."""

    path: Path
    file_name: str
    sha256: str
    size: int
    first_page: int
    last_page: int
    report: Inspection


@dataclass(frozen=True, slots=True)
class Written:
    """A bundle written to files. `turned` pages were put upright; `coarsened` had pictures finer than a court takes."""

    volumes: tuple[Volume, ...]
    entries: tuple[IndexEntry, ...]
    turned: tuple[int, ...] = ()
    coarsened: tuple[int, ...] = ()

    @property
    def pages(self) -> int:
        """How many pages there are in all volumes."""
        return self.volumes[-1].last_page

    @property
    def failed(self) -> tuple[Point, ...]:
        """Every point that does not hold, of whichever volume."""
        return tuple(point for volume in self.volumes for point in volume.report.failed)


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
