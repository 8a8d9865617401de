"""The warrant: whether it may be asked for, on which form, and what it waits for."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from cases import protocol
from cases.commands import DraftWarrant, RequestWarrant
from cases.events import Event, WarrantChanged
from cases.facts import Facts
from cases.gates import ByTrack, Gate, Question, Why, hold
from cases.stages import fees
from cases.stages import order as orders
from cases.stages.shared import assessed, no_moratorium, not_future, searched
from cases.state import CaseState, Order, Warrant
from cases.waiting import Wait, by_order, by_policy
from cases.words import Breach, StepBefore
from law.enforcement import permission_lapses, permission_needed, request_form
from law.explained import Explained, long_date, pounds
from law.orders import s89_applies
from law.tenancies import Occupancy

DRAFT = ("draft_warrant",)
REQUEST = ("request_warrant",)


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


def _no_other(q: Question[DraftWarrant]) -> str | Why | None:
    other = next((w for w in q.case.warrants if w.live or w.executed_on), None)
    if other is None:
        return None
    if other.executed_on:
        taken = f"Possession was taken on warrant {other.id} on {long_date(other.executed_on)}."
        return Why(taken, "Nothing is left to enforce; close the case.")
    return f"Warrant {other.id} is live already."


def _possession_passed(q: Question[Any]) -> Why | None:
    earliest = order_of(q).warrant_earliest
    if earliest is None or day_of(q) >= earliest.on:
        return None
    told = f"Too early on {long_date(day_of(q))}. {earliest.sentence}"
    return Why.of(told, earliest, f"Wait until {long_date(earliest.on)}.")


def _breach_named(q: Question[DraftWarrant]) -> str | Why | None:
    suspended = order_of(q).terms is not None
    if suspended and q.command.breach is Breach.NONE:
        return "A suspended order is enforced only on a breach; none is named."
    if not suspended and q.command.breach is not Breach.NONE:
        return Why("The order is outright, so no breach can be relied on.", "Choose that there is no breach.")
    return None


def _breach_stands(q: Question[Any]) -> str | Why | None:
    order, breach = order_of(q), breach_of(q)
    if order.terms is None or (breach is Breach.NONE and isinstance(q.command, DraftWarrant)):
        return None
    if breach is Breach.OTHER:
        if order.breach_kind is Breach.OTHER:
            return None
        says = f"No breach of the other terms of order {order.id} is recorded."
        return Why(says, "Record that breach with its details first.", "CPR 83.2(3)(e)", "A")
    now = orders.standing(order, q.facts, q.today)
    if now is not None and not now.in_breach:
        due, paid = pounds(now.due_pence), pounds(now.paid_pence)
        by = long_date(q.today)
        return f"The terms of order {order.id} are kept: by {by} {due} fell due and {paid} was paid."
    if order.breach is None:
        days = q.facts.policy.breach_grace_days
        return f"No payment under order {order.id} is more than {days} days late; no breach is found yet."
    return None


def _something_owed(q: Question[Any]) -> str | None:
    order, account = order_of(q), q.account
    if breach_of(q) is Breach.OTHER or account.rent_arrears_pence > 0 or account.court_costs_pence > 0:
        return None
    if s89_applies(order.grounds_proved, Occupancy(q.case.occupancy), order.made_on):
        return None  # a mandatory order stands although everything is paid
    return f"Everything is paid: on {long_date(q.today)} the account shows no rent and no court costs owing."


def _benefit_asked(q: Question[DraftWarrant]) -> str | None:
    order = order_of(q)
    if protocol.contacts(q.case, "benefit_enquiry", since=order.made_on):
        return None
    return f"No benefit enquiry since order {order.id} of {long_date(order.made_on)} is recorded."


def _warned(q: Question[DraftWarrant]) -> str | None:
    order = order_of(q)
    if order.terms is None or order.warned_on is not None:
        return None
    return f"The tenants have not been warned that order {order.id} is broken."


def _permitted(q: Question[Any]) -> Why | None:
    order = order_of(q)
    needed = permission_needed(ordered=order.made_on, on=day_of(q), breach=breach_of(q).value)
    if not needed.value:
        return None
    if order.permission_on is None:
        refused = order.permission_refused_on
        already = f" It was refused on {long_date(refused)}." if refused else ""
        return Why.of(f"{_reasons(needed)}, so the court's permission is needed first.{already}", needed)
    last = permission_lapses(order.permission_on)
    if day_of(q) <= last.value:
        return None
    given = f"Permission of {long_date(order.permission_on)} was not used"
    mend = "Apply again on form N244 and record the court's permission."
    return Why.of(f"{given} by {long_date(last.value)}, the last day to use it.", last, mend)


def _reasons(needed: Explained[bool]) -> str:
    return "; ".join(step.text for step in needed.steps)


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


def _fee(q: Question[RequestWarrant]) -> Why | None:
    return fees.problem("warrant", q.command.on, q.command.fee_pence)


GATES: tuple[Gate[Any], ...] = (
    Gate("order_discharged", DRAFT + REQUEST, "Is the order live?", _order_live, "Nothing is left to enforce."),
    Gate("warrant_live", DRAFT, "Is there no other warrant?", _no_other, "Go on with that warrant, or withdraw it."),
    Gate(
        "warrant_not_live",
        REQUEST,
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
        ByTrack("HA 1985 s.85; CPR 83.26", "HA 1988 s.9; CPR 83.26"),
        "B",
    ),
    Gate(
        "nothing_owed",
        DRAFT + REQUEST,
        "Is anything still owed, or was the ground mandatory?",
        _something_owed,
        "Ask the court to discharge the order, or record that it is discharged; do not enforce it.",
        ByTrack("HA 1985 s.85(4)", "HA 1988 s.9(4)"),
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
    Gate(
        "benefit_before_warrant",
        DRAFT,
        "Was the benefit office asked before enforcement?",
        _benefit_asked,
        "Ask the benefit office, with the tenant's consent, and record the answer or that consent was refused.",
        "Pre-Action Protocol 2.6",
        "B",
    ),
    assessed(DRAFT + REQUEST, StepBefore.WARRANT),
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
