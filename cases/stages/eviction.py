"""The warrant in the court's hands: issued, the eviction booked, and what came of it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from cases.base import ExplainedDate
from cases.commands import BookEviction, RecordEviction, RecordWarrantIssued
from cases.events import Event, WarrantChanged
from cases.gates import Gate, Question, Why, asked_only, hold
from cases.stages import appointment
from cases.stages.fairness import assessed
from cases.stages.last_check import missing
from cases.stages.shared import no_moratorium, not_future
from cases.state import CaseState, Warrant
from cases.words import StepBefore, Track
from law.enforcement import eviction_earliest, n54_latest_delivery, warrant_expires
from law.explained import long_date

ISSUED = ("record_warrant_issued",)
BOOK = ("book_eviction",)
EVICT = ("record_eviction",)


def n54_needed(state: CaseState) -> bool:
    """Whether notice of the eviction goes before it: not where the order is against trespassers (CPR 83.8A)."""
    return state.track is not Track.TRESPASS


def _not_live(q: Question[Any]) -> str | None:
    warrant = q.warrant(q.command.warrant_id)
    return None if warrant.live or warrant.executed_on else f"Warrant {warrant.id} is not live any more."


def _requested(q: Question[RecordWarrantIssued]) -> str | Why | None:
    warrant = q.warrant(q.command.warrant_id)
    if warrant.issued_on:
        return Why(f"Warrant {warrant.id} was issued on {long_date(warrant.issued_on)}.", "Go on to the appointment.")
    return None if warrant.requested_on else f"Warrant {warrant.id} has not been requested."


def _after_request(q: Question[RecordWarrantIssued]) -> str | None:
    asked = q.warrant(q.command.warrant_id).requested_on
    if asked is None or q.command.on >= asked:
        return None
    issued = f"issue on {long_date(q.command.on)} would be before that"
    return f"Warrant {q.command.warrant_id} was requested on {long_date(asked)}; {issued}."


def _number(q: Question[RecordWarrantIssued]) -> str | None:
    return None if q.command.number.strip() else "The warrant's number is missing."


def _issued(q: Question[BookEviction]) -> str | Why | None:
    warrant = q.warrant(q.command.warrant_id)
    if warrant.executed_on:
        return _over(warrant)
    return None if warrant.issued_on else f"Warrant {warrant.id} has not been issued."


def _delivered(q: Question[BookEviction]) -> str | None:
    issued = q.warrant(q.command.warrant_id).issued_on
    on = q.command.n54_delivered_on
    if on is None:
        return None
    if on > q.today:
        return f"The N54 counts from actual delivery; {long_date(on)} has not come yet."
    if issued and on < issued:
        return f"The N54 cannot be delivered on {long_date(on)}, before the warrant of {long_date(issued)}."
    return None


def _long_enough(q: Question[BookEviction]) -> Why | None:
    issued = q.warrant(q.command.warrant_id).issued_on
    # Before it is delivered, the day of issue is the soonest that it can have been.
    delivered = _n54(q) or issued
    if delivered is None or not n54_needed(q.case):
        return None
    earliest = eviction_earliest(delivered)
    if q.command.on >= earliest.value:
        return None
    mend = f"Ask the bailiff for {long_date(earliest.value)} or later."
    told = earliest.sentence()
    if _n54(q) is None:
        told = f"Had the N54 been delivered on the day of issue, 14 clear days leave {long_date(earliest.value)}."
    return Why.of(f"{long_date(q.command.on)} is too early. {told}", earliest, mend)


def _n54(q: Question[BookEviction]) -> date | None:
    """The day of delivery that stands: what is recorded now, or what was, if the appointment it told of is the same."""
    c, warrant = q.command, q.warrant(q.command.warrant_id)
    if c.n54_delivered_on is not None or (c.on, c.at) != (warrant.appointment_on, warrant.appointment_at):
        return c.n54_delivered_on
    return warrant.n54_delivered_on


def _in_life(q: Question[BookEviction]) -> Why | None:
    expires = q.warrant(q.command.warrant_id).expires
    if expires is None or q.command.on <= expires.on:
        return None
    return Why.of(f"The warrant will have run out by {long_date(q.command.on)}. {expires.sentence}", expires)


def _over(warrant: Warrant) -> Why:
    assert warrant.executed_on is not None
    says = f"Possession was taken on warrant {warrant.id} on {long_date(warrant.executed_on)}."
    return Why(says, "Nothing is left to do on it; close the case.")


def _booked(q: Question[RecordEviction]) -> str | Why | None:
    warrant = q.warrant(q.command.warrant_id)
    if warrant.executed_on:
        return _over(warrant)
    return None if warrant.appointment_on else f"No eviction is booked on warrant {warrant.id}."


def _served_n54(q: Question[RecordEviction]) -> Why | None:
    warrant = q.warrant(q.command.warrant_id)
    booked, delivered = warrant.appointment_on, warrant.n54_delivered_on
    if booked is None or not q.command.executed or warrant.executed_on or not n54_needed(q.case):
        return None
    latest = n54_latest_delivery(booked)
    if delivered is not None and delivered <= latest.value:
        return None
    by = f"it had to be delivered by {long_date(latest.value)}. {latest.sentence()}"
    if delivered is not None:
        return Why.of(f"The N54 was delivered on {long_date(delivered)}; {by}", latest)
    return Why.of(f"No delivery of the N54 is recorded for the eviction of {long_date(booked)}; {by}", latest)


def _day_came(q: Question[RecordEviction]) -> str | None:
    booked = q.warrant(q.command.warrant_id).appointment_on
    # A cancellation is known before the day; possession is not.
    if booked is None or not q.command.executed or q.today >= booked:
        return None
    return f"The eviction is booked for {long_date(booked)}; possession cannot have been taken yet."


def _on_the_day(q: Question[RecordEviction]) -> str | None:
    booked = q.warrant(q.command.warrant_id).appointment_on
    if booked is None or not q.command.executed or q.today < booked or q.command.on >= booked:
        return None
    return f"{long_date(q.command.on)} is before the appointment on {long_date(booked)}."


def _looked_into(q: Question[RecordEviction]) -> Why | None:
    warrant = q.warrant(q.command.warrant_id)
    if warrant.appointment_on is None or warrant.executed_on:
        return None
    check = warrant.last_check
    if check is not None and check.on > q.command.on:
        says = f"The last check is of {long_date(check.on)}, after possession was taken."
        return Why(f"{says} Nobody named looked before {long_date(q.command.on)}.")
    return missing(warrant)


def _executed(q: Question[Any]) -> bool:
    # A cancelled appointment needs no permission.
    return bool(q.command.executed)


def _n54_told(q: Question[Any]) -> bool:
    return q.command.n54_delivered_on is not None


GATES: tuple[Gate[Any], ...] = (
    Gate(
        "warrant_not_live",
        ISSUED + BOOK + EVICT,
        "Is the warrant live?",
        _not_live,
        "Draft a new request if the order is still to be enforced.",
    ),
    not_future(ISSUED + EVICT, lambda q: q.command.on, "on", "This record"),
    Gate("not_requested", ISSUED, "Was it requested?", _requested, "Record the request to the court first."),
    Gate("before_request", ISSUED, "Was it after the request?", _after_request, "Correct the date.", field="on"),
    Gate("no_number", ISSUED, "What is its number?", _number, "Enter the court's number.", field="number"),
    Gate("not_issued", BOOK, "Was the warrant issued?", _issued, "Record the issue of the warrant first."),
    Gate(
        "n54_not_delivered",
        BOOK,
        "Was the N54 delivered after issue?",
        _delivered,
        "Record the day it was actually delivered; deemed service does not count.",
        "CPR 83.8A",
        "A",
        "n54_delivered_on",
    ),
    Gate(
        "eviction_too_early",
        BOOK,
        "Are there 14 clear days after the N54?",
        _long_enough,
        "Ask the bailiff for a later day.",
        "CPR 83.8A(2)",
        "A",
        "on",
    ),
    Gate(
        "warrant_expires",
        BOOK,
        "Is it within the warrant's life?",
        _in_life,
        "Ask for an earlier day, or ask the court to extend the warrant.",
        "CPR 83.3(3)-(4)",
        "B",
        "on",
    ),
    *appointment.GATES,
    asked_only(_n54_told, no_moratorium(BOOK, "eviction", lambda q: q.command.n54_delivered_on, "n54_delivered_on")),
    no_moratorium(BOOK, "eviction", lambda q: q.command.on, "on"),
    Gate("not_booked", EVICT, "Is an appointment booked?", _booked, "Record the appointment first."),
    Gate(
        "n54_too_late",
        EVICT,
        "Was the N54 delivered 14 clear days before the appointment?",
        _served_n54,
        "Record the appointment again with the day the bailiff delivered it; if it was late or never came, ask for a "
        "later appointment.",
        "CPR 83.8A(2)",
        "A",
    ),
    Gate(
        "appointment_ahead",
        EVICT,
        "Has the appointment come?",
        _day_came,
        "Record possession on or after that day; a cancellation may be recorded now.",
        "CPR 83.8A",
        "A",
    ),
    Gate(
        "before_appointment", EVICT, "Was it on or after the appointment?", _on_the_day, "Correct the date.", field="on"
    ),
    asked_only(
        _executed,
        Gate(
            "eviction_unchecked",
            EVICT,
            "Did somebody named look once more before the day, and say to go on?",
            _looked_into,
            "Record the last check that was made. Where none was and possession is taken all the same, a role that the "
            "policy names records it with the reason.",
            "Landlord's policy",
        ),
    ),
    asked_only(_executed, assessed(EVICT, StepBefore.EVICTION)),
    asked_only(_executed, no_moratorium(EVICT, "eviction", lambda q: q.command.on)),
)


def record_warrant_issued(q: Question[RecordWarrantIssued]) -> Sequence[Event]:
    """The court issued the warrant; it lives twelve months."""
    warrant = q.warrant(q.command.warrant_id)
    hold(GATES, q)
    changes = {
        "issued_on": q.command.on,
        "number": q.command.number.strip(),
        "expires": ExplainedDate.of(warrant_expires(q.command.on)),
    }
    return [WarrantChanged(what="issued", warrant=warrant.model_copy(update=changes))]


def book_eviction(q: Question[BookEviction]) -> Sequence[Event]:
    """The bailiff's appointment, at least 14 clear days after the N54 was delivered; a later booking replaces it.

    An N54 tells of one appointment: for another day or hour it has to be delivered again, and so is a confirmation.
    """
    warrant = q.warrant(q.command.warrant_id)
    hold(GATES, q)
    delivered = _n54(q)
    same = (q.command.on, q.command.at) == (warrant.appointment_on, warrant.appointment_at)
    changes = {
        "n54_delivered_on": delivered,
        "eviction_earliest": ExplainedDate.of(eviction_earliest(delivered)) if delivered else None,
        "appointment_on": q.command.on,
        "appointment_at": q.command.at,
        "confirmed_at": warrant.confirmed_at if same else None,
    }
    return [WarrantChanged(what="booked", warrant=warrant.model_copy(update=changes))]


def record_eviction(q: Question[RecordEviction]) -> Sequence[Event]:
    """Possession was taken, or the eviction was cancelled, which ends this warrant."""
    warrant = q.warrant(q.command.warrant_id)
    hold(GATES, q)
    done = q.command.executed
    changed = warrant.model_copy(update={"executed_on" if done else "cancelled_on": q.command.on})
    return [WarrantChanged(what="executed" if done else "cancelled", warrant=changed, text=q.command.note)]
