"""Papers on a case: which may be made, of what, and from which facts. The gates of the step are asked again."""

from collections.abc import Sequence
from typing import Any

from cases import paper_details
from cases.bundles import BUNDLES
from cases.commands import PaperDone, RequestPaper, StopPaper
from cases.events import Event, PaperChanged
from cases.gates import Gate, Question, Why, asked_only, hold
from cases.instants import legal_day
from cases.paper_rules import RULES, Subject, find, fits
from cases.refusals import NotFound, Refusal
from cases.stages import claim_data
from cases.stages.claim_court import COURT_KNOWN
from cases.stages.demands import pressing_paper
from cases.stages.paper_digest import digest as digest
from cases.stages.shared import Barred, arrears_step, cause_of, figures, no_moratorium
from cases.state import ApplicationDraft, CaseState, Claim, Hearing, Notice, PaperMade, Review, Warrant
from cases.tracks import for_arrears
from cases.words import PaperKind
from law.explained import long_date

REQUEST = ("request_paper",)
STOPPED = "Stopped at an officer's wish."


def item_of(q: Question[RequestPaper]) -> Subject:
    """What the paper is about. Raises NotFound."""
    item = find(q.case, q.command.subject, q.command.paper)
    if item is None:
        raise NotFound(
            Refusal(
                code="no_subject",
                says=f"This case has no {q.command.subject}.",
                mend="Choose an item of this case.",
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
    return f"'{kind.label}' is not a paper about {q.command.subject}."


def _live(q: Question[RequestPaper]) -> str | None:
    item = item_of(q)
    if isinstance(item, Hearing):
        over = item.outcome and not RULES[q.command.paper].after
        return f"Hearing {item.id} is over: {item.outcome.label}." if over and item.outcome else None
    if isinstance(item, Notice) and item.services:
        return None  # a served notice may always be printed again for the file
    if isinstance(item, ApplicationDraft) and not item.live:
        return f"What {item.id} prepared was filed or dropped."
    if isinstance(item, Notice | Claim | Warrant) and not item.live:
        return f"{type(item).__name__} {item.id} is not live any more."
    return None


def _file_only(q: Question[RequestPaper]) -> str | None:
    rule, closed = RULES[q.command.paper], q.case.closed
    if closed is None or (rule.whole_file and not rule.begins):
        return None
    return f"The case was closed on {long_date(closed.on)}; '{rule.kind.label}' belongs to one that is open."


def _figure(q: Question[RequestPaper]) -> Why | None:
    item = item_of(q)
    if not isinstance(item, Notice | Claim | Warrant) or _begun(item) or not arrears_step(q):
        return None
    return figures(item, q.arrears)


def _not_pending(q: Question[RequestPaper]) -> str | None:
    c = q.command
    for paper in q.case.papers:
        if (paper.kind, paper.subject) == (c.paper.value, c.subject) and paper.file is None and paper.failed is None:
            return f"It was asked for already, as {paper.id}, and is being made."
    return None


def _landlord(q: Question[Any]) -> str | None:
    missing = q.facts.landlord_missing
    return f"The landlord's details are not complete: {', '.join(missing)}." if missing else None


def _step_of(q: Question[Any]) -> Barred:
    item = item_of(q)
    if isinstance(item, Notice):
        return "notice"
    return "warrant" if isinstance(item, Warrant) else "claim"


def _begins(q: Question[Any]) -> bool:
    """Whether the paper would begin a step that has not begun."""
    return RULES[q.command.paper].begins and not _begun(item_of(q))


def _begun(item: Subject) -> bool:
    if isinstance(item, Notice):
        return bool(item.services)
    return bool(getattr(item, "issued_on", None) or getattr(item, "requested_on", None))


GATES: tuple[Gate[Any], ...] = (
    Gate("paper_unfit", REQUEST, "Is it a paper of that subject?", _fits, "Choose another paper.", field="paper"),
    Gate("not_live", REQUEST, "Is the subject still live?", _live, "Nothing to make for it."),
    Gate(
        "case_closed",
        REQUEST,
        "Is the case open, or the paper about its file?",
        _file_only,
        "Make a pack of the file, for the ombudsman or for the person who asks.",
    ),
    Gate(
        "figure_moved",
        REQUEST,
        "Is the arrears figure right to the penny?",
        _figure,
        "Send the draft back or withdraw it, and draft it again with today's figure.",
        confidence="B",
    ),
    asked_only(_begins, no_moratorium(REQUEST, _step_of)),
    pressing_paper(REQUEST),
    *paper_details.GATES,
    COURT_KNOWN,
    *claim_data.GATES,
    Gate(
        "landlord_details",
        REQUEST,
        "Are the landlord's own details complete?",
        _landlord,
        lambda q: f"An administrator sets them: duecourse landlords set {q.case.landlord} --from-file details.toml",
    ),
    Gate("paper_pending", REQUEST, "Is it not being made already?", _not_pending, "Wait a moment and look again."),
)


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
        facts_digest=digest(q.case, q.facts, q.command.paper, q.command.subject, q.today),
        details=paper_details.given(q.command),
        apart=q.command.paper in BUNDLES,
    )
    return [PaperChanged(what="requested", paper=paper)]


def stop_paper(q: Question[StopPaper]) -> Sequence[Event]:
    """The officer does not want the bundle any more; its workflow sees that and stops."""
    hold(STOP_GATES, q)
    return [
        PaperChanged(what="failed", paper=paper.model_copy(update={"failed": STOPPED}))
        for paper in q.case.papers
        if paper.id == q.command.paper_id
    ]


def _stoppable(q: Question[StopPaper]) -> str | None:
    paper = next((p for p in q.case.papers if p.id == q.command.paper_id), None)
    if paper is None:
        return f"This case has no paper {q.command.paper_id}."
    if paper.file is not None or paper.failed is not None:
        return f"The making of {paper.id} is over."
    return None if paper.apart else f"{paper.id} is made in a moment and cannot be stopped."


STOP_GATES: tuple[Gate[Any], ...] = (
    Gate(
        "not_stoppable",
        ("stop_paper",),
        "Is it a bundle that is being made?",
        _stoppable,
        "Look at the papers again.",
        field="paper_id",
    ),
)


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
        return [PaperChanged(what="failed", paper=paper.model_copy(update={"failed": reason, "bundle": c.bundle}))]
    came = {"file": c.file, "figure_pence": c.figure_pence, "cautions": c.cautions, "bundle": c.bundle}
    made = paper.model_copy(update=came)
    return [PaperChanged(what="made", paper=made)]


def _disagrees(state: CaseState, paper: PaperMade, figure: int | None) -> str | None:
    item = find(state, paper.subject, PaperKind(paper.kind))
    rule = RULES[PaperKind(paper.kind)]
    if figure is None or not isinstance(item, Notice | Claim | Warrant) or not rule.states_figure:
        return None
    if isinstance(item, Warrant) and not _of_rent(state, item):
        return None
    if not for_arrears(cause_of(state), state.occupancy, _grounds(state, item), legal_day(paper.requested_at)):
        return None
    moved = figures(item, figure)
    return moved.says if moved else None


def _grounds(state: CaseState, item: Notice | Claim | Warrant) -> tuple[str, ...]:
    claim = _claim_of(state, item) if isinstance(item, Warrant) else item
    notice = find(state, claim.notice_id) if isinstance(claim, Claim) else claim
    return notice.grounds if isinstance(notice, Notice) else ()


def _claim_of(state: CaseState, warrant: Warrant) -> Claim | None:
    order = next((o for o in state.orders if o.id == warrant.order_id), None)
    return next((c for c in state.claims if order is not None and c.id == order.claim_id), None)


def _of_rent(state: CaseState, warrant: Warrant) -> bool:
    """Whether the order that is enforced was made on a claim for rent."""
    claim = _claim_of(state, warrant)
    return claim is not None and claim.rent_claimed is not False


def worth(item: Subject, kind: PaperKind) -> bool:
    """Whether anybody still needs such a paper about it."""
    if isinstance(item, CaseState):
        return item.closed is None or RULES[kind].whole_file
    if isinstance(item, Hearing):
        return (item.outcome is None) is not RULES[kind].after
    if isinstance(item, Review):
        return item.withdrawn_on is None
    if isinstance(item, Notice | Claim | Warrant):
        return item.live or _begun(item)
    return getattr(item, "live", True)
