"""Calendar feeds: a secret word that opens one person's dates to a calendar. Only its digest is kept."""

import hashlib
import secrets
from datetime import UTC, datetime

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from store import accounts
from store.tables import Account, CalendarFeed


async def renew(session: AsyncSession, user_id: str) -> str:
    """A new word for somebody's feed, told once; the one before opens nothing from now on."""
    word = secrets.token_urlsafe(32)
    found = await session.get(CalendarFeed, user_id, with_for_update=True)
    if found is None:
        found = CalendarFeed(user_id=user_id, digest=_digest(word), made_at=datetime.now(UTC))
    else:
        found.digest, found.made_at = _digest(word), datetime.now(UTC)
    session.add(found)
    await session.flush()
    return word


async def end(session: AsyncSession, user_id: str) -> None:
    """Close somebody's feed."""
    found = await session.get(CalendarFeed, user_id)
    if found is not None:
        await session.delete(found)
        await session.flush()


async def made_at(session: AsyncSession, user_id: str) -> datetime | None:
    """When somebody's feed was opened; None if they have none."""
    found = await session.get(CalendarFeed, user_id)
    return None if found is None else found.made_at


async def owner_of(session: AsyncSession, word: str) -> Account | None:
    """Whose feed the word opens; None for a word that opens none, or whose owner is shut out."""
    found = await session.execute(select(CalendarFeed).where(col(CalendarFeed.digest) == _digest(word)))
    feed = found.scalar_one_or_none()
    account = None if feed is None else await accounts.by_id(session, feed.user_id)
    return None if account is None or account.disabled else account


def _digest(word: str) -> str:
    return hashlib.sha256(word.encode()).hexdigest()
