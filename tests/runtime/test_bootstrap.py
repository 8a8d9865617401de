"""A new data folder gets its tables, its sample and its people once."""

from pathlib import Path

import pytest

from cases.words import Role
from runtime import bootstrap
from runtime.passwords import hash_password, new_password, verify_nobody, verify_password
from runtime.settings import Settings, SettingsProblem, load
from store import accounts
from store.engine import make_engine, readers
from store.tables import Account
from tests.runtime.little_export import write_export


def little(folder: Path, **more: str) -> Settings:
    return load(data_dir=folder / "data", sample_dir=write_export(folder / "sample"), **more)


async def people(settings: Settings) -> list[Account]:
    engine = make_engine(settings.database)
    async with readers(engine)() as session:
        found = await accounts.every(session)
    await engine.dispose()
    return found


async def test_the_first_run_loads_the_sample_and_makes_one_account_or_more_a_role(tmp_path: Path) -> None:
    settings = little(tmp_path)
    first = await bootstrap.prepare(settings)
    assert first is not None
    assert first.imported is not None
    assert first.imported.applied
    assert {account.role for account in first.accounts} == set(Role) - {Role.SYSTEM}
    kept = {account.username: account for account in await people(settings)}
    assert len({account.password for account in first.accounts}) == len(first.accounts) == len(kept)
    for account in first.accounts:
        assert verify_password(kept[account.username].password_hash, account.password)
        assert not verify_password(kept[account.username].password_hash, account.password + "x")


async def test_the_second_run_changes_nothing(tmp_path: Path) -> None:
    settings = little(tmp_path)
    await bootstrap.prepare(settings)
    before = [account.password_hash for account in await people(settings)]
    assert await bootstrap.prepare(settings) is None
    assert [account.password_hash for account in await people(settings)] == before


async def test_without_a_sample_there_is_one_administrator(tmp_path: Path) -> None:
    first = await bootstrap.prepare(little(tmp_path, sample="no"))
    assert first is not None
    assert first.imported is None
    assert [account.role for account in first.accounts] == [Role.ADMINISTRATOR]


async def test_a_sample_that_was_asked_for_and_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsProblem, match="nowhere"):
        await bootstrap.prepare(load(data_dir=tmp_path, sample_dir=tmp_path / "nowhere", sample="yes"))


def test_a_password_of_nobody_is_never_right() -> None:
    assert not verify_nobody(new_password())
    assert not verify_password("not a hash", "x")
    assert verify_password(hash_password("correct"), "correct")
