"""The claim: what must be done between notice and issue, approval, issue, route and fee."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any, Literal

from cases.base import ExplainedDate
from cases.commands import DraftClaim, IssueClaim
from cases.events import ClaimChanged, Event
from cases.facts import Facts
from cases.gates import Gate, Question, Why, hold
from cases.instants import legal_day
from cases.stages import fees, papers_claim, signer
from cases.stages.arrangement_gates import no_kept_arrangement
from cases.stages.claimable import CLAIMABLE, day_of, old_regime_waits
from cases.stages.decision import DECISION_STANDS
from cases.stages.evidence import CLAIM_EVIDENCE
from cases.stages.fairness import assessed, cared_for
from cases.stages.leaving import NO_ORDER_NEEDED, TRUSTEE_COPY
from cases.stages.reviewed import CLAIM_REVIEWED
from cases.stages.shared import (
    arrears_step,
    claim_notices,
    grounds_of,
    in_arrears,
    no_moratorium,
    not_future,
    searched,
)
from cases.stages.trial import STILL_STANDS
from cases.state import CaseState, Claim, Notice
from cases.waiting import Wait, by_policy
from cases.words import (
    NoticeKind,
    Route,
    StepBefore,
    Track,
)
from law.court import hearing_earliest, hearing_standard_latest
from law.explained import long_date
from law.routes import route_problem
from law.tenancies import Occupancy

DRAFT = ("draft_claim",)
ISSUE = ("issue_claim",)
BOTH = DRAFT + ISSUE
LIST_QUICK = timedelta(days=7)


def notice_of(q: Question[Any]) -> Notice:
    """The notice that the claim rests on. Raises NotFound."""
    if isinstance(q.command, IssueClaim):
        return q.notice(q.claim(q.command.claim_id).notice_id)
    return q.notice(q.command.notice_id)


def fee_kind(route: Route) -> Literal["claim", "claim_pcol"]:
    """The line of the fee table for a route."""
    return "claim_pcol" if route is Route.PCOL else "claim"


def _approved(q: Question[IssueClaim]) -> str | Why | None:
    claim = q.claim(q.command.claim_id)
    if not claim.live:
        return Why(f"Claim {claim.id} is over.", "Prepare a new claim if the notice is still in force.")
    if claim.issued_on:
        return Why(f"Claim {claim.id} was issued on {long_date(claim.issued_on)}.", "Go on to its hearing.")
    return None if claim.approved_on else f"Claim {claim.id} has not been approved."


def _after_approval(q: Question[IssueClaim]) -> str | None:
    approved = q.claim(q.command.claim_id).approved_on
    if approved is None or q.command.issued_on >= approved:
        return None
    issued = f"issue on {long_date(q.command.issued_on)} would be before that"
    return f"Claim {q.command.claim_id} was approved on {long_date(approved)}; {issued}."


def _fresh(q: Question[IssueClaim]) -> str | None:
    claim = q.claim(q.command.claim_id)
    last = claim.drafted_on + timedelta(days=q.facts.policy.stale_draft_days)
    if q.command.issued_on <= last:
        return None
    return (
        f"Claim {claim.id} was drafted on {long_date(claim.drafted_on)}; its figure goes stale after {long_date(last)}."
    )


def _route(q: Question[IssueClaim]) -> str | None:
    grounds = grounds_of(q) or ()
    return route_problem(q.command.route.value, Occupancy(q.case.occupancy), grounds, day_of(q))


def _papers_only(q: Question[IssueClaim]) -> str | Why | None:
    if q.command.route is not Route.ACCELERATED:
        return None
    claim = q.claim(q.command.claim_id)
    if any(n.kind is not NoticeKind.S21 for n in claim_notices(q)):
        return "The accelerated claim rests on a section 21 notice alone."
    if claim.rent_claimed is not False:
        return Why(f"Claim {claim.id} claims the arrears too.", "Prepare it again without them, or use N5 and N119.")
    return None


def _number(q: Question[IssueClaim]) -> str | None:
    return None if q.command.claim_number.strip() else "The court's claim number is missing."


def _court(q: Question[IssueClaim]) -> str | None:
    return None if q.command.court.strip() else "The court is missing."


def _fee(q: Question[IssueClaim]) -> Why | None:
    return fees.problem(fee_kind(q.command.route), q.command.issued_on, q.command.fee_pence)


GATES: tuple[Gate[Any], ...] = (
    *CLAIMABLE,
    in_arrears(BOTH, day_of),
    STILL_STANDS,
    DECISION_STANDS,
    *CLAIM_REVIEWED,
    NO_ORDER_NEEDED,
    TRUSTEE_COPY,
    *CLAIM_EVIDENCE,
    no_kept_arrangement(BOTH),
    assessed(BOTH, StepBefore.CLAIM),
    *cared_for(BOTH),
    no_moratorium(BOTH, "claim", day_of),
    searched(ISSUE, StepBefore.CLAIM, day_of),
    *signer.GATES,
    Gate("claim_not_approved", ISSUE, "Is the claim approved?", _approved, "Have a senior approve it first."),
    not_future(ISSUE, day_of, "issued_on", "Issue"),
    Gate(
        "before_approval",
        ISSUE,
        "Was it issued after approval?",
        _after_approval,
        "Correct the date.",
        field="issued_on",
    ),
    Gate(
        "figure_stale",
        ISSUE,
        "Is the figure fresh?",
        _fresh,
        "Withdraw the claim and prepare it again with today's figure.",
        "Landlord's policy",
    ),
    Gate(
        "route_not_open",
        ISSUE,
        "Does that route take this claim?",
        _route,
        "Choose PCS or paper.",
        "PD 55B; CPR 55.10A",
        "B",
        "route",
    ),
    Gate(
        "not_for_papers",
        ISSUE,
        "Is it a claim that a judge can decide on papers?",
        _papers_only,
        "Issue it on paper with N5 and N119.",
        "CPR 55.11, 55.12",
        "B",
        "route",
    ),
    Gate("no_number", ISSUE, "What is the claim number?", _number, "Enter the court's number.", field="claim_number"),
    Gate("no_court", ISSUE, "Which court?", _court, "Enter the hearing centre.", field="court"),
    Gate(
        "fee_differs",
        ISSUE,
        "Is the fee the table's, or entered where it has none?",
        _fee,
        "Leave the fee empty to take the table's figure.",
        "Civil Proceedings Fees Order 2008 Sch 1",
        "B",
        "fee_pence",
    ),
)


def draft_claim(q: Question[DraftClaim]) -> Sequence[Event]:
    """Prepare the claim with the arrears of the day."""
    notice = notice_of(q)
    hold(GATES, q)
    claim = Claim(
        id=f"C{len(q.case.claims) + 1}",
        notice_id=notice.id,
        drafted_by=q.actor,
        drafted_on=q.today,
        arrears_pence=q.arrears,
        signer=q.command.signer.strip(),
        also_on=tuple(wanted for wanted in dict.fromkeys(q.command.also_on) if wanted != notice.id),
        signer_capacity=signer.capacity_of(q),
        rent_claimed=arrears_step(q) if q.command.rent_claimed is None else q.command.rent_claimed,
    )
    return [ClaimChanged(what="drafted", claim=claim)]


def issue_claim(q: Question[IssueClaim]) -> Sequence[Event]:
    """Record that the court issued the claim, with its fee and the hearing window."""
    claim = q.claim(q.command.claim_id)
    hold(GATES, q)
    c = q.command
    fee, confirmed = fees.settled(fee_kind(c.route), c.issued_on, c.fee_pence)
    # CPR 55.5(3) is for other claims
    quick = q.case.track is Track.TRESPASS or c.route is Route.ACCELERATED
    claim = claim.model_copy(
        update={
            "route": c.route,
            "route_reason": c.route_reason,
            "claim_number": c.claim_number.strip(),
            "court": c.court.strip(),
            "issued_on": c.issued_on,
            "fee": fee,
            "fee_confirmed": confirmed,
            "hearing_earliest": None if quick else ExplainedDate.of(hearing_earliest(c.issued_on)),
            "hearing_latest": None if quick else ExplainedDate.of(hearing_standard_latest(c.issued_on)),
        }
    )
    return [ClaimChanged(what="issued", claim=claim)]


def waits(state: CaseState, facts: Facts, as_at: datetime) -> Iterator[Wait]:
    """Approval and issue of a claim being prepared; listing of one that is issued."""
    yield from old_regime_waits(state, facts)
    for c in state.claims:
        yield from papers_claim.after_waits(state, c, legal_day(as_at))
    for c in (c for c in state.claims if c.live):
        stale = c.drafted_on + timedelta(days=facts.policy.stale_draft_days)
        due = by_policy(stale, f"Drafted on {long_date(c.drafted_on)}", "A draft goes stale")
        if c.approved_on is None:
            yield Wait(f"{c.id}.approve", "approval", f"Approve claim {c.id}, or send it back", due, c.id)
        elif c.issued_on is None:
            yield Wait(f"{c.id}.issue", "issue_claim", f"Issue claim {c.id} before its figure goes stale", due, c.id)
        elif c.route is Route.ACCELERATED and c.papers_result != "hearing":
            yield from papers_claim.waits(state, c, legal_day(as_at))
        elif not any(h.claim_id == c.id for h in state.hearings):
            title = f"Claim {c.id} is not listed yet: ask the court for a hearing"
            soon = by_policy(c.issued_on + LIST_QUICK, f"Issued on {long_date(c.issued_on)}", "Ask the court")
            yield Wait(f"{c.id}.listing", "listing", title, c.hearing_latest or soon, c.id)
