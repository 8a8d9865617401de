"""The answers that the court's online services ask for and no paper form does, from the record."""

from collections.abc import Iterator

from activities.papers import words
from activities.papers.about import About
from activities.papers.source import Source
from cases.court_words import ArrangementEnd
from cases.ledger import PcsAnswer, pcs_answer
from cases.protocol import contacts
from cases.words import PaperKind
from documents.papers.data import PaperData
from documents.papers.pcol import pages as pcol_pages
from documents.papers.pcs import pages as pcs_pages
from documents.papers.proceedings import GroundReason, OnlineData
from documents.papers.sheets import too_long
from documents.papers.template import long_date
from law.protocol import steps_for

_UPLOADS = ("The notice", "Certificate of service", "Rent schedule", "Protocol compliance statement")


def online(source: Source, line: About) -> OnlineData:
    """The sheet's answers; what nobody recorded is left unanswered."""
    protocol = pcs_answer(source.state)
    notice = line.notice
    reason = source.text(notice.particulars) if notice else ""
    sent = contacts(source.state, "rent_statement")
    return OnlineData(
        contact_email=source.landlord.email,
        contact_phone=source.landlord.phone,
        ground_reasons=tuple(GroundReason(code=f"Ground {code}", reason=reason) for code in _grounds(line)),
        protocol_followed=protocol.followed,
        protocol_reason=protocol.reason,
        mediation=protocol.mediation,
        settlement=protocol.settlement,
        steps_taken=_steps(source),
        documents=_UPLOADS,
        application_too=False,
        schedule_sent_on=sent[-1].on if sent else None,
        postcode=source.property_address[-1] if source.property_address else "",
    )


def _grounds(line: About) -> tuple[str, ...]:
    return line.notice.grounds if line.notice else ()


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
    if kind not in (PaperKind.PCS_SHEET, PaperKind.PCOL_SHEET):
        return ()
    listed = too_long(pcs_pages(data) if kind is PaperKind.PCS_SHEET else pcol_pages(data))
    return (*listed, *_unnamed(pcs_answer(source.state)))


def _unnamed(protocol: PcsAnswer) -> Iterator[str]:
    if protocol.left_out:
        yield (
            f"The reason on the Protocol has no room for {protocol.left_out} of the steps that are not recorded; the "
            "Protocol statement lists them all."
        )
