"""Moving a sample landlord's clock, from a page or over the API."""

import asyncio
import time
from datetime import timedelta

from api.gateway import EngineUnreachable
from api.problems import Problem, invalid, not_found
from api.security.people import User
from api.web import Web
from cases.refusals import Refusal
from store import clock, pipeline, wakeups
from store.errors import NotSample, NotThere
from store.veil import unveiled
from workflows.messages import Wake

PATIENCE_SECONDS = 5.0
LOOK_SECONDS = 0.05


async def forward(web: Web, user: User, landlord: str, days: int) -> clock.Moved:
    """Move the clock on by whole days and wake the landlord's cases. Raises Problem for a real landlord."""
    if not user.works_for(landlord):
        raise not_found("landlord")
    try:
        async with web.writing() as session:
            with unveiled(session):
                moved = await clock.advance(session, landlord, days)
    except NotThere:
        raise not_found("landlord") from None
    except NotSample:
        raise invalid(
            "not_sample", "Only a sample landlord's clock can be moved.", "Real cases keep real time.", "landlord"
        ) from None
    except ValueError as wrong:
        raise invalid("days", str(wrong).capitalize() + ".", "Move it in smaller steps.", "days") from None
    async with web.reading() as session:
        with unveiled(session):
            ids = await wakeups.open_cases(session, landlord)
    running = [(landlord, ref) for ref in dict.fromkeys(workflow_id.split("/", 2)[2] for workflow_id in ids)]
    try:
        offset = int(moved.offset / timedelta(seconds=1))
        await web.gateway.wake(running, Wake(clock_offset_seconds=offset, rent_changed=bool(moved.postings)))
    except EngineUnreachable:
        away = Refusal(
            code="engine_away",
            says="The clock was moved, but the part that keeps cases does not answer.",
            mend="The cases catch up when it is back; move the clock by 0 days to wake them at once.",
        )
        raise Problem("unavailable", [away], status=503) from None
    await _caught_up(web, landlord)
    return moved


async def _caught_up(web: Web, landlord: str) -> None:
    """Give the cases a moment to do what has fallen due, so that the next page shows it."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        async with web.reading() as session:
            if not await pipeline.overdue(session, landlord, await clock.now(session, landlord)):
                return
        await asyncio.sleep(LOOK_SECONDS)
