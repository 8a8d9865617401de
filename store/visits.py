"""Who is signed in, and until when. A token opens the door only while its visit is here: signing out deletes it."""

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from store.tables import Account, Visit


async def begin(session: AsyncSession, *, visit_id: str, user_id: str, now: datetime, ends_at: datetime) -> None:
    """Note that somebody signed in; visits that are over are cleared away."""
    await session.execute(delete(Visit).where(col(Visit.ends_at) <= now))
    session.add(Visit(visit_id=visit_id, user_id=user_id, began_at=now, ends_at=ends_at))
    await session.flush()


async def end(session: AsyncSession, visit_id: str) -> None:
    """Somebody signed out. Nothing where they had already."""
    await session.execute(delete(Visit).where(col(Visit.visit_id) == visit_id))


async def end_all(session: AsyncSession, user_id: str) -> None:
    """End every visit of a person, wherever they are signed in."""
    await session.execute(delete(Visit).where(col(Visit.user_id) == user_id))


async def visitor(session: AsyncSession, *, visit_id: str, user_id: str, now: datetime) -> Account | None:
    """The account that the visit is of; None if it has ended, is another's, or the account is shut out."""
    found = await session.execute(
        select(Account)
        .join(Visit, col(Visit.user_id) == col(Account.user_id))
        .where(
            Visit.visit_id == visit_id,
            Account.user_id == user_id,
            col(Visit.ends_at) > now,
            col(Account.disabled).is_(False),
        )
    )
    return found.scalar_one_or_none()
