"""What holds a case on a day, whatever it is: breathing space, insolvency, stay, death, the landlord's own hold.

Which steps and clocks each reaches is law's table (`law.holds`); here it is put to one case.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any, cast

from cases.account import position
from cases.base import DatedStep, ExplainedDate, Pence, Value
from cases.facts import Facts
from cases.state import BreathingSpace, CaseState, Hold
from cases.words import HoldKind, Track
from law import holds as table
from law.breathing_space import limit_with_moratorium
from law.effects import EFFECTS, KINDS
from law.explained import long_date
from law.holds import Bar, HoldStep, Kind

_ENFORCING = frozenset({"request_warrant", "breach_decision", "booking"})
_COLLECTING = frozenset({"serve_notice", "issue_claim", "breach_warning", "restore"}) | _ENFORCING
WORDS = {
    "notice": "Notice",
    "claim": "Claim",
    "warrant": "Warrant",
    "booking": "Eviction appointment",
    "eviction": "Eviction",
    "money": "Money judgment for the debt",
    "terms": "Terms of paying the debt",
}
ASKED = (
    *("contact_to_enforce", "contact_ongoing", "hearing_papers", "payment_taken"),
    *("benefit_deduction", "deduction_running", "interest_on_debt"),
)
"""What is asked of the tenants, sent to them or taken from them, by the steps of law's table of effects."""
REACHING = table.MORATORIA | table.INSOLVENCIES | {"death"}
"""The holds that are of a person, and so of every account of theirs."""
STOPPED_BY = {"rent_enforcement": _COLLECTING, "enforcement": _ENFORCING}
"""The deadlines that stand still when a clock of the table stops, by their kind."""


class Held(Value):
    """One hold in the terms that all of them share. `last` is the last day it covers; None while nobody knows it."""

    id: str
    kind: str
    label: str
    started_on: date
    last: date | None
    over: bool
    tenants: tuple[str, ...]
    frozen_pence: Pence | None
    court_told_on: date | None

    def covers(self, day: date) -> bool:
        """Whether the day lies in it, its first and last included."""
        return self.started_on <= day and (self.last is None or day <= self.last)

    @property
    def law_kind(self) -> Kind:
        """Its kind as the law room names it."""
        return cast(Kind, self.kind)


class Clock(Value):
    """What a hold does to one clock of this case, and the day it moves a limit to, where it does."""

    title: str
    effect: str
    why: str
    authority: str
    confidence: str
    until: ExplainedDate | None = None


class Asked(Value):
    """What a hold on a debt does to one thing that may be asked of the tenants, sent to them or taken from them."""

    title: str
    effect: str
    why: str
    authority: str
    confidence: str


class Meaning(Value):
    """A hold as the case page shows it: what it bars, what it does to each clock, what it means for joint tenants.

    `since_pence` is what the account has moved by since the debt was frozen: new rent less payments.
    """

    held: Held
    barred: tuple[str, ...]
    open: tuple[str, ...]
    clocks: tuple[Clock, ...]
    asked: tuple[Asked, ...] = ()
    others: tuple[str, ...] = ()
    others_say: str = ""
    others_authority: str = ""
    tell_court: bool = False
    since_pence: Pence | None = None


def everything(state: CaseState) -> tuple[Held, ...]:
    """Every hold there ever was on the case, breathing spaces first."""
    return (*map(of_space, state.breathing_spaces), *map(_of_hold, state.holds))


def covering(state: CaseState, day: date) -> tuple[Held, ...]:
    """The holds that a day lies in."""
    return tuple(held for held in everything(state) if held.covers(day))


def barring(state: CaseState, step: HoldStep, day: date, *, for_debt: bool) -> tuple[tuple[Held, Bar], ...]:
    """The holds that bar a step on a day, with why. The death of one of several tenants bars nothing."""
    found = []
    for held in covering(state, day):
        row = table.bar(held.law_kind, step, for_debt=for_debt)
        if row is not None and not _passes_by(state, held):
            found.append((held, row))
    return tuple(found)


def survivors(state: CaseState, held: Held) -> tuple[str, ...]:
    """The joint tenants whom a hold does not name; none where it names nobody."""
    return tuple(t for t in state.tenants if t not in held.tenants) if held.tenants else ()


def with_court(state: CaseState) -> bool:
    """Whether a claim or a warrant is with the court, so that the court has to hear of a hold."""
    claimed = any(c.live and c.issued_on for c in state.claims)
    return claimed or any(w.live and w.requested_on for w in state.warrants)


def to_tell(state: CaseState, held: Held) -> bool:
    """Whether the court has still to be told of a hold."""
    if held.over or held.court_told_on or held.kind not in table.TOLD_TO_COURT:
        return False
    return with_court(state)


def standing_still(state: CaseState, kind: str, day: date, *, for_debt: bool) -> Held | None:
    """The hold that makes a deadline of that kind stand still on a day; the one that lasts longest."""
    found = [
        held
        for held in covering(state, day)
        if not _passes_by(state, held)
        and any(kind in kinds and table.stops(held.law_kind, clock) for clock, kinds in STOPPED_BY.items())
        and (for_debt or held.kind not in table.MORATORIA)
    ]
    return max(found, key=lambda held: held.last or date.max, default=None)


def put_off(due: ExplainedDate, held: Held) -> ExplainedDate | None:
    """A date that stands still in a hold: the day after it, told with both reasons; None while nobody knows its end."""
    if held.last is None:
        return None
    on = table.day_after(held.last)
    if due.on >= on:
        return due
    why = f"{held.label} {held.id} holds it until {long_date(held.last)}"
    return due.model_copy(
        update={
            "on": on,
            "sentence": f"{due.sentence} {why}, so it is looked at again on {long_date(on)}.",
            "steps": (*due.steps, DatedStep(text=why, authority="As the hold", on=on)),
        }
    )


def meanings(state: CaseState, facts: Facts, day: date) -> tuple[Meaning, ...]:
    """Every hold that covers a day or is still ahead, as people need it explained."""
    return tuple(_meaning(state, facts, held, day) for held in everything(state) if not held.over)


def _meaning(state: CaseState, facts: Facts, held: Held, day: date) -> Meaning:
    rows = {step: table.bar(held.law_kind, step, for_debt=True) for step in table.STEPS}
    free = _passes_by(state, held)
    barred = tuple(f"{WORDS[step]}: {row.why} ({row.authority})" for step, row in rows.items() if row and not free)
    joint, others = table.for_the_others(held.law_kind), survivors(state, held)
    since = None
    if held.frozen_pence is not None:
        since = position(facts.postings, day, facts.tenancy).rent_arrears_pence - held.frozen_pence
    return Meaning(
        held=held,
        barred=barred,
        open=tuple(WORDS[step] for step, row in rows.items() if row is None or free),
        clocks=tuple(_clock(state, held, row) for row in table.clocks(held.law_kind)),
        asked=tuple(_asked(held)),
        others=others,
        others_say=joint.says if others else "",
        others_authority=joint.authority if others else "",
        tell_court=to_tell(state, held),
        since_pence=since,
    )


def _asked(held: Held) -> Iterator[Asked]:
    if held.kind not in table.MORATORIA | table.INSOLVENCIES:
        return
    for step in ASKED:
        row = EFFECTS[step, KINDS[held.kind].family]
        yield Asked(
            title=row.title,
            effect=row.effect,
            why=row.why,
            authority=row.authority,
            confidence=row.confidence.value,
        )


def _clock(state: CaseState, held: Held, row: table.ClockRow) -> Clock:
    until = None
    if row.clock == "order_limit" and held.last is not None:
        aged = next((o.six_years for o in reversed(state.orders) if o.live and o.six_years), None)
        until = ExplainedDate.of(limit_with_moratorium(aged.on, held.started_on, held.last)) if aged else None
    return Clock(
        title=row.title,
        effect=row.effect,
        why=row.why,
        authority=row.authority,
        confidence=row.confidence.value,
        until=until,
    )


def _passes_by(state: CaseState, held: Held) -> bool:
    """Whether a death leaves the case as it is: others survive, or the road is the estate's own."""
    if held.kind != HoldKind.DEATH:
        return False
    return bool(survivors(state, held)) or state.track is Track.NO_SUCCESSOR


def space_label(kind: str) -> str:
    """A moratorium of that kind, as shown to people."""
    return "Breathing space" if kind == "standard" else "Mental-health crisis breathing space"


def of_space(space: BreathingSpace) -> Held:
    """A breathing space in those terms, of a case of any kind."""
    return _held(space, space.kind, space_label(space.kind))


def _of_hold(hold: Hold) -> Held:
    return _held(hold, hold.kind.value, hold.kind.label)


def _held(item: Any, kind: str, label: str) -> Held:
    return Held(
        id=item.id,
        kind=kind,
        label=label,
        started_on=item.started_on,
        last=item.ended_on or (item.ends.on if item.ends else None),
        over=item.ended_on is not None,
        tenants=item.tenants,
        frozen_pence=item.frozen_pence,
        court_told_on=item.court_told_on,
    )


def next_id(letter: str, kept: Sequence[Any], struck_out: Iterable[str]) -> str:
    """The id of the next hold of a letter; one that was struck out keeps its own for ever."""
    return f"{letter}{len(kept) + sum(one.startswith(letter) for one in struck_out) + 1}"


def before(day: date) -> date:
    """The day before: a debt is frozen as it stood when the first day began."""
    return day - timedelta(days=1)
