"""From which day an act may be done, as the case and its account stand: only days are let pass."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from cases.available import MENDS, Mends
from cases.base import Value
from cases.decide import decide
from cases.instants import legal_day, start_of_day
from cases.refusals import Refusal
from cases.what_if import dates_in

FURTHEST = timedelta(days=400)
MOST_TRIES = 60
_NOON = timedelta(hours=12)


class Soonest(Value):
    """The first day on which only a person's work stands in the way, if any such day is known.

    `needs` are the refusals that somebody has to mend that day; None as the day: no date cures `blocked`.
    """

    on: date | None
    needs: tuple[Refusal, ...] = ()
    blocked: tuple[Refusal, ...] = ()


def soonest(
    state: Any, command: Any, facts: Any, as_at: datetime, deciding: Callable[..., Any] = decide, mends: Mends = MENDS
) -> Soonest:
    """The first day, today or later, on which the act is open or a person can open it.

    Case, act and facts are of one kind; `deciding` and `mends` are that kind's own.
    """
    today = legal_day(as_at)
    asked = partial(_asked, state, facts, deciding, mends)
    needs, blocked = asked(command, as_at)
    if not blocked:
        return Soonest(on=today, needs=needs)
    days = sorted({day for day in dates_in(state.model_dump()) if today < day <= today + FURTHEST})
    for day in days[:MOST_TRIES]:
        later = start_of_day(day) + _NOON
        needs, still = asked(_moved(command, today, day), later)
        if not still:
            return Soonest(on=day, needs=needs)
    return Soonest(on=None, needs=needs, blocked=blocked)


def _asked(
    state: Any, facts: Any, deciding: Callable[..., Any], mends: Mends, command: Any, as_at: datetime
) -> tuple[tuple[Refusal, ...], tuple[Refusal, ...]]:
    """What a person can mend, and what not. Reasons about what would be typed are left out."""
    refusals = [each for each in deciding(state, command, facts, as_at).refusals if mends.counts(each)]
    mended = tuple(each for each in refusals if mends.of(each.code) or each.may_override)
    return mended, tuple(each for each in refusals if each not in mended)


def _moved(command: Any, today: date, day: date) -> Any:
    """The act as it would be asked for on another day: what is dated today is dated then."""
    changes = {
        name: day if value == today else start_of_day(day) + _NOON
        for name, value in command
        if (isinstance(value, date) and not isinstance(value, datetime) and value == today)
        or (isinstance(value, datetime) and legal_day(value) == today)
    }
    return command.model_copy(update=changes) if changes else command
