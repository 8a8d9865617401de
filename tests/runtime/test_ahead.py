"""What is next, what is ahead, who stands in and what an act on many cases would do, from the command line."""

import asyncio
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from activities.context import Context
from cases.state import Person
from cases.words import Role
from documents.files import FileStore
from runtime.cli import app
from runtime.settings import load
from store import accounts, clock, delegations, migrate
from store.engine import make_engine, sessions
from tests.activities.made import LANDLORD, TENANCY, Acting, a_landlord

Call = Callable[..., Result]
CASE = f"{TENANCY}-1"


async def _an_office(url: str, folder: Path) -> None:
    engine = make_engine(url)
    async with sessions(engine).begin() as session:
        await a_landlord(session, TENANCY, until=datetime.now(UTC).date())
        made = {"landlord": LANDLORD, "password_hash": "x"}
        for user, role in (("senior.b", Role.SENIOR), ("leader.c", Role.TEAM_LEADER)):
            await accounts.create(session, user_id=user, username=user, display_name=user, role=role, **made)
        today = await clock.today(session, LANDLORD)
        senior = Person(user_id="senior.b", role=Role.SENIOR)
        days = {"first": today, "last": today + timedelta(days=3), "today": today}
        await delegations.make(session, LANDLORD, by="senior.b", to="leader.c", actor=senior, **days)
    desk = Acting(Context(engine, FileStore(folder / "files")))
    desk.at = datetime.now(UTC)
    await desk.open()
    await engine.dispose()


@pytest.fixture(scope="module")
def call(tmp_path_factory: pytest.TempPathFactory) -> Call:
    """The command line on a database with one case and a delegation."""
    folder = tmp_path_factory.mktemp("ahead")
    url = load(data_dir=folder).database
    migrate.upgrade(url)
    asyncio.run(_an_office(url, folder))
    return lambda *words: CliRunner().invoke(app, ["--data", str(folder), *words])


def test_next_says_what_leads_and_why_the_rest_does_not(call: Call) -> None:
    told = call("next", CASE, "--as", "leader.c")
    assert told.exit_code == 0, told.output
    assert told.output.startswith("1. Record a Protocol step (contact_each_tenant)\n   leads: ")
    assert "Not yet: Draft the notice" in told.output
    found = json.loads(call("next", CASE, "--as", "leader.c", "--json").output)
    assert found["recommended"][0]["leads"]
    assert call("next", "T0-1", "--as", "leader.c").exit_code == 2
    assert "there is no account 'nobody'" in call("next", CASE, "--as", "nobody").output


def test_the_forecast_is_told_for_a_landlord(call: Call) -> None:
    told = call("forecast", "--landlord", LANDLORD)
    assert told.exit_code == 0, told.output
    assert told.output.startswith("1 open cases, 30 days from ")
    (row,) = json.loads(call("forecast", "--landlord", LANDLORD, "--json").output)["rows"]
    assert (row["case_id"], row["sort"], row["address"]) == (CASE, "late", f"/cases/{CASE}")
    assert call("forecast", "--landlord", "nobody").exit_code == 2


def test_delegations_are_told_with_their_state(call: Call) -> None:
    assert "runs" in call("delegations", "--landlord", LANDLORD).output
    (found,) = json.loads(call("delegations", "--landlord", LANDLORD, "--json").output)["delegations"]
    assert (found["by"], found["to"], found["running"]) == ("senior.b", "leader.c", True)


def test_an_act_on_many_cases_is_tried_and_nothing_is_changed(call: Call) -> None:
    note = json.dumps({"kind": "add_note", "text": "New meters."})
    told = call("bulk", note, CASE, "T0-1", "--as", "leader.c")
    assert told.exit_code == 0, told.output
    assert f"{CASE}  allowed" in told.output
    assert "T0-1  refused" in told.output
    assert "it may be done to 1. Nothing was changed." in told.output
    rows = json.loads(call("bulk", note, CASE, "--as", "leader.c", "--json").output)
    assert [row["outcome"] for row in rows] == ["allowed"]
    approval = call("bulk", '{"kind": "approve"}', CASE, "--as", "leader.c")
    assert approval.exit_code == 2
    assert call("bulk", "no json", CASE, "--as", "leader.c").exit_code == 2
