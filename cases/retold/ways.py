"""The ledger, holds, decisions, benefit claims and arrangements, told again."""

from collections.abc import Iterator
from typing import Any

from cases import commands as c
from cases.retold.act import UNTOLD, Act, ran_out
from cases.state import Arrangement, BenefitClaim, BreathingSpace, CaseState, Decision, Hold
from cases.words import StepBefore


def whole_case(state: CaseState) -> Iterator[Act]:
    """What is recorded of the case itself: why possession is sought, leaving, the result."""
    opened = c.OpenCase(
        tenancy_ref=state.tenancy_ref,
        landlord=state.landlord,
        officer=state.officer,
        track=state.track,
        cause=state.cause,
    )
    yield Act("case", opened, state.opened_by)
    if state.leaving is not None:
        yield Act("case", c.RecordLeaving(on=state.leaving.on, how=state.leaving.how), state.leaving.recorded_by)
    if state.closed is not None:
        yield Act("case", c.CloseCase(result=state.closed.result, note=state.closed.note), day=state.closed.on)


def ledger(state: CaseState) -> Iterator[Act]:
    """Contacts, searches and assessments."""
    for e in state.contacts:
        told = c.RecordContact(
            step=e.step,
            on=e.on,
            tenants=e.tenants,
            method=e.method,
            note=e.note,
            document=e.document,
            result=e.result,
            result_on=e.result_on,
            income_pence=e.income_pence,
            spending_pence=e.spending_pence,
            answered=e.answered,
        )
        yield Act(e.id, told, e.recorded_by)
    for n, s in enumerate(state.searches, 1):
        yield Act(f"S{n}", c.RecordSearch(on=s.on, before=s.before, clear=s.clear), s.recorded_by)
    for n, a in enumerate(state.assessments, 1):
        before: StepBefore = a.before
        weighed = c.RecordAssessment(on=a.on, before=before, proceed=a.proceed, reasons=a.reasons, needs=a.needs)
        yield Act(f"A{n}", weighed, a.recorded_by)


def decision(d: Decision) -> Iterator[Act]:
    """A decision of public law, and its review."""
    yield Act(
        d.id,
        c.RecordDecision(decision=d.decision, on=d.on, told_on=d.told_on, reasons=d.reasons),
        d.decided_by,
    )
    if d.review_asked_on is not None:
        reviewed = c.RecordDecisionReview(
            decision_id=d.id, asked_on=d.review_asked_on, decided_on=d.review_decided_on, upheld=d.upheld
        )
        yield Act(d.id, reviewed)


def benefit_claim(b: BenefitClaim) -> Iterator[Act]:
    """A benefit claim, and what became of it."""
    benefit: Any = b.benefit
    made = c.RecordBenefitClaim(
        benefit=benefit,
        made_on=b.made_on,
        evidence_complete=b.evidence_complete,
        likely=b.likely,
        rest_paid=b.rest_paid,
    )
    yield Act(b.id, made, b.recorded_by)
    if b.decided_on is not None:
        yield Act(b.id, c.DecideBenefitClaim(benefit_claim_id=b.id, on=b.decided_on, awarded=bool(b.awarded)))


def space(b: BreathingSpace) -> Iterator[Act]:
    """A breathing space in and out."""
    kind: Any = b.kind
    yield Act(b.id, c.StartBreathingSpace(moratorium=kind, started_on=b.started_on, tenants=b.tenants))
    if b.ended_on and not ran_out(b):
        yield Act(b.id, c.EndBreathingSpace(breathing_space_id=b.id, ended_on=b.ended_on))
    if b.court_told_on:
        yield Act(b.id, c.RecordCourtTold(held_by=b.id, on=b.court_told_on))


def hold(h: Hold) -> Iterator[Act]:
    """A hold in, longer, and out."""
    first, reason = h.planned or h.ends, h.reason or UNTOLD
    started = c.StartHold(
        hold=h.kind, started_on=h.started_on, ends_on=first.on if first else None, tenants=h.tenants, reason=reason
    )
    yield Act(h.id, started, h.recorded_by)
    if h.planned is not None and h.ends is not None:
        yield Act(h.id, c.ExtendHold(hold_id=h.id, ends_on=h.ends.on, reason=UNTOLD))
    if h.ended_on and not ran_out(h):
        yield Act(h.id, c.EndHold(hold_id=h.id, ended_on=h.ended_on, reason=UNTOLD))
    if h.court_told_on:
        yield Act(h.id, c.RecordCourtTold(held_by=h.id, on=h.court_told_on))


def arrangement(a: Arrangement) -> Iterator[Act]:
    """An arrangement from its offer to its end; what a court ordered is told with the hearing."""
    if not a.hearing_id:
        yield from _offered(a)
    for entry in a.expected_benefit:
        source: Any = entry.source
        due = c.ExpectBenefit(arrangement_id=a.id, due_on=entry.due_on, pence=entry.pence, source=source)
        yield Act(f"{a.id}:{entry.id}", due)
    if a.warned_on is not None and a.pay_by is not None:
        yield Act(a.id, c.WarnArrangement(arrangement_id=a.id, on=a.warned_on, method="letter", pay_by=a.pay_by))
    if a.ended is None or a.ended_on is None or a.ended.value == "completed":
        return
    if a.agreed_on is None:
        yield Act(a.id, c.RefuseArrangement(arrangement_id=a.id, on=a.ended_on, by=a.ended, reason=UNTOLD))
    else:
        yield Act(a.id, c.EndArrangement(arrangement_id=a.id, on=a.ended_on, because=a.ended, reason=UNTOLD))


def _offered(a: Arrangement) -> Iterator[Act]:
    at_once = a.agreed_on is not None and a.agreed_on == a.offered_on
    frequency: Any = a.frequency or None
    made = c.OfferArrangement(
        arrangement=a.kind,
        total_pence=a.total_pence,
        with_rent=bool(a.current_rent_pence),
        instalment_pence=a.instalment_pence or None,
        frequency=frequency,
        first_payment=a.first_payment,
        lump_sum_pence=a.lump_sum_pence or None,
        lump_sum_on=a.lump_sum_on,
        agreed_on=a.agreed_on if at_once else None,
        reply_by=a.reply_by.on if a.reply_by else None,
        tenant_asked=a.tenant_asked,
        other_terms=a.other_terms,
    )
    yield Act(a.id, made, a.offered_by, None if at_once else a.offered_on)
    if a.agreed_on is not None and not at_once:
        yield Act(a.id, c.AgreeArrangement(arrangement_id=a.id, on=a.agreed_on))
