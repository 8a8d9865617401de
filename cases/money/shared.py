"""Gates that several steps of a money case keep: moratorium, holds, register, fairness, address, approval."""

from collections.abc import Callable
from datetime import date
from typing import Any

from cases.gates import Gate, Why
from cases.money.asking import Ask, gate
from cases.money.state import MoneyHold, MoneyState
from cases.money.words import HoldReason, MoneyStep
from cases.stages.shared import FAIRNESS
from cases.state import BreathingSpace, Person
from cases.words import Role
from law.breathing_space import barred, first_clear_day
from law.effects import Kind, effect, stops
from law.explained import long_date, pounds

Day = Callable[[Ask[Any]], date]


def today(ask: Ask[Any]) -> date:
    """The day the question is asked."""
    return ask.today


def space_on(state: MoneyState, day: date) -> BreathingSpace | None:
    """The moratorium that covers a day, if one does: joint debtors are covered with the one it is for (reg 7(7)(n))."""
    for space in state.breathing_spaces:
        last = space.ended_on or (space.ends.on if space.ends else None)
        if space.started_on <= day and (last is None or day <= last):
            return space
    return None


INSOLVENT: dict[HoldReason, Kind] = {
    HoldReason.BANKRUPTCY: "bankruptcy",
    HoldReason.DEBT_RELIEF_ORDER: "debt_relief_order",
    HoldReason.IVA: "iva",
}
"""The holds whose reach is law's table of effects, by the name it knows them by."""


def holds_on(state: MoneyState, day: date) -> tuple[MoneyHold, ...]:
    """The holds that cover a day."""
    return tuple(h for h in state.holds if h.on <= day and h.ended_on is None and day <= h.until.on)


def hold_on(state: MoneyState, day: date) -> MoneyHold | None:
    """The landlord's own hold that covers a day, if one does; what an insolvency bars is law's to say."""
    return next((h for h in holds_on(state, day) if h.reason not in INSOLVENT), None)


def not_future(guards: tuple[str, ...], day: Day, field: str = "on") -> Gate[Any]:
    """What is recorded has happened."""

    def says(ask: Ask[Any]) -> str | None:
        on = day(ask)
        return None if on <= ask.today else f"{long_date(on)} has not come; today is {long_date(ask.today)}."

    return gate("in_future", guards, "Has it happened?", says, "Record it on the day, or correct it.", field=field)


def a_debtor(guards: tuple[str, ...]) -> Gate[Any]:
    """It is about a debtor of this account."""

    def says(ask: Ask[Any]) -> str | None:
        named = getattr(ask.command, "debtors", None) or (getattr(ask.command, "debtor", ""),)
        strangers = [one for one in named if one not in ask.case.tenants]
        return "It names somebody who does not owe this debt." if strangers else None

    return gate("not_a_debtor", guards, "Is it a debtor of this account?", says, "Choose a debtor.", field="debtor")


def not_barred(guards: tuple[str, ...], effect: str, day: Day = today) -> Gate[Any]:
    """No breathing space covers the day of the step; `effect` is the step's code in law's table of effects."""
    row = barred(effect, "standard")

    def says(ask: Ask[Any]) -> Why | None:
        space = space_on(ask.case, day(ask))
        if space is None:
            return None
        last = space.ended_on or (space.ends.on if space.ends else None)
        until = f"until {long_date(last)}" if last else "and has no end recorded"
        told = f"Breathing space {space.id} runs from {long_date(space.started_on)} {until}: this step is barred."
        mend = f"Wait until {long_date(first_clear_day(last).value)}." if last else "Record its end when it comes."
        return Why(told, mend)

    return gate(
        "breathing_space",
        guards,
        "Is there no breathing space on that day?",
        says,
        "Wait until the breathing space ends, or record its end.",
        row.authority,
        row.confidence.value,
    )


def not_held(guards: tuple[str, ...]) -> Gate[Any]:
    """No hold covers today."""

    def says(ask: Ask[Any]) -> str | None:
        found = hold_on(ask.case, ask.today)
        return (
            f"Hold {found.id} ({found.reason.label.lower()}) lasts until {long_date(found.until.on)}."
            if found
            else None
        )

    return gate(
        "held", guards, "Is the case not held?", says, "Wait, or end the hold with a reason.", "Landlord's policy"
    )


def not_insolvent(guards: tuple[str, ...], step: str) -> Gate[Any]:
    """No insolvency of a debtor stops the step; `step` is its code in law's table of effects."""

    def says(ask: Ask[Any]) -> Why | None:
        for held in holds_on(ask.case, ask.today):
            kind = INSOLVENT.get(held.reason)
            if kind is not None and stops(step, kind):
                told = f"Hold {held.id}: {held.reason.label.lower()}, until {long_date(held.until.on)}."
                found = effect(step, kind)
                return Why(
                    f"{told} {found.steps[0].text}.", authority=found.authority, confidence=found.confidence.value
                )
        return None

    return gate(
        "insolvency",
        guards,
        "Does no insolvency stop it?",
        says,
        "Claim in the insolvency instead, or end the hold when it is over; for a joint debtor ask a solicitor.",
        "IA 1986 ss.251G, 285(3)",
        "B",
    )


def searched(guards: tuple[str, ...], before: MoneyStep, day: Day = today) -> Gate[Any]:
    """The breathing-space register was searched, clear, on the very day of the step."""

    def says(ask: Ask[Any]) -> str | None:
        made = [s for s in ask.case.searches if s.before is before and s.on == day(ask)]
        if not made:
            return f"No search of the breathing-space register is recorded for {long_date(day(ask))}."
        return None if made[-1].clear else "The search of that day was not clear."

    return gate(
        "search_needed",
        guards,
        "Was the breathing-space register searched that day, and clear?",
        says,
        f"Search the register for every debtor on the day itself and record it before: {before.label.lower()}.",
        "SI 2020/1311 regs 7, 14",
        "C",
    )


def assessed(guards: tuple[str, ...], before: MoneyStep) -> Gate[Any]:
    """A vulnerability and Equality Act assessment was made before this step and says to go on."""

    def says(ask: Ask[Any]) -> str | None:
        made = sorted((a for a in ask.case.assessments if a.before is before), key=lambda a: a.on)
        if not made:
            return f"No vulnerability and Equality Act assessment is recorded before: {before.label.lower()}."
        return None if made[-1].proceed else f"The assessment of {long_date(made[-1].on)} says not to go on."

    return gate(
        "assessment_needed",
        guards,
        "Were vulnerability and the Equality Act weighed before this step?",
        says,
        f"Record an assessment with its reasons before: {before.label.lower()}.",
        FAIRNESS,
        "B",
    )


def over_limit(actor: Person, pence: int, limit: int) -> str | None:
    """Why this person may not approve such a sum; None if they may."""
    if pence <= limit or actor.role is Role.TEAM_LEADER:
        return None
    return f"{pounds(pence)} is above the {pounds(limit)} that a senior officer may approve."
