"""What a stage says it waits for, before alarms are set to it."""

from dataclasses import dataclass
from datetime import date

from cases.base import DatedStep, ExplainedDate


@dataclass(frozen=True)
class Wait:
    """One date to wait for.

    `after` means that the day must wholly pass. `remind` gives days before the date to remind at; None takes the
    landlord's policy. `escalates` tells the team leader when the day has passed and the thing is not done.
    """

    id: str
    kind: str
    title: str
    date: ExplainedDate
    subject: str = ""
    after: bool = False
    remind: tuple[int, ...] | None = None
    escalates: bool = True


def by_policy(on: date, trigger: str, rule: str) -> ExplainedDate:
    """A date that rests on the landlord's own rule, explained like a legal one."""
    return _told(on, trigger, rule, "Landlord's policy")


def by_order(on: date, trigger: str, rule: str) -> ExplainedDate:
    """A date that a court or a bailiff fixed, explained like a legal one."""
    return _told(on, trigger, rule, "As recorded from the court")


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
