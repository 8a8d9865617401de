"""A database of its own for each test, with a made-up landlord in it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy.ext.asyncio import AsyncEngine

from activities.context import Context
from store.engine import sessions
from tests.activities.made import a_context, a_landlord
from tests.databases import sqlite_database


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the migrated SQLite file lies that tests copy."""
    return tmp_path_factory.mktemp("templates")


@pytest_asyncio.fixture
async def database(templates: Path, tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    """A migrated SQLite database with the landlord."""
    async with sqlite_database(templates, tmp_path) as engine:
        async with sessions(engine).begin() as session:
            await a_landlord(session)
        yield engine


@pytest.fixture
def context(database: AsyncEngine, tmp_path: Path) -> Context:
    """What the activities of a test work with."""
    return a_context(database, tmp_path)
