"""One piece of work in the database, as a command does it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

from runtime import settings as settings_module

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

T = TypeVar("T")


def read(work: Callable[[AsyncSession], Awaitable[T]]) -> T:
    """Do something in a session that only reads."""
    return asyncio.run(_in_session(work, writing=False))


def write(work: Callable[[AsyncSession], Awaitable[T]]) -> T:
    """Do something in one transaction."""
    return asyncio.run(_in_session(work, writing=True))


async def _in_session(work: Callable[[AsyncSession], Awaitable[T]], *, writing: bool) -> T:
    from store.engine import make_engine, readers, sessions, transaction

    engine = make_engine(settings_module.load().database)
    try:
        async with transaction(sessions(engine) if writing else readers(engine)) as session:
            return await work(session)
    finally:
        await engine.dispose()
