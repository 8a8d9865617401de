"""A new sample landlord's cases taken on from their table, so that the first look shows every stage.

A day that the court does not sit becomes the working day before it, or the one after where it lies ahead.
"""

from __future__ import annotations

import asyncio
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from law.calendar import is_business_day
from runtime.sample_cast import CAST, Made

if TYPE_CHECKING:
    from api.security.people import User
    from api.web import Web

AT_ONCE = 3


def told(made: Made, today: date) -> list[dict[str, str]]:
    """The rows of a case with its days as dates, as a table would have them."""
    return [{name: _cell(name, value, today) for name, value in {**row, **made.about}.items()} for row in made.rows]


def _cell(name: str, value: Any, today: date) -> str:
    if not isinstance(value, int):
        return str(value)
    day = today + timedelta(days=value)
    back = timedelta(days=-1 if value <= 0 else 1)
    while not is_business_day(day):
        day += back
    return day.isoformat()


async def fill(web: Web) -> tuple[str, ...]:
    """Take the made-up cases on, for sample landlords alone; what became of each, in a line.

    Safe to repeat: a case that is here already stays as it is.
    """
    from store import landlords

    async with web.reading() as session:
        samples = {owner.slug for owner in await landlords.every(session, sample=True)}
    together = asyncio.Semaphore(AT_ONCE)
    done = await asyncio.gather(*(_one(web, made, together) for made in CAST if made.landlord in samples))
    return tuple(done)


async def _one(web: Web, made: Made, together: asyncio.Semaphore) -> str:
    from api import taking_on
    from api.problems import Problem
    from store import clock

    async with together:
        try:
            async with web.reading() as session:
                today = await clock.today(session, made.landlord)
                user = await _officer(session, made.officer)
            sent = await taking_on.opening(web, user, made.landlord, made.tenancy_ref, told(made, today))
            row = await taking_on.bring_in(web, user, {**sent, "officer": made.officer})
        except Problem as problem:
            return f"{made.tenancy_ref} refused: {' '.join(each.says for each in problem.refusals)}"
        why = " ".join(refusal.says for refusal in row.refusals)
        return f"{made.tenancy_ref} {row.outcome.replace('_', ' ')} {row.stage or why}".rstrip()


async def _officer(session: Any, username: str) -> User:
    from runtime.commands.ahead import user_of

    found: User = await user_of(session, username)
    return found
