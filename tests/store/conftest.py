"""Every test of the store runs on both databases."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from store.engine import sessions
from tests.databases import postgres_database, sqlite_database
from tests.postgres import postgres_url

__all__ = ["postgres_url"]


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the migrated SQLite file lies that tests copy."""
    return tmp_path_factory.mktemp("templates")


@pytest_asyncio.fixture(params=["sqlite", "postgresql"])
async def engine(request: pytest.FixtureRequest, templates: Path, tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    """A migrated, empty database."""
    if request.param == "sqlite":
        opened = sqlite_database(templates, tmp_path)
    else:
        opened = postgres_database(request.getfixturevalue("postgres_url"))
    async with opened as made:
        yield made


@pytest.fixture
def writing(engine: AsyncEngine) -> async_sessionmaker[AsyncSession]:
    """Sessions that write; `async with writing.begin() as session`."""
    return sessions(engine)
