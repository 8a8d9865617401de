"""What the housing system notes of an interpreter and what the ledger says of step 1.6 agree."""

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col

from store.engine import sessions
from store.tables import Person
from tests.api.serving import Client
from tests.api.test_acts import opened


async def test_a_noted_interpreter_is_a_gap_on_the_page_and_over_the_api(
    database: AsyncEngine, officer: Client, browser: Client
) -> None:
    async with sessions(database).begin() as session:
        await session.execute(update(Person).where(col(Person.number) == 1).values(interpreter_language="Bengali"))
    case_id = await opened(officer)
    steps = (await officer.get(f"/api/v1/cases/{case_id}/protocol")).json()["steps"]
    assert [step["gap"] for step in steps if step["code"] == "understanding"] == [True]
    page = (await browser.get(f"/cases/{case_id}/protocol")).text
    assert "The housing system notes that an interpreter is needed." in page
