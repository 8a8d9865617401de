"""Databases for tests: migrated once, then copied for each test, on SQLite and on PostgreSQL."""

import itertools
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from store.engine import make_engine
from store.migrate import upgrade

_numbers = itertools.count(1)
_TEMPLATE = "migrated"


@asynccontextmanager
async def sqlite_database(templates: Path, folder: Path) -> AsyncIterator[AsyncEngine]:
    """A migrated SQLite file of its own in `folder`, copied from one kept in `templates`."""
    template = templates / "migrated.sqlite3"
    if not template.exists():
        upgrade(f"sqlite+aiosqlite:///{template}")
    path = folder / "test.sqlite3"
    shutil.copy(template, path)
    engine = make_engine(f"sqlite+aiosqlite:///{path}")
    try:
        yield engine
    finally:
        await engine.dispose()


@asynccontextmanager
async def postgres_database(server_url: str) -> AsyncIterator[AsyncEngine]:
    """A migrated PostgreSQL database of its own on the session's server; dropped afterwards."""
    url = make_url(server_url)
    name = f"test_{next(_numbers)}"
    admin = create_async_engine(url, isolation_level="AUTOCOMMIT")
    try:
        async with admin.connect() as connection:
            known = await connection.scalar(
                text("SELECT count(*) FROM pg_database WHERE datname = :name"), {"name": _TEMPLATE}
            )
            if not known:
                await connection.execute(text(f"CREATE DATABASE {_TEMPLATE}"))
                upgrade(url.set(database=_TEMPLATE).render_as_string(hide_password=False))
            await connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {_TEMPLATE}"))
        engine = make_engine(url.set(database=name).render_as_string(hide_password=False))
        try:
            yield engine
        finally:
            await engine.dispose()
            async with admin.connect() as connection:
                await connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    finally:
        await admin.dispose()
