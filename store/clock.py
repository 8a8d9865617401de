"""Each landlord's clock: the world's, moved on by an offset that only a landlord marked sample may have."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from cases.instants import legal_day
from store import landlords, rent_maker
from store.errors import NotSample, NotThere
from store.tables import Landlord

MOST_DAYS = 366


@dataclass(frozen=True)
class Moved:
    """Where the clock stands after a move, how many rent lines were made up, and whose accounts they changed."""

    offset: timedelta
    today: date
    postings: int
    tenancies: tuple[str, ...]


async def offset(session: AsyncSession, landlord: str) -> timedelta:
    """How far the landlord's clock is ahead; zero for real data. Raises NotThere."""
    owner = await landlords.get(session, landlord)
    return timedelta(seconds=owner.clock_offset_seconds if owner.sample else 0)


async def now(session: AsyncSession, landlord: str) -> datetime:
    """The instant on the landlord's clock, aware, in UTC. Raises NotThere."""
    return datetime.now(UTC) + await offset(session, landlord)


async def today(session: AsyncSession, landlord: str) -> date:
    """The day in London on the landlord's clock. Raises NotThere."""
    return legal_day(await now(session, landlord))


async def advance(session: AsyncSession, landlord: str, days: int) -> Moved:
    """Move a sample landlord's clock on by whole days and make up its rent lines to the new day.

    With 0 days only the rent lines that are still missing are made. Raises NotSample, NotThere, or ValueError for a
    move backwards or of more than 366 days at once.
    """
    if not 0 <= days <= MOST_DAYS:
        raise ValueError(f"a clock moves on by 0 to {MOST_DAYS} days at once")
    owner = await _held(session, landlord)
    if not owner.sample:
        raise NotSample(landlord)
    moved = timedelta(seconds=owner.clock_offset_seconds, days=days)
    owner.clock_offset_seconds = int(moved.total_seconds())
    session.add(owner)
    await session.flush()
    day = legal_day(datetime.now(UTC) + moved)
    made = await rent_maker.make(session, owner, day)
    return Moved(moved, day, made.postings, made.tenancies)


async def _held(session: AsyncSession, landlord: str) -> Landlord:
    # The lock makes a second move of the same clock wait for this one.
    found = await session.get(Landlord, landlord, with_for_update=True, populate_existing=True)
    if found is None:
        raise NotThere(f"landlord {landlord}")
    return found
