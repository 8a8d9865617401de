"""Holds that are not a breathing space: insolvency, a stay, a death, the landlord's own. In, longer, out, and told."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from cases import held as holds
from cases.base import ExplainedDate
from cases.commands import EndHold, ExtendHold, RecordCourtTold, StartHold
from cases.events import BreathingSpaceChanged, Event, HoldChanged
from cases.facts import Facts
from cases.gates import Gate, Question, Why, hold
from cases.held import Held
from cases.instants import legal_day
from cases.parties import everyone
from cases.refusals import NotFound, Refusal
from cases.stages.in_tenancy import in_tenancy
from cases.stages.shared import not_future
from cases.state import CaseState, Hold
from cases.waiting import Wait, by_order, by_policy
from cases.words import HoldKind, Role
from law.effects import debt_relief_end
from law.explained import long_date
from law.holds import INSOLVENCIES

START = ("start_hold",)
EXTEND = ("extend_hold",)
END = ("end_hold",)
TOLD = ("record_court_told",)
LOOK_AGAIN = timedelta(days=28)
TELL_WITHIN = timedelta(days=1)
ABOUT_SOMEBODY = frozenset({*INSOLVENCIES, HoldKind.DEATH.value})
EXTENDABLE = frozenset({HoldKind.POLICY, HoldKind.STAY, HoldKind.DEBT_RELIEF_ORDER, HoldKind.IVA})
SENIORS = frozenset({Role.SENIOR, Role.TEAM_LEADER})


def found(q: Question[Any]) -> Hold:
    """The hold that the command is about. Raises NotFound."""
    for one in q.case.holds:
        if one.id == q.command.hold_id:
            return one
    raise NotFound(
        Refusal(code="no_hold", says=f"This case has no hold {q.command.hold_id}.", mend="Look at the case again.")
    )


def _end_given(q: Question[StartHold]) -> str | None:
    if q.command.hold is not HoldKind.POLICY or q.command.ends_on:
        return None
    return "The landlord's own hold needs the day it ends; without one it would be forgotten."


def _order_of_days(q: Question[Any]) -> str | None:
    c = q.command
    started = c.started_on if isinstance(c, StartHold) else found(q).started_on
    ended = c.ended_on if isinstance(c, EndHold) else c.ends_on
    if ended is None or ended >= started:
        return None
    return f"It began on {long_date(started)}, after {long_date(ended)}."


def _whom(q: Question[StartHold]) -> str | None:
    c = q.command
    strangers = [t for t in c.tenants if t not in everyone(q.case)]
    if strangers:
        return f"{', '.join(strangers)} is not a joint tenant of this tenancy."
    if c.hold.value in ABOUT_SOMEBODY and not c.tenants:
        return f"{c.hold.label}: it is not said whose."
    return None


def _to_stay(q: Question[StartHold]) -> str | None:
    if q.command.hold is not HoldKind.STAY or any(c.issued_on for c in q.case.claims):
        return None
    return "No claim of this case is before the court, so there is nothing to stay."


def _not_twice(q: Question[StartHold]) -> str | None:
    c = q.command
    for one in q.case.holds:
        same = one.kind is c.hold and (not c.tenants or not one.tenants or set(c.tenants) & set(one.tenants))
        if same and one.ended_on is None:
            return f"{one.kind.label} {one.id} runs already, since {long_date(one.started_on)}."
    return None


def _senior(q: Question[Any]) -> str | None:
    kind = q.command.hold if isinstance(q.command, StartHold) else found(q).kind
    if kind is not HoldKind.POLICY or q.actor.role in SENIORS:
        return None
    return "The landlord's own hold is for a senior officer or a team leader to decide."


def _runs(q: Question[Any]) -> str | None:
    one = found(q)
    return f"{one.kind.label} {one.id} ended on {long_date(one.ended_on)}." if one.ended_on else None


def _longer(q: Question[ExtendHold]) -> str | Why | None:
    one = found(q)
    if one.kind not in EXTENDABLE:
        return Why(f"{one.kind.label} {one.id} has no end date to move.", "Record its end when it comes.")
    if one.ends and q.command.ends_on <= one.ends.on:
        return f"{one.kind.label} {one.id} lasts until {long_date(one.ends.on)} already."
    return None


def _held(q: Question[RecordCourtTold]) -> Held | None:
    return next((one for one in holds.everything(q.case) if one.id == q.command.held_by), None)


def _known(q: Question[RecordCourtTold]) -> str | None:
    one = _held(q)
    if one is None:
        return f"This case has no hold {q.command.held_by}."
    if one.court_told_on:
        return f"The court was told of {one.id} on {long_date(one.court_told_on)}."
    if q.command.on < one.started_on:
        return f"{one.id} began on {long_date(one.started_on)}, after {long_date(q.command.on)}."
    return None


GATES: tuple[Gate[Any], ...] = (
    Gate("hold_end_needed", START, "Is the end known, where it has to be?", _end_given, "Enter it.", field="ends_on"),
    Gate("hold_tenants", START, "Whom is it about?", _whom, "Choose among the joint tenants.", field="tenants"),
    Gate("nothing_to_stay", START, "Is there a claim to stay?", _to_stay, "Record the issue of the claim first."),
    Gate("hold_runs", START, "Does none of this kind run already?", _not_twice, "Extend or end that one."),
    Gate(
        "hold_needs_senior",
        START + EXTEND,
        "May this person hold the case for the landlord?",
        _senior,
        "Ask a senior officer or a team leader.",
        "Landlord's policy",
    ),
    not_future(START, lambda q: q.command.started_on, "started_on", "The start of a hold"),
    in_tenancy(START, lambda q: q.command.started_on if q.command.hold is HoldKind.DEATH else None, "started_on"),
    not_future(END, lambda q: q.command.ended_on, "ended_on", "The end of a hold"),
    Gate("end_before_start", START, "Is the end after the start?", _order_of_days, "Correct it.", field="ends_on"),
    Gate("end_before_start", END, "Is the end after the start?", _order_of_days, "Correct it.", field="ended_on"),
    Gate("already_ended", EXTEND + END, "Does it still run?", _runs, "Nothing to do."),
    Gate("not_longer", EXTEND, "Is the new end later?", _longer, "End it instead, if it ends sooner.", field="ends_on"),
    Gate("nothing_to_tell", TOLD, "Is there a hold to tell of?", _known, "Look at the case again."),
    not_future(TOLD, lambda q: q.command.on, "on", "This record"),
)


def start_hold(q: Question[StartHold]) -> Sequence[Event]:
    """A hold is known of: what it bars stops until it ends. A debt relief order lasts a year unless told otherwise."""
    hold(GATES, q)
    c = q.command
    one = Hold(
        id=holds.next_id("L", q.case.holds, q.case.struck_out),
        kind=c.hold,
        started_on=c.started_on,
        recorded_by=q.actor,
        ends=_ends(c.hold, c.started_on, c.ends_on),
        tenants=tuple(dict.fromkeys(c.tenants)),
        frozen_pence=q.arrears_on(holds.before(c.started_on)) if c.hold.value in INSOLVENCIES else None,
        reason=c.reason,
    )
    return [HoldChanged(what="started", hold=one, text=c.reason)]


def extend_hold(q: Question[ExtendHold]) -> Sequence[Event]:
    """A hold lasts longer."""
    one = found(q)
    hold(GATES, q)
    changes = {"ends": _ends(one.kind, one.started_on, q.command.ends_on), "planned": one.planned or one.ends}
    longer = one.model_copy(update=changes)
    return [HoldChanged(what="extended", hold=longer, text=q.command.reason)]


def end_hold(q: Question[EndHold]) -> Sequence[Event]:
    """A hold ended on a day, which is its last."""
    one = found(q)
    hold(GATES, q)
    ended = one.model_copy(update={"ended_on": q.command.ended_on})
    return [HoldChanged(what="ended", hold=ended, text=q.command.reason)]


def record_court_told(q: Question[RecordCourtTold]) -> Sequence[Event]:
    """The court was told of a breathing space or another hold."""
    hold(GATES, q)
    told = {"court_told_on": q.command.on}
    for space in q.case.breathing_spaces:
        if space.id == q.command.held_by:
            return [BreathingSpaceChanged(breathing_space=space.model_copy(update=told))]
    one = next(each for each in q.case.holds if each.id == q.command.held_by)
    return [HoldChanged(what="court_told", hold=one.model_copy(update=told))]


def ran_out(one: Hold) -> Hold:
    """The hold after its last day has passed."""
    return one.model_copy(update={"ended_on": one.ends.on if one.ends else one.ended_on})


def waits(state: CaseState, facts: Facts, as_at: datetime) -> Iterator[Wait]:
    """The last day of a hold that has one, a look at one that has none, and telling the court."""
    for one in (h for h in state.holds if h.ended_on is None):
        label = f"{one.kind.label} {one.id}"
        if one.ends:
            title = f"Last day of the hold '{label}': what it stopped may go on from the day after"
            yield Wait(f"{one.id}.end", "hold_end", title, one.ends, one.id, after=True, escalates=False)
        else:
            since = f"{label} began on {long_date(one.started_on)}"
            due = by_policy(_next_look(one, as_at), since, "Look again whether it still holds the case")
            title = f"{label}: look again, and record its end if it has ended"
            yield Wait(f"{one.id}.look", "hold_look", title, due, one.id, remind=(), escalates=False)
    for each in holds.everything(state):
        if holds.to_tell(state, each):
            since = f"{each.label} {each.id} began on {long_date(each.started_on)}"
            due = by_policy(each.started_on + TELL_WITHIN, since, "Tell the court, and the bailiff if one is booked")
            yield Wait(
                f"{each.id}.tell", "tell_court", f"Tell the court of {each.label.lower()} {each.id}", due, each.id
            )


def _next_look(one: Hold, as_at: datetime) -> date:
    """Every four weeks from its start; a day that passed stands until the day after it, so that it can speak."""
    due = one.started_on + LOOK_AGAIN
    while due < legal_day(as_at):
        due += LOOK_AGAIN
    return due


def _ends(kind: HoldKind, started: date, ends_on: date | None) -> ExplainedDate | None:
    if ends_on is None:
        return ExplainedDate.of(debt_relief_end(started)) if kind is HoldKind.DEBT_RELIEF_ORDER else None
    told = f"{kind.label} from {long_date(started)}"
    return (by_policy if kind is HoldKind.POLICY else by_order)(ends_on, told, "Last day of the hold")
