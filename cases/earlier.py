"""On which day each step of a case's past was taken, and how far back the rent account reaches."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Protocol

from cases.commands import BookEviction, DraftNotice, ListHearing
from cases.facts import Facts
from cases.instants import legal_day

_OWN_DAY = (
    "issued_on",
    "sent_at",
    "sent_on",
    "asked_on",
    "made_on",
    "started_on",
    "ended_on",
    "filed_on",
    "decided_on",
    "began_on",
    "told_on",
    "agreed_on",
    "on",
)
_WITH_IT = ("told_on", "n54_delivered_on", "result_on", "served_on", "decided_on", "referred_on")
_PREPARES = frozenset({"draft_notice", "draft_claim", "draft_warrant", "draft_money_claim", "choose_enforcement"})


class Told(Protocol):
    """A step of a case's past, and the day that was told with it."""

    @property
    def step(self) -> Any: ...
    @property
    def on(self) -> date | None: ...


def own_day(told: Told) -> date | None:
    """The day that a step names itself or was told with; None where it has neither."""
    step = told.step
    if told.on is not None:
        return told.on
    if isinstance(step, BookEviction):
        return step.n54_delivered_on
    if isinstance(step, DraftNotice):
        return step.planned_service
    if isinstance(step, ListHearing):
        return None  # its day is that of the hearing, not the one on which it was listed
    for name in _OWN_DAY:
        value = getattr(step, name, None)
        if isinstance(value, datetime):
            return legal_day(value)
        if isinstance(value, date):
            return value
    return None


def known_by(told: Told, day: date) -> date:
    """The day by which all of the step had happened, what was told or delivered later with it."""
    later = (getattr(told.step, name, None) for name in _WITH_IT)
    return max([day, *(each for each in later if isinstance(each, date))])


def days(steps: Sequence[Told]) -> tuple[date, ...]:
    """The day of each step: its own; of a draft the next step's, of anything else the one before's.

    Raises ValueError where no step has a day at all.
    """
    own = [own_day(told) for told in steps]
    known = [day for day in own if day is not None]
    if not known:
        raise ValueError("no step has a day")
    found: list[date] = []
    for n, told in enumerate(steps):
        day = own[n]
        if day is None and told.step.kind in _PREPARES:
            day = next((later for later in own[n:] if later is not None), None)
        found.append(day or (found[-1] if found else known[0]))
    return tuple(found)


def account_from(facts: Facts) -> date | None:
    """The first day of the rent account as it is held here; None where it has no line."""
    return min((line.on for line in facts.postings), default=None)


def reaches(facts: Facts, on: date) -> bool:
    """Whether the rent account tells what was owed on that day: it has begun by then."""
    begins = account_from(facts)
    return begins is not None and begins <= on
