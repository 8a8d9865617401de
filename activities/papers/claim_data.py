"""A claim as a file of data: the facts of its route's sheet, asked by the same checks, in the shape of its route."""

from datetime import date

from activities.papers.about import About
from activities.papers.gather import paper_data
from activities.papers.source import Source
from cases.courts import court_of
from cases.words import PaperKind
from documents.exports import pcol, pcs
from documents.exports.base import ExportCourt
from documents.papers.checks import refusals
from documents.papers.clean import clean_facts
from documents.papers.data import PaperData
from documents.papers.problems import PaperRefused
from documents.papers.registry import PAPERS

_SHEETS = {PaperKind.PCS_DATA: PaperKind.PCS_SHEET, PaperKind.PCOL_DATA: PaperKind.PCOL_SHEET}
_ENDINGS = {PaperKind.PCS_DATA: "json", PaperKind.PCOL_DATA: "xml"}


def file_of(source: Source, kind: PaperKind, line: About, digest: str) -> tuple[bytes, PaperData, tuple[str, ...]]:
    """The file, the facts it was made from, and what the officer has to look at before it goes.

    Raises PaperRefused with the sheet's reasons, or the shape's.
    """
    data: PaperData = clean_facts(paper_data(source, kind, line, digest=digest))
    found = refusals(PAPERS[_SHEETS[kind].value], data, typesets=True)
    if found:
        raise PaperRefused(found)
    claim = line.claim.id if line.claim else ""
    of = pcs if kind is PaperKind.PCS_DATA else pcol
    court = _court(source, line)
    return of.build(data, court, f"{source.state.case_id}-{claim}"), data, tuple(of.checks(data, court))


def name_of(kind: PaperKind, case_id: str, on: date) -> str:
    """The file's name: the case, what it is, and the day."""
    return f"{case_id}_{kind.value}_{on.isoformat()}.{_ENDINGS[kind]}"


def _court(source: Source, line: About) -> ExportCourt:
    known = source.facts.courts
    court = court_of(line.claim, known, source.state.landlord)
    by_table = known.found if court.basis == "table" else None
    return ExportCourt(
        name=court.name,
        reason=court.reason,
        confidence=court.confidence,
        number=by_table.number if by_table else "",
        online_from=by_table.online_from if by_table else None,
    )
