"""Whether an order may be enforced at all: its date and breach, what is owed, permission, the benefit position."""

from datetime import date
from typing import Any

from cases import protocol
from cases.commands import DraftWarrant
from cases.gates import ByTrack, Gate, Question, Why
from cases.parties import changed_since
from cases.stages import met
from cases.stages import order as orders
from cases.stages.shared import arrears_step
from cases.state import Order
from cases.words import Breach, OutcomeKind
from law.enforcement import permission_lapses, permission_needed
from law.errors import LawError
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
    return orders.over(order_of(q))


def _possession_passed(q: Question[Any]) -> Why | None:
    order = order_of(q)
    earliest = order.warrant_earliest
    if earliest is None:
        if order.kind is OutcomeKind.POSTPONED:
            told = f"Order {order.id} is postponed: the court has fixed no date for possession."
            return Why(told, "On a missed payment give notice and ask the court for a date.", "PD 55A 10", "B")
        told = f"Order {order.id} ({order.kind.label.lower()}) gives no possession."
        return Why(told, "No warrant of possession can follow it.", "CPR 83.26", "B")
    if day_of(q) >= earliest.on:
        return None
    told = f"Too early on {long_date(day_of(q))}. {earliest.sentence}"
    return Why.of(told, earliest, f"Wait until {long_date(earliest.on)}.")


def _not_stayed(q: Question[Any]) -> str | Why | None:
    until = order_of(q).stayed_until
    if until is None or day_of(q) > until:
        return None
    told = f"Enforcement of order {order_of(q).id} is stayed until {long_date(until)}."
    return Why(told, "Wait until the stay has ended, or record that the court lifted it.")


def _breach_named(q: Question[DraftWarrant]) -> str | Why | None:
    if order_of(q).warrant_earliest is None:
        return None
    suspended = orders.conditional(order_of(q))
    if suspended and q.command.breach is Breach.NONE:
        return "A suspended order is enforced only on a breach; none is named."
    if not suspended and q.command.breach is not Breach.NONE:
        kind = "outright" if order_of(q).terms is None else "to give possession on the date that the court fixed"
        return Why(f"The order is {kind}, so no breach can be relied on.", "Choose that there is no breach.")
    return None


def _conditional(q: Question[Any]) -> Order | None:
    """The order, where only a missed payment would have it enforced."""
    order = order_of(q)
    return order if orders.conditional(order) and breach_of(q) is not Breach.OTHER else None


def _breach_stands(q: Question[Any]) -> str | Why | None:
    order, breach = order_of(q), breach_of(q)
    if not orders.conditional(order) or (breach is Breach.NONE and isinstance(q.command, DraftWarrant)):
        return None
    if breach is Breach.OTHER:
        if order.breach_kind is Breach.OTHER:
            return None
        says = f"No breach of the other terms of order {order.id} is recorded."
        return Why(says, "Record that breach with its details first.", "CPR 83.2(3)(e)", "A")
    if met.met(order, q.facts, q.today):
        return None  # told by its own gate
    now = orders.standing(order, q.case, q.facts, q.today)
    if now is not None and not now.in_breach:
        due, paid = pounds(now.due_pence), pounds(now.paid_pence)
        by = long_date(q.today)
        told = f"The terms of order {order.id} are kept: by {by} {due} fell due and {paid} was paid."
        return Why(told, _next_look(q, order))
    if order.breach is None:
        days = q.facts.policy.breach_grace_days
        told = f"No payment under order {order.id} is more than {days} days late; no breach is found yet."
        return Why(told, _next_look(q, order))
    return None


def _next_look(q: Question[Any], order: Order) -> str:
    coming = next((d.date.on for d in q.case.deadlines if d.id == orders.payment_check(order)), None)
    when = f" The next payments are looked at when {long_date(coming)} has passed." if coming else ""
    return f"Wait: the account is looked at on every payment date, after the days of grace.{when}"


def _mandatory(q: Question[Any], order: Order) -> bool:
    occupancy, social = Occupancy(q.case.occupancy), q.facts.policy.social_commencement
    try:
        return s89_applies(order.grounds_proved, occupancy, order.made_on, social)
    except LawError:
        return False  # by consent, with no ground named where the tenancy needs one


def _something_owed(q: Question[Any]) -> str | None:
    order, account = order_of(q), q.account
    if not arrears_step(q):
        return None  # it is not for the arrears that it is enforced
    if breach_of(q) is Breach.OTHER or account.rent_arrears_pence > 0 or account.court_costs_pence > 0:
        return None
    if _mandatory(q, order):
        return None  # it stands although everything is paid
    return f"Everything is paid: on {long_date(q.today)} the account shows no rent and no court costs owing."


def _benefit_asked(q: Question[DraftWarrant]) -> str | None:
    order = order_of(q)
    if protocol.contacts(q.case, "benefit_enquiry", since=order.made_on) or not arrears_step(q):
        return None
    return f"No benefit enquiry since order {order.id} of {long_date(order.made_on)} is recorded."


def _warned(q: Question[DraftWarrant]) -> str | None:
    order = order_of(q)
    if not orders.conditional(order) or order.warned_on is not None:
        return None
    return f"The tenants have not been warned that order {order.id} is broken."


def _permitted(q: Question[Any]) -> Why | None:
    order = order_of(q)
    changed = changed_since(q.case, order, day_of(q))
    needed = permission_needed(
        ordered=order.made_on, on=day_of(q), breach=breach_of(q).value, parties_changed=changed is not None
    )
    if not needed.value:
        return None
    if order.permission_on is None or (changed is not None and order.permission_on < changed):
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


ENFORCEABLE: tuple[Gate[Any], ...] = (
    Gate("order_discharged", DRAFT + REQUEST, "Is the order live?", _order_live, "Nothing is left to enforce."),
    Gate(
        "possession_date_ahead",
        DRAFT + REQUEST,
        "Has the possession date passed?",
        _possession_passed,
        "Wait until the day after the possession date.",
        "CPR 83.26",
        "B",
    ),
    Gate(
        "order_stayed",
        DRAFT + REQUEST,
        "Is enforcement free of any stay?",
        _not_stayed,
        "Wait until the stay has ended.",
        "CPR 83.7; the order",
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
    met.gate(DRAFT + REQUEST, _conditional),
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
)
