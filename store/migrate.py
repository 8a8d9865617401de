"""Bring a database up to date. The migrations lie in `store/migrations` and travel with the package."""

import asyncio
from pathlib import Path
from threading import Thread

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncEngine

from store.engine import make_engine
from store.tables import metadata

MIGRATIONS = Path(__file__).parent / "migrations"
# Two programs that start together agree by this lock who migrates; any number, as long as it stays the same.
_ADVISORY_LOCK = 7_202_611


def config() -> Config:
    """Alembic's configuration, without a file."""
    made = Config()
    made.set_main_option("script_location", MIGRATIONS.as_posix().replace("%", "%%"))
    return made


async def upgrade_engine(engine: AsyncEngine) -> None:
    """Run every migration that is missing, in one transaction."""
    async with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            await connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _ADVISORY_LOCK})
        await connection.run_sync(_upgrade)


def upgrade(url: str) -> None:
    """Run every migration that is missing. May be called with or without a running event loop; blocks until done."""
    failures: list[BaseException] = []

    async def run() -> None:
        engine = make_engine(url)
        try:
            await upgrade_engine(engine)
        finally:
            await engine.dispose()

    def work() -> None:
        try:
            asyncio.run(run())
        except BaseException as failure:
            failures.append(failure)

    thread = Thread(target=work, name="migrate")
    thread.start()
    thread.join()
    if failures:
        raise failures[0]


async def differences(engine: AsyncEngine) -> list[object]:
    """How the tables in code and the migrated database differ, either way; empty when they agree."""
    async with engine.connect() as connection:
        return await connection.run_sync(_compare)


def _upgrade(connection: Connection) -> None:
    made = config()
    made.attributes["connection"] = connection
    command.upgrade(made, "head")


def _compare(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, metadata))
