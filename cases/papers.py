"""Which papers a case can make now, and from what facts each would be made."""

from datetime import datetime

from cases.commands import RequestPaper
from cases.facts import Facts
from cases.gates import Question, reasons
from cases.paper_rules import WHOLE_CASE, Subject, of
from cases.refusals import CaseError, Refusal
from cases.stages import paperwork
from cases.state import CaseState
from cases.words import PaperKind


def may_make(state: CaseState, facts: Facts, kind: PaperKind, subject: str, as_at: datetime) -> tuple[Refusal, ...]:
    """Every reason why the paper may not be made now; empty when it may. One that is being made already may.

    What its officer gives with the request is not asked for here.
    """
    question = Question(RequestPaper(paper=kind, subject=subject), state, facts, as_at)
    try:
        paperwork.item_of(question)
        return tuple(r for r in reasons(paperwork.GATES, question) if r.code not in ("paper_pending", "detail_needed"))
    except CaseError as refused:
        return refused.refusals


def facts_digest(state: CaseState, facts: Facts, kind: PaperKind, subject: str) -> str:
    """A digest in hex of what the paper is made from; the same facts give the same digest."""
    return paperwork.digest(state, facts, kind, subject)


def offered(state: CaseState) -> tuple[tuple[PaperKind, str], ...]:
    """The papers worth offering, each with its subject, newest subjects first; gates may still refuse one."""
    if state.closed is not None:
        return tuple((kind, WHOLE_CASE) for kind in of(state, state) if paperwork.worth(state, kind))
    everything: tuple[Subject, ...] = (
        state,
        *state.arrangements,
        *state.notices,
        *state.reviews,
        *state.claims,
        *state.applications,
        *state.application_drafts,
        *state.hearings,
        *state.orders,
        *state.warrants,
    )
    return tuple(
        (kind, WHOLE_CASE if isinstance(item, CaseState) else item.id)
        for item in reversed(everything)
        for kind in of(state, item)
        if paperwork.worth(item, kind)
    )
