"""The real record under the case workflow: a database of its own for each test."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio

from activities.context import Context
from store.engine import sessions
from tests.activities.made import a_context, a_landlord
from tests.databases import sqlite_database
from tests.temporal import unique


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the migrated SQLite file lies that tests copy."""
    return tmp_path_factory.mktemp("templates")


@pytest.fixture
def ref() -> str:
    """A tenancy of the test's own: the session's server keeps the runs of other tests."""
    return unique("T").replace("-", "")


@pytest_asyncio.fixture
async def context(templates: Path, tmp_path: Path, ref: str) -> AsyncIterator[Context]:
    """The landlord's database, its tenant twenty weeks behind on the day of the test, and an empty file store."""
    async with sqlite_database(templates, tmp_path) as database:
        async with sessions(database).begin() as session:
            await a_landlord(session, ref, until=datetime.now(UTC).date())
        yield a_context(database, tmp_path)
