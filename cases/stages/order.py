"""The order: made, its terms watched against the rent account, warned about, discharged."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from cases import account
from cases import tenancy as tenancies
from cases.base import ExplainedDate
from cases.commands import DischargeOrder, RecordBreach, RecordBreachWarning, RecordOutcome, RecordPermission
from cases.events import ClaimChanged, Event, OrderChanged
from cases.facts import Facts
from cases.gates import ByTrack, Gate, Question, hold
from cases.instants import legal_day
from cases.stages.shared import not_future
from cases.state import Breached, CaseState, Claim, Deadline, Hearing, Order, SuspendedTerms
from cases.waiting import Wait, by_order, by_policy
from cases.words import Breach, OutcomeKind
from law.enforcement import six_years_from, warrant_earliest
from law.explained import long_date, pounds
from law.terms import Terms, TermsPosition, compare, due_by

BREACH = ("record_breach",)
WARNING = ("record_breach_warning",)
PERMISSION = ("record_permission",)
DISCHARGE = ("discharge_order",)
ALL = BREACH + WARNING + PERMISSION + DISCHARGE
_LOOK_AHEAD_DAYS = 400
DECIDE = timedelta(days=14)


def made(q: Question[RecordOutcome], hearing: Hearing, claim: Claim) -> Order:
    """The order as the court made it. Its possession date is the court's own."""
    c = q.command
    possession_on = c.possession_on or c.on
    terms = None
    if c.outcome is OutcomeKind.SUSPENDED and c.first_payment and c.frequency:
        terms = SuspendedTerms(
            current_rent_pence=tenancies.rent_pence(q.facts.tenancy),
            instalment_pence=c.instalment_pence or 0,
            frequency=c.frequency,
            first_payment=c.first_payment,
            judgment_pence=c.judgment_pence or 0,
            other_terms=c.other_terms,
        )
    made_on = f"Order made on {long_date(c.on)}"
    return Order(
        id=f"O{len(q.case.orders) + 1}",
        claim_id=claim.id,
        hearing_id=hearing.id,
        kind=c.outcome,
        made_on=c.on,
        grounds_proved=c.grounds_proved,
        possession=by_order(possession_on, made_on, f"Possession by {long_date(possession_on)}"),
        hardship=c.hardship,
        judgment_pence=c.judgment_pence or 0,
        costs_pence=c.costs_pence,
        terms=terms,
        warrant_earliest=ExplainedDate.of(warrant_earliest(possession_on)),
        six_years=ExplainedDate.of(six_years_from(c.on)),
    )


def law_terms(order: Order, facts: Facts) -> Terms | None:
    """The order's terms as law counts them; receipts count from the day after the order."""
    if order.terms is None:
        return None
    return Terms(
        current_rent_pence=order.terms.current_rent_pence,
        instalment_pence=order.terms.instalment_pence,
        frequency=order.terms.frequency,  # type: ignore[arg-type]  # the command allows only law's words
        first_payment=order.terms.first_payment,
        rent_period=tenancies.rent_period(facts.tenancy),
        judgment_pence=order.terms.judgment_pence,
        receipts_from=order.made_on + timedelta(days=1),
        rent_charged=tenancies.rent_charged(facts.tenancy, facts.postings, order.terms.first_payment),
    )


def standing(order: Order, facts: Facts, day: date, grace_days: int = 0) -> TermsPosition | None:
    """What fell due by a day less the days of grace, against all that was received by the day itself."""
    terms = law_terms(order, facts)
    if terms is None:
        return None
    due_to = day - timedelta(days=grace_days)
    received = account.receipts(facts.postings, order.made_on, day)
    return compare(terms, [(min(on, due_to), pence) for on, pence in received if due_to >= order.made_on], due_to).value


def look_at_terms(order: Order, facts: Facts, as_at: datetime) -> Order | None:
    """The order after its payments were looked at: breached, mended, or None when nothing changed.

    A breach is found only when the days of grace after a due date have wholly passed; it is mended only when nothing
    at all is short. While neither rent nor court costs are owed nothing is broken, however the payments are counted.
    """
    today = legal_day(as_at)
    stood = account.position(facts.postings, today)
    clear = stood.rent_arrears_pence <= 0 and stood.court_costs_pence <= 0
    if order.breach is None:
        if clear:
            return None
        short = standing(order, facts, today, facts.policy.breach_grace_days + 1)
        if short is None or not short.in_breach:
            return None
        breach = Breached(
            on=today,
            due_pence=short.due_pence,
            paid_pence=short.paid_pence,
            shortfall_pence=short.shortfall_pence,
            missed=short.missed_instalments,
            first_missed=short.first_missed,
        )
        kind = Breach.OTHER if order.breach_kind is Breach.OTHER else Breach.PAYMENT
        return order.model_copy(update={"breach": breach, "breach_kind": kind})
    now = standing(order, facts, today)
    if now is None or (now.in_breach and not clear):
        return None
    still = Breach.OTHER if order.breach_kind is Breach.OTHER else Breach.NONE
    return order.model_copy(update={"breach": None, "breach_kind": still, "warned_on": None})


def watched(state: CaseState, facts: Facts, as_at: datetime) -> list[Event]:
    """Every suspended order looked at against the account."""
    events: list[Event] = []
    for order in state.orders:
        if not order.live or order.terms is None:
            continue
        looked = look_at_terms(order, facts, as_at)
        if looked is not None:
            events.append(OrderChanged(what="breached" if looked.breach else "breach_mended", order=looked))
    return events


def _live(q: Question[Any]) -> str | None:
    order = q.order(q.command.order_id)
    return f"Order {order.id} was discharged on {long_date(order.discharged_on)}." if order.discharged_on else None


def _suspended(q: Question[Any]) -> str | None:
    order = q.order(q.command.order_id)
    return None if order.terms else f"Order {order.id} is outright; it has no terms to break."


def _breached(q: Question[RecordBreachWarning]) -> str | None:
    order = q.order(q.command.order_id)
    if order.breach or order.breach_kind is Breach.OTHER:
        return None
    return f"The terms of order {order.id} are kept; there is nothing to warn about."


def _after_breach(q: Question[RecordBreachWarning]) -> str | None:
    breach = q.order(q.command.order_id).breach
    first = breach.first_missed if breach else None
    if first is None or q.command.on >= first:
        return None
    return f"{long_date(q.command.on)} is before the first missed payment on {long_date(first)}."


def _after_order(q: Question[Any]) -> str | None:
    order = q.order(q.command.order_id)
    if q.command.on >= order.made_on:
        return None
    return f"{long_date(q.command.on)} is before the order of {long_date(order.made_on)}."


def _no_warrant(q: Question[DischargeOrder]) -> str | None:
    warrant = next((w for w in q.case.warrants if w.live and w.order_id == q.command.order_id), None)
    return f"Warrant {warrant.id} is live on this order." if warrant else None


GATES: tuple[Gate[Any], ...] = (
    Gate("order_discharged", ALL, "Is the order live?", _live, "Nothing to record on it."),
    not_future(ALL, lambda q: q.command.on, "on", "This record"),
    Gate("before_order", ALL, "Was it after the order?", _after_order, "Correct the date.", field="on"),
    Gate(
        "not_suspended", BREACH + WARNING, "Has the order terms?", _suspended, "Enforce it after the possession date."
    ),
    Gate(
        "no_breach",
        WARNING,
        "Are the terms broken?",
        _breached,
        "Wait: payment breaches are found from the rent account after the days of grace.",
        ByTrack("HA 1985 s.85", "HA 1988 s.9"),
        "B",
    ),
    Gate("before_breach", WARNING, "Was the warning after the breach?", _after_breach, "Warn again now.", field="on"),
    Gate("warrant_live", DISCHARGE, "Is no warrant live?", _no_warrant, "Withdraw the warrant first."),
)


def record_breach(q: Question[RecordBreach]) -> Sequence[Event]:
    """Another term was broken; the court's permission is needed before a warrant on it."""
    order = q.order(q.command.order_id)
    hold(GATES, q)
    changed = order.model_copy(update={"breach_kind": Breach.OTHER})
    return [OrderChanged(what="other_breach", order=changed, text=q.command.details)]


def record_breach_warning(q: Question[RecordBreachWarning]) -> Sequence[Event]:
    """The tenants were warned of enforcement."""
    order = q.order(q.command.order_id)
    hold(GATES, q)
    return [OrderChanged(what="warned", order=order.model_copy(update={"warned_on": q.command.on}))]


def record_permission(q: Question[RecordPermission]) -> Sequence[Event]:
    """The court gave or refused permission to enforce (CPR 83.2)."""
    order = q.order(q.command.order_id)
    hold(GATES, q)
    granted = q.command.granted
    field = "permission_on" if granted else "permission_refused_on"
    changed = order.model_copy(update={field: q.command.on})
    return [OrderChanged(what="permission_granted" if granted else "permission_refused", order=changed)]


def discharge_order(q: Question[DischargeOrder]) -> Sequence[Event]:
    """The order was discharged, or met in full; the claim it rests on is over."""
    order = q.order(q.command.order_id)
    hold(GATES, q)
    changed = order.model_copy(update={"discharged_on": q.command.on})
    claim = q.claim(order.claim_id).model_copy(update={"ended_on": q.command.on})
    return [
        OrderChanged(what="discharged", order=changed, text=q.command.reason),
        ClaimChanged(what="ended", claim=claim),
    ]


def payment_check(order: Order) -> str:
    """The id of the deadline at which the order's payments are looked at."""
    return f"{order.id}.payment"


def waits(state: CaseState, facts: Facts, as_at: datetime) -> Iterator[Wait]:
    """The possession date, each payment of a suspended order with its days of grace, and six years."""
    for o in (o for o in state.orders if o.live):
        if any(w.order_id == o.id and (w.executed_on or w.live) for w in state.warrants):
            continue
        if o.kind is OutcomeKind.OUTRIGHT:
            title = f"Possession date of order {o.id}: have the tenants left? If not, prepare the warrant"
            yield Wait(f"{o.id}.possession", "possession_date", title, o.possession, o.id, after=True)
        elif o.breach is None:
            check = _next_check(o, state, facts, as_at)
            if check:
                yield check
        elif o.warned_on is None:
            due = by_policy(o.breach.on, f"Terms found broken on {long_date(o.breach.on)}", "Warn the tenants")
            title = f"Order {o.id} is broken by {pounds(o.breach.shortfall_pence)}: warn the tenants"
            yield Wait(f"{o.id}.warning", "breach_warning", title, due, o.id, remind=())
        if o.terms and o.warned_on and o.breach_kind is not Breach.NONE:
            told = f"Tenants warned on {long_date(o.warned_on)}"
            due = by_policy(o.warned_on + DECIDE, told, "Decide whether to enforce")
            title = f"Order {o.id} is broken and the tenants are warned: agree payments, or prepare the warrant"
            yield Wait(f"{o.id}.decide", "breach_decision", title, due, o.id, remind=())
        if o.six_years:
            title = f"Order {o.id} is six years old: permission is needed to enforce"
            yield Wait(f"{o.id}.six_years", "six_years", title, o.six_years, o.id, remind=(90, 30), escalates=False)


def _next_check(order: Order, state: CaseState, facts: Facts, as_at: datetime) -> Wait | None:
    grace = timedelta(days=facts.policy.breach_grace_days)
    waiting = next((d for d in state.deadlines if d.id == payment_check(order)), None)
    if waiting and _unspoken(waiting):
        day = waiting.date.on - grace
    else:
        terms = law_terms(order, facts)
        if terms is None:
            return None
        today = legal_day(as_at)
        ahead = due_by(terms, max(today, terms.first_payment) + timedelta(days=_LOOK_AHEAD_DAYS))
        # the first payment whose days of grace have not wholly passed
        coming = next((line.on for line in ahead if line.on + grace >= today), None)
        if coming is None:
            return None
        day = coming
    due = by_policy(
        day + grace,
        f"A payment falls due on {long_date(day)}; {facts.policy.breach_grace_days} days of grace are allowed",
        f"Payments under order {order.id} are looked at when {long_date(day + grace)} has passed",
    )
    title = f"Payment due under order {order.id}"
    return Wait(payment_check(order), "payment_check", title, due, order.id, after=True, remind=(), escalates=False)


def _unspoken(deadline: Deadline) -> bool:
    return any(not alarm.fired for alarm in deadline.alarms)
