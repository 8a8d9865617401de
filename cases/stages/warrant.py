"""The warrant: whether it may be asked for, on which form, and what it waits for."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from cases.base import ExplainedDate
from cases.commands import DraftWarrant, RequestWarrant
from cases.events import Event, WarrantChanged
from cases.facts import Facts
from cases.gates import Gate, Question, Why, hold
from cases.stages import fees, writ
from cases.stages.decision import DECISION_NOT_QUASHED
from cases.stages.enforceable import DRAFT, ENFORCEABLE, REQUEST, day_of, order_of
from cases.stages.eviction import n54_needed
from cases.stages.fairness import assessed, cared_for
from cases.stages.order import conditional
from cases.stages.shared import no_moratorium, not_future, searched
from cases.state import CaseState, Warrant
from cases.waiting import Wait, by_order, by_policy
from cases.words import Risk, StepBefore
from law.enforcement import n54_latest_delivery, request_form
from law.explained import long_date

CHASE = timedelta(days=42)
CLOSE_BY = timedelta(days=28)
RISK = "Practice; the court's possession service asks the same"


def _no_other(q: Question[DraftWarrant]) -> str | Why | None:
    other = next((w for w in q.case.warrants if w.live or w.executed_on), None)
    if other is None:
        return None
    if other.executed_on:
        taken = f"Possession was taken on warrant {other.id} on {long_date(other.executed_on)}."
        return Why(taken, "Nothing is left to enforce; close the case.")
    return f"Warrant {other.id} is live already."


def _not_live(q: Question[Any]) -> str | None:
    warrant = q.warrant(q.command.warrant_id)
    return None if warrant.live else f"Warrant {warrant.id} is not live any more."


def _approved(q: Question[RequestWarrant]) -> str | Why | None:
    warrant = q.warrant(q.command.warrant_id)
    if warrant.requested_on:
        says = f"Warrant {warrant.id} was requested on {long_date(warrant.requested_on)}."
        return Why(says, "Wait for the court to issue it, and record that.")
    return None if warrant.approved_on else f"Warrant {warrant.id} has not been approved."


def _after_approval(q: Question[RequestWarrant]) -> str | None:
    approved = q.warrant(q.command.warrant_id).approved_on
    if approved is None or q.command.on >= approved:
        return None
    sent = f"a request on {long_date(q.command.on)} would be before that"
    return f"Warrant {q.command.warrant_id} was approved on {long_date(approved)}; {sent}."


def _fresh(q: Question[RequestWarrant]) -> str | None:
    warrant = q.warrant(q.command.warrant_id)
    last = warrant.drafted_on + timedelta(days=q.facts.policy.stale_draft_days)
    if q.command.on <= last:
        return None
    drafted = f"Warrant {warrant.id} was drafted on {long_date(warrant.drafted_on)}"
    return f"{drafted}; its figure goes stale after {long_date(last)}."


def _risk(q: Question[DraftWarrant]) -> str | None:
    return None if q.command.risk else "The bailiff's risk question has not been answered."


def _risk_details(q: Question[DraftWarrant]) -> str | Why | None:
    known, details = q.command.risk is Risk.KNOWN, q.command.risk_details is not None
    if known and not details:
        return "A risk is known, and nothing says what it is."
    if details and not known:
        return Why("Details of a risk are given, and the answer is not that one is known.", "Change one of the two.")
    return None


def _fee(q: Question[RequestWarrant]) -> Why | None:
    return fees.problem(writ.fee_kind(q.warrant(q.command.warrant_id)), q.command.on, q.command.fee_pence)


GATES: tuple[Gate[Any], ...] = (
    *ENFORCEABLE,
    DECISION_NOT_QUASHED,
    *writ.GATES,
    Gate("warrant_live", DRAFT, "Is there no other warrant?", _no_other, "Go on with that warrant, or withdraw it."),
    Gate(
        "warrant_not_live",
        REQUEST,
        "Is the warrant live?",
        _not_live,
        "Draft a new request if the order is still to be enforced.",
    ),
    Gate(
        "risk_not_answered",
        DRAFT,
        "Is the bailiff's risk question answered?",
        _risk,
        "Say whether a risk is known, none is known, or it is not known.",
        RISK,
        "C",
        "risk",
    ),
    Gate(
        "risk_details",
        DRAFT,
        "Is a known risk described, and only a known one?",
        _risk_details,
        "Describe it: violence, weapons, drugs, dogs, protest, illness, anything else the bailiff should know.",
        RISK,
        "C",
        "risk_details",
    ),
    assessed(DRAFT + REQUEST, StepBefore.WARRANT),
    *cared_for(DRAFT + REQUEST),
    no_moratorium(DRAFT + REQUEST, "warrant", day_of),
    Gate("warrant_not_approved", REQUEST, "Is the request approved?", _approved, "Have a senior approve it first."),
    searched(REQUEST, StepBefore.WARRANT, day_of),
    not_future(REQUEST, day_of, "on", "This record"),
    Gate("before_approval", REQUEST, "Was it after approval?", _after_approval, "Correct the date.", field="on"),
    Gate(
        "figure_stale",
        REQUEST,
        "Is the figure fresh?",
        _fresh,
        "Withdraw the request and draft it again with today's figure.",
        "Landlord's policy",
    ),
    Gate(
        "fee_differs",
        REQUEST,
        "Is the fee the table's, or entered where it has none?",
        _fee,
        "Leave the fee empty to take the table's figure.",
        "Civil Proceedings Fees Order 2008 Sch 1",
        "B",
        "fee_pence",
    ),
)


def draft_warrant(q: Question[DraftWarrant]) -> Sequence[Event]:
    """Prepare the request with the arrears of the day, on the form that the breach calls for."""
    order = order_of(q)
    hold(GATES, q)
    form = request_form(conditional(order), q.command.breach.value).value
    # N244 asks for permission; once it is given, the ordinary request follows.
    if form == "N244":
        form = "N325"
    if order.high_court_on is not None:
        form = writ.FORM
    warrant = Warrant(
        id=f"W{len(q.case.warrants) + 1}",
        order_id=order.id,
        form=form,
        breach=q.command.breach,
        drafted_by=q.actor,
        drafted_on=q.today,
        arrears_pence=q.arrears,
        risk=q.command.risk,
        risk_details=q.command.risk_details,
        vulnerable=q.command.vulnerable,
        access=q.command.access,
        occupiers_told_on=q.command.occupiers_told_on,
    )
    return [WarrantChanged(what="drafted", warrant=warrant)]


def request_warrant(q: Question[RequestWarrant]) -> Sequence[Event]:
    """The request went to the court with its fee."""
    warrant = q.warrant(q.command.warrant_id)
    hold(GATES, q)
    fee, confirmed = fees.settled(writ.fee_kind(warrant), q.command.on, q.command.fee_pence)
    changes = {"requested_on": q.command.on, "fee": fee, "fee_confirmed": confirmed}
    return [WarrantChanged(what="requested", warrant=warrant.model_copy(update=changes))]


def waits(state: CaseState, facts: Facts, as_at: datetime) -> Iterator[Wait]:
    """Approval and sending of a request, the warrant's last day, the N54's delivery, and the appointment."""
    for w in (w for w in state.warrants if w.executed_on):
        assert w.executed_on is not None
        taken = by_policy(w.executed_on + CLOSE_BY, f"Possession taken on {long_date(w.executed_on)}", "Close the case")
        title = "Possession was taken: see to keys and goods, pass on the balance, close the case"
        yield Wait(f"{w.id}.close", "close", title, taken, w.id, remind=(), escalates=False)
    for w in (w for w in state.warrants if w.live):
        stale = w.drafted_on + timedelta(days=facts.policy.stale_draft_days)
        due = by_policy(stale, f"Drafted on {long_date(w.drafted_on)}", "A draft goes stale")
        if w.approved_on is None:
            yield Wait(
                f"{w.id}.approve", "approval", f"Approve the request for warrant {w.id}, or send it back", due, w.id
            )
        elif w.requested_on is None:
            yield Wait(f"{w.id}.request", "request_warrant", f"Send the request for warrant {w.id}", due, w.id)
        elif w.issued_on is None:
            asked = by_policy(w.requested_on + CHASE, f"Requested on {long_date(w.requested_on)}", "Ask the court")
            title = f"Warrant {w.id} is not issued yet: ask the court"
            yield Wait(f"{w.id}.issue", "warrant_issue", title, asked, w.id, remind=(), escalates=False)
        elif w.appointment_on is None:
            asked = by_policy(w.issued_on + CHASE, f"Issued on {long_date(w.issued_on)}", "Ask the bailiffs")
            title = f"No eviction is booked on warrant {w.id}: ask the bailiffs for a day"
            yield Wait(f"{w.id}.booking", "booking", title, asked, w.id, remind=(), escalates=False)
        if w.expires:
            title = f"Warrant {w.id} runs out"
            yield Wait(f"{w.id}.expiry", "warrant_expiry", title, w.expires, w.id, after=True, remind=(60, 30, 14, 7))
        if w.appointment_on and w.n54_delivered_on is None and n54_needed(state):
            latest = ExplainedDate.of(n54_latest_delivery(w.appointment_on))
            title = f"N54 on warrant {w.id} to be delivered by the bailiff: ask, and record the day"
            yield Wait(f"{w.id}.n54", "n54_delivery", title, latest, w.id, remind=(7, 3, 1))
        if w.appointment_on and w.appointment_at:
            rule = "Confirm attendance before, and record what happened after"
            day = by_order(w.appointment_on, f"Eviction booked at {w.appointment_at:%H:%M}", rule)
            title = f"Eviction on warrant {w.id}: confirm attendance and risks before, record what happened after"
            yield Wait(f"{w.id}.eviction", "eviction", title, day, w.id, remind=(14, 7, 3, 1))
