"""Putting a recorded fact right: every date that rests on it is worked out again, and what moved is told.

Nothing is erased: the old value stays in the record, beside the new one, with the reason. A correction that shows a
later step to have been unlawful is recorded all the same; the step is then at risk (`soundness`).
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from cases import deadlines, setting, slips
from cases.commands import Command, Correct
from cases.correctable import FACTS, Fact, choices, model_of, value_field
from cases.events import AlarmRaised, Corrected, DeadlinesChanged, Event, PaperChanged
from cases.gates import Gate, Question, Why, hold, reasons
from cases.instants import legal_day
from cases.recorded import Act, find
from cases.refusals import Refusal, Refused
from cases.stages import (
    again,
    application_gates,
    arrangement_gates,
    benefit,
    claim,
    closing,
    days_in_order,
    decision,
    eviction,
    filing,
    hearing,
    holding,
    holds,
    leaving,
    notice,
    order,
    papers_claim,
    parties,
    preaction,
    review,
    turning,
)
from cases.stages.correction_told import NEVER, differently_made, message, shown, why_stale
from cases.stages.moved import dates_moved, items_changed
from cases.state import CaseState, Correction, DateMoved
from cases.words import Role
from law.explained import long_date

__all__ = ["GATES", "correct", "shown"]

CORRECT = ("correct",)
VALUES = ("day", "clock", "instant", "pence", "label", "codes", "yes")
WEIGHTY = frozenset({Role.SENIOR, Role.TEAM_LEADER, Role.LEGAL})
EMPTIED = frozenset(
    {("book_eviction", "n54_delivered_on"), ("record_decision", "told_on"), ("record_application", "hearing_on")}
    | {("record_right_to_buy", "admitted_on"), ("record_right_to_buy", "offer_on")}
)
"""Facts that may never have happened although their act did: removed, their field is empty."""
ON_HOLDS = frozenset({"start_breathing_space", "end_breathing_space", "start_hold", "extend_hold", "end_hold"})
_ASKED_AGAIN = frozenset(
    {"unknown_step", "unknown_tenant", "before_tenancy", "hold_tenants", "no_number", "no_court", "route_not_open"}
    | {"sum_wrong", "end_before_start", "fee_differs", "not_a_refusal", "not_an_ending", "wrong_ground", "cannot_ask"}
    | {"decision_unfit", "not_executed", "not_taken_back", "not_dismissed", "no_arrangement", "no_signer"}
    | {"condition_needed", "cannot_take_back", "no_tenants", "not_of_tenancy", "cannot_pass", "buy_dates"}
    | {"first_payment_wrong", "lump_sum_wrong", "hour_wrong", "court_closed", "closed_day"}
)
_STAGES: tuple[Gate[Any], ...] = (
    *preaction.GATES,
    *decision.GATES,
    *benefit.GATES,
    *holds.GATES,
    *holding.GATES,
    *arrangement_gates.GATES,
    *notice.GATES,
    *review.GATES,
    *claim.GATES,
    *papers_claim.GATES,
    *hearing.GATES,
    *filing.GATES,
    *order.GATES,
    *application_gates.GATES,
    *eviction.GATES,
    *leaving.GATES,
    *closing.GATES,
    *parties.GATES,
)
_NAMES = {"day": "a date", "clock": "a time", "instant": "a date with its time", "pence": "a sum", "yes": "yes or no"}


def _fact(q: Question[Correct]) -> tuple[Act, str, Fact] | None:
    found = find(q.case, q.command.fact)
    return None if found is None else (*found, FACTS[found[0].command.kind, found[1]])


def _known(q: Question[Correct]) -> str | None:
    return None if _fact(q) else f"Nothing is recorded at '{q.command.fact}'."


def _given(q: Question[Correct]) -> str | Why | None:
    found = _fact(q)
    if found is None:
        return None
    act, field, fact = found
    c, wanted = q.command, value_field(act.command.kind, field)
    given = [name for name in VALUES if getattr(c, name) is not None]
    if c.remove:
        if given and [getattr(c, name) for name in given] != [getattr(act.command, field)]:
            return Why("It cannot be removed and given a new value at once.", "Choose one of the two.")
        return None if fact.removable else f"'{fact.title}' can be put right, not removed."
    extra = turning.misplaced(c, fact)
    if extra is not None:
        return extra
    if given != [wanted]:
        return Why(f"The new value of '{fact.title}' is missing.", f"Give {_NAMES.get(wanted, 'one of its words')}.")
    named = choices(act.command.kind, field)
    if named and c.label is not None and c.label not in named:
        return Why(f"'{c.label}' is not what '{fact.title}' can be.", f"Choose one of: {', '.join(named)}.")
    return None


def _new(q: Question[Correct]) -> Command | None:
    """The act with the new value; None where it is removed. Raises ValidationError."""
    found = _fact(q)
    assert found is not None
    act, field, _ = found
    kind = act.command.kind
    if q.command.remove and (kind, field) not in EMPTIED:
        return None
    value = None if q.command.remove else getattr(q.command, value_field(kind, field))
    more = turning.besides(q.command, act, value) if FACTS[kind, field].turning else {}
    changed: Any = model_of(kind).model_validate({**act.command.model_dump(), **more, field: value})
    return changed  # type: ignore[no-any-return]


def _ready(q: Question[Correct]) -> tuple[Act, str, Fact] | None:
    """The fact, where a value of the right sort is given."""
    return None if _known(q) or _given(q) else _fact(q)


def _differs(q: Question[Correct]) -> str | None:
    found = _ready(q)
    if found is None:
        return None
    act, field, fact = found
    try:
        now = _new(q)
    except ValidationError:
        return f"That is not what '{fact.title}' can be."
    if now is None or getattr(now, field) != getattr(act.command, field):
        return None
    return f"'{fact.title}' is recorded as {shown(getattr(act.command, field))} already."


def _happened(q: Question[Correct]) -> str | None:
    found = _ready(q)
    if found is None or found[2].ahead:
        return None
    value = q.command.instant or q.command.day
    if value is None:
        return None
    day = legal_day(value) if isinstance(value, datetime) else value
    return f"{long_date(day)} has not come yet." if day > q.today else None


def _senior(q: Question[Correct]) -> str | None:
    found = _fact(q)
    if found is None or q.actor.role in WEIGHTY:
        return None
    if q.case.closed is not None:
        return f"The case is closed since {long_date(q.case.closed.on)}, so a second person puts it right."
    if not found[2].weighty:
        return None
    return f"Dates that the law counts from rest on '{found[2].title}', so a second person puts it right."


def _turned(q: Question[Correct]) -> Why | None:
    found = _ready(q)
    if found is None or not found[2].turning or q.command.remove or _differs(q):
        return None
    now = _new(q)
    return turning.not_whole(q, found[0], now) if now is not None else None


def _possible(q: Question[Correct]) -> Why | None:
    """What the act's own gates say of the new value, where they speak of the value alone."""
    found = _ready(q)
    if found is None or q.command.remove or _differs(q):
        return None
    _, field, _ = found
    new = _new(q)
    asked = Question(new, q.case, q.facts, q.as_at)
    far = next((r for r in slips.unlikely(new, q.case, q.today) if r.field == field), None) if new else None
    if far is not None:
        return Why(far.says, far.mend)
    own = (field, "judgment_pence") if q.command.pence is not None else (field,)
    gates = [gate for gate in _STAGES if gate.field in own and gate.code in _ASKED_AGAIN]
    for told in reasons(gates, asked):
        return Why(told.says, told.mend, told.authority, told.confidence)
    return None


GATES: tuple[Gate[Any], ...] = (
    Gate("unknown_fact", CORRECT, "Is it on the record?", _known, "Choose a fact of this case.", field="fact"),
    Gate("value_wrong", CORRECT, "Is a value of its sort given?", _given, "Give the value as it should be."),
    Gate("nothing_to_correct", CORRECT, "Is the value another one?", _differs, "Nothing to do."),
    Gate("in_future", CORRECT, "Has it happened?", _happened, "Give the day it happened.", field="day"),
    Gate(
        "correction_needs_senior",
        CORRECT,
        "May this person put that fact right?",
        _senior,
        "Ask a senior officer, a team leader or legal.",
        "Landlord's policy",
    ),
    Gate(
        "not_whole",
        CORRECT,
        "Is all given that the other road needs?",
        _turned,
        "Give it with this correction.",
    ),
    Gate("value_impossible", CORRECT, "Can it be that?", _possible, "Give another value."),
)


def correct(q: Question[Correct]) -> Sequence[Event]:
    """Record the correction with what it moved, the items as they now stand, and the papers that no longer stand."""
    hold(GATES, q)
    found = _fact(q)
    assert found is not None
    act, field, fact = found
    now = _new(q)
    after = again.corrected(q, act, now)
    rests = turning.rests_on(q.case, after)
    if rests is not None:
        raise Refused(Refusal(code="something_rests_on_it", says=rests.says, mend=rests.mend))
    turned = days_in_order.turned_round(q.case, after)
    if turned is not None:
        raise Refused(Refusal(code="days_turned_round", says=turned.says, mend=turned.mend, field="day"))
    correction = Correction(
        id=f"K{len(q.case.corrections) + 1}",
        fact=q.command.fact,
        title=fact.title,
        old=shown(getattr(act.command, field)),
        new=NEVER if now is None else shown(getattr(now, field)),
        on=q.today,
        by=q.actor,
        reason=q.command.reason,
    )
    checks = tuple(
        f"{item.id}.payment"
        for name in ("orders", "arrangements")
        for item in getattr(after, name)
        if item not in getattr(q.case, name)
    )
    moved = (*dates_moved(q.case, after), *_waits_moved(q, act, after, checks))
    stale = [
        PaperChanged(what="stale", paper=paper.model_copy(update={"stale": why_stale(act, correction)}))
        for paper in q.case.papers
        if paper.failed is None and paper.stale is None and differently_made(q, after, paper.kind, paper.subject)
    ]
    told = AlarmRaised(
        deadline_id=f"correction:{correction.id}",
        level="due",
        due=q.as_at,
        to_role=Role.OFFICER,
        to_user=q.case.officer,
        title=message(q.case, act, correction, moved, len(stale)),
        on=q.today,
    )
    cleared = [DeadlinesChanged(cleared=checks)] if checks and q.case.closed is None else []
    return [Corrected(correction=correction, moved=moved), *items_changed(q.case, after), *stale, *cleared, told]


def _waits_moved(q: Question[Any], act: Act, after: CaseState, checks: Sequence[str]) -> Iterator[DateMoved]:
    """What the case waits for on another day now that a hold is known to have been otherwise, or not at all."""
    if act.command.kind not in ON_HOLDS:
        return
    fresh = tuple(each for each in after.deadlines if each.id not in checks)
    required = deadlines.required(after.model_copy(update={"deadlines": fresh}), q.facts, q.as_at)
    yield from setting.moved(q.case.deadlines, required)
