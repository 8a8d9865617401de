"""The hearing: listed, prepared for, and what the court did."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any

from cases import compared
from cases.base import ExplainedDate
from cases.commands import ListHearing, RecordClaimService, RecordOutcome, RecordTenDayLetter
from cases.court_words import ArrangementEnd
from cases.events import ArrangementChanged, ClaimChanged, Event, HearingChanged, OrderChanged
from cases.gates import Gate, Question, Why, hold
from cases.stages import arrangement, ordered
from cases.stages.fairness import assessed
from cases.stages.outcomes import GATES as OUTCOME_GATES
from cases.stages.shared import not_future
from cases.state import CaseState, Claim, Hearing
from cases.words import OutcomeKind, StepBefore, Track
from law.calendar import closed_because
from law.court import claim_service_latest, ten_day_letter_due, trespass_service_latest, witness_statements_due
from law.explained import Explained, long_date
from law.service import deemed_served_claim_form

LIST = ("list_hearing",)
SERVICE = ("record_claim_service",)
LETTER = ("record_ten_day_letter",)
HOURS = (time(8), time(18))


def _claim_issued(q: Question[ListHearing]) -> str | Why | None:
    claim = q.claim(q.command.claim_id)
    if not claim.live:
        return Why(f"Claim {claim.id} is over.", "Nothing is left to be heard on it; look at the case again.")
    return None if claim.issued_on else f"Claim {claim.id} has not been issued."


def _none_open(q: Question[ListHearing]) -> str | None:
    waiting = next((h for h in q.case.hearings if h.claim_id == q.command.claim_id and h.outcome is None), None)
    return f"Hearing {waiting.id} on {long_date(waiting.on)} has no outcome yet." if waiting else None


def _no_order(q: Question[ListHearing]) -> str | None:
    made = next((o for o in q.case.orders if o.claim_id == q.command.claim_id and o.live), None)
    return f"Order {made.id} was made on {long_date(made.made_on)}." if made else None


def _late_enough(q: Question[ListHearing]) -> Why | None:
    earliest = q.claim(q.command.claim_id).hearing_earliest
    if earliest is None or q.command.on >= earliest.on or q.command.time_shortened:
        return None
    return Why.of(f"{long_date(q.command.on)} is too early. {earliest.sentence}", earliest)


def _court_named(q: Question[ListHearing]) -> str | None:
    return None if q.command.court.strip() else "It is not said which court hears it."


def _hour(q: Question[ListHearing]) -> str | None:
    return None if HOURS[0] <= q.command.at <= HOURS[1] else f"{q.command.at:%H:%M} is no hour at which a court sits."


def _court_sits(q: Question[ListHearing]) -> str | None:
    why = closed_because(q.command.on)
    return f"{long_date(q.command.on)} is not a working day ({why})." if why else None


def _unheard(q: Question[Any]) -> str | None:
    hearing = q.hearing(q.command.hearing_id)
    return f"Hearing {hearing.id} has its outcome: {hearing.outcome.label}." if hearing.outcome else None


def _sent_before_hearing(q: Question[Any]) -> str | None:
    hearing = q.hearing(q.command.hearing_id)
    if q.command.sent_on < hearing.on:
        return None
    return f"Sent on {long_date(q.command.sent_on)}, which is not before the hearing on {long_date(hearing.on)}."


def _sent_after_issue(q: Question[Any]) -> str | None:
    issued = q.claim(q.hearing(q.command.hearing_id).claim_id).issued_on
    if issued is None or q.command.sent_on >= issued:
        return None
    return f"Sent on {long_date(q.command.sent_on)}, which is before the claim was issued on {long_date(issued)}."


GATES: tuple[Gate[Any], ...] = (
    Gate("claim_not_issued", LIST, "Was the claim issued?", _claim_issued, "Record the issue of the claim first."),
    Gate("hearing_open", LIST, "Is no other hearing waiting?", _none_open, "Record the outcome of that hearing first."),
    Gate("order_made", LIST, "Is there no order yet?", _no_order, "Nothing is left to be heard on this claim."),
    Gate(
        "hearing_too_early",
        LIST,
        "Is it at least 28 clear days after issue?",
        _late_enough,
        "Check the notice of hearing; if the court shortened time (CPR 3.1(2)(a)), say so.",
        "CPR 55.5(3)(a)",
        "A",
        "on",
    ),
    Gate("court_closed", LIST, "Does the court sit that day?", _court_sits, "Check the notice of hearing.", field="on"),
    Gate("no_court", LIST, "Which court?", _court_named, "Enter the hearing centre.", field="court"),
    Gate("hour_wrong", LIST, "Does the court sit at that hour?", _hour, "Check the notice of hearing.", field="at"),
    Gate("already_heard", SERVICE + LETTER, "Is the hearing still ahead?", _unheard, "Nothing to record."),
    not_future(SERVICE + LETTER, lambda q: q.command.sent_on, "sent_on", "Sending"),
    Gate(
        "after_hearing",
        SERVICE + LETTER,
        "Was it sent before the hearing?",
        _sent_before_hearing,
        "Correct the date.",
        field="sent_on",
    ),
    Gate(
        "before_issue", SERVICE + LETTER, "Was it after issue?", _sent_after_issue, "Correct the date.", field="sent_on"
    ),
    assessed(LETTER, StepBefore.HEARING),
    *OUTCOME_GATES,
)


def list_hearing(q: Question[ListHearing]) -> Sequence[Event]:
    """Record the hearing the court listed, and the dates counted back from it."""
    claim = q.claim(q.command.claim_id)
    hold(GATES, q)
    made = listed(q, claim, q.command.on, q.command.at, q.command.court)
    made = made.model_copy(update={"time_shortened": q.command.time_shortened})
    return [HearingChanged(what="listed", hearing=made)]


def _service_latest(state: CaseState, on: date) -> Explained[date]:
    trespass = state.track is Track.TRESPASS
    return trespass_service_latest(on, "residential") if trespass else claim_service_latest(on)


def _statements_due(state: CaseState, on: date) -> ExplainedDate:
    """Against trespassers they go with the claim form (CPR 55.8(5)); else two days before."""
    if state.track is not Track.TRESPASS:
        return ExplainedDate.of(witness_statements_due(on))
    told = ExplainedDate.of(_service_latest(state, on))
    return told.model_copy(update={"rule": "Served with the claim form", "authority": f"{told.authority}; CPR 55.8(5)"})


def listed(q: Question[Any], claim: Claim, on: date, at: time, court: str) -> Hearing:
    """A hearing on a day, with the dates counted back from it."""
    return Hearing(
        id=f"H{len(q.case.hearings) + 1}",
        claim_id=claim.id,
        on=on,
        at=at,
        court=court.strip(),
        service_latest=ExplainedDate.of(_service_latest(q.case, on)),
        witness_statements_due=_statements_due(q.case, on),
        ten_day_letter_due=ExplainedDate.of(ten_day_letter_due(on)),
        listed_on=q.today,
    )


def record_claim_service(q: Question[RecordClaimService]) -> Sequence[Event]:
    """The claim form went out; deemed service is worked out, and kept even when it is late."""
    hearing = q.hearing(q.command.hearing_id)
    hold(GATES, q)
    deemed = ExplainedDate.of(deemed_served_claim_form(q.command.sent_on))
    changes = {"claim_served_on": q.command.sent_on, "claim_deemed_served": deemed}
    return [HearingChanged(what="claim_served", hearing=hearing.model_copy(update=changes))]


def record_ten_day_letter(q: Question[RecordTenDayLetter]) -> Sequence[Event]:
    """The hearing letter and statement went out; a late one is kept too, and shows as late."""
    hearing = q.hearing(q.command.hearing_id)
    hold(GATES, q)
    sent = hearing.model_copy(update={"ten_day_letter_sent_on": q.command.sent_on})
    return [HearingChanged(what="letter_sent", hearing=sent)]


def record_outcome(q: Question[RecordOutcome]) -> Sequence[Event]:
    """What the court did: an order, an adjournment, or the end of the claim; and where it is not what was asked for."""
    hearing = q.hearing(q.command.hearing_id)
    claim = q.claim(hearing.claim_id)
    hold(GATES, q)
    c = q.command
    against = c.outcome.ends_claim and c.outcome is not OutcomeKind.WITHDRAWN
    heard = hearing.model_copy(
        update={
            "outcome": c.outcome,
            "outcome_on": c.on,
            "arrears_pence": q.arrears_on(c.on),
            "restore_by": ordered.restore_of(c),
            "appeal_by": ordered.appeal_of(c.on) if against else None,
            "reasons_served_on": c.reasons_served_on,
            "failed_by": c.failed_by,
        }
    )
    order = ordered.made(q, heard, claim) if c.outcome.makes_order else None
    differs = compared.differences(heard, order, claim, [q.notice(wanted) for wanted in claim.notices])
    told = tuple(row.sentence for row in differs if row.differs)
    events: list[Event] = [HearingChanged(what="outcome", hearing=heard, text=c.note, differs=told)]
    if order is not None:
        events.append(OrderChanged(what="made", order=order))
        events += _replaced(q, c)
        if c.outcome is OutcomeKind.MONEY_ONLY:
            events.append(ClaimChanged(what="ended", claim=_over(claim, c)))
    elif c.outcome is OutcomeKind.ADJOURNED_ON_TERMS:
        agreed = arrangement.of_outcome(q, hearing.id)
        if agreed is not None:
            events += _replaced(q, c)
            events.append(ArrangementChanged(what="agreed", arrangement=agreed))
    elif c.outcome is OutcomeKind.ADJOURNED_TO_DATE and c.next_hearing_on is not None:
        at = c.next_hearing_at or hearing.at
        events.append(HearingChanged(what="listed", hearing=listed(q, claim, c.next_hearing_on, at, hearing.court)))
    elif c.outcome.ends_claim:
        events.append(ClaimChanged(what="ended", claim=_over(claim, c)))
    return events


def _over(claim: Claim, c: RecordOutcome) -> Claim:
    return claim.model_copy(update={"ended_on": c.on, "ended_by": c.outcome})


def _replaced(q: Question[Any], c: RecordOutcome) -> list[Event]:
    """What was agreed before stands aside for what the court ordered."""
    changes = {"ended": ArrangementEnd.REPLACED, "ended_on": c.on}
    return [
        ArrangementChanged(what="ended", arrangement=a.model_copy(update=changes))
        for a in q.case.arrangements
        if a.open
    ]
