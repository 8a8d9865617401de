"""The order: its terms watched against the rent account, warned about, its dates waited for, discharged."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from cases import account
from cases.base import ExplainedDate
from cases.commands import DischargeOrder, RecordBreach, RecordBreachWarning, RecordPermission
from cases.court_words import ApplicationFor
from cases.events import ClaimChanged, Event, OrderChanged
from cases.facts import Facts
from cases.gates import ByTrack, Gate, Question, hold
from cases.instants import legal_day
from cases.stages import met, payments
from cases.stages.demands import pressing_warning
from cases.stages.shared import not_future
from cases.state import BreachNotice, CaseState, Order
from cases.waiting import Wait, by_order, by_policy
from cases.words import Breach, OutcomeKind
from law.explained import long_date, pounds
from law.orders import postponed_order_dates
from law.terms import TermsPosition

BREACH = ("record_breach",)
WARNING = ("record_breach_warning",)
PERMISSION = ("record_permission",)
DISCHARGE = ("discharge_order",)
ALL = BREACH + WARNING + PERMISSION + DISCHARGE
DECIDE = timedelta(days=14)
# Half a year, so that the order can still be enforced, or permission be asked for in time.
SIX_YEARS_AHEAD = (183, 90, 30)
_COUNTED_COSTS = {
    "sentence": "The payments are short only while the costs of the order are counted, as form N28 totals them; the "
    "record does not say so of this order. Correct what its payments clear, or warn the tenants.",
    "authority": "Form N28, where the sealed order says no other",
    "confidence": "C",
}
_PAID = {"authority": "Form N28, where the sealed order says no other", "confidence": "C"}


def standing(order: Order, state: CaseState, facts: Facts, day: date, grace_days: int = 0) -> TermsPosition | None:
    """What fell due by a day less the days of grace, against all that was received by the day itself."""
    promised = payments.of_order(order, state, facts)
    return payments.standing(promised, facts, day, grace_days) if promised else None


def conditional(order: Order) -> bool:
    """Whether it is enforced only on a breach: it has terms, and no date was fixed under it as a postponed order."""
    return order.terms is not None and not (order.kind is OutcomeKind.POSTPONED and order.possession is not None)


def look_at_terms(order: Order, state: CaseState, facts: Facts, as_at: datetime) -> Order | None:
    """The order after its payments were looked at: breached, mended, or None when nothing changed.

    A breach is found only when the days of grace after a due date have wholly passed; it is mended only when nothing
    at all is short. While neither rent nor court costs are owed nothing is broken, however the payments are counted.
    """
    today = legal_day(as_at)
    stood = account.position(facts.postings, today, facts.tenancy)
    clear = stood.rent_arrears_pence <= 0 and stood.court_costs_pence <= 0
    if order.breach is None:
        if clear:
            return None
        promised = payments.of_order(order, state, facts)
        breach = payments.broken(promised, facts, today) if promised else None
        if breach is None:
            return None
        breach = breach.model_copy(update={"on_costs": _on_costs(order, state, facts, today)})
        kind = Breach.OTHER if order.breach_kind is Breach.OTHER else Breach.PAYMENT
        return order.model_copy(update={"breach": breach, "breach_kind": kind})
    now = standing(order, state, facts, today)
    if now is None or (now.in_breach and not clear):
        if not order.breach.on_costs or _on_costs(order, state, facts, today):
            return None
        return order.model_copy(update={"breach": order.breach.model_copy(update={"on_costs": False})})
    still = Breach.OTHER if order.breach_kind is Breach.OTHER else Breach.NONE
    return order.model_copy(update={"breach": None, "breach_kind": still, "warned_on": None, "breach_notice": None})


def _on_costs(order: Order, state: CaseState, facts: Facts, day: date) -> bool:
    """Whether its payments are short only while the costs are counted, which nobody said that they clear."""
    if order.terms is None or order.terms.with_costs is not None or order.terms.since is not None:
        return False
    apart = order.model_copy(update={"terms": order.terms.model_copy(update={"with_costs": False})})
    promised = payments.of_order(apart, state, facts)
    return promised is not None and payments.broken(promised, facts, day) is None


def watched(state: CaseState, facts: Facts, as_at: datetime) -> list[Event]:
    """Every order with terms looked at against the account."""
    events: list[Event] = []
    for order in state.orders:
        if not order.live or order.terms is None:
            continue
        looked = look_at_terms(order, state, facts, as_at)
        if looked is not None:
            events.append(OrderChanged(what="breached" if looked.breach else "breach_mended", order=looked))
    return events


def _live(q: Question[Any]) -> str | None:
    return over(q.order(q.command.order_id))


def over(order: Order) -> str | None:
    """Why nothing is left of the order; None while it is live."""
    if order.discharged_on:
        return f"Order {order.id} was discharged on {long_date(order.discharged_on)}."
    return f"Order {order.id} was set aside on {long_date(order.set_aside_on)}." if order.set_aside_on else None


def _suspended(q: Question[Any]) -> str | None:
    order = q.order(q.command.order_id)
    if order.terms:
        return None
    kind = "is outright; it" if order.kind is OutcomeKind.OUTRIGHT else f"({order.kind.label.lower()})"
    return f"Order {order.id} {kind} has no terms to break."


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
    pressing_warning(WARNING),
    Gate("before_breach", WARNING, "Was the warning after the breach?", _after_breach, "Warn again now.", field="on"),
    Gate("warrant_live", DISCHARGE, "Is no warrant live?", _no_warrant, "Withdraw the warrant first."),
)


def record_breach(q: Question[RecordBreach]) -> Sequence[Event]:
    """Another term was broken; the court's permission is needed before a warrant on it."""
    order = q.order(q.command.order_id)
    hold(GATES, q)
    told = {"breach_kind": Breach.OTHER, "breach_on": q.command.on, "breach_details": q.command.details}
    changed = order.model_copy(update=told)
    return [OrderChanged(what="other_breach", order=changed, text=q.command.details)]


def record_breach_warning(q: Question[RecordBreachWarning]) -> Sequence[Event]:
    """The tenants were warned of enforcement. Of a postponed order this is the notice of PD 55A 10.3."""
    order = q.order(q.command.order_id)
    hold(GATES, q)
    warned = order.model_copy(update={"warned_on": q.command.on})
    if order.kind is not OutcomeKind.POSTPONED or order.possession is not None:
        return [OrderChanged(what="warned", order=warned)]
    dates = postponed_order_dates(q.command.on)
    notice = BreachNotice(
        given_on=q.command.on,
        apply_from=ExplainedDate.of(dates.apply_from),
        apply_by=ExplainedDate.of(dates.apply_by),
        reply_by=ExplainedDate.of(dates.reply_by),
    )
    return [OrderChanged(what="breach_notice_given", order=warned.model_copy(update={"breach_notice": notice}))]


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
    return payments.check_of(order.id)


def waits(state: CaseState, facts: Facts, as_at: datetime) -> Iterator[Wait]:
    """The possession date, each payment with its days of grace, what follows a breach, and six years."""
    for o in (o for o in state.orders if o.live):
        if any(w.order_id == o.id and (w.executed_on or w.live) for w in state.warrants):
            continue
        yield from _of_another_kind(o)
        if not conditional(o):
            if o.possession is not None:
                title = f"Possession date of order {o.id}: have the tenants left? If not, prepare the warrant"
                yield Wait(f"{o.id}.possession", "possession_date", title, o.possession, o.id, after=True)
        elif o.breach is None and o.breach_kind is Breach.OTHER and o.warned_on is None:
            since = next((d.date.on for d in state.deadlines if d.id == f"{o.id}.warning"), legal_day(as_at))
            due = by_policy(since, f"A breach of order {o.id} is recorded", "Warn the tenants")
            title = f"Another term of order {o.id} is broken: warn the tenants"
            yield Wait(f"{o.id}.warning", "breach_warning", title, due, o.id, remind=(), escalates=False)
        elif o.breach is None and (paid := tuple(met.wait(o, state, facts, as_at))):
            yield from paid
        elif o.breach is None:
            promised = payments.of_order(o, state, facts)
            name = f"order {o.id}"
            check = (
                payments.next_check(o.id, name, "payment_check", promised, state, facts, as_at) if promised else None
            )
            if check:
                yield check
        elif o.warned_on is None:
            due = by_policy(o.breach.on, f"Terms found broken on {long_date(o.breach.on)}", "Warn the tenants")
            title = f"Order {o.id} is broken by {pounds(o.breach.shortfall_pence)}: warn the tenants"
            if (paid_on := met.paid_on(o, facts, legal_day(as_at))) is not None:
                title = (
                    f"Order {o.id} was paid on {long_date(paid_on)}, and rent was missed since: read the sealed order"
                )
                due = due.model_copy(update={"sentence": f"{title}. {met.WHAT_FOLLOWS}", **_PAID})
            elif o.breach.on_costs:
                title = f"Order {o.id} is broken only if its payments clear the costs too: read the sealed order"
                due = due.model_copy(update=_COUNTED_COSTS)
            yield Wait(f"{o.id}.warning", "breach_warning", title, due, o.id, remind=())
        if o.breach_notice is not None and o.possession is None:
            yield from _after_notice(o, o.breach_notice, state, legal_day(as_at))
        elif conditional(o) and o.warned_on and o.breach_kind is not Breach.NONE:
            told = f"Tenants warned on {long_date(o.warned_on)}"
            due = by_policy(o.warned_on + DECIDE, told, "Decide whether to enforce")
            title = f"Order {o.id} is broken and the tenants are warned: agree payments, or prepare the warrant"
            yield Wait(f"{o.id}.decide", "breach_decision", title, due, o.id, remind=())
        if o.six_years:
            title = f"Order {o.id} is six years old: permission is needed to enforce"
            yield Wait(f"{o.id}.six_years", "six_years", title, o.six_years, o.id, remind=SIX_YEARS_AHEAD)


def _after_notice(o: Order, notice: BreachNotice, state: CaseState, today: date) -> Iterator[Wait]:
    """The tenant's reply, the first day to apply for a date under a postponed order, and the last."""
    if any(
        a.order_id == o.id and a.purpose is ApplicationFor.FIX_DATE and not a.decided_on for a in state.applications
    ):
        return
    if notice.reply_by.on >= today:
        title = f"The tenant's time to answer the notice of breach of order {o.id} ends"
        yield Wait(f"{o.id}.answer", "breach_reply", title, notice.reply_by, o.id, remind=(), escalates=False)
    if notice.apply_from.on >= today:
        title = f"From today the court may be asked to fix a date under order {o.id} (N244)"
        yield Wait(f"{o.id}.apply", "apply_from", title, notice.apply_from, o.id, remind=(), escalates=False)
    title = f"Last day to ask the court for a date under order {o.id}; after it a new notice is needed"
    yield Wait(f"{o.id}.apply_by", "apply_by", title, notice.apply_by, o.id)


def _of_another_kind(o: Order) -> Iterator[Wait]:
    """When a money judgment is to be paid, and when an order that lasts a time ends."""
    if o.pay_by is not None:
        title = f"Judgment {o.id} of {pounds(o.judgment_pence)}: is it paid? If not, choose how to enforce the money"
        yield Wait(f"{o.id}.money", "judgment_due", title, o.pay_by, o.id, after=True)
    if o.ends is not None:
        title = f"{o.kind.label} {o.id} ends: look at the tenancy before it does"
        yield Wait(f"{o.id}.ends", "order_ends", title, o.ends, o.id, remind=(90, 30), escalates=False)
    if o.stayed_until is not None:
        stayed = by_order(o.stayed_until, f"Enforcement of order {o.id} was stayed", "The stay ends")
        title = f"The stay of order {o.id} ends: look again whether to enforce"
        yield Wait(f"{o.id}.stay", "stay_ends", title, stayed, o.id, after=True, escalates=False)
