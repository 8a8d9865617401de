"""A hold of one case is shown with the other accounts of the same person, and recorded in their cases in one act."""

from datetime import date
from pathlib import Path

import pytest_asyncio
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col

from activities.context import Context
from cases.commands import StartBreathingSpace, StartHold
from cases.words import HoldKind
from documents.files import FileStore
from store.engine import sessions
from store.tables import Person, Tenancy
from tests.activities.made import an_opening, record
from tests.api.money_engine import MoneyEngine
from tests.api.serving import LANDLORD, TODAY, Client, application, client, enter, mark_in


@pytest_asyncio.fixture
async def both(database: AsyncEngine, tmp_path: Path) -> tuple[str, str]:
    """Two open cases whose first tenants are one person; their ids."""
    async with sessions(database).begin() as session:
        same = {"first_name": "Sample", "last_name": "Person", "date_of_birth": date(1980, 2, 3)}
        await session.execute(update(Person).where(col(Person.number) == 1).values(same))
    context = Context(database, FileStore(tmp_path / "files"))
    found = [await record(context, an_opening(f"open {ref}", ref)) for ref in ("T900001", "T900002")]
    return str(found[0].case_id), str(found[1].case_id)


async def test_the_other_case_is_shown_and_the_breathing_space_recorded_there_by_one_button(
    both: tuple[str, str], browser: Client, officer: Client
) -> None:
    here, there = both
    tenant = (await officer.get(f"/api/v1/cases/{here}")).json()["state"]["tenants"][0]
    began = TODAY.date().isoformat()
    act = StartBreathingSpace(moratorium="standard", started_on=TODAY.date(), tenants=(tenant,))
    assert (await officer.act(here, act.model_dump(mode="json"))).status_code == 200
    page = (await browser.get(f"/cases/{here}")).text
    assert "The same person has other accounts" in page
    assert f"possession case {there}" in page

    refusals = {
        refusal["code"]
        for action in (await officer.get(f"/api/v1/cases/{there}/next")).json()["actions"]
        for refusal in action["refusals"]
    }
    assert "held_elsewhere" in refusals

    sent = {"form_mark": mark_in(page), "key": "one-act-for-all-of-them"}
    answer = await browser.post(f"/cases/{here}/holds/B1/everywhere", data=sent)
    assert answer.status_code == 200
    assert there in answer.text
    (space,) = (await officer.get(f"/api/v1/cases/{there}")).json()["state"]["breathing_spaces"]
    assert (space["started_on"], space["kind"]) == (began, "standard")
    assert space["tenants"] == [tenant.replace("T900001", "T900002")]


async def test_a_hold_that_is_not_there_reaches_nothing(both: tuple[str, str], browser: Client) -> None:
    page = (await browser.get(f"/cases/{both[0]}/do/start_breathing_space")).text
    sent = {"form_mark": mark_in(page), "key": "another-key-of-mine"}
    assert (await browser.post(f"/cases/{both[0]}/holds/B9/everywhere", data=sent)).status_code == 404


async def test_insolvencies_and_deaths_go_to_money_cases_and_back_by_the_same_button(
    both: tuple[str, str], database: AsyncEngine, tmp_path: Path
) -> None:
    async with sessions(database).begin() as session:
        left = update(Tenancy).where(col(Tenancy.tenancy_ref) == "T900002").values(occupancy="former_tenant")
        await session.execute(left)
    case, began = both[0], TODAY.date()
    async with application(database, tmp_path, MoneyEngine) as (app, _), client(app) as page:
        await enter(page, "officer.a")
        mark = mark_in((await page.get(f"/cases/{case}/do/start_hold")).text)
        sent = {"form_mark": mark, "landlord": LANDLORD, "account_ref": "T900002", "key": "opening-money"}
        money = (await page.post("/money-cases", data=sent)).headers["location"]
        async with client(app, "officer.a") as program:
            hold = {"hold": HoldKind.BANKRUPTCY, "started_on": began, "tenants": ("T900001-1",)}
            act = StartHold.model_construct(**hold, reason="Told by the Insolvency Service.")
            assert (await program.act(case, act.model_dump(mode="json", warnings=False))).status_code == 200
            refusals = (await program.get(f"/api/v1{money}/next")).text
            assert "held_elsewhere" in refusals
            shown = (await page.get(money)).text
            assert f"Case {case} records it as L1" in shown
            wanted = {"form_mark": mark, "key": "record-it-here-1", "other_case": case, "hold_id": "L1"}
            assert (await page.post(f"{money}/elsewhere", data=wanted)).status_code == 200
            (held,) = (await program.get(f"/api/v1{money}")).json()["state"]["holds"]
            assert (held["reason"], held["on"], held["debtors"]) == ("bankruptcy", str(began), ["T900002-1"])
            assert "records it as L1" not in (await page.get(money)).text

            debt = {"kind": "hold_money_case", "hold": "debt_relief_order", "debtors": ["T900002-1"], "reason": "Told."}
            headers = {"Idempotency-Key": "a-debt-relief-order"}
            answer = await program.post(f"/api/v1{money}/acts", json={"command": debt}, headers=headers)
            assert answer.status_code == 200, answer.text
            button = {"form_mark": mark, "key": "in-all-of-them-1"}
            told = await page.post(f"{money}/holds/D2/everywhere", data=button)
            assert case in told.text
            holds = (await program.get(f"/api/v1/cases/{case}")).json()["state"]["holds"]
            assert [(one["kind"], one["tenants"]) for one in holds] == [
                ("bankruptcy", ["T900001-1"]),
                ("debt_relief_order", ["T900001-1"]),
            ]
