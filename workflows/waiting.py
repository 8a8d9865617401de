"""The one place that sets a timer. A case sleeps to the nearest moment that matters, or until something changes.

Instants are compared, never durations kept: after an hour or a year of downtime the loop looks again and acts on
everything that has passed.
"""

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workflows.messages import SetAside

if TYPE_CHECKING:
    from workflows.kept import Kept

SHORTEST = timedelta(seconds=1)
OPENING_MAY_TAKE = timedelta(minutes=1)
SPREAD_SECONDS = 120


class Ring(NamedTuple):
    """An alarm that has not spoken: `at` is its instant, `key` what its step is known by."""

    key: str
    deadline_id: str
    level: str
    at: datetime
    title: str


def rings(state: "Kept") -> list[Ring]:
    """The alarms that have not spoken, in the order of their instants."""
    waiting = [
        Ring(
            key=f"{state.case_id}:{deadline.id}:{alarm.level}:{alarm.at.isoformat()}",
            deadline_id=deadline.id,
            level=alarm.level,
            at=alarm.at,
            title=deadline.title,
        )
        for deadline in state.deadlines
        for alarm in deadline.alarms
        if not alarm.fired
    ]
    return sorted(waiting, key=lambda ring: (ring.at, ring.key))


def spread(case_id: str, clock_offset: timedelta) -> timedelta:
    """How long after its instant a case wakes, up to two minutes: legal days end for all cases in the same instant.

    None of it where the clock is moved by hand: whoever moved it is watching.
    """
    if clock_offset:
        return timedelta()
    seed = hashlib.sha256(case_id.encode()).digest()
    return timedelta(seconds=int.from_bytes(seed[:4], "big") % SPREAD_SECONDS)


def due(state: "Kept", set_aside: dict[str, SetAside], as_at: datetime, later: timedelta) -> Ring | None:
    """The first alarm whose wake-up has come and that is not set aside."""
    return next((ring for ring in rings(state) if ring.key not in set_aside and ring.at + later <= as_at), None)


def next_moment(state: "Kept", set_aside: dict[str, SetAside], later: timedelta) -> datetime | None:
    """When the case must look again if nothing happens before; None where it waits for people only."""
    moments = [aside.until for aside in set_aside.values()]
    moments += [ring.at + later for ring in rings(state) if ring.key not in set_aside]
    return min(moments, default=None)


async def for_change(changed: Callable[[], bool], until: datetime | None, as_at: datetime, why: str) -> None:
    """Sleep until `changed` says so or the clock reaches `until` (both instants on the case's clock)."""
    if until is None:
        await workflow.wait_condition(changed)
        return
    try:
        await workflow.wait_condition(changed, timeout=max(until - as_at, SHORTEST), timeout_summary=why)
    except TimeoutError:
        return


async def for_opening(answered: Callable[[], bool]) -> None:
    """Give the opening a minute to be answered; a refusal by its validator leaves a run without a word."""
    try:
        await workflow.wait_condition(answered, timeout=OPENING_MAY_TAKE, timeout_summary="the case to be opened")
    except TimeoutError:
        return
