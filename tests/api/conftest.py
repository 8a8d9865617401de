"""An application of its own for each test, on Monday 23 November 2026."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
import time_machine
from fastapi import FastAPI
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.api.serving import TODAY, Client, NoEngine, application, client, enter, fill, mark_in
from tests.databases import sqlite_database


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the migrated SQLite file lies that tests copy."""
    return tmp_path_factory.mktemp("templates")


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    """The day of the tests; the clock runs on from there."""
    with time_machine.travel(TODAY, tick=True):
        yield


@pytest_asyncio.fixture
async def database(templates: Path, tmp_path: Path, today: None) -> AsyncIterator[AsyncEngine]:
    """A database with the sample council, two tenancies in arrears, and its staff."""
    async with sqlite_database(templates, tmp_path) as engine:
        await fill(engine, "T900001", "T900002")
        yield engine


@pytest_asyncio.fixture
async def served(database: AsyncEngine, tmp_path: Path) -> AsyncIterator[tuple[FastAPI, NoEngine]]:
    """The application and its gateway."""
    async with application(database, tmp_path) as running:
        yield running


@pytest.fixture
def app(served: tuple[FastAPI, NoEngine]) -> FastAPI:
    """The application."""
    return served[0]


@pytest.fixture
def gateway(served: tuple[FastAPI, NoEngine]) -> NoEngine:
    """Its gateway."""
    return served[1]


@pytest_asyncio.fixture
async def officer(app: FastAPI) -> AsyncIterator[Client]:
    """An income officer at the API."""
    async with client(app, "officer.a") as made:
        yield made


@pytest_asyncio.fixture
async def senior(app: FastAPI) -> AsyncIterator[Client]:
    """A senior officer at the API."""
    async with client(app, "senior") as made:
        yield made


@pytest_asyncio.fixture
async def stranger(app: FastAPI) -> AsyncIterator[Client]:
    """Somebody who is not signed in."""
    async with client(app) as made:
        yield made


@pytest_asyncio.fixture
async def elsewhere(app: FastAPI) -> AsyncIterator[Client]:
    """An officer of another landlord."""
    async with client(app, "elsewhere") as made:
        yield made


@pytest_asyncio.fixture
async def browser(app: FastAPI) -> AsyncIterator[Client]:
    """An officer's browser without scripts."""
    async with client(app) as made:
        await enter(made, "officer.a")
        yield made


@pytest_asyncio.fixture
async def mark(browser: Client) -> str:
    """What a form of that browser must carry."""
    return mark_in((await browser.get("/")).text)
