"""Who looked at what. Reading people's data leaves a trace, as writing does."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from store.tables import Sighting


@dataclass(frozen=True)
class Seen:
    """One look: `what` is the kind of thing (account, case, paper, history), `subject` its id."""

    user_id: str
    what: str
    subject: str
    at: datetime


async def saw(session: AsyncSession, user_id: str, what: str, subject: str) -> None:
    """Note that somebody looked at something. Subjects are ids, never names."""
    session.add(Sighting(user_id=user_id, what=what, subject=subject, seen_at=datetime.now(UTC)))
    await session.flush()


async def sightings(
    session: AsyncSession, *, subject: str | None = None, user_id: str | None = None, limit: int = 200
) -> list[Seen]:
    """Looks at a subject, or by a person, newest first."""
    query = select(Sighting)
    if subject is not None:
        query = query.where(Sighting.subject == subject)
    if user_id is not None:
        query = query.where(Sighting.user_id == user_id)
    found = await session.execute(query.order_by(col(Sighting.id).desc()).limit(limit))
    return [Seen(row.user_id, row.what, row.subject, row.seen_at) for row in found.scalars()]
