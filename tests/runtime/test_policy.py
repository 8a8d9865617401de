"""A policy checked, set from a day on and shown, and the watch, from the command line."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from runtime.cli import app
from runtime.settings import load
from store import landlords, migrate
from store.engine import make_engine, sessions
from tests.store.test_lists import an_account

Call = Callable[..., Result]
LADDER = """
[[ladder]]
code = "notice"
title = "Notice stage"
at_least_weeks = 4
authority = "Rent Arrears Policy 4.5"
"""


async def _a_landlord(url: str) -> None:
    engine = make_engine(url)
    async with sessions(engine).begin() as session:
        await landlords.ensure(session, "Sample Borough Council", sample=True)
        await an_account(session, "T1", 42_000)
    await engine.dispose()


@pytest.fixture
def call(tmp_path: Path) -> Call:
    """The command line, on a database with the sample council and an account four weeks in arrears."""
    url = load(data_dir=tmp_path).database
    migrate.upgrade(url)
    asyncio.run(_a_landlord(url))
    return lambda *words: CliRunner().invoke(app, ["--data", str(tmp_path), *words])


@pytest.fixture
def ladder(tmp_path: Path) -> str:
    """A policy file."""
    path = tmp_path / "policy.toml"
    path.write_text(LADDER, "utf-8")
    return str(path)


def test_a_good_policy_is_checked_and_a_bad_one_has_its_faults_named(call: Call, ladder: str, tmp_path: Path) -> None:
    assert "1 rungs" in call("policy", "check", ladder).output
    bad = tmp_path / "bad.toml"
    bad.write_text("breach_grace_days = -1\nladders = 3\n", "utf-8")
    answer = call("policy", "check", str(bad))
    assert answer.exit_code == 2
    assert "ladders: there is no such rule" in answer.output
    assert "breach_grace_days: it cannot be less than 0." in answer.output


def test_a_policy_is_set_from_a_day_on_and_shown_with_its_days(call: Call, ladder: str) -> None:
    slug = "sample-borough-council"
    assert call("policy", "set", slug, ladder, "--from", "2031-04-01", "--note", "Cabinet").exit_code == 0
    assert "Notice stage" not in call("policy", "show", slug).output
    shown = call("policy", "show", slug, "--all").output
    assert "# from the beginning to 31 March 2031" in shown
    assert "# from 01 April 2031 on, set by" in shown
    assert "; Cabinet" in shown
    assert 'authority = "Rent Arrears Policy 4.5"' in shown


def test_a_policy_cannot_change_what_was_decided_under_the_old_one(call: Call, ladder: str) -> None:
    answer = call("policy", "set", "sample-borough-council", ladder, "--from", "2020-01-01")
    assert answer.exit_code == 2
    assert "has passed" in answer.output
    assert call("policy", "set", "nobody", ladder).exit_code == 2
    assert call("policy", "show", "nobody").exit_code == 2


def test_the_watch_names_the_account_the_rung_and_the_reason(call: Call, ladder: str) -> None:
    call("policy", "set", "sample-borough-council", ladder)
    shown = call("watch", "--json")
    assert '"tenancy_ref": "T1"' in shown.output
    assert "4 weeks' rent is \\u00a3420.00" in shown.output
    assert "1 to open, 1 statements due" in call("watch").output
    assert call("watch", "--landlord", "nobody").exit_code == 2
