"""Accounts of people who sign in. Passwords come here hashed; checking them is the web room's work."""

import re
from datetime import UTC, datetime

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, delete, or_, select

from cases.words import Role
from store import visits
from store.errors import NotThere
from store.tables import Account, CalendarFeed
from store.upsert import insert_unless_there, table_of

_ADDRESS = re.compile(r"[^\s@<>,;:\"()\[\]\\]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?")


async def create(
    session: AsyncSession,
    *,
    user_id: str,
    username: str,
    display_name: str,
    role: Role,
    password_hash: str,
    landlord: str | None = None,
) -> bool:
    """Make an account; False if the user id or the username is taken. `landlord` None lets it see every landlord.

    Raises ValueError for the system's role, which nobody signs in with.
    """
    if role is Role.SYSTEM:
        raise ValueError("nobody signs in as the system")
    row = {
        "user_id": user_id,
        "username": _plain(username),
        "display_name": display_name,
        "role": role.value,
        "landlord": landlord,
        "password_hash": password_hash,
        "disabled": False,
        "created_at": datetime.now(UTC),
    }
    return await insert_unless_there(session, Account, row)


async def by_username(session: AsyncSession, username: str) -> Account | None:
    """The account of that username, in whatever case it was typed; a disabled one too."""
    return (await session.execute(select(Account).where(Account.username == _plain(username)))).scalar_one_or_none()


async def by_id(session: AsyncSession, user_id: str) -> Account | None:
    """The account of that user id; a disabled one too."""
    return (await session.execute(select(Account).where(Account.user_id == user_id))).scalar_one_or_none()


async def every(session: AsyncSession, *, landlord: str | None = None) -> list[Account]:
    """Accounts by name; those that may see one landlord, if it is given."""
    query = select(Account).order_by(col(Account.display_name))
    if landlord is not None:
        query = query.where(or_(col(Account.landlord) == landlord, col(Account.landlord).is_(None)))
    return list((await session.execute(query)).scalars())


async def display_names(session: AsyncSession) -> dict[str, str]:
    """What each person is called on pages, by user id."""
    return {account.user_id: account.display_name for account in await every(session)}


async def officers(session: AsyncSession, landlord: str) -> tuple[str, ...]:
    """User ids of those who can be given the landlord's cases: officers, seniors and team leaders not disabled."""
    leading = [Role.OFFICER.value, Role.SENIOR.value, Role.TEAM_LEADER.value]
    found = await session.execute(
        select(Account.user_id)
        .where(
            or_(col(Account.landlord) == landlord, col(Account.landlord).is_(None)),
            col(Account.role).in_(leading),
            col(Account.disabled).is_(False),
        )
        .order_by(col(Account.user_id))
    )
    return tuple(found.scalars())


async def set_password(session: AsyncSession, user_id: str, password_hash: str) -> None:
    """Keep a new password's hash, sign the person out everywhere and close their calendar feed. Raises NotThere."""
    await _change(session, user_id, "password_hash", password_hash)
    await _close_doors(session, user_id)


async def set_disabled(session: AsyncSession, user_id: str, disabled: bool) -> None:
    """Shut an account out, or let it in again; either way its visits and its calendar feed end. Raises NotThere."""
    await _change(session, user_id, "disabled", disabled)
    await _close_doors(session, user_id)


async def set_email(session: AsyncSession, user_id: str, address: str) -> None:
    """Where the person's daily digest goes; empty to have it only shown. Raises NotThere, ValueError."""
    given = address.strip()
    if given and not _ADDRESS.fullmatch(given):
        raise ValueError(f"'{address}' is not an e-mail address")
    await _change(session, user_id, "email", given)


async def _close_doors(session: AsyncSession, user_id: str) -> None:
    """End what opened for the person without asking for a password again."""
    await visits.end_all(session, user_id)
    await session.execute(delete(CalendarFeed).where(col(CalendarFeed.user_id) == user_id))


async def _change(session: AsyncSession, user_id: str, column: str, value: str | bool) -> None:
    table = table_of(Account)
    done = await session.execute(
        table.update().where(table.c.user_id == user_id).values({column: value}).returning(table.c.user_id)
    )
    if done.first() is None:
        raise NotThere(f"user {user_id}")


def _plain(username: str) -> str:
    return username.strip().casefold()
