"""The page tells what the housing system says of the tenants, and takes it over by one button; names stay on pages."""

import re
from datetime import date
from pathlib import Path

import pytest_asyncio
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col

from activities.context import Context
from documents.files import FileStore
from store.engine import sessions
from store.tables import Person, Tenancy
from tests.activities.made import an_opening, record
from tests.api.serving import TODAY, Client

REF = "T900001"
DAY = TODAY.date()


@pytest_asyncio.fixture
async def case(database: AsyncEngine, tmp_path: Path) -> str:
    """An open case whose tenancy has another tenant now, an old one under a new name, and a claim to buy."""
    context = Context(database, FileStore(tmp_path / "files"))
    found = await record(context, an_opening("open it", REF))
    async with sessions(database).begin() as session:
        home = (await session.execute(select(Tenancy).where(col(Tenancy.tenancy_ref) == REF))).scalar_one()
        home.right_to_buy_claimed_on = date(2026, 9, 14)
        assert home.id is not None
        born = {"first_name": "Ngozi", "last_name": "Sampleton", "role": "tenant", "title": "Ms"}
        session.add(Person(person_id=f"{REF}-3", tenancy_id=home.id, number=3, **born))
        gone = update(Person).where(col(Person.person_id) == f"{REF}-2").values(current=False)
        await session.execute(gone)
        named = {"last_name": "Examplar", "was_named": "Alex Sample", "renamed_on": DAY}
        await session.execute(update(Person).where(col(Person.person_id) == f"{REF}-1").values(named))
    return str(found.case_id)


def form(page: str, button: str) -> tuple[str, dict[str, list[str]]]:
    """Where the form with that button goes, and what it sends."""
    found = next(one for one in re.findall(r"<form.*?</form>", page, re.DOTALL) if button in one)
    sent: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', found):
        sent.setdefault(name, []).append(value.replace("&#39;", "'"))
    return re.findall(r'action="([^"]+)"', found)[0], sent


async def test_the_tenants_of_the_housing_system_are_taken_over_by_one_button(
    case: str, browser: Client, officer: Client
) -> None:
    page = (await browser.get(f"/cases/{case}")).text
    told = "The housing system now says: Mx Alex Examplar and Ms Ngozi Sampleton. Recorded on the case: "
    assert told + "Mx Alex Examplar and Mx Robin Sample." in page
    action, sent = form(page, "Take over the tenants")
    answer = await browser.post(action, data=sent)
    assert answer.status_code == 303
    assert "Ngozi" not in answer.headers["location"]
    whole = (await officer.get(f"/api/v1/cases/{case}")).json()
    assert whole["state"]["tenants"] == [f"{REF}-1", f"{REF}-3"]
    assert not {"Ngozi", "Sampleton", "Robin"} & set(re.findall(r"\w+", str(whole["state"])))
    page = (await browser.get(f"/cases/{case}")).text
    assert "The housing system now says: Mx" not in page
    assert "Mx Robin Sample" in page
    assert "Say why the tenants changed (PT1)" in (await browser.get(f"/cases/{case}/dates")).text
    assert "Change of tenants PT1" in (await browser.get(f"/cases/{case}/history")).text


async def test_a_new_name_and_a_claim_to_buy_are_taken_over_too(case: str, browser: Client, officer: Client) -> None:
    page = (await browser.get(f"/cases/{case}")).text
    assert "The housing system now says Mx Alex Examplar; before, it said Alex Sample" in page
    for button in ("Take over the name", "Record it on the case"):
        action, sent = form(page, button)
        assert (await browser.post(action, data=sent)).status_code == 303
        page = (await browser.get(f"/cases/{case}")).text
        assert button not in page
    assert "A claim to buy the home (RB1) runs since Monday 14 September 2026." in page
    state = (await officer.get(f"/api/v1/cases/{case}")).json()["state"]
    assert [change["cause"] for change in state["party_changes"]] == ["name"]


async def test_who_else_lives_there_is_recorded_by_page_and_told_before_a_warrant(case: str, browser: Client) -> None:
    shown = (await browser.get(f"/cases/{case}/do/record_household")).text
    mark = re.findall(r'name="form_mark" value="([^"]+)"', shown)[0]
    told = {"on-day": str(DAY.day), "on-month": str(DAY.month), "on-year": str(DAY.year), "unknown": "yes"}
    wrong = {**told, "form_mark": mark, "adults": "two", "children": "3"}
    assert "Choose an answer." in (await browser.post(f"/cases/{case}/do/record_household", data=wrong)).text
    sent = {**wrong, "adults": "2", "names": "Sample Lodger", "key": "who-lives-there-1"}
    assert (await browser.post(f"/cases/{case}/do/record_household", data=sent)).status_code == 303
    page = (await browser.get(f"/cases/{case}")).text
    assert "2 other adults (Sample Lodger), and persons unknown; 3 children." in page
    again = (await browser.get(f"/cases/{case}/do/record_household")).text
    assert "2 other adults (Sample Lodger), and others whose names are not known; 3 children." in again
