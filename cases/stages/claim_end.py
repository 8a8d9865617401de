"""The end of a claim that was issued, without a hearing: discontinued, settled, or by an order that both agreed."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from cases.commands import EndClaim
from cases.court_words import ClaimEnd
from cases.events import ClaimChanged, Event
from cases.gates import Gate, Question, Why, hold
from cases.stages.shared import not_future
from cases.state import CaseState, Claim
from cases.words import OutcomeKind
from law.explained import long_date

END = ("end_claim",)


def may_end(state: CaseState, claim: Claim) -> bool:
    """Whether a claim is before the court and can end without a hearing: no order, and no hearing that is ahead."""
    ordered = any(o.claim_id == claim.id and o.set_aside_on is None for o in state.orders)
    ahead = any(h.claim_id == claim.id and h.outcome is None for h in state.hearings)
    return bool(claim.live and claim.issued_on and not ordered and not ahead)


def _issued(q: Question[EndClaim]) -> str | Why | None:
    claim = q.claim(q.command.claim_id)
    if not claim.live:
        return Why(f"Claim {claim.id} is over.", "Nothing is left to be ended.")
    return None if claim.issued_on else f"Claim {claim.id} has not been issued."


def _unlisted(q: Question[EndClaim]) -> str | None:
    listed = next((h for h in q.case.hearings if h.claim_id == q.command.claim_id and h.outcome is None), None)
    return f"Hearing {listed.id} on {long_date(listed.on)} is listed for it." if listed else None


def _no_order(q: Question[EndClaim]) -> str | None:
    made = next((o for o in q.case.orders if o.claim_id == q.command.claim_id and o.set_aside_on is None), None)
    return f"Order {made.id} of {long_date(made.made_on)} was made on it." if made else None


def _after_issue(q: Question[EndClaim]) -> str | None:
    issued: date | None = q.claim(q.command.claim_id).issued_on
    if issued is None or q.command.on >= issued:
        return None
    return f"{long_date(q.command.on)} is before the claim was issued on {long_date(issued)}."


def _terms(q: Question[EndClaim]) -> str | None:
    if q.command.how is ClaimEnd.DISCONTINUED or q.command.terms is not None:
        return None
    return "What was agreed is not said."


GATES: tuple[Gate[Any], ...] = (
    Gate("claim_not_issued", END, "Was the claim issued?", _issued, "Withdraw a claim that is only prepared."),
    Gate(
        "hearing_open",
        END,
        "Is no hearing listed?",
        _unlisted,
        "Record the outcome of that hearing: the claim withdrawn.",
        "CPR 38.3",
        "C",
    ),
    Gate("order_made", END, "Is there no order?", _no_order, "Have the order discharged instead."),
    not_future(END, lambda q: q.command.on, "on", "The end"),
    Gate("before_issue", END, "Was it after issue?", _after_issue, "Correct the date.", field="on"),
    Gate(
        "terms_missing",
        END,
        "Is it said what was agreed?",
        _terms,
        "Write what was agreed: payments, costs, what happens if it is not kept.",
        "CPR 40.6; Pre-Action Protocol 2.13",
        "C",
        "terms",
    ),
)


def end_claim(q: Question[EndClaim]) -> Sequence[Event]:
    """The claim is over; its notice stands while it is in force, and the case goes on or is closed by its own act."""
    claim = q.claim(q.command.claim_id)
    hold(GATES, q)
    c = q.command
    # An order that only ends the claim gives no possession: it is no order to be watched.
    changes = {"ended_on": c.on, "ended_by": OutcomeKind.WITHDRAWN, "ended_how": c.how, "end_terms": c.terms}
    return [ClaimChanged(what="ended", claim=claim.model_copy(update=changes), text=c.terms)]
