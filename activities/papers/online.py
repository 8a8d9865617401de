"""The answers that the court's online services ask for and no paper form does, from the record."""

from collections.abc import Callable, Iterator, Mapping

from activities.papers import evidence, matter, money, words
from activities.papers.about import About
from activities.papers.source import Source
from cases.court_words import ArrangementEnd
from cases.document_kinds import DocumentKind
from cases.ledger import PcsAnswer, pcs_answer
from cases.on_file import on_file
from cases.paper_rules import fits
from cases.protocol import contacts
from cases.words import PaperKind
from documents.papers.data import PaperData
from documents.papers.pcol import pages as pcol_pages
from documents.papers.pcs import pages as pcs_pages
from documents.papers.proceedings import GroundReason, OnlineData
from documents.papers.sheets import Page, too_long
from documents.papers.template import long_date
from law.protocol import steps_for

_PAGES: Mapping[PaperKind, Callable[[PaperData], tuple[Page, ...]]] = {
    PaperKind.PCS_SHEET: pcs_pages,
    PaperKind.PCS_DATA: pcs_pages,
    PaperKind.PCOL_SHEET: pcol_pages,
    PaperKind.PCOL_DATA: pcol_pages,
}
_UPLOADS = ("The notice", "Certificate of service")
_BY_RULE = (PaperKind.PROTOCOL_STATEMENT, PaperKind.PART3_SCHEDULE, PaperKind.CONDUCT_SCHEDULE)


def online(source: Source, line: About) -> OnlineData:
    """The sheet's answers; what nobody recorded is left unanswered."""
    protocol = pcs_answer(source.state)
    notice = line.notice
    reason = source.text(notice.particulars) if notice else ""
    sent = contacts(source.state, "rent_statement")
    return OnlineData(
        contact_email=source.landlord.email,
        contact_phone=source.landlord.phone,
        ground_reasons=tuple(GroundReason(code=one.code, reason=reason) for one in evidence.claimed(source, line)),
        tenancy_copy=True if on_file(source.state, DocumentKind.TENANCY_AGREEMENT) else None,
        protocol_followed=protocol.followed,
        protocol_reason=protocol.reason,
        mediation=protocol.mediation,
        settlement=protocol.settlement,
        steps_taken=_steps(source) if money.rent_in_issue(source, line) else "",
        additional_reasons=_conduct(source, line),
        documents=_uploads(source, line),
        application_too=False,
        schedule_sent_on=sent[-1].on if sent else None,
        postcode=source.property_address[-1] if source.property_address else "",
    )


def _uploads(source: Source, line: About) -> tuple[str, ...]:
    """The papers of the claim that go up with the answers."""
    rent = ("Rent schedule",) if money.rent_in_issue(source, line) else ()
    others = [kind.label for kind in _BY_RULE if line.claim is not None and fits(source.state, kind, line.claim)]
    agreement = ("Tenancy agreement",) if on_file(source.state, DocumentKind.TENANCY_AGREEMENT) else ()
    return (*_UPLOADS, *agreement, *rent, *others)


def _conduct(source: Source, line: About) -> str:
    """What happened and what was done about it, by date, where that is what the claim is for."""
    if not matter.for_conduct(source, line):
        return ""
    told = (step for step in matter.steps(source, line) if step.on is not None and not step.para)
    return "\n".join(f"{long_date(step.on)}: {step.text} {step.note}".strip() for step in told)


def _steps(source: Source) -> str:
    """What was done, shortly: each kind of step once with its last day, and what became of agreements."""
    return " ".join((*_contacted(source), *_agreed(source)))


def _contacted(source: Source) -> Iterator[str]:
    for step in steps_for(2):
        found = contacts(source.state, step.code)
        if found and step.code in ("contact_each_tenant", "income_expenditure", "benefit_help", "debt_advice"):
            yield f"{words.DONE[step.code]}, {long_date(found[-1].on)}."


def _agreed(source: Source) -> Iterator[str]:
    for one in source.state.arrangements:
        if one.agreed_on:
            broken = one.breach is not None or one.ended is ArrangementEnd.BROKEN
            yield f"Agreement of {long_date(one.agreed_on)}{', broken' if broken else ''}."


def cautions(source: Source, kind: PaperKind, data: PaperData) -> tuple[str, ...]:
    """What to look at before the answers are typed in: those that are too long, and steps left out of the reason."""
    pages = _PAGES.get(kind)
    if pages is None:
        return ()
    listed = too_long(pages(data))
    return (*listed, *_unnamed(pcs_answer(source.state)))


def _unnamed(protocol: PcsAnswer) -> Iterator[str]:
    if protocol.left_out:
        yield (
            f"The reason on the Protocol has no room for {protocol.left_out} of the steps that are not recorded; the "
            "Protocol statement lists them all."
        )
