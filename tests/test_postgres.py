"""The PostgreSQL that other tests lean on starts, answers, and leaves nothing behind."""

import asyncio
import os
from pathlib import Path
from urllib.parse import unquote

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from tests.postgres import PostgresUnavailable, postgres_server


async def ask(url: str, question: str) -> str:
    engine = create_async_engine(url)
    try:
        async with engine.connect() as connection:
            return str((await connection.execute(text(question))).scalar_one())
    finally:
        await engine.dispose()


def test_the_shared_server_answers_through_sqlalchemy(postgres_url: str) -> None:
    assert asyncio.run(ask(postgres_url, "select version()")).startswith("PostgreSQL")


def test_the_server_and_its_folder_are_gone_after_a_failure() -> None:
    home, process_id = Path(), 0
    try:
        with postgres_server() as url:
            home = Path(unquote(url.split("host=")[1]))
            process_id = int((home / "data" / "postmaster.pid").read_text().splitlines()[0])
            raise RuntimeError("a test failed")
    except PostgresUnavailable as why:
        pytest.skip(f"no PostgreSQL here: {why}")
    except RuntimeError:
        pass
    assert not home.exists()
    with pytest.raises(ProcessLookupError):
        os.kill(process_id, 0)
