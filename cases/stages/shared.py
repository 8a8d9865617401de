"""Gates that several stages keep: moratorium, register search, fairness, the figure, the second pair of eyes."""

from collections.abc import Callable
from datetime import date
from typing import Any

from cases.gates import Gate, Question
from cases.state import BreathingSpace, CaseState, Person
from cases.words import StepBefore
from law.explained import long_date, pounds

Day = Callable[[Question[Any]], date]
BREATHING_SPACE = "SI 2020/1311 reg 7"
FAIRNESS = "Equality Act 2010 ss.15, 149; Pre-Action Protocol 1.7"


def today(question: Question[Any]) -> date:
    """The day the question is asked."""
    return question.today


def running(state: CaseState, day: date) -> BreathingSpace | None:
    """The moratorium that covers a day, if one does."""
    for space in state.breathing_spaces:
        last = space.ended_on or (space.ends.on if space.ends else None)
        if space.started_on <= day and (last is None or day <= last):
            return space
    return None


def no_moratorium(guards: tuple[str, ...], what: str, day: Day = today) -> Gate[Any]:
    """No breathing space covers the day of the step."""

    def says(question: Question[Any]) -> str | None:
        space = running(question.case, day(question))
        if space is None:
            return None
        until = f" until {long_date(space.ends.on)}" if space.ends else ", with no end recorded yet"
        return f"Breathing space {space.id} runs from {long_date(space.started_on)}{until}; {what} in it is void."

    return Gate(
        code="breathing_space",
        guards=guards,
        asks="Is there no breathing space on that day?",
        says=says,
        mend="Wait until the breathing space ends, or record its end.",
        authority=BREATHING_SPACE,
        confidence="A",
    )


def searched(guards: tuple[str, ...], before: StepBefore, day: Day) -> Gate[Any]:
    """The breathing-space register was searched, clear, on the very day of the step."""

    def says(question: Question[Any]) -> str | None:
        on = day(question)
        made = [s for s in question.case.searches if s.before is before and s.on == on]
        if not made:
            return f"The breathing-space register has not been searched on {long_date(on)}, the day of this step."
        if not made[-1].clear:
            return f"The breathing-space search of {long_date(on)} was not clear."
        return None

    return Gate(
        code="search_needed",
        guards=guards,
        asks="Was the breathing-space register searched that day, and clear?",
        says=says,
        mend=lambda q: (
            f"Search the register and record a clear search before {before.value} dated {long_date(day(q))}."
        ),
        authority="SI 2020/1311 regs 7, 14",
        confidence="C",
    )


def assessed(guards: tuple[str, ...], before: StepBefore) -> Gate[Any]:
    """A vulnerability and Equality Act assessment was made before this step and says to go on."""

    def says(question: Question[Any]) -> str | None:
        made = [a for a in question.case.assessments if a.before is before]
        if not made:
            return f"No vulnerability and Equality Act assessment before {before.value} is recorded."
        latest = sorted(made, key=lambda a: a.on)[-1]  # of one day, the one recorded last
        if not latest.proceed:
            return f"The assessment of {long_date(latest.on)} before {before.value} says not to go on."
        return None

    return Gate(
        code="assessment_needed",
        guards=guards,
        asks="Were vulnerability and the Equality Act weighed before this step?",
        says=says,
        mend=f"Record an assessment before {before.value}, with reasons for going on.",
        authority=FAIRNESS,
        confidence="B",
    )


def own_draft(actor: Person, drafted_by: Person, subject: str) -> str | None:
    """Why this person may not approve what that person drafted; None if they are two."""
    if actor.user_id != drafted_by.user_id:
        return None
    return f"You drafted {subject}; somebody else has to approve it."


def figures(drafted: int, now: int, subject: str) -> str | None:
    """Why the figure no longer stands, with both; None if it does."""
    if drafted == now:
        return None
    return f"{subject} was drafted with rent arrears of {pounds(drafted)}; the account now shows {pounds(now)}."


def not_future(guards: tuple[str, ...], day: Day, field: str, what: str) -> Gate[Any]:
    """What is recorded has happened."""

    def says(question: Question[Any]) -> str | None:
        on = day(question)
        if on <= question.today:
            return None
        return f"{what} is dated {long_date(on)}, which is after today, {long_date(question.today)}."

    return Gate(
        code="in_future",
        guards=guards,
        asks="Has it happened?",
        says=says,
        mend="Record it on the day it happens, or correct the date.",
        field=field,
    )


def in_arrears(guards: tuple[str, ...]) -> Gate[Any]:
    """Some rent lawfully due is unpaid; court costs on the account do not count."""

    def says(question: Question[Any]) -> str | None:
        owed = question.arrears
        if owed > 0:
            return None
        state = "is clear" if owed == 0 else f"is {pounds(-owed)} in credit"
        return f"No rent is owed: on {long_date(question.today)} the rent account {state}."

    return Gate(
        code="no_arrears",
        guards=guards,
        asks="Is rent lawfully due unpaid?",
        says=says,
        mend="Nothing can be claimed. Close the case, or correct the rent account.",
        authority="HA 1985 Sch 2 ground 1; HA 1988 Sch 2 grounds 8, 10, 11",
        confidence="A",
    )
