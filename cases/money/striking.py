"""A breathing space or a hold of a money case that was recorded by mistake: struck out, as if it had never been.

The record keeps it, and its striking out with the reason. What had not fallen due in it is due again, and every date
that goes back is told.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from cases import setting
from cases.events import AlarmRaised
from cases.gates import Gate
from cases.money import arrangement, deadlines, judgment
from cases.money.asking import Ask, gate, hold
from cases.money.commands import StrikeOutHold
from cases.money.events import HoldStruckOut, MoneyEvent
from cases.money.evolve import evolve
from cases.money.state import MoneyState
from cases.words import Role
from law.explained import long_date

STRIKE = ("strike_out_hold",)


def _began(case: MoneyState) -> dict[str, date]:
    """The first day of every hold on the case, by its id."""
    return {one.id: one.started_on for one in case.breathing_spaces} | {one.id: one.on for one in case.holds}


def _known(ask: Ask[StrikeOutHold]) -> str | None:
    return None if ask.command.held_by in _began(ask.case) else f"This case has no hold {ask.command.held_by}."


GATES: tuple[Gate[Any], ...] = (
    gate("no_hold", STRIKE, "Is it on the record?", _known, "Look at the case again.", field="held_by"),
)


def strike_out_hold(ask: Ask[StrikeOutHold]) -> Sequence[MoneyEvent]:
    """It never happened: it is no part of the case any more, its number goes to no other, and the officer is told."""
    hold(GATES, ask)
    before, wanted = ask.case, ask.command.held_by
    began = _began(before)[wanted]
    after = evolve(before, HoldStruckOut(held_by=wanted))
    for found in (*arrangement.watched(after, ask.facts, ask.as_at), *judgment.watched(after, ask.facts, ask.as_at)):
        after = evolve(after, found)
    moved = tuple(setting.moved(before.deadlines, deadlines.required(after, ask.facts, ask.as_at)))
    told = AlarmRaised(
        deadline_id=f"struck_out:{wanted}",
        level="due",
        due=ask.as_at,
        to_role=Role.OFFICER,
        to_user=before.officer,
        title=f"{setting.struck_out(wanted, long_date(began))}. {setting.told(moved)}",
        on=ask.today,
    )
    return [HoldStruckOut(held_by=wanted, moved=moved, text=ask.command.reason), told]
