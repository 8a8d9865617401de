"""Engines and sessions for both databases.

`sessions` begins a write at once (`BEGIN IMMEDIATE` on SQLite), so that two writers wait for each other instead of
failing half-way. `readers` begins lazily: pages never wait for a writer.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine

from store.errors import naming_outages

BUSY_SECONDS = 15
_BEGIN = "duecourse_begin"


def make_engine(url: str) -> AsyncEngine:
    """An async engine for `sqlite+aiosqlite:///path` or `postgresql+asyncpg://...`.

    Parameters never appear in errors or logs: they hold people's names.
    """
    if make_url(url).get_backend_name() == "sqlite":
        engine = create_async_engine(url, hide_parameters=True, connect_args={"timeout": BUSY_SECONDS})
        event.listen(engine.sync_engine, "connect", _on_sqlite_connect)
        event.listen(engine.sync_engine, "begin", _on_sqlite_begin)
        return engine
    engine = create_async_engine(url, hide_parameters=True, pool_pre_ping=True, pool_size=10, max_overflow=10)
    event.listen(engine.sync_engine, "do_connect", _connect_by_one_name)
    return engine


def sessions(engine: AsyncEngine) -> async_sessionmaker[AsyncSession]:
    """Sessions that write. Use as `async with sessions(engine).begin() as session`."""
    return async_sessionmaker(engine.execution_options(**{_BEGIN: "IMMEDIATE"}), expire_on_commit=False)


def readers(engine: AsyncEngine) -> async_sessionmaker[AsyncSession]:
    """Sessions that only read; on SQLite they see one steady picture and hold up nobody."""
    return async_sessionmaker(engine.execution_options(**{_BEGIN: "DEFERRED"}), expire_on_commit=False)


@asynccontextmanager
async def transaction(maker: async_sessionmaker[AsyncSession]) -> AsyncIterator[AsyncSession]:
    """One transaction: commits at the end, rolls back on any error. Raises Unavailable if the database is away."""
    with naming_outages():
        async with maker.begin() as session:
            yield session


def _connect_by_one_name(dialect: Any, _record: Any, arguments: Any, options: Any) -> Any:
    # A server that is away shows as any kind of OSError (no socket file, no route, time-out), and so may other things.
    try:
        return dialect.connect(*arguments, **options)
    except OSError as error:
        raise ConnectionError(type(error).__name__) from error


def _on_sqlite_connect(connection: Any, _record: Any) -> None:
    # The driver's own transaction control would begin late and commit before DDL; we say BEGIN ourselves.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={BUSY_SECONDS * 1000}",
        "temp_store=MEMORY",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _on_sqlite_begin(connection: Connection) -> None:
    connection.exec_driver_sql(f"BEGIN {connection.get_execution_options().get(_BEGIN, 'IMMEDIATE')}")
