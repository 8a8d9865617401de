"""How long a case was in each stage of its road, by the days on its record."""

from collections.abc import Iterator
from datetime import date

from cases.base import Value
from cases.state import CaseState
from cases.words import Stage

MEASURED = (Stage.PRE_ACTION, Stage.NOTICE, Stage.CLAIM, Stage.HEARING, Stage.ORDER, Stage.WARRANT)
"""The stages that are measured; the warrant's lasts until the eviction."""


class Spell(Value):
    """A case's time in a stage, from the day it first began; `ended` is None while it is in it still."""

    stage: Stage
    began: date
    ended: date | None = None

    def days(self, today: date) -> int:
        """How many days it lasted, or has lasted by today."""
        return ((self.ended or today) - self.began).days


def spells(state: CaseState) -> tuple[Spell, ...]:
    """Each stage that the case came to, once: a case that went back is counted from where it first came to a stage."""
    begun = sorted(_begun(state), key=lambda each: MEASURED.index(each[0]))
    found: list[Spell] = []
    for place, (stage, began) in enumerate(begun):
        later = [on for _, on in begun[place + 1 :] if on >= began]
        ended = later[0] if later else _over(state, stage, began)
        found.append(Spell(stage=stage, began=began, ended=ended))
    return tuple(found)


def _begun(state: CaseState) -> Iterator[tuple[Stage, date]]:
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


def _over(state: CaseState, stage: Stage, began: date) -> date | None:
    ends = [state.closed.on] if state.closed else []
    if stage is Stage.WARRANT:
        ends += [w.executed_on for w in state.warrants if w.executed_on]
    if stage in (Stage.CLAIM, Stage.HEARING) and not any(c.live for c in state.claims):
        ends += [c.ended_on for c in state.claims if c.ended_on][-1:]
    if stage is Stage.ORDER and not any(o.live for o in state.orders):
        ends += [on for o in state.orders if (on := o.set_aside_on or o.discharged_on)][-1:]
    return min((on for on in ends if on >= began), default=None)
