"""Notices with their reviews, claims, hearings and warrants, told again."""

from collections.abc import Iterator
from typing import Any

from cases import commands as c
from cases.retold.act import UNTOLD, Act, by_court, entered
from cases.retold.orders import as_made
from cases.state import CaseState, Claim, Hearing, Notice, Review, Warrant
from cases.words import OutcomeKind


def notice(n: Notice) -> Iterator[Act]:
    """A notice as it was drafted, its service on each tenant, and the copy for the Public Trustee."""
    condition: Any = n.condition
    if n.live:
        drafted = c.DraftNotice(
            notice=n.kind,
            grounds=n.grounds,
            planned_service=n.planned_service,
            specified_on=n.specified.on,
            particulars=n.particulars,
            method=n.planned_method,
            condition=condition,
            condition_on=n.condition_on,
            confirmed=n.confirmed,
            break_on=n.break_on,
        )
        yield Act(n.id, drafted, n.drafted_by, n.drafted_on)
    for s in n.services:
        served = c.ServeNotice(
            notice_id=n.id, tenant=s.tenant, method=s.method, sent_at=s.sent_at, proof=s.proof, proof_file=s.proof_file
        )
        yield Act(f"{n.id}:{s.tenant}", served, s.served_by)
    if n.trustee_copy_on is not None:
        yield Act(n.id, c.RecordTrusteeCopy(notice_id=n.id, on=n.trustee_copy_on))


def review(r: Review) -> Iterator[Act]:
    """A review of the decision behind a notice, from the request to its end."""
    asked = c.RequestReview(
        notice_id=r.notice_id, tenant=r.tenant, asked_on=r.asked_on, hearing_wanted=r.hearing_wanted
    )
    yield Act(r.id, asked, r.recorded_by)
    if r.hearing_on is not None and r.hearing_told_on is not None:
        yield Act(r.id, c.ArrangeReviewHearing(review_id=r.id, on=r.hearing_on, told_on=r.hearing_told_on))
    if r.decided_on is not None and r.told_on is not None:
        decided = c.DecideReview(
            review_id=r.id, on=r.decided_on, upheld=bool(r.upheld), told_on=r.told_on, reasons=r.reasons or UNTOLD
        )
        yield Act(r.id, decided, r.reviewer)
    if r.withdrawn_on is not None:
        yield Act(r.id, c.WithdrawReview(review_id=r.id, on=r.withdrawn_on))


def claim(state: CaseState, x: Claim) -> Iterator[Act]:
    """A claim as it was prepared and issued, and what a judge made of it on papers."""
    if not x.withdrawn:
        prepared = c.DraftClaim(
            notice_id=x.notice_id,
            signer=x.signer,
            also_on=x.also_on,
            rent_claimed=x.rent_claimed,
            signer_capacity=x.signer_capacity,
        )
        yield Act(x.id, prepared, x.drafted_by, x.drafted_on)
    if x.issued_on and x.route:
        issued = c.IssueClaim(
            claim_id=x.id,
            route=x.route,
            route_reason=x.route_reason or UNTOLD,
            claim_number=x.claim_number or "",
            court=x.court or "",
            issued_on=x.issued_on,
            fee_pence=entered(x.fee, x.fee_confirmed),
        )
        yield Act(x.id, issued)
    sent = c.RecordPapersServed(claim_id=x.id, sent_on=x.papers_sent_on) if x.papers_sent_on else None
    if sent is not None:
        yield Act(x.id, sent)
    if x.papers_order_asked_on is not None:
        yield Act(x.id, c.AskForPapersOrder(claim_id=x.id, on=x.papers_order_asked_on))
    yield from _on_papers(state, x)
    if x.ended_how is not None and x.ended_on is not None:
        yield Act(x.id, c.EndClaim(claim_id=x.id, on=x.ended_on, how=x.ended_how, terms=x.end_terms))


def _on_papers(state: CaseState, x: Claim) -> Iterator[Act]:
    order = next((o for o in state.orders if o.claim_id == x.id and not o.hearing_id), None)
    on = x.papers_decided_on or (order.made_on if order else x.ended_on)
    if x.papers_result is None or on is None:
        return
    result: Any = x.papers_result
    made = as_made(state, order) if order else None
    decided = c.RecordPapersDecision(
        claim_id=x.id,
        on=on,
        decision=result,
        possession_on=made.possession.on if made and made.possession else None,
        hardship=made.hardship if made else False,
        costs_pence=made.costs_pence if made else 0,
        reasons_served_on=x.papers_reasons_on,
    )
    yield Act(x.id, decided)


def hearing(state: CaseState, h: Hearing) -> Iterator[Act]:
    """A hearing, what went before it, and an outcome that made no order."""
    listed = c.ListHearing(claim_id=h.claim_id, on=h.on, at=h.at, court=h.court, time_shortened=h.time_shortened)
    yield Act(h.id, listed)
    if h.claim_served_on:
        yield Act(h.id, c.RecordClaimService(hearing_id=h.id, sent_on=h.claim_served_on))
    if h.ten_day_letter_sent_on:
        yield Act(h.id, c.RecordTenDayLetter(hearing_id=h.id, sent_on=h.ten_day_letter_sent_on))
    if h.asked is not None:
        yield _asked(h)
    if h.statement_filed_on is not None and h.statement_served_on is not None:
        filed = c.RecordFiling(hearing_id=h.id, filed_on=h.statement_filed_on, served_on=h.statement_served_on)
        yield Act(h.id, filed)
    for d in h.directions:
        yield Act(f"{h.id}:{d.id}", c.RecordDirection(hearing_id=h.id, what=d.what, by=d.by))
        if d.done_on is not None:
            yield Act(f"{h.id}:{d.id}", c.RecordDirectionMet(hearing_id=h.id, direction=d.id, on=d.done_on))
    if h.outcome and h.outcome_on and not any(o.hearing_id == h.id for o in state.orders):
        yield Act(h.id, _without_order(state, h, h.outcome))


def _asked(h: Hearing) -> Act:
    assert h.asked is not None
    frequency: Any = h.asked.frequency or None
    told = c.SetAsk(
        hearing_id=h.id,
        outcome=h.asked.outcome,
        possession_on=h.asked.possession_on,
        judgment_pence=h.asked.judgment_pence,
        costs_pence=h.asked.costs_pence,
        instalment_pence=h.asked.instalment_pence,
        frequency=frequency,
        first_payment=h.asked.first_payment,
        other_terms=h.asked.other_terms,
        attends=h.asked.attends,
    )
    return Act(h.id, told, day=h.asked.recorded_on)


def _without_order(state: CaseState, h: Hearing, outcome: OutcomeKind) -> c.RecordOutcome:
    assert h.outcome_on is not None
    terms: dict[str, Any] = {}
    agreed = next((a for a in state.arrangements if a.hearing_id == h.id), None)
    if agreed is not None:
        terms = {
            "judgment_pence": agreed.total_pence,
            "instalment_pence": agreed.instalment_pence,
            "frequency": agreed.frequency,
            "first_payment": agreed.first_payment,
            "lump_sum_pence": agreed.lump_sum_pence or None,
            "lump_sum_on": agreed.lump_sum_on,
            "other_terms": agreed.other_terms,
        }
    following = _listed_by(state, h) if outcome is OutcomeKind.ADJOURNED_TO_DATE else None
    return c.RecordOutcome(
        hearing_id=h.id,
        outcome=outcome,
        on=h.outcome_on,
        restore_by=by_court(h.restore_by),
        reasons_served_on=h.reasons_served_on,
        failed_by=h.failed_by,
        next_hearing_on=following.on if following else None,
        next_hearing_at=following.at if following else None,
        **terms,
    )


def _listed_by(state: CaseState, h: Hearing) -> Hearing | None:
    later = state.hearings[state.hearings.index(h) + 1 :]
    return next((other for other in later if other.claim_id == h.claim_id), None)


def warrant(w: Warrant) -> Iterator[Act]:
    """A warrant from its draft to the appointment."""
    if not w.withdrawn:
        asked = c.DraftWarrant(
            order_id=w.order_id,
            breach=w.breach,
            risk=w.risk,
            risk_details=w.risk_details,
            vulnerable=w.vulnerable,
            access=w.access,
            occupiers_told_on=w.occupiers_told_on,
        )
        yield Act(w.id, asked, w.drafted_by, w.drafted_on)
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
    if w.confirmed_at is not None:
        yield Act(w.id, c.ConfirmEviction(warrant_id=w.id, sent_at=w.confirmed_at))
    done = w.executed_on or w.cancelled_on
    if done:
        yield Act(w.id, c.RecordEviction(warrant_id=w.id, on=done, executed=w.executed_on is not None))
