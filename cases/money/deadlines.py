"""The dates a money case waits for, worked out afresh after every step."""

from collections.abc import Iterator
from datetime import datetime

from cases import setting
from cases.events import DeadlinesChanged
from cases.money import arrangement, claim, closing, elsewhere, judgment, opening, protocol
from cases.money.facts import MoneyFacts
from cases.money.state import MoneyState
from cases.state import Deadline
from cases.waiting import Wait


def required(state: MoneyState, facts: MoneyFacts, as_at: datetime) -> tuple[Deadline, ...]:
    """Every date the case waits for now, alarms that have spoken marked as fired."""
    if state.closed is not None:
        return ()
    return setting.deadlines(_waits(state, facts, as_at), state.deadlines, facts.policy, as_at)


def difference(state: MoneyState, facts: MoneyFacts, as_at: datetime) -> DeadlinesChanged | None:
    """What has to change for the case to wait for the right dates; None when it already does."""
    return setting.difference(state.deadlines, required(state, facts, as_at))


def _waits(state: MoneyState, facts: MoneyFacts, as_at: datetime) -> Iterator[Wait]:
    for part in (opening, elsewhere, protocol, arrangement, claim, judgment, closing):
        yield from part.waits(state, facts, as_at)
