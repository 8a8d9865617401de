"""What comes in answer to a claim: a defence, a counterclaim, a request for time; and our own answer to it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from cases.base import ExplainedDate
from cases.commands import RecordResponse
from cases.court_words import ResponseKind
from cases.events import ClaimChanged, Event
from cases.facts import Facts
from cases.gates import Gate, Question, Why, hold
from cases.parties import everyone
from cases.stages.shared import not_future
from cases.state import CaseState, Claim, Response
from cases.waiting import Wait, by_policy
from law.court import defence_due
from law.explained import Explained, long_date

RESPONSE = ("record_response",)
ASK = ("ask_for_papers_order",)
DEFENDED = (ResponseKind.DEFENCE, ResponseKind.COUNTERCLAIM)
_CITE = "CPR 15.4, 20.4"


def answer_due(served: date) -> Explained[date]:
    """The last day for a defence to a counterclaim: 14 days after its service, as for any defence (CPR 15.4, 20.4)."""
    counted = defence_due(served)
    steps = tuple(replace(step, authority=_CITE) for step in counted.steps)
    trigger = f"Counterclaim served on {long_date(served)}"
    rule = "The last day for a defence to the counterclaim"
    return replace(counted, trigger=trigger, rule=rule, steps=steps, authority=_CITE)


def unanswered(claim: Claim) -> Response | None:
    """The counterclaim that waits for our defence; None where there is none, or it was answered."""
    found: Response | None = None
    for one in claim.responses:
        if one.what is ResponseKind.COUNTERCLAIM:
            found = one
        elif one.what is ResponseKind.ANSWERED:
            found = None
    return found


def more_time_open(claim: Claim) -> Response | None:
    """The request for more time that came last and was followed by nothing else."""
    last = claim.responses[-1] if claim.responses else None
    return last if last is not None and last.what is ResponseKind.MORE_TIME else None


def _issued(q: Question[RecordResponse]) -> str | Why | None:
    claim = q.claim(q.command.claim_id)
    if not claim.live:
        return Why(f"Claim {claim.id} is over.", "Nothing can be answered any more.")
    return None if claim.issued_on else f"Claim {claim.id} has not been issued."


def _after_issue(q: Question[RecordResponse]) -> str | None:
    issued = q.claim(q.command.claim_id).issued_on
    if issued is None or q.command.on >= issued:
        return None
    return f"{long_date(q.command.on)} is before the claim was issued on {long_date(issued)}."


def _known_tenant(q: Question[RecordResponse]) -> str | None:
    who = q.command.by
    return None if not who or who in everyone(q.case) else f"{who} is no tenant of this case."


def _sum(q: Question[RecordResponse]) -> str | Why | None:
    c = q.command
    if c.counterclaim_pence is None:
        return None
    if c.what is not ResponseKind.COUNTERCLAIM:
        return Why("A sum is given, and it is no counterclaim.", "Leave the sum out, or say that it is a counterclaim.")
    return None if c.counterclaim_pence > 0 else "A counterclaim is for more than nothing."


def _something_to_answer(q: Question[RecordResponse]) -> str | None:
    if q.command.what is not ResponseKind.ANSWERED or q.claim(q.command.claim_id).defended:
        return None
    return "No defence and no counterclaim is recorded, so there is nothing to answer."


def _undefended(q: Question[Any]) -> str | None:
    came = next((r for r in q.claim(q.command.claim_id).responses if r.what in DEFENDED), None)
    return f"{came.what.label} came on {long_date(came.on)}: the claim is defended." if came else None


UNDEFENDED = Gate(
    "defended",
    ASK,
    "Is the claim undefended?",
    _undefended,
    "The court refers claim and defence to a judge by itself; wait for the decision, or for a hearing.",
    "CPR 55.15(1), 55.16",
    "B",
)
"""No written request for an order is made on a claim that is defended (the accelerated road)."""

GATES: tuple[Gate[Any], ...] = (
    Gate("claim_not_issued", RESPONSE, "Was the claim issued?", _issued, "Record the issue of the claim first."),
    not_future(RESPONSE, lambda q: q.command.on, "on", "This record"),
    Gate("before_issue", RESPONSE, "Was it after issue?", _after_issue, "Correct the date.", field="on"),
    Gate("unknown_tenant", RESPONSE, "Is it a tenant?", _known_tenant, "Choose a tenant of this case.", field="by"),
    Gate(
        "sum_wrong",
        RESPONSE,
        "Is the sum a counterclaim's?",
        _sum,
        "Give the sum that is asked for, or none.",
        field="counterclaim_pence",
    ),
    Gate(
        "nothing_to_answer",
        RESPONSE,
        "Is there something to answer?",
        _something_to_answer,
        "Record the defence or counterclaim first.",
        field="what",
    ),
)


def record_response(q: Question[RecordResponse]) -> Sequence[Event]:
    """What came in answer; of a counterclaim, the last day for our defence to it."""
    claim = q.claim(q.command.claim_id)
    hold(GATES, q)
    c = q.command
    came = Response(
        what=c.what,
        on=c.on,
        by=c.by,
        disputed=c.disputed,
        disrepair=c.disrepair,
        counterclaim_pence=c.counterclaim_pence,
        answer_by=ExplainedDate.of(answer_due(c.on)) if c.what is ResponseKind.COUNTERCLAIM else None,
        details=c.details,
    )
    changed = claim.model_copy(update={"responses": (*claim.responses, came)})
    return [ClaimChanged(what="answered", claim=changed, text=c.details)]


def waits(state: CaseState, facts: Facts, as_at: datetime) -> Iterator[Wait]:
    """Our defence to a counterclaim, and an answer to a request for more time."""
    for claim in (c for c in state.claims if c.live and c.issued_on):
        c = claim.id
        counter = unanswered(claim)
        if counter is not None and counter.answer_by is not None:
            what = "a counterclaim for disrepair" if counter.disrepair else "the counterclaim"
            title = f"Our defence to {what} in claim {c}: filed and served"
            yield Wait(f"{c}.counter", "counterclaim_defence", title, counter.answer_by, c, remind=(7, 3, 1))
        asked = more_time_open(claim)
        if asked is not None:
            told = f"More time was asked for on {long_date(asked.on)}"
            due = by_policy(asked.on, told, "Agree to it in writing, or say no")
            title = f"The tenant asks for more time to answer claim {c}: agree to it, or say no"
            yield Wait(f"{c}.time", "more_time", title, due, c, remind=(), escalates=False)
