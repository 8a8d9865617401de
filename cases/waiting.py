"""What a stage says it waits for, before alarms are set to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from cases.base import DatedStep, ExplainedDate
from cases.state import CaseState

FROM_COURT = "As recorded from the court"


@dataclass(frozen=True)
class Wait:
    """One date to wait for.

    `after` means that the day must wholly pass. `remind` gives days before the date to remind at; None takes the
    landlord's policy. `escalates` tells the team leader when the day has passed and the thing is not done. `at` is the
    instant by which it has to be done, where it is one of that day: officer and team leader are told as it comes.
    """

    id: str
    kind: str
    title: str
    date: ExplainedDate
    subject: str = ""
    after: bool = False
    remind: tuple[int, ...] | None = None
    escalates: bool = True
    at: datetime | None = None


def coming(state: CaseState, wait: Wait, today: date) -> Iterator[Wait]:
    """The wait, unless its day passed before it was known or it has spoken: then there is nothing to do about it."""
    known = next((d for d in state.deadlines if d.id == wait.id and d.date.on == wait.date.on), None)
    spoken = known is not None and any(a.level == "due" and a.fired for a in known.alarms)
    if not spoken and (known is not None or wait.date.on >= today):
        yield wait


def by_policy(on: date, trigger: str, rule: str) -> ExplainedDate:
    """A date that rests on the landlord's own rule, explained like a legal one."""
    return _told(on, trigger, rule, "Landlord's policy")


def by_order(on: date, trigger: str, rule: str) -> ExplainedDate:
    """A date that a court or a bailiff fixed, explained like a legal one."""
    return _told(on, trigger, rule, FROM_COURT)


def _told(on: date, trigger: str, rule: str, authority: str) -> ExplainedDate:
    return ExplainedDate(
        on=on,
        sentence=f"{rule}: {trigger[:1].lower()}{trigger[1:]} ({authority}).",
        trigger=trigger,
        rule=rule,
        steps=(DatedStep(text=trigger, authority=authority, on=on),),
        authority=authority,
        confidence="A",
        table_version="",
    )
