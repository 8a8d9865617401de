"""The acts that make sense at each point of the road, each in its plainest form, to be tried dry."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Any

from cases import paper_details
from cases.commands import (
    AddNote,
    Approve,
    BookEviction,
    ClearAttention,
    CloseCase,
    ConfirmEviction,
    EndBreathingSpace,
    IssueClaim,
    ListHearing,
    Reassign,
    RecordAssessment,
    RecordClaimService,
    RecordContact,
    RecordDecision,
    RecordDecisionReview,
    RecordEviction,
    RecordLastCheck,
    RecordLeaving,
    RecordOutcome,
    RecordSearch,
    RecordTenDayLetter,
    RecordTrusteeCopy,
    RecordWarrantIssued,
    RequestPaper,
    RequestWarrant,
    SendBack,
    StartBreathingSpace,
    Withdraw,
)
from cases.court_words import Referral
from cases.facts import Facts
from cases.instants import legal_day, start_of_day
from cases.papers import offered
from cases.samples_applying import on_applying
from cases.samples_court import TEXT, Offer, after_possession, at_court, on_arrangements, on_orders, on_the_order
from cases.samples_holds import on_holds
from cases.samples_notice import draft_of, on_fresh_notices, on_notices, on_papers, on_reviews
from cases.samples_parties import on_people
from cases.stages.last_check import appointment, missing
from cases.stages.leaving import copy_due
from cases.stages.notice import in_use
from cases.stages.shared import running
from cases.state import CaseState, Claim, Hearing, Notice, Warrant
from cases.tracks import ROADS
from cases.words import CloseResult, DecisionKind, LeavingKind, OutcomeKind, PaperKind, Route, StepBefore
from law.calendar import settle


def road(state: CaseState, facts: Facts, today: date) -> Iterator[Offer]:
    """The next steps towards possession, the furthest point reached first."""
    if state.leaving is not None:
        taken = state.leaving.how is LeavingKind.TAKEN_BACK
        result = CloseResult.TAKEN_BACK if taken else CloseResult.TENANT_LEFT
        yield Offer(CloseCase(result=result), "", "Close the case", "The occupation has ended.")
        return
    if any(w.executed_on for w in state.warrants):
        yield Offer(CloseCase(result=CloseResult.EVICTED), "", "Close the case", "Possession has been taken.")
        return
    live = next((w for w in state.warrants if w.live), None)
    if live:
        yield from _warrant(live, today)
        return
    order = next((o for o in reversed(state.orders) if o.live), None)
    if order:
        yield from on_the_order(state, order, today)
        yield from _after_an_order(state, today)
        return
    claim = _unordered(state)
    if claim:
        yield from _claim(state, claim, today)
        return
    yield from on_notices(state, facts, today)


def _unordered(state: CaseState) -> Claim | None:
    return next((c for c in reversed(state.claims) if c.live and not _ordered(state, c)), None)


def _after_an_order(state: CaseState, today: date) -> Iterator[Offer]:
    """Another notice, and a claim on it, go on while an order runs."""
    claim = _unordered(state)
    yield from _claim(state, claim, today) if claim else on_fresh_notices(state, today)


def _ordered(state: CaseState, claim: Claim) -> bool:
    return any(o.claim_id == claim.id and o.set_aside_on is None for o in state.orders)


def _claim(state: CaseState, claim: Claim, today: date) -> Iterator[Offer]:
    if claim.approved_on is None:
        yield Offer(Approve(subject=claim.id), claim.id, f"Approve claim {claim.id}", "A senior has to approve it.")
        return
    if claim.issued_on is None:
        command = IssueClaim(
            claim_id=claim.id, route=Route.PCS, route_reason=TEXT, claim_number="-", court="-", issued_on=today
        )
        yield Offer(command, claim.id, f"Record issue of claim {claim.id}", "It is approved and may go to the court.")
        return
    if claim.route is Route.ACCELERATED and claim.papers_result is None:
        yield from on_papers(claim, today)
        return
    hearing = next((h for h in state.hearings if h.claim_id == claim.id and h.outcome is None), None)
    if hearing:
        yield from _hearing(state, hearing, today)
        return
    earliest = claim.hearing_earliest.on if claim.hearing_earliest else today
    listed = ListHearing(claim_id=claim.id, on=max(earliest, today), at=time(10), court="-")
    why = "The court lists a hearing after issue."
    if any(h.claim_id == claim.id for h in state.hearings):
        why = "It stands adjourned: have it restored only if what was agreed is not kept (Protocol 2.13)."
    yield Offer(listed, claim.id, f"Record the hearing of claim {claim.id}", why)


def _hearing(state: CaseState, hearing: Hearing, today: date) -> Iterator[Offer]:
    served = any(h.claim_served_on for h in state.hearings if h.claim_id == hearing.claim_id)
    if not served and today < hearing.on:
        sent = RecordClaimService(hearing_id=hearing.id, sent_on=today)
        yield Offer(
            sent, hearing.id, "Record service of the claim", "The court asks for 21 clear days before a hearing."
        )
    if hearing.ten_day_letter_sent_on is None and today < hearing.on:
        letter = RecordTenDayLetter(hearing_id=hearing.id, sent_on=today)
        yield Offer(letter, hearing.id, "Record the ten-day letter", "It goes with an up-to-date rent statement.")
    # Only what is decided at the hearing itself waits for its day.
    kind = OutcomeKind.DISMISSED if today < hearing.on else OutcomeKind.ADJOURNED_GENERALLY
    outcome = RecordOutcome(hearing_id=hearing.id, outcome=kind, on=today)
    yield Offer(outcome, hearing.id, f"Record the outcome of hearing {hearing.id}", "The hearing has been held.")


def _warrant(warrant: Warrant, today: date) -> Iterator[Offer]:
    w = warrant.id
    if warrant.approved_on is None:
        yield Offer(Approve(subject=w), w, f"Approve warrant {w}", "A senior has to approve it.")
    elif warrant.requested_on is None:
        yield Offer(
            RequestWarrant(warrant_id=w, on=today),
            w,
            f"Record the request for warrant {w}",
            "It is approved and goes to the court, with the search of the same day.",
        )
    elif warrant.issued_on is None:
        issued = RecordWarrantIssued(warrant_id=w, on=today, number="-")
        yield Offer(
            issued, w, f"Record the issue of warrant {w}", "The court issues it; record the day and the number."
        )
    else:
        on = warrant.appointment_on or settle(today + timedelta(days=15), 1)
        at = warrant.appointment_at or time(10)
        booked = BookEviction(warrant_id=w, on=on, at=at)
        if warrant.appointment_on is None:
            yield Offer(booked, w, "Record the eviction appointment", "The bailiff gives a day and a time.")
            return
        if warrant.n54_delivered_on is None:
            why = "The bailiff delivers it 14 clear days before the appointment."
            yield Offer(booked, w, "Record the delivery of the N54", why)
        yield from _before_the_day(warrant, today)
        done = RecordEviction(warrant_id=w, on=today, executed=True)
        yield Offer(done, w, f"Record the eviction on warrant {w}", "The appointment has come.")


def _before_the_day(warrant: Warrant, today: date) -> Iterator[Offer]:
    """The last check and the confirmation, while the appointment is ahead."""
    w, booked = warrant.id, appointment(warrant)
    if booked is None or legal_day(booked) < today:
        return
    if missing(warrant) is not None:
        check = RecordLastCheck(warrant_id=w, on=today, proceed=True, reasons=TEXT, referral=Referral.NOT_NEEDED)
        why = "A named person looks once more before the day, and says whether it goes on."
        yield Offer(check, w, f"Last check before eviction on warrant {w}", why)
    if warrant.confirmed_at is None:
        sent = start_of_day(min(today, legal_day(booked)))
        why = "The bailiffs cancel an appointment that is not confirmed 72 hours before it."
        yield Offer(ConfirmEviction(warrant_id=w, sent_at=sent), w, f"Confirm the eviction on warrant {w}", why)


def beside(state: CaseState, facts: Facts, today: date) -> Iterator[Offer]:
    """What can be done beside the road at any point: evidence, holds, second thoughts, papers, closing."""
    before = _next_step(state)
    contact = RecordContact(step="contact_each_tenant", on=today, tenants=state.tenants, method="letter")
    yield Offer(contact, "", "Record a Protocol step")
    yield Offer(RecordSearch(on=today, before=before, clear=True), "", "Record a breathing-space search")
    yield Offer(RecordAssessment(on=today, before=before, proceed=True, reasons=TEXT), "", "Record an assessment")
    space = running(state, today)
    if space:
        ended = EndBreathingSpace(breathing_space_id=space.id, ended_on=today)
        yield Offer(ended, space.id, f"Record the end of breathing space {space.id}")
    else:
        yield Offer(StartBreathingSpace(moratorium="standard", started_on=today), "", "Record a breathing space")
    fresh = any(n.live and n.served and not in_use(state, n) for n in state.notices)
    if (fresh or any(o.live for o in state.orders)) and not any(n.live and n.served is None for n in state.notices):
        yield Offer(draft_of(state, facts, today), "", "Draft a further notice")
    yield from on_holds(state, facts, today)
    yield from on_people(state, today)
    yield from on_applying(state, today)
    yield from on_reviews(state, today)
    yield from _on_decisions(state, today)
    yield from _second_thoughts(state)
    yield from on_arrangements(state, facts, today)
    yield from at_court(state, today)
    yield from _before_hearings(state, today)
    yield from after_possession(state, today)
    yield from on_orders(state, today)
    if state.attention:
        yield Offer(ClearAttention(), "", "Say that you have looked")
    for kind, subject in offered(state):
        yield Offer(_asking(state, kind, subject, today), subject, f"Make: {kind.label}")
    yield Offer(AddNote(text=TEXT), "", "Add a note")
    other = next((o for o in facts.officers if o != state.officer), "-")
    yield Offer(Reassign(officer=other), "", "Give the case to another officer")
    if not any(w.executed_on for w in state.warrants):
        yield Offer(CloseCase(result=CloseResult.TENANT_LEFT), "", "Close the case")


def after_closing(state: CaseState, today: date) -> Iterator[Offer]:
    """What can still be done when the case is closed: a pack of its file, a note."""
    for kind, subject in offered(state):
        yield Offer(_asking(state, kind, subject, today), subject, f"Make: {kind.label}")
    yield Offer(AddNote(text=TEXT), "", "Add a note")
    if state.attention:
        yield Offer(ClearAttention(), "", "Say that you have looked")


def _asking(state: CaseState, kind: PaperKind, subject: str, today: date) -> RequestPaper:
    """A request for a paper, with everything given that it needs."""
    plain: dict[str, Any] = {
        "person": state.tenants[0],
        "consent": "given",
        "deposit_pence": 0,
        **dict.fromkeys(("consent_on", "asked_on", "agreement_on"), today),
    }
    wanted = (detail.name for detail in paper_details.ASKS.get(kind, ()) if detail.needed)
    return RequestPaper(paper=kind, subject=subject, **{name: plain.get(name, TEXT) for name in wanted})


def _before_hearings(state: CaseState, today: date) -> Iterator[Offer]:
    for h in (h for h in state.hearings if h.outcome is None and today < h.on):
        put_off = RecordOutcome(hearing_id=h.id, outcome=OutcomeKind.ADJOURNED_GENERALLY, on=today)
        yield Offer(put_off, h.id, f"Record that hearing {h.id} was put off, or that the claim ended before it")


def _on_decisions(state: CaseState, today: date) -> Iterator[Offer]:
    if ROADS[state.track].decided_first and state.decisions:
        made = RecordDecision(decision=DecisionKind.DUTY_ENDED, on=today, reasons=TEXT)
        yield Offer(made, "", "Record a further decision")
    for made_ in (d for d in state.decisions if d.review_by and d.upheld is None):
        if made_.review_asked_on:
            decided = RecordDecisionReview(decision_id=made_.id, decided_on=today, upheld=True)
            yield Offer(decided, made_.id, f"Record the result of the review of decision {made_.id}")
        else:
            asked = RecordDecisionReview(decision_id=made_.id, asked_on=today)
            yield Offer(asked, made_.id, f"Record a request to review decision {made_.id}")
    for notice in (n for n in state.notices if n.live and n.served and copy_due(n) and n.trustee_copy_on is None):
        copy = RecordTrusteeCopy(notice_id=notice.id, on=today)
        yield Offer(copy, notice.id, "Record the copy received by the Public Trustee")
    if state.leaving is None and ROADS[state.track].court:
        left = RecordLeaving(on=today, how=LeavingKind.LEFT)
        yield Offer(left, "", "Record that they have left")


def _second_thoughts(state: CaseState) -> Iterator[Offer]:
    drafts: tuple[Notice | Claim | Warrant, ...] = (*state.notices, *state.claims, *state.warrants)
    for item in drafts:
        if not item.live or (isinstance(item, Claim) and item.issued_on):
            continue
        if isinstance(item, Notice) and any(c.live and item.id in c.notices for c in state.claims):
            continue
        name = f"{type(item).__name__.lower()} {item.id}"
        if item.approved_on is None:
            yield Offer(SendBack(subject=item.id, reason=TEXT), item.id, f"Send back {name}")
        yield Offer(Withdraw(subject=item.id, reason=TEXT), item.id, f"Withdraw {name}")


def _next_step(state: CaseState) -> StepBefore:
    """The step that a search or an assessment recorded now would be for."""
    if any(w.live and w.appointment_on for w in state.warrants):
        return StepBefore.EVICTION
    if any(o.live for o in state.orders):
        return StepBefore.WARRANT
    if any(c.live and c.issued_on for c in state.claims):
        return StepBefore.HEARING
    return StepBefore.CLAIM if any(n.live and n.served for n in state.notices) else StepBefore.NOTICE
