"""What every test may ask for."""

from collections.abc import AsyncIterator

import pytest_asyncio

from tests.postgres import postgres_url as postgres_url
from tests.temporal import Engine, running_engine


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def engine() -> AsyncIterator[Engine]:
    """The session's Temporal server with movable clocks."""
    async with running_engine() as running:
        yield running
