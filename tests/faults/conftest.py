"""One installation for all faults: what survives them one after another survives each of them."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy.ext.asyncio import AsyncEngine

from runtime.settings import load
from store import migrate
from store.engine import make_engine, sessions
from tests.activities.made import a_landlord
from tests.faults.plant import Plant, a_plant

REFS = tuple(f"T8000{number:02d}" for number in range(1, 21))


def _pass_cancelled_calls_by(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """A call to the engine that ran out of time leaves a cancelled future behind, which nobody can await any more.

    Reported as usual, its traceback would be worked out while rubbish is collected: even in the middle of `ast.parse`.
    """
    if not isinstance(context.get("exception"), asyncio.CancelledError):
        loop.default_exception_handler(context)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def plant(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Plant]:
    """Engine, workers and a database with twenty tenancies in arrears."""
    # For good: what is left of this night may be collected after the last test.
    asyncio.get_running_loop().set_exception_handler(_pass_cancelled_calls_by)
    folder: Path = tmp_path_factory.mktemp("plant")
    settings = load(data_dir=folder)
    migrate.upgrade(settings.database)
    database = make_engine(settings.database)
    async with sessions(database).begin() as session:
        await a_landlord(session, *REFS, until=datetime.now(UTC).date())
    await database.dispose()
    async with a_plant(folder) as running:
        yield running


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def database(plant: Plant) -> AsyncIterator[AsyncEngine]:
    """The plant's database, to look at."""
    engine = make_engine(plant.settings.database)
    yield engine
    await engine.dispose()
