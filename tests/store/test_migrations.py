"""The migrations make what the code says, and can be run again."""

from pathlib import Path

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from store.engine import make_engine
from store.migrate import differences, upgrade, upgrade_engine


async def test_the_migrated_database_is_what_the_tables_say(engine: AsyncEngine) -> None:
    assert await differences(engine) == []


async def test_a_second_upgrade_changes_nothing(engine: AsyncEngine) -> None:
    await upgrade_engine(engine)
    assert await differences(engine) == []


async def test_a_sqlite_database_is_set_up_for_more_than_one_process(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'a.sqlite3'}"
    upgrade(url)
    engine = make_engine(url)
    async with engine.connect() as connection:
        found = [
            (await connection.execute(text(f"PRAGMA {name}"))).scalar_one()
            for name in ("journal_mode", "foreign_keys", "busy_timeout")
        ]
    await engine.dispose()
    assert found == ["wal", 1, 15000]
