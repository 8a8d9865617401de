"""Papers on a case: which may be made, of what, and from which facts. The gates of the step are asked again."""

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from cases.base import Value
from cases.commands import PaperDone, RequestPaper
from cases.events import Event, PaperChanged
from cases.facts import Facts
from cases.gates import Gate, Question, Why, hold
from cases.refusals import NotFound, Refusal
from cases.stages.shared import Barred, figures, no_moratorium
from cases.state import CaseState, Claim, Hearing, Notice, Order, PaperMade, Warrant
from cases.words import NoticeKind, PaperKind

REQUEST = ("request_paper",)
Subject = Notice | Claim | Hearing | Order | Warrant

NOTICE_PAPERS = {PaperKind.NSP_S83: NoticeKind.S83, PaperKind.NOTICE_S8: NoticeKind.S8}
CLAIM_PAPERS = frozenset({PaperKind.N5, PaperKind.N119, PaperKind.RENT_SCHEDULE})
HEARING_PAPERS = frozenset({PaperKind.TEN_DAY_LETTER, PaperKind.WITNESS_STATEMENT, PaperKind.BUNDLE})
WARRANT_PAPERS = {PaperKind.N325: "N325", PaperKind.N325A: "N325A"}
_WHOLE_FILE = frozenset({PaperKind.PROTOCOL_STATEMENT, PaperKind.WITNESS_STATEMENT, PaperKind.BUNDLE})
_ABOUT: dict[PaperKind, tuple[type[Any], ...]] = {
    PaperKind.NSP_S83: (Notice,),
    PaperKind.NOTICE_S8: (Notice,),
    PaperKind.CERTIFICATE_OF_SERVICE: (Notice,),
    PaperKind.PROTOCOL_STATEMENT: (Notice, Claim),
    **dict.fromkeys(CLAIM_PAPERS, (Claim,)),
    **dict.fromkeys(HEARING_PAPERS, (Hearing,)),
    PaperKind.N325: (Warrant,),
    PaperKind.N325A: (Warrant,),
}


def find(state: CaseState, subject: str) -> Subject | None:
    """The notice, claim, hearing, order or warrant of that id."""
    everything: tuple[Subject, ...] = (*state.notices, *state.claims, *state.hearings, *state.orders, *state.warrants)
    return next((item for item in everything if item.id == subject), None)


def fits(state: CaseState, kind: PaperKind, item: Subject) -> bool:
    """Whether such a paper is made of such a subject at all."""
    if not isinstance(item, _ABOUT[kind]):
        return False
    if isinstance(item, Notice):
        served = kind is PaperKind.CERTIFICATE_OF_SERVICE
        return NOTICE_PAPERS.get(kind, item.kind) is item.kind and (not served or bool(item.services))
    if isinstance(item, Warrant):
        return WARRANT_PAPERS[kind] == item.form
    return True


def item_of(q: Question[RequestPaper]) -> Subject:
    """What the paper is about. Raises NotFound."""
    item = find(q.case, q.command.subject)
    if item is None:
        raise NotFound(
            Refusal(
                code="no_subject",
                says=f"This case has no {q.command.subject}.",
                mend="Choose a notice, claim, hearing or warrant of this case.",
            )
        )
    return item


def _fits(q: Question[RequestPaper]) -> str | None:
    item, kind = item_of(q), q.command.paper
    if fits(q.case, kind, item):
        return None
    if isinstance(item, Notice) and kind is PaperKind.CERTIFICATE_OF_SERVICE:
        return f"Notice {item.id} has been served on nobody yet."
    if isinstance(item, Warrant):
        return f"Warrant {item.id} is asked for on form {item.form}."
    return f"'{kind.label}' is not a paper about {item.id}."


def _live(q: Question[RequestPaper]) -> str | None:
    item = item_of(q)
    if isinstance(item, Hearing):
        return f"Hearing {item.id} is over: {item.outcome.label}." if item.outcome else None
    if isinstance(item, Notice) and item.services:
        return None  # a served notice may always be printed again for the file
    if isinstance(item, Notice | Claim | Warrant) and not item.live:
        return f"{type(item).__name__} {item.id} is not live any more."
    return None


def _figure(q: Question[RequestPaper]) -> Why | None:
    item = item_of(q)
    begun = (
        (isinstance(item, Notice) and item.services)
        or (isinstance(item, Claim) and item.issued_on)
        or (isinstance(item, Warrant) and item.requested_on)
    )
    if begun or not isinstance(item, Notice | Claim | Warrant):
        return None
    return figures(item, q.arrears)


def _not_pending(q: Question[RequestPaper]) -> str | None:
    c = q.command
    for paper in q.case.papers:
        if (paper.kind, paper.subject) == (c.paper.value, c.subject) and paper.file is None and paper.failed is None:
            return f"It was asked for already, as {paper.id}, and is being made."
    return None


def _step_of(q: Question[Any]) -> Barred:
    item = item_of(q)
    if isinstance(item, Notice):
        return "notice"
    return "warrant" if isinstance(item, Warrant) else "claim"


def _held(gate: Gate[Any]) -> Gate[Any]:
    """The moratorium gate, asked only of papers that begin a step."""

    def says(q: Question[Any]) -> str | Why | None:
        item = item_of(q)
        fresh_notice = isinstance(item, Notice) and q.command.paper in NOTICE_PAPERS and not item.services
        fresh_claim = isinstance(item, Claim) and q.command.paper in CLAIM_PAPERS and item.issued_on is None
        fresh_warrant = isinstance(item, Warrant) and item.requested_on is None
        return gate.says(q) if fresh_notice or fresh_claim or fresh_warrant else None

    return Gate(gate.code, gate.guards, gate.asks, says, gate.mend, gate.authority, gate.confidence)


GATES: tuple[Gate[Any], ...] = (
    Gate("paper_unfit", REQUEST, "Is it a paper of that subject?", _fits, "Choose another paper.", field="paper"),
    Gate("not_live", REQUEST, "Is the subject still live?", _live, "Nothing to make for it."),
    Gate(
        "figure_moved",
        REQUEST,
        "Is the arrears figure right to the penny?",
        _figure,
        "Send the draft back or withdraw it, and draft it again with today's figure.",
        confidence="B",
    ),
    _held(no_moratorium(REQUEST, _step_of)),
    Gate("paper_pending", REQUEST, "Is it not being made already?", _not_pending, "Wait a moment and look again."),
)


def digest(state: CaseState, facts: Facts, kind: PaperKind, subject: str) -> str:
    """A digest of what the paper is made from, in hex: unchanged facts give the same digest."""
    item = find(state, subject)
    parts: dict[str, Any] = {
        "kind": kind.value,
        "subject": _plain(item),
        "tenancy": _plain(facts.tenancy),
        "postings": [_plain(p) for p in facts.postings],
        "tenants": state.tenants,
    }
    if isinstance(item, Claim):
        parts["notice"] = _plain(find(state, item.notice_id))
    if isinstance(item, Hearing):
        claim = find(state, item.claim_id)
        parts["claim"] = _plain(claim)
        parts["notice"] = _plain(find(state, claim.notice_id)) if isinstance(claim, Claim) else None
    if isinstance(item, Warrant):
        parts["order"] = _plain(find(state, item.order_id))
    if kind in _WHOLE_FILE:
        parts["contacts"] = [_plain(c) for c in state.contacts]
        parts["assessments"] = [_plain(a) for a in state.assessments]
        parts["searches"] = [_plain(s) for s in state.searches]
    return sha256(json.dumps(parts, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def request_paper(q: Question[RequestPaper]) -> Sequence[Event]:
    """Ask for a paper; it is made elsewhere from recorded facts and comes back as `paper_done`."""
    item_of(q)
    hold(GATES, q)
    paper = PaperMade(
        id=f"P{len(q.case.papers) + 1}",
        kind=q.command.paper.value,
        subject=q.command.subject,
        requested_at=q.as_at,
        requested_by=q.actor,
        facts_digest=digest(q.case, q.facts, q.command.paper, q.command.subject),
    )
    return [PaperChanged(what="requested", paper=paper)]


def paper_done(q: Question[PaperDone]) -> Sequence[Event]:
    """The paper came back. A claim paper whose figure is not the claim's own, to the penny, is not kept."""
    c = q.command
    paper = next((p for p in q.case.papers if p.id == c.paper_id), None)
    if paper is None:
        raise NotFound(
            Refusal(code="no_paper", says=f"This case has no paper {c.paper_id}.", mend="Look at the case again.")
        )
    if paper.file is not None or paper.failed is not None:
        return []
    failed = c.failed or _disagrees(q.case, paper, c.figure_pence)
    if failed or c.file is None:
        reason = failed or "No file came back."
        return [PaperChanged(what="failed", paper=paper.model_copy(update={"failed": reason}))]
    made = paper.model_copy(update={"file": c.file, "figure_pence": c.figure_pence})
    return [PaperChanged(what="made", paper=made)]


def _disagrees(state: CaseState, paper: PaperMade, figure: int | None) -> str | None:
    item = find(state, paper.subject)
    if figure is None or not isinstance(item, Notice | Claim) or PaperKind(paper.kind) in _WHOLE_FILE:
        return None
    if paper.kind == PaperKind.CERTIFICATE_OF_SERVICE:
        return None
    moved = figures(item, figure)
    return moved.says if moved else None


def _plain(value: Value | None) -> Any:
    return value.model_dump(mode="json") if value is not None else None


def worth(item: Subject) -> bool:
    """Whether anybody still needs papers about it."""
    if isinstance(item, Hearing):
        return item.outcome is None
    if isinstance(item, Order):
        return item.live
    return item.live or (isinstance(item, Notice) and bool(item.services)) or bool(getattr(item, "issued_on", None))
