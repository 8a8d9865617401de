"""Applications to the court about a claim or an order (N244), appeals, and what the court decided on them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime

from cases.base import ExplainedDate, ExplainedSum
from cases.commands import DecideApplication, RecordApplication
from cases.court_words import ApplicationFor, Party
from cases.events import ApplicationChanged, ClaimChanged, Event, HearingChanged, OrderChanged, WarrantChanged
from cases.facts import Facts
from cases.gates import Question, hold
from cases.stages import fees, ordered
from cases.stages.application_gates import GATES, claim_of, fee_kind, order_of
from cases.stages.hearing import listed
from cases.stages.new_terms import application_of
from cases.state import Application, BeforeDecision, CaseState, Claim, Order
from cases.waiting import Wait, by_order
from cases.words import Breach, OutcomeKind
from law.court import application_notice_due
from law.errors import LawError
from law.explained import long_date

__all__ = ["GATES"]


def record_application(q: Question[RecordApplication]) -> Sequence[Event]:
    """Somebody applied to the court; three clear business days' notice of its hearing is worked out."""
    hold(GATES, q)
    c, order, claim = q.command, order_of(q), claim_of(q)
    fee, confirmed = _fee(c) if c.by is Party.LANDLORD else (None, True)
    application = Application(
        id=f"A{len(q.case.applications) + 1}",
        purpose=c.purpose,
        by=c.by,
        claim_id=claim.id if claim else "",
        order_id=order.id if order else "",
        made_on=c.made_on,
        hearing_on=c.hearing_on,
        serve_by=_serve_by(c) if c.hearing_on and c.by is Party.LANDLORD else None,
        by_consent=c.by_consent,
        fee=fee,
        fee_confirmed=confirmed,
    )
    return [ApplicationChanged(what="made", application=application)]


def _fee(c: RecordApplication) -> tuple[ExplainedSum | None, bool]:
    """The fee of the landlord's own application; None where the table has none and none was entered."""
    kind = fee_kind(c)
    if kind is None:
        return (None, True) if c.fee_pence is None else (fees.entered(c.fee_pence), False)
    known, confirmed = fees.settled(kind, c.made_on, c.fee_pence)
    return (None, True) if known.pence is None else (known, confirmed)


def _serve_by(c: RecordApplication) -> ExplainedDate | None:
    if c.hearing_on is None:
        return None
    try:
        return ExplainedDate.of(application_notice_due(c.hearing_on))
    except LawError:
        return None


def decide_application(q: Question[DecideApplication]) -> Sequence[Event]:
    """What the court decided, and what it does to the order, its warrant or the claim."""
    application = application_of(q)
    hold(GATES, q)
    c = q.command
    changes = {"decided_on": c.on, "granted": c.granted, "before": _as_it_stood(q, application)}
    decided = application.model_copy(update=changes)
    said = ApplicationChanged(what="granted" if c.granted else "refused", application=decided, text=c.note)
    if not c.granted:
        if application.purpose is ApplicationFor.PERMISSION:
            order = q.order(application.order_id).model_copy(update={"permission_refused_on": c.on})
            return [said, OrderChanged(what="permission_refused", order=order)]
        return [said]
    return [said, *_EFFECTS[application.purpose](q, application)]


def _as_it_stood(q: Question[DecideApplication], a: Application) -> BeforeDecision:
    claim = next((c for c in q.case.claims if c.id == a.claim_id), None)
    return BeforeDecision(
        order=next((o for o in q.case.orders if o.id == a.order_id), None),
        claim_ended_on=claim.ended_on if claim else None,
        claim_ended_by=claim.ended_by if claim else None,
    )


def _fix_date(q: Question[DecideApplication], a: Application) -> list[Event]:
    assert q.command.possession_on is not None
    told = f"Date fixed on {long_date(q.command.on)}"
    return [
        OrderChanged(what="date_fixed", order=ordered.with_date(q.order(a.order_id), q.command.possession_on, told))
    ]


def _vary(q: Question[DecideApplication], a: Application) -> list[Event]:
    return [OrderChanged(what="varied", order=_on_new_terms(q, q.order(a.order_id)))]


def _suspend(q: Question[DecideApplication], a: Application) -> list[Event]:
    order = _on_new_terms(q, q.order(a.order_id))
    kind = OutcomeKind.SUSPENDED if order.kind is OutcomeKind.OUTRIGHT else order.kind
    changed = OrderChanged(what="suspended", order=order.model_copy(update={"kind": kind}))
    return [changed, *_stopped(q, a)]


def _on_new_terms(q: Question[DecideApplication], order: Order) -> Order:
    """The order on its new terms; the old stay on the record, and what was broken under them is over."""
    changed = order.model_copy(
        update={
            "terms": ordered.terms_of(q, since=q.command.on),
            "earlier_terms": (*order.earlier_terms, order.terms) if order.terms else order.earlier_terms,
            "breach": None,
            "breach_kind": Breach.NONE,
            "warned_on": None,
            "breach_notice": None,
        }
    )
    if q.command.possession_on is None:
        return changed
    return ordered.with_date(changed, q.command.possession_on, f"Order varied on {long_date(q.command.on)}")


def _stay(q: Question[DecideApplication], a: Application) -> list[Event]:
    stayed = {"stayed_on": q.command.on, "stayed_until": q.command.stayed_until}
    changed = OrderChanged(what="stayed", order=q.order(a.order_id).model_copy(update=stayed))
    return [changed]


def _set_aside(q: Question[DecideApplication], a: Application) -> list[Event]:
    order = q.order(a.order_id).model_copy(update={"set_aside_on": q.command.on})
    claim = q.claim(a.claim_id)
    events: list[Event] = [OrderChanged(what="set_aside", order=order), *_stopped(q, a)]
    if not claim.live and not claim.withdrawn:
        claim = claim.model_copy(update={"ended_on": None, "ended_by": None})
        events.append(ClaimChanged(what="restored", claim=claim))
    return [*events, *_heard_again(q, claim)]


def _discharge(q: Question[DecideApplication], a: Application) -> list[Event]:
    order = q.order(a.order_id).model_copy(update={"discharged_on": q.command.on})
    claim = q.claim(a.claim_id).model_copy(update={"ended_on": q.command.on})
    return [
        OrderChanged(what="discharged", order=order),
        *_stopped(q, a),
        ClaimChanged(what="ended", claim=claim),
    ]


def _permission(q: Question[DecideApplication], a: Application) -> list[Event]:
    order = q.order(a.order_id).model_copy(update={"permission_on": q.command.on})
    return [OrderChanged(what="permission_granted", order=order)]


def _transfer(q: Question[DecideApplication], a: Application) -> list[Event]:
    order = q.order(a.order_id).model_copy(update={"high_court_on": q.command.on})
    return [OrderChanged(what="transferred", order=order)]


def _restore(q: Question[DecideApplication], a: Application) -> list[Event]:
    claim = q.claim(a.claim_id)
    events: list[Event] = []
    if not claim.live:
        claim = claim.model_copy(update={"ended_on": None, "ended_by": None})
        events.append(ClaimChanged(what="restored", claim=claim))
    return [*events, *_heard_again(q, claim)]


def _parties(q: Question[DecideApplication], a: Application) -> list[Event]:
    return []  # the claim names those who hold the tenancy now; nothing else of it changes


def _appeal(q: Question[DecideApplication], a: Application) -> list[Event]:
    return []  # permission to appeal changes nothing by itself; a stay is another application


def _heard_again(q: Question[DecideApplication], claim: Claim) -> list[Event]:
    """The next hearing, where the court named one."""
    c = q.command
    last = next((h for h in reversed(q.case.hearings) if h.claim_id == claim.id), None)
    if c.next_hearing_on is None or last is None or last.outcome is None:
        return []
    again = listed(q, claim, c.next_hearing_on, c.next_hearing_at or last.at, last.court)
    return [HearingChanged(what="listed", hearing=again)]


def _stopped(q: Question[DecideApplication], a: Application) -> list[Event]:
    """Any live warrant on the order is stopped."""
    return [
        WarrantChanged(what="cancelled", warrant=w.model_copy(update={"cancelled_on": q.command.on}))
        for w in q.case.warrants
        if w.live and w.order_id == a.order_id
    ]


_EFFECTS: Mapping[ApplicationFor, Callable[[Question[DecideApplication], Application], list[Event]]] = {
    ApplicationFor.FIX_DATE: _fix_date,
    ApplicationFor.VARY: _vary,
    ApplicationFor.SUSPEND: _suspend,
    ApplicationFor.STAY: _stay,
    ApplicationFor.SET_ASIDE: _set_aside,
    ApplicationFor.DISCHARGE: _discharge,
    ApplicationFor.PERMISSION: _permission,
    ApplicationFor.RESTORE: _restore,
    ApplicationFor.APPEAL: _appeal,
    ApplicationFor.TRANSFER: _transfer,
    ApplicationFor.PARTIES: _parties,
}


def waits(state: CaseState, facts: Facts, as_at: datetime) -> Iterator[Wait]:
    """Service of an application notice, and its hearing."""
    for a in (a for a in state.applications if a.decided_on is None and a.hearing_on is not None):
        assert a.hearing_on is not None
        what = f"{a.purpose.label} ({a.id})"
        if a.serve_by is not None:
            title = f"Application notice to be served: {what}"
            yield Wait(f"{a.id}.serve", "application_service", title, a.serve_by, a.id, escalates=False)
        day = by_order(a.hearing_on, f"Application {a.id} of {long_date(a.made_on)}", "Record what the court decided")
        yield Wait(f"{a.id}.hearing", "application", f"{what} is heard: attend, and record the answer", day, a.id)


def pending(state: CaseState, order_id: str, day: date) -> tuple[Application, ...]:
    """The tenant's applications about an order that the court has not decided by a day."""
    return tuple(
        a
        for a in state.applications
        if a.order_id == order_id and a.by is Party.TENANT and a.made_on <= day and a.decided_on is None
    )
