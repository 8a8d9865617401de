"""The claim: what must be done between notice and issue, approval, issue, route and fee."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Literal

from cases.base import ExplainedDate
from cases.commands import DraftClaim, IssueClaim
from cases.events import ClaimChanged, Event
from cases.facts import Facts
from cases.gates import ByTrack, Gate, Question, Why, hold
from cases.stages import fees
from cases.stages.evidence import CLAIM_EVIDENCE
from cases.stages.leaving import NO_ORDER_NEEDED, TRUSTEE_COPY
from cases.stages.shared import assessed, barred_by, in_arrears, no_moratorium, not_future, running, searched
from cases.state import CaseState, Claim, Notice
from cases.waiting import Wait, by_policy
from cases.words import (
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


def day_of(q: Question[Any]) -> date:
    """The day of the step: of issue, or today while it is prepared."""
    return q.command.issued_on if isinstance(q.command, IssueClaim) else q.today


def fee_kind(route: Route) -> Literal["claim", "claim_pcol"]:
    """The line of the fee table for a route."""
    return "claim_pcol" if route is Route.PCOL else "claim"


def _served(q: Question[Any]) -> str | Why | None:
    notice = notice_of(q)
    if notice.withdrawn:
        return Why(f"Notice {notice.id} was withdrawn.", "Draft a new notice.")
    if notice.served:
        return None
    done = {s.tenant for s in notice.services}
    waiting = ", ".join(t for t in q.case.tenants if t not in done)
    return f"Notice {notice.id} has been served on {len(done)} of {len(q.case.tenants)} tenants; not yet on: {waiting}."


def _ripe(q: Question[Any]) -> Why | None:
    safe = notice_of(q).issue_from_safe
    if safe is None or day_of(q) >= safe.on:
        return None
    return Why.of(f"Too early on {long_date(day_of(q))}. {safe.sentence}", safe, f"Wait until {long_date(safe.on)}.")


def _in_force(q: Question[Any]) -> Why | None:
    last = notice_of(q).last_safe_issue
    if last is None or day_of(q) <= last.on:
        return None
    return Why.of(f"Too late on {long_date(day_of(q))}. {last.sentence}", last)


def _void(q: Question[Any]) -> Why | None:
    notice = notice_of(q)
    for service in notice.services:
        space = running(q.case, service.served.on)
        if space:
            served = long_date(service.served.on)
            ran = barred_by(space, "notice", q.case.track)
            told = f"Notice {notice.id} was served on {service.tenant} on {served}, so it is void."
            return Why(f"{told} {ran.says}", authority=ran.authority, confidence=ran.confidence)
    return None


def _no_other(q: Question[DraftClaim]) -> str | Why | None:
    other = next((c for c in q.case.claims if c.live), None)
    if other is None:
        return None
    if other.issued_on:
        return Why(f"Claim {other.id} is before the court already.", "Go on with that claim; it ends in court.")
    return f"Claim {other.id} is being prepared already."


def _signer(q: Question[DraftClaim]) -> str | None:
    return None if q.command.signer.strip() else "Nobody is named to sign the statement of truth."


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
    return route_problem(q.command.route.value, Occupancy(q.case.occupancy), notice_of(q).grounds, day_of(q))


def _number(q: Question[IssueClaim]) -> str | None:
    return None if q.command.claim_number.strip() else "The court's claim number is missing."


def _court(q: Question[IssueClaim]) -> str | None:
    return None if q.command.court.strip() else "The court is missing."


def _fee(q: Question[IssueClaim]) -> Why | None:
    return fees.problem(fee_kind(q.command.route), q.command.issued_on, q.command.fee_pence)


GATES: tuple[Gate[Any], ...] = (
    Gate("claim_live", DRAFT, "Is no other claim live?", _no_other, "Go on with that claim, or withdraw it."),
    Gate("notice_not_served", BOTH, "Was the notice served on everybody?", _served, "Serve it on every joint tenant."),
    Gate(
        "notice_not_ripe",
        BOTH,
        "Has the notice run its time?",
        _ripe,
        "Wait until the notice has run its time.",
        ByTrack("HA 1985 s.83A(1)", "HA 1988 s.8(3)(b)"),
        "A",
    ),
    Gate(
        "notice_lapsed",
        BOTH,
        "Is the notice still in force?",
        _in_force,
        "Serve a new notice; ask a solicitor if the court has issued a claim on this one.",
        ByTrack("HA 1985 s.83(4)(b)", "HA 1988 s.8(3)(c)"),
        "A",
    ),
    Gate(
        "notice_void",
        BOTH,
        "Was the notice served outside any breathing space?",
        _void,
        "Serve a new notice after the breathing space.",
        "SI 2020/1311 reg 7(6)-(7), (12)",
        "A",
    ),
    in_arrears(BOTH, day_of),
    NO_ORDER_NEEDED,
    TRUSTEE_COPY,
    *CLAIM_EVIDENCE,
    assessed(BOTH, StepBefore.CLAIM),
    no_moratorium(BOTH, "claim", day_of),
    searched(ISSUE, StepBefore.CLAIM, day_of),
    Gate(
        "no_signer",
        DRAFT,
        "Who signs the statement of truth?",
        _signer,
        "Name the officer or legal representative who will sign.",
        "CPR 22; PD 22",
        "B",
        "signer",
    ),
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
    )
    return [ClaimChanged(what="drafted", claim=claim)]


def issue_claim(q: Question[IssueClaim]) -> Sequence[Event]:
    """Record that the court issued the claim, with its fee and the hearing window."""
    claim = q.claim(q.command.claim_id)
    hold(GATES, q)
    c = q.command
    fee, confirmed = fees.settled(fee_kind(c.route), c.issued_on, c.fee_pence)
    quick = q.case.track is Track.TRESPASS  # CPR 55.5(3) is for other claims
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
    for c in (c for c in state.claims if c.live):
        stale = c.drafted_on + timedelta(days=facts.policy.stale_draft_days)
        due = by_policy(stale, f"Drafted on {long_date(c.drafted_on)}", "A draft goes stale")
        if c.approved_on is None:
            yield Wait(f"{c.id}.approve", "approval", f"Approve claim {c.id}, or send it back", due, c.id)
        elif c.issued_on is None:
            yield Wait(f"{c.id}.issue", "issue_claim", f"Issue claim {c.id} before its figure goes stale", due, c.id)
        elif not any(h.claim_id == c.id for h in state.hearings):
            title = f"Claim {c.id} is not listed yet: ask the court for a hearing"
            soon = by_policy(c.issued_on + LIST_QUICK, f"Issued on {long_date(c.issued_on)}", "Ask the court")
            yield Wait(f"{c.id}.listing", "listing", title, c.hearing_latest or soon, c.id)
