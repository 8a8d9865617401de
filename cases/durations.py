"""How long a case was in each stage of its road, by the days on its record."""

from collections.abc import Iterator
from datetime import date

from cases.base import Value
from cases.money.state import MoneyState
from cases.money.words import MoneyStage
from cases.state import CaseState
from cases.words import Stage

AnyStage = Stage | MoneyStage

MEASURED = (Stage.PRE_ACTION, Stage.NOTICE, Stage.CLAIM, Stage.HEARING, Stage.ORDER, Stage.WARRANT)
"""The stages that are measured; the warrant's lasts until the eviction."""
MEASURED_OF_MONEY = tuple(stage for stage in MoneyStage if stage is not MoneyStage.CLOSED)
"""The same of a money case."""


class Spell(Value):
    """A case's time in a stage, from the day it first began; `ended` is None while it is in it still."""

    stage: AnyStage
    began: date
    ended: date | None = None

    def days(self, today: date) -> int:
        """How many days it lasted, or has lasted by today."""
        return ((self.ended or today) - self.began).days


def spells(state: CaseState | MoneyState) -> tuple[Spell, ...]:
    """Each stage that the case came to, once: a case that went back is counted from where it first came to a stage."""
    measured: tuple[AnyStage, ...] = MEASURED_OF_MONEY if isinstance(state, MoneyState) else MEASURED
    came = dict(_begun_of_money(state) if isinstance(state, MoneyState) else _begun(state))
    begun = [(stage, came[stage]) for stage in measured if stage in came]
    found: list[Spell] = []
    for place, (stage, began) in enumerate(begun):
        later = [on for _, on in begun[place + 1 :] if on >= began]
        ended = later[0] if later else _over(state, stage, began)
        found.append(Spell(stage=stage, began=began, ended=ended))
    return tuple(found)


def _begun(state: CaseState) -> Iterator[tuple[AnyStage, date]]:
    yield Stage.PRE_ACTION, state.opened_on
    firsts = (
        (Stage.NOTICE, [n.drafted_on for n in state.notices]),
        (Stage.CLAIM, [c.drafted_on for c in state.claims]),
        (Stage.HEARING, [h.listed_on for h in state.hearings if h.listed_on]),
        (Stage.ORDER, [o.made_on for o in state.orders]),
        (Stage.WARRANT, [w.drafted_on for w in state.warrants]),
    )
    for stage, days in firsts:
        if days:
            yield stage, min(days)


def _begun_of_money(state: MoneyState) -> Iterator[tuple[AnyStage, date]]:
    yield MoneyStage.TRACING, state.opened_on
    firsts = (
        (MoneyStage.LETTER, [letter.on for letter in state.letters]),
        (MoneyStage.ARRANGEMENT, [a.agreed_on for a in state.arrangements if a.agreed_on]),
        (MoneyStage.CLAIM, [c.drafted_on for c in state.claims]),
        (MoneyStage.ISSUED, [c.issued_on for c in state.claims if c.issued_on]),
        (MoneyStage.JUDGMENT, [j.on for j in state.judgments]),
        (MoneyStage.ENFORCEMENT, [e.drafted_on for e in state.enforcements]),
    )
    for stage, days in firsts:
        if days:
            yield stage, min(days)


def _over(state: CaseState | MoneyState, stage: AnyStage, began: date) -> date | None:
    ends = [state.closed.on] if state.closed else []
    ends += _ends_of_money(state, stage) if isinstance(state, MoneyState) else _ends(state, stage)
    return min((on for on in ends if on >= began), default=None)


def _ends(state: CaseState, stage: AnyStage) -> list[date]:
    if stage is Stage.WARRANT:
        return [w.executed_on for w in state.warrants if w.executed_on]
    if stage in (Stage.CLAIM, Stage.HEARING) and not any(c.live for c in state.claims):
        return [c.ended_on for c in state.claims if c.ended_on][-1:]
    if stage is Stage.ORDER and not any(o.live for o in state.orders):
        return [on for o in state.orders if (on := o.set_aside_on or o.discharged_on)][-1:]
    return []


def _ends_of_money(state: MoneyState, stage: AnyStage) -> list[date]:
    if stage is MoneyStage.ARRANGEMENT and not any(a.live for a in state.arrangements):
        return [a.ended_on for a in state.arrangements if a.ended_on][-1:]
    if stage in (MoneyStage.CLAIM, MoneyStage.ISSUED) and not any(c.live for c in state.claims):
        return [c.ended_on for c in state.claims if c.ended_on][-1:]
    if stage is MoneyStage.JUDGMENT and not any(j.live for j in state.judgments):
        return [on for j in state.judgments if (on := j.set_aside_on or j.satisfied_on)][-1:]
    if stage is MoneyStage.ENFORCEMENT and not any(e.live for e in state.enforcements):
        return [e.ended_on for e in state.enforcements if e.ended_on][-1:]
    return []
