"""What goes to the court before a hearing: what it is asked for, witness statements, and what it directed."""

from collections.abc import Sequence
from typing import Any

from cases.commands import RecordDirection, RecordDirectionMet, RecordFiling, SetAsk
from cases.events import Event, HearingChanged
from cases.gates import Gate, Question, Why, hold
from cases.stages.shared import not_future
from cases.state import Asked, Direction
from cases.words import OutcomeKind
from law.explained import long_date

ASK = ("set_ask",)
FILE = ("record_filing",)
DIRECT = ("record_direction",)
MET = ("record_direction_met",)
ASKABLE = (
    OutcomeKind.OUTRIGHT,
    OutcomeKind.SUSPENDED,
    OutcomeKind.POSTPONED,
    OutcomeKind.CONSENT,
    OutcomeKind.MONEY_ONLY,
    OutcomeKind.DEMOTED,
    OutcomeKind.BUY_SUSPENDED,
    OutcomeKind.ADJOURNED_ON_TERMS,
    OutcomeKind.ADJOURNED_GENERALLY,
    OutcomeKind.ADJOURNED_TO_DATE,
)


def _unheard(q: Question[Any]) -> str | None:
    hearing = q.hearing(q.command.hearing_id)
    return f"Hearing {hearing.id} has its outcome: {hearing.outcome.label}." if hearing.outcome else None


def _askable(q: Question[SetAsk]) -> str | None:
    if q.command.outcome in ASKABLE:
        return None
    return f"'{q.command.outcome.label}' is not something a landlord asks for."


def _ask_sums(q: Question[SetAsk]) -> str | Why | None:
    c = q.command
    sums = {"judgment": c.judgment_pence, "costs": c.costs_pence, "instalment": c.instalment_pence}
    wrong = [name for name, value in sums.items() if value is not None and value < 0]
    if wrong:
        return f"A sum cannot be less than nothing: {', '.join(wrong)}."
    if (c.instalment_pence is None) != (c.frequency is None):
        return Why("An instalment goes with how often it is paid.", "Enter both, or neither.")
    return None


def _ask_dates(q: Question[SetAsk]) -> str | None:
    c, on = q.command, q.hearing(q.command.hearing_id).on
    for name, day in (("possession", c.possession_on), ("the first payment", c.first_payment)):
        if day is not None and day < on:
            return f"{name[:1].upper()}{name[1:]} on {long_date(day)} would be before the hearing on {long_date(on)}."
    return None


def _filed_in_time(q: Question[RecordFiling]) -> str | None:
    c, hearing = q.command, q.hearing(q.command.hearing_id)
    issued = q.claim(hearing.claim_id).issued_on
    for what, day in (("Filed", c.filed_on), ("Served", c.served_on)):
        if day > hearing.on:
            return f"{what} on {long_date(day)}, which is after the hearing on {long_date(hearing.on)}."
        if issued is not None and day < issued:
            return f"{what} on {long_date(day)}, which is before the claim was issued on {long_date(issued)}."
    return None


def _directed_ahead(q: Question[RecordDirection]) -> str | None:
    hearing = q.hearing(q.command.hearing_id)
    if q.command.by <= hearing.on:
        return None
    return f"{long_date(q.command.by)} is after hearing {hearing.id} on {long_date(hearing.on)}."


def _direction(q: Question[RecordDirectionMet]) -> str | None:
    hearing = q.hearing(q.command.hearing_id)
    found = next((d for d in hearing.directions if d.id == q.command.direction), None)
    if found is None:
        return f"Hearing {hearing.id} has no direction {q.command.direction}."
    return f"Direction {found.id} was met on {long_date(found.done_on)}." if found.done_on else None


GATES: tuple[Gate[Any], ...] = (
    Gate("already_heard", ASK + FILE + DIRECT + MET, "Is the hearing still ahead?", _unheard, "Nothing to record."),
    Gate("cannot_ask", ASK, "Can it be asked for?", _askable, "Choose an order to ask for.", field="outcome"),
    Gate("sum_wrong", ASK, "Are the sums right?", _ask_sums, "Correct the sums.", field="judgment_pence"),
    Gate("date_wrong", ASK, "Are its dates after the hearing?", _ask_dates, "Correct it.", field="possession_on"),
    not_future(FILE, lambda q: max(q.command.filed_on, q.command.served_on), "filed_on", "Filing or service"),
    Gate(
        "filing_date_wrong",
        FILE,
        "Was it between issue and hearing?",
        _filed_in_time,
        "Correct the dates.",
        "CPR 55.8(4)",
        "A",
        "filed_on",
    ),
    Gate("after_hearing", DIRECT, "Is it to be done by the hearing?", _directed_ahead, "Correct it.", field="by"),
    Gate("no_direction", MET, "Which direction?", _direction, "Choose one that is open.", field="direction"),
    not_future(MET, lambda q: q.command.on, "on", "This record"),
)


def set_ask(q: Question[SetAsk]) -> Sequence[Event]:
    """Keep what the court will be asked for; said again, the later stands."""
    hearing = q.hearing(q.command.hearing_id)
    hold(GATES, q)
    c = q.command
    asked = Asked(
        outcome=c.outcome,
        recorded_on=q.today,
        possession_on=c.possession_on,
        judgment_pence=c.judgment_pence,
        costs_pence=c.costs_pence,
        instalment_pence=c.instalment_pence,
        frequency=c.frequency or "",
        first_payment=c.first_payment,
        other_terms=c.other_terms,
        attends=c.attends,
    )
    return [HearingChanged(what="asked", hearing=hearing.model_copy(update={"asked": asked}))]


def record_filing(q: Question[RecordFiling]) -> Sequence[Event]:
    """The witness statement was filed and served; a late one is kept too, and shows as late."""
    hearing = q.hearing(q.command.hearing_id)
    hold(GATES, q)
    changes = {"statement_filed_on": q.command.filed_on, "statement_served_on": q.command.served_on}
    return [HearingChanged(what="statement_filed", hearing=hearing.model_copy(update=changes))]


def record_direction(q: Question[RecordDirection]) -> Sequence[Event]:
    """The court directed something to be done by a day."""
    hearing = q.hearing(q.command.hearing_id)
    hold(GATES, q)
    made = Direction(id=f"D{len(hearing.directions) + 1}", what=q.command.what, by=q.command.by)
    changed = hearing.model_copy(update={"directions": (*hearing.directions, made)})
    return [HearingChanged(what="directed", hearing=changed, text=q.command.what)]


def record_direction_met(q: Question[RecordDirectionMet]) -> Sequence[Event]:
    """What the court directed was done."""
    hearing = q.hearing(q.command.hearing_id)
    hold(GATES, q)
    done = tuple(
        d.model_copy(update={"done_on": q.command.on}) if d.id == q.command.direction else d for d in hearing.directions
    )
    return [HearingChanged(what="direction_met", hearing=hearing.model_copy(update={"directions": done}))]
