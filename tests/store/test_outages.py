"""When the database is away or busy it is told as just that; readers do not wait; errors hold no names."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import exc, text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from store import engine as engines
from store.cases import load_state, record
from store.engine import make_engine, readers, sessions, transaction
from store.errors import Unavailable, is_unavailable
from tests.databases import sqlite_database
from tests.store.made import CASE, a_case, a_note, a_tenancy

Sessions = async_sessionmaker[AsyncSession]


async def test_a_server_that_is_not_there_is_unavailable(tmp_path: Path) -> None:
    engine = make_engine(f"postgresql+asyncpg://postgres@/postgres?host={tmp_path}")
    with pytest.raises(Unavailable):
        async with transaction(sessions(engine)) as session:
            await session.execute(text("SELECT 1"))
    await engine.dispose()


async def test_a_folder_that_is_not_there_is_unavailable(tmp_path: Path) -> None:
    engine = make_engine(f"sqlite+aiosqlite:///{tmp_path}/nowhere/a.sqlite3")
    with pytest.raises(Unavailable):
        async with transaction(sessions(engine)) as session:
            await session.execute(text("SELECT 1"))
    await engine.dispose()


async def test_a_writer_that_waits_too_long_is_told_that_the_database_is_busy(
    templates: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "BUSY_SECONDS", 0)
    async with sqlite_database(templates, tmp_path) as engine, sessions(engine).begin() as first:
        await first.execute(text("SELECT 1"))
        with pytest.raises(Unavailable):
            async with transaction(sessions(engine)) as second:
                await second.execute(text("SELECT 1"))


async def test_a_mistake_in_a_statement_is_not_an_outage(engine: AsyncEngine) -> None:
    with pytest.raises(exc.DBAPIError) as caught:
        async with transaction(sessions(engine)) as session:
            await session.execute(text("SELECT nothing FROM nowhere"))
    assert not is_unavailable(caught.value)


async def test_a_reader_does_not_wait_for_a_writer_nor_see_half_of_its_work(
    engine: AsyncEngine, writing: Sessions
) -> None:
    async with writing.begin() as session:
        await a_case(session)
    async with writing.begin() as session:
        await record(session, await a_note(session, "note"))
        async with asyncio.timeout(5), readers(engine).begin() as reader:
            seen = await load_state(reader, CASE)
        assert seen is not None
        assert seen.revision == 1
    async with readers(engine).begin() as reader:
        after = await load_state(reader, CASE)
        assert after is not None
        assert after.revision == 2


async def test_errors_do_not_repeat_what_was_written(writing: Sessions) -> None:
    async with writing.begin() as session:
        await a_tenancy(session)
    with pytest.raises(exc.IntegrityError) as caught:
        async with writing.begin() as session:
            await a_tenancy(session, address_line_1="7 Secret Place")
    assert "Secret" not in str(caught.value.statement)
    assert "parameters hidden" in str(caught.value)
