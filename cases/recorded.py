"""What was done to a case, told again as the commands that did it, and the facts that they recorded.

The record keeps events; this reads the items of the case back into commands, so that an act can be worked out again
from a corrected fact by the very function that took it, and asked again whether it was open.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cases import commands as c
from cases.base import ExplainedSum, TextRef
from cases.correctable import FACTS
from cases.state import BreathingSpace, CaseState, Claim, Hearing, Hold, Notice, Order, Person, Warrant
from cases.words import StepBefore

_UNTOLD = TextRef(id="", digest="")
"""Stands where an act had words that its item does not keep; nothing is worked out from them."""


@dataclass(frozen=True)
class Act:
    """One act on the record: the item it is about (`E1`, `N1:T1-1`, `C1` ...), the command, and who gave it."""

    subject: str
    command: c.Command
    by: Person | None = None

    @property
    def item(self) -> str:
        """The id of the item, without the tenant."""
        return self.subject.partition(":")[0]

    def address(self, field: str) -> str:
        """The address of one of its facts, as `Correct.fact` takes it."""
        return f"{self.subject}/{self.command.kind}/{field}"


def acts(state: CaseState) -> Iterator[Act]:
    """Every act that the case's items show, in the order of the road."""
    for e in state.contacts:
        told = c.RecordContact(
            step=e.step, on=e.on, tenants=e.tenants, method=e.method, note=e.note, document=e.document
        )
        yield Act(e.id, told, e.recorded_by)
    for n, s in enumerate(state.searches, 1):
        yield Act(f"S{n}", c.RecordSearch(on=s.on, before=s.before, clear=s.clear), s.recorded_by)
    for n, a in enumerate(state.assessments, 1):
        before: StepBefore = a.before
        weighed = c.RecordAssessment(on=a.on, before=before, proceed=a.proceed, reasons=a.reasons, needs=a.needs)
        yield Act(f"A{n}", weighed, a.recorded_by)
    for space in state.breathing_spaces:
        yield from _space(space)
    for one in state.holds:
        yield from _hold(one)
    for notice in state.notices:
        yield from _notice(notice)
    for claim in state.claims:
        yield from _claim(claim)
    for hearing in state.hearings:
        yield from _hearing(state, hearing)
    for order in state.orders:
        yield from _order(order)
    for warrant in state.warrants:
        yield from _warrant(warrant)


def find(state: CaseState, address: str) -> tuple[Act, str] | None:
    """The act and the field at an address; None where the case has no such fact."""
    subject, _, rest = address.partition("/")
    kind, _, field = rest.partition("/")
    if (kind, field) not in FACTS:
        return None
    act = next((act for act in acts(state) if act.subject == subject and act.command.kind == kind), None)
    return None if act is None else (act, field)


def facts_of(state: CaseState) -> tuple[tuple[str, str, Any], ...]:
    """Every fact on the record that can be put right: its address, its title, its value as it stands."""
    return tuple(
        (act.address(field), fact.title, getattr(act.command, field))
        for act in acts(state)
        for (kind, field), fact in FACTS.items()
        if kind == act.command.kind and _shown(act, field)
    )


def _shown(act: Act, field: str) -> bool:
    # Only an order has terms, and only some outcomes can be another.
    if act.command.kind != "record_outcome":
        return True
    if act.subject.startswith("O"):
        return field != "outcome" and getattr(act.command, field) is not None
    return field in ("outcome", "on")


def ran_out(item: BreathingSpace | Hold) -> bool:
    """Whether it ended by itself, on the day it was to end."""
    return item.ended_on is not None and item.ends is not None and item.ended_on == item.ends.on


def _space(b: BreathingSpace) -> Iterator[Act]:
    kind: Any = b.kind
    yield Act(b.id, c.StartBreathingSpace(moratorium=kind, started_on=b.started_on, tenants=b.tenants))
    if b.ended_on and not ran_out(b):
        yield Act(b.id, c.EndBreathingSpace(breathing_space_id=b.id, ended_on=b.ended_on))
    if b.court_told_on:
        yield Act(b.id, c.RecordCourtTold(held_by=b.id, on=b.court_told_on))


def _hold(h: Hold) -> Iterator[Act]:
    ends_on, reason = h.ends.on if h.ends else None, h.reason or _UNTOLD
    started = c.StartHold(hold=h.kind, started_on=h.started_on, ends_on=ends_on, tenants=h.tenants, reason=reason)
    yield Act(h.id, started, h.recorded_by)
    if h.ended_on and not ran_out(h):
        yield Act(h.id, c.EndHold(hold_id=h.id, ended_on=h.ended_on, reason=_UNTOLD))
    if h.court_told_on:
        yield Act(h.id, c.RecordCourtTold(held_by=h.id, on=h.court_told_on))


def _notice(n: Notice) -> Iterator[Act]:
    if not n.services and n.live:
        drafted = c.DraftNotice(
            notice=n.kind,
            grounds=n.grounds,
            planned_service=n.planned_service,
            specified_on=n.specified.on,
            particulars=n.particulars,
        )
        yield Act(n.id, drafted, n.drafted_by)
    for s in n.services:
        served = c.ServeNotice(
            notice_id=n.id, tenant=s.tenant, method=s.method, sent_at=s.sent_at, proof=s.proof, proof_file=s.proof_file
        )
        yield Act(f"{n.id}:{s.tenant}", served, s.served_by)


def _claim(x: Claim) -> Iterator[Act]:
    if x.issued_on and x.route:
        issued = c.IssueClaim(
            claim_id=x.id,
            route=x.route,
            route_reason=x.route_reason or _UNTOLD,
            claim_number=x.claim_number or "",
            court=x.court or "",
            issued_on=x.issued_on,
            fee_pence=entered(x.fee, x.fee_confirmed),
        )
        yield Act(x.id, issued)


def entered(fee: ExplainedSum | None, confirmed: bool) -> int | None:
    """The fee that an officer entered; None where it was the table's."""
    return None if fee is None or confirmed else fee.pence


def _hearing(state: CaseState, h: Hearing) -> Iterator[Act]:
    yield Act(h.id, c.ListHearing(claim_id=h.claim_id, on=h.on, at=h.at, court=h.court))
    if h.claim_served_on:
        yield Act(h.id, c.RecordClaimService(hearing_id=h.id, sent_on=h.claim_served_on))
    if h.ten_day_letter_sent_on:
        yield Act(h.id, c.RecordTenDayLetter(hearing_id=h.id, sent_on=h.ten_day_letter_sent_on))
    if h.outcome and h.outcome_on and not any(o.hearing_id == h.id for o in state.orders):
        yield Act(h.id, c.RecordOutcome(hearing_id=h.id, outcome=h.outcome, on=h.outcome_on))


def _order(o: Order) -> Iterator[Act]:
    terms: dict[str, Any] = {}
    if o.terms:
        terms = {"other_terms": o.terms.other_terms}
    if o.terms and (o.terms.current_rent_pence or o.terms.instalment_pence):
        terms |= {
            "instalment_pence": o.terms.instalment_pence,
            "frequency": o.terms.frequency,
            "first_payment": o.terms.first_payment,
        }
    made = c.RecordOutcome(
        hearing_id=o.hearing_id,
        outcome=o.kind,
        on=o.made_on,
        grounds_proved=o.grounds_proved,
        possession_on=o.possession.on if o.possession else None,
        hardship=o.hardship,
        judgment_pence=o.judgment_pence,
        costs_pence=o.costs_pence,
        **terms,
    )
    yield Act(o.id, made)
    if o.warned_on:
        yield Act(o.id, c.RecordBreachWarning(order_id=o.id, on=o.warned_on, method="letter"))
    answered = o.permission_on or o.permission_refused_on
    if answered:
        yield Act(o.id, c.RecordPermission(order_id=o.id, on=answered, granted=o.permission_on is not None))
    if o.discharged_on:
        yield Act(o.id, c.DischargeOrder(order_id=o.id, on=o.discharged_on, reason=_UNTOLD))


def _warrant(w: Warrant) -> Iterator[Act]:
    if w.requested_on:
        fee = entered(w.fee, w.fee_confirmed)
        yield Act(w.id, c.RequestWarrant(warrant_id=w.id, on=w.requested_on, fee_pence=fee))
    if w.issued_on:
        yield Act(w.id, c.RecordWarrantIssued(warrant_id=w.id, on=w.issued_on, number=w.number or ""))
    if w.appointment_on and w.appointment_at:
        booked = c.BookEviction(
            warrant_id=w.id, n54_delivered_on=w.n54_delivered_on, on=w.appointment_on, at=w.appointment_at
        )
        yield Act(w.id, booked)
    done = w.executed_on or w.cancelled_on
    if done:
        yield Act(w.id, c.RecordEviction(warrant_id=w.id, on=done, executed=w.executed_on is not None))
