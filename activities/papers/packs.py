"""A pack of the case's papers for somebody who asked: an ombudsman, or the person whose data it is."""

from collections.abc import Callable
from datetime import date

from activities.papers import documents
from activities.papers.about import About
from activities.papers.chronology import chronology
from activities.papers.source import Source
from cases.base import FileRef
from cases.instants import legal_day
from cases.on_file import on_file
from cases.words import PaperKind
from documents.papers.layout import pages
from documents.papers.road import PackData, PackDocument, PackEvent
from law.counting import add_months

_SEARCHED = ("The possession case", "The rent account", "What the housing system holds of the people of the tenancy")
_PACKS = frozenset({PaperKind.OMBUDSMAN_PACK_COVER, PaperKind.SAR_PACK_COVER})


def pack(source: Source, kind: PaperKind, line: About, pages_of: Callable[[FileRef], int]) -> PackData | None:
    """The pack's list of documents and its chronology; None where nobody said what was asked for."""
    details = source.details
    if details.asked_on is None:
        return None
    to = source.lines(details.to)
    listed = tuple(
        PackDocument(number=number, on=on, title=title, pages=pages_of(file))
        for number, (on, title, file) in enumerate(_held(source), 1)
    )
    proofs = {document.title: document.number for document in listed}
    return PackData(
        reference=source.state.case_id,
        asked_by=to[0] if to else "",
        asked_by_address=to[1:],
        asked_on=details.asked_on,
        due_on=_due(kind, details.asked_on),
        asked=source.text(details.reasons),
        searched=_SEARCHED,
        documents=listed,
        events=tuple(
            PackEvent(on=told.on, what=told.text, proof=proofs.get(told.document_title or ""))
            for told in chronology(source, line, set(proofs))
        ),
    )


def page_count(stored: bytes) -> int:
    """How many pages a stored file has; one where it is no PDF."""
    return len(pages(stored)) if stored.startswith(b"%PDF-") else 1


def _held(source: Source) -> list[tuple[date, str, FileRef]]:
    """Every paper that was made and stands, every proof of service and every document on file, oldest first."""
    made = [
        (legal_day(paper.requested_at), PaperKind(paper.kind).label, paper.file)
        for paper in source.state.papers
        if paper.file is not None and paper.stale is None and PaperKind(paper.kind) not in _PACKS
    ]
    proofs = [
        (service.served.on, f"Proof of service of notice {notice.id}", service.proof_file)
        for notice in source.state.notices
        for service in notice.services
        if service.proof_file is not None
    ]
    called = documents.titles(source, on_paper=True)
    sent = [(each.on, called[each.id], each.file) for each in on_file(source.state) if each.file is not None]
    return sorted([*made, *proofs, *sent], key=lambda each: each[0])


def _due(kind: PaperKind, asked_on: date) -> date | None:
    """A request for one's own data is answered within a month (UK GDPR art 12(3)); an ombudsman names a day itself."""
    return add_months(asked_on, 1) if kind is PaperKind.SAR_PACK_COVER else None
