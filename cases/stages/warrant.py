"""The warrant: whether it may be asked for and how, its life, the eviction appointment and what came of it."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from cases.base import ExplainedDate
from cases.commands import BookEviction, DraftWarrant, RecordEviction, RecordWarrantIssued, RequestWarrant
from cases.events import Event, WarrantChanged
from cases.facts import Facts
from cases.gates import Gate, Question, hold
from cases.stages import fees
from cases.stages import order as orders
from cases.stages.shared import assessed, no_moratorium, not_future, searched
from cases.state import CaseState, Order, Warrant
from cases.waiting import Wait, by_order, by_policy
from cases.words import Breach, StepBefore
from law.counting import add_months
from law.enforcement import eviction_earliest, permission_needed, request_form, warrant_expires
from law.explained import long_date, pounds

DRAFT = ("draft_warrant",)
REQUEST = ("request_warrant",)
ISSUED = ("record_warrant_issued",)
BOOK = ("book_eviction",)
EVICT = ("record_eviction",)
_PERMISSION_MONTHS = 12  # CPR 83.2(7): permission not used within a year lapses


def order_of(q: Question[Any]) -> Order:
    """The order that the warrant enforces. Raises NotFound."""
    if isinstance(q.command, DraftWarrant):
        return q.order(q.command.order_id)
    return q.order(q.warrant(q.command.warrant_id).order_id)


def breach_of(q: Question[Any]) -> Breach:
    """The breach relied on."""
    if isinstance(q.command, DraftWarrant):
        return q.command.breach
    return q.warrant(q.command.warrant_id).breach


def day_of(q: Question[Any]) -> date:
    """The day of the step, today while it is prepared."""
    return q.today if isinstance(q.command, DraftWarrant) else q.command.on


def _order_live(q: Question[Any]) -> str | None:
    order = order_of(q)
    return f"Order {order.id} was discharged on {long_date(order.discharged_on)}." if order.discharged_on else None


def _no_other(q: Question[DraftWarrant]) -> str | None:
    other = next((w for w in q.case.warrants if w.live or w.executed_on), None)
    if other is None:
        return None
    return f"Warrant {other.id} {'was executed' if other.executed_on else 'is live'} already."


def _possession_passed(q: Question[Any]) -> str | None:
    earliest = order_of(q).warrant_earliest
    if earliest is None or day_of(q) >= earliest.on:
        return None
    return f"Too early on {long_date(day_of(q))}. {earliest.sentence}"


def _breach_named(q: Question[DraftWarrant]) -> str | None:
    suspended = order_of(q).terms is not None
    if suspended and q.command.breach is Breach.NONE:
        return "A suspended order is enforced only on a breach; none is named."
    if not suspended and q.command.breach is not Breach.NONE:
        return "The order is outright; no breach is relied on."
    return None


def _breach_stands(q: Question[Any]) -> str | None:
    order, breach = order_of(q), breach_of(q)
    if order.terms is None or (breach is Breach.NONE and isinstance(q.command, DraftWarrant)):
        return None
    if breach is Breach.OTHER:
        return (
            None if order.breach_kind is Breach.OTHER else f"No breach of order {order.id}'s other terms is recorded."
        )
    now = orders.standing(order, q.facts, q.today)
    if now is not None and not now.in_breach:
        due, paid = pounds(now.due_pence), pounds(now.paid_pence)
        return f"The terms of order {order.id} are kept: {due} fell due and {paid} was paid."
    if order.breach is None:
        days = q.facts.policy.breach_grace_days
        return f"No payment under order {order.id} is more than {days} days late; no breach is found yet."
    return None


def _warned(q: Question[DraftWarrant]) -> str | None:
    order = order_of(q)
    if order.terms is None or order.warned_on is not None:
        return None
    return f"The tenants have not been warned that order {order.id} is broken."


def _permitted(q: Question[Any]) -> str | None:
    order = order_of(q)
    needed = permission_needed(ordered=order.made_on, on=day_of(q), breach=breach_of(q).value)
    if not needed.value:
        return None
    if order.permission_on is None:
        return f"The court's permission is needed first, by application N244. {needed.sentence()}"
    until = add_months(order.permission_on, _PERMISSION_MONTHS)
    if day_of(q) < until:
        return None
    return f"Permission of {long_date(order.permission_on)} lapsed unused on {long_date(until)}."


def _not_live(q: Question[Any]) -> str | None:
    warrant = q.warrant(q.command.warrant_id)
    return None if warrant.live else f"Warrant {warrant.id} is not live any more."


def _approved(q: Question[RequestWarrant]) -> str | None:
    warrant = q.warrant(q.command.warrant_id)
    if warrant.requested_on:
        return f"Warrant {warrant.id} was requested on {long_date(warrant.requested_on)}."
    return None if warrant.approved_on else f"Warrant {warrant.id} has not been approved."


def _after_approval(q: Question[RequestWarrant]) -> str | None:
    approved = q.warrant(q.command.warrant_id).approved_on
    if approved is None or q.command.on >= approved:
        return None
    return f"It was approved on {long_date(approved)}, after {long_date(q.command.on)}."


def _fresh(q: Question[RequestWarrant]) -> str | None:
    warrant = q.warrant(q.command.warrant_id)
    last = warrant.drafted_on + timedelta(days=q.facts.policy.stale_draft_days)
    if q.command.on <= last:
        return None
    drafted = f"Warrant {warrant.id} was drafted on {long_date(warrant.drafted_on)}"
    return f"{drafted}; its figure goes stale after {long_date(last)}."


def _fee(q: Question[RequestWarrant]) -> str | None:
    return fees.problem("warrant", q.command.on, q.command.fee_pence)


def _requested(q: Question[RecordWarrantIssued]) -> str | None:
    warrant = q.warrant(q.command.warrant_id)
    if warrant.issued_on:
        return f"Warrant {warrant.id} was issued on {long_date(warrant.issued_on)}."
    return None if warrant.requested_on else f"Warrant {warrant.id} has not been requested."


def _after_request(q: Question[RecordWarrantIssued]) -> str | None:
    asked = q.warrant(q.command.warrant_id).requested_on
    if asked is None or q.command.on >= asked:
        return None
    return f"It was requested on {long_date(asked)}, after {long_date(q.command.on)}."


def _number(q: Question[RecordWarrantIssued]) -> str | None:
    return None if q.command.number.strip() else "The warrant's number is missing."


def _issued(q: Question[BookEviction]) -> str | None:
    warrant = q.warrant(q.command.warrant_id)
    return None if warrant.issued_on else f"Warrant {warrant.id} has not been issued."


def _delivered(q: Question[BookEviction]) -> str | None:
    issued = q.warrant(q.command.warrant_id).issued_on
    on = q.command.n54_delivered_on
    if on > q.today:
        return f"The N54 counts from actual delivery; {long_date(on)} has not come yet."
    if issued and on < issued:
        return f"The N54 cannot be delivered on {long_date(on)}, before the warrant of {long_date(issued)}."
    return None


def _long_enough(q: Question[BookEviction]) -> str | None:
    earliest = eviction_earliest(q.command.n54_delivered_on)
    return None if q.command.on >= earliest.value else f"{long_date(q.command.on)} is too early. {earliest.sentence()}"


def _in_life(q: Question[BookEviction]) -> str | None:
    expires = q.warrant(q.command.warrant_id).expires
    return (
        None
        if expires is None or q.command.on <= expires.on
        else f"The warrant has run out by then. {expires.sentence}"
    )


def _booked(q: Question[RecordEviction]) -> str | None:
    warrant = q.warrant(q.command.warrant_id)
    if warrant.executed_on:
        return f"Warrant {warrant.id} was executed on {long_date(warrant.executed_on)}."
    return None if warrant.appointment_on else f"No eviction is booked on warrant {warrant.id}."


def _day_came(q: Question[RecordEviction]) -> str | None:
    booked = q.warrant(q.command.warrant_id).appointment_on
    # A cancellation is known before the day; possession is not.
    if booked is None or not q.command.executed or q.today >= booked:
        return None
    return f"The eviction is booked for {long_date(booked)}; possession cannot have been taken yet."


def _on_the_day(q: Question[RecordEviction]) -> str | None:
    booked = q.warrant(q.command.warrant_id).appointment_on
    if booked is None or not q.command.executed or q.command.on >= booked:
        return None
    return f"{long_date(q.command.on)} is before the appointment on {long_date(booked)}."


def _if_executed(gate: Gate[Any]) -> Gate[Any]:
    """The gate, asked only when possession was taken: a cancelled appointment needs no permission."""

    def says(q: Question[Any]) -> str | None:
        return gate.says(q) if q.command.executed else None

    return Gate(gate.code, gate.guards, gate.asks, says, gate.mend, gate.authority, gate.confidence, gate.field)


GATES: tuple[Gate[Any], ...] = (
    Gate("order_discharged", DRAFT + REQUEST, "Is the order live?", _order_live, "Nothing is left to enforce."),
    Gate("warrant_live", DRAFT, "Is there no other warrant?", _no_other, "Go on with that warrant, or withdraw it."),
    Gate(
        "warrant_not_live",
        REQUEST + ISSUED + BOOK + EVICT,
        "Is the warrant live?",
        _not_live,
        "Draft a new request if the order is still to be enforced.",
    ),
    Gate(
        "possession_date_ahead",
        DRAFT + REQUEST,
        "Has the possession date passed?",
        _possession_passed,
        "Wait until the day after the possession date.",
        "CPR 83.26",
        "B",
    ),
    Gate("breach_not_named", DRAFT, "Which breach?", _breach_named, "Choose the breach relied on.", field="breach"),
    Gate(
        "no_breach",
        DRAFT + REQUEST,
        "Does the breach stand today?",
        _breach_stands,
        "Wait: the account is looked at on every payment date, after the days of grace.",
        "HA 1985 s.85; HA 1988 s.9; CPR 83.26",
        "B",
    ),
    Gate(
        "not_warned",
        DRAFT,
        "Were the tenants warned?",
        _warned,
        "Warn the tenants in writing and record it.",
        "Pre-Action Protocol 2.13; landlord's policy",
        "C",
    ),
    Gate(
        "permission_needed",
        DRAFT + REQUEST,
        "Is the court's permission needed, and given?",
        _permitted,
        "Apply on form N244 and record the court's permission.",
        "CPR 83.2(3)",
        "A",
    ),
    assessed(DRAFT + REQUEST, StepBefore.WARRANT),
    no_moratorium(DRAFT + REQUEST, "a warrant obtained", day_of),
    Gate("warrant_not_approved", REQUEST, "Is the request approved?", _approved, "Have a senior approve it first."),
    searched(REQUEST, StepBefore.WARRANT, day_of),
    not_future(REQUEST + ISSUED + EVICT, day_of, "on", "This record"),
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
        "Leave the fee empty to take the table's figure; enter it where the table has none.",
        "Civil Proceedings Fees Order 2008",
        "B",
        "fee_pence",
    ),
    Gate("not_requested", ISSUED, "Was it requested?", _requested, "Record the request to the court first."),
    Gate("before_request", ISSUED, "Was it after the request?", _after_request, "Correct the date.", field="on"),
    Gate("no_number", ISSUED, "What is its number?", _number, "Enter the court's number.", field="number"),
    Gate("not_issued", BOOK, "Was the warrant issued?", _issued, "Record the issue of the warrant first."),
    Gate(
        "n54_not_delivered",
        BOOK,
        "Was the N54 delivered after issue?",
        _delivered,
        "Record the day it was actually delivered; deemed service does not count.",
        "CPR 83.8A",
        "A",
        "n54_delivered_on",
    ),
    Gate(
        "eviction_too_early",
        BOOK,
        "Are there 14 clear days after the N54?",
        _long_enough,
        "Ask the bailiff for a later day.",
        "CPR 83.8A(2)",
        "A",
        "on",
    ),
    Gate(
        "warrant_expires",
        BOOK,
        "Is it within the warrant's life?",
        _in_life,
        "Ask for an earlier day, or ask the court to extend the warrant.",
        "CPR 83.3(3)-(4)",
        "B",
        "on",
    ),
    Gate("not_booked", EVICT, "Is an appointment booked?", _booked, "Record the appointment and the N54 first."),
    Gate(
        "appointment_ahead",
        EVICT,
        "Has the appointment come?",
        _day_came,
        "Record it on or after the day.",
        "CPR 83.8A",
        "A",
    ),
    Gate(
        "before_appointment", EVICT, "Was it on or after the appointment?", _on_the_day, "Correct the date.", field="on"
    ),
    _if_executed(assessed(EVICT, StepBefore.EVICTION)),
    _if_executed(no_moratorium(EVICT, "an eviction", day_of)),
)


def draft_warrant(q: Question[DraftWarrant]) -> Sequence[Event]:
    """Prepare the request with the arrears of the day, on the form that the breach calls for."""
    order = order_of(q)
    hold(GATES, q)
    form = request_form(order.terms is not None, q.command.breach.value).value
    # N244 asks for permission; once it is given, the ordinary request follows.
    if form == "N244":
        form = "N325"
    warrant = Warrant(
        id=f"W{len(q.case.warrants) + 1}",
        order_id=order.id,
        form=form,
        breach=q.command.breach,
        drafted_by=q.actor,
        drafted_on=q.today,
        arrears_pence=q.arrears,
    )
    return [WarrantChanged(what="drafted", warrant=warrant)]


def request_warrant(q: Question[RequestWarrant]) -> Sequence[Event]:
    """The request went to the court with its fee."""
    warrant = q.warrant(q.command.warrant_id)
    hold(GATES, q)
    fee, confirmed = fees.settled("warrant", q.command.on, q.command.fee_pence)
    changes = {"requested_on": q.command.on, "fee": fee, "fee_confirmed": confirmed}
    return [WarrantChanged(what="requested", warrant=warrant.model_copy(update=changes))]


def record_warrant_issued(q: Question[RecordWarrantIssued]) -> Sequence[Event]:
    """The court issued the warrant; it lives twelve months."""
    warrant = q.warrant(q.command.warrant_id)
    hold(GATES, q)
    changes = {
        "issued_on": q.command.on,
        "number": q.command.number.strip(),
        "expires": ExplainedDate.of(warrant_expires(q.command.on)),
    }
    return [WarrantChanged(what="issued", warrant=warrant.model_copy(update=changes))]


def book_eviction(q: Question[BookEviction]) -> Sequence[Event]:
    """The bailiff's appointment, at least 14 clear days after the N54 was delivered; a later booking replaces it."""
    warrant = q.warrant(q.command.warrant_id)
    hold(GATES, q)
    changes = {
        "n54_delivered_on": q.command.n54_delivered_on,
        "eviction_earliest": ExplainedDate.of(eviction_earliest(q.command.n54_delivered_on)),
        "appointment_on": q.command.on,
        "appointment_at": q.command.at,
    }
    return [WarrantChanged(what="booked", warrant=warrant.model_copy(update=changes))]


def record_eviction(q: Question[RecordEviction]) -> Sequence[Event]:
    """Possession was taken, or the eviction was cancelled, which ends this warrant."""
    warrant = q.warrant(q.command.warrant_id)
    hold(GATES, q)
    done = q.command.executed
    changed = warrant.model_copy(update={"executed_on" if done else "cancelled_on": q.command.on})
    return [WarrantChanged(what="executed" if done else "cancelled", warrant=changed, text=q.command.note)]


def waits(state: CaseState, facts: Facts, as_at: datetime) -> Iterator[Wait]:
    """Approval and sending of a request, the warrant's last day, and the appointment."""
    for w in (w for w in state.warrants if w.live):
        stale = w.drafted_on + timedelta(days=facts.policy.stale_draft_days)
        due = by_policy(stale, f"Drafted on {long_date(w.drafted_on)}", "A draft goes stale")
        if w.approved_on is None:
            yield Wait(f"{w.id}.approve", "approval", f"Warrant {w.id} waits for approval", due, w.id)
        elif w.requested_on is None:
            yield Wait(f"{w.id}.request", "request_warrant", f"Send the request for warrant {w.id}", due, w.id)
        if w.expires:
            title = f"Warrant {w.id} runs out"
            yield Wait(f"{w.id}.expiry", "warrant_expiry", title, w.expires, w.id, after=True, remind=(60, 30, 14, 7))
        if w.appointment_on and w.appointment_at:
            rule = "Confirm attendance before, and record what happened after"
            day = by_order(w.appointment_on, f"Eviction booked at {w.appointment_at:%H:%M}", rule)
            title = f"Eviction on warrant {w.id}"
            yield Wait(f"{w.id}.eviction", "eviction", title, day, w.id, remind=(14, 7, 3, 1))
