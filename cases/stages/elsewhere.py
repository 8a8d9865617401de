"""A hold that another case records of somebody who is a tenant here too: found, told, and asked before every step."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from cases import held as holds
from cases.elsewhere import HeldElsewhere
from cases.facts import Facts
from cases.gates import Gate, Question, Why
from cases.instants import legal_day
from cases.stages.hold_bars import GUARDED, day_of, step_of
from cases.stages.shared import for_debt
from cases.state import CaseState, Deadline
from cases.waiting import Wait, by_policy
from law import holds as table
from law.explained import long_date

MEND = "Record it here too. If it is somebody else, put the date of birth right in the housing system."


def unrecorded(state: CaseState, facts: Facts) -> tuple[HeldElsewhere, ...]:
    """Those that another open case knows of and this one does not, the earliest first."""
    return beside(state, facts, holds.everything(state))


def beside(state: Any, facts: Facts, known: Sequence[holds.Held]) -> tuple[HeldElsewhere, ...]:
    """The same of a case of either kind, which records what is `known`."""
    found = [
        one
        for one in facts.held_elsewhere
        if one.case_id != state.case_id
        and set(one.tenants) & set(state.tenants)
        and not any(_same(each, one) for each in known)
    ]
    return tuple(sorted(found, key=lambda one: (one.started_on, one.case_id, one.hold_id)))


def _same(here: holds.Held, there: HeldElsewhere) -> bool:
    """Whether a hold of this case is that one: of its kind, of somebody it names, and at the same time."""
    theirs = not here.tenants or bool(set(here.tenants) & set(there.tenants))
    overlap = (there.last is None or here.started_on <= there.last) and (
        here.last is None or there.started_on <= here.last
    )
    return here.kind == there.kind and theirs and overlap


def _barred(q: Question[Any]) -> Why | None:
    step, on = step_of(q), day_of(q)
    if step is None:
        return None
    for one in unrecorded(q.case, q.facts):
        covers = one.started_on <= on and (one.last is None or on <= one.last)
        row = table.bar(one.kind, step, for_debt=for_debt(q)) if covers else None  # type: ignore[arg-type]  # law's word
        survived = one.kind == "death" and set(q.case.tenants) - set(one.tenants)
        if row is None or survived:
            continue
        says = f"{told(one)}, and it is not recorded here. {row.why}."
        return Why(says, authority=row.authority, confidence=max("B", row.confidence.value))
    return None


def told(one: HeldElsewhere) -> str:
    """The hold in one clause: what it is, of which case, since when, of whom."""
    began = f"{one.label} {one.hold_id} of {one.where}, begun on {long_date(one.started_on)}"
    return f"{began}, is of {', '.join(one.tenants)} too"


BARS: tuple[Gate[Any], ...] = (
    Gate(
        "held_elsewhere",
        GUARDED,
        "Is what another case records of these tenants recorded here too?",
        _barred,
        MEND,
        "As the hold",
        "B",
    ),
)
"""Asked of every step that a hold can bar, beside the step's own gates."""


def waits(state: CaseState, facts: Facts, as_at: datetime) -> Iterator[Wait]:
    """Recording here what another case records of the same person: at once."""
    yield from waits_of(unrecorded(state, facts), state.deadlines, as_at)


def waits_of(found: Iterable[HeldElsewhere], deadlines: Sequence[Deadline], as_at: datetime) -> Iterator[Wait]:
    """The same of a case of either kind that waits for `deadlines` already."""
    today = legal_day(as_at)
    for one in found:
        name = f"elsewhere.{one.case_id}.{one.hold_id}"
        known = next((d.date.on for d in deadlines if d.id == name), today)
        due = by_policy(known, told(one), "Record it in this case too")
        title = f"{told(one)}: record it in this case"
        yield Wait(name, "held_elsewhere", title, due, one.hold_id, remind=())
