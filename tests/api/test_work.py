"""My work: by risk and value, and said so; without a case, the accounts that crossed the ladder; the rent watch."""

from fastapi import FastAPI
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncEngine

from store.engine import sessions
from store.tables import CaseView
from tests.api.serving import LANDLORD, Client, client, enter
from tests.api.test_acts import opened


async def test_what_is_at_risk_comes_first_with_its_reason(
    officer: Client, browser: Client, database: AsyncEngine
) -> None:
    case_id = await opened(officer)
    async with sessions(database).begin() as session:
        await session.execute(update(CaseView).values(at_risk=["Notice N1 lapses: 01/12/2026"], at_risk_count=1))
    shown = (await browser.get("/")).text
    assert case_id in shown
    assert "At risk, broken or running out" in shown
    assert "Notice N1 lapses: 01/12/2026" in shown
    assert "what is at risk, then the nearest date, then the greatest arrears" in shown


async def test_without_a_case_one_sees_the_accounts_that_crossed_the_ladder(browser: Client) -> None:
    shown = (await browser.get("/")).text
    assert "You have no open cases." in shown
    assert f'href="/accounts/{LANDLORD}/T900001"' in shown
    assert "£2,000.00 is owed, and 4 weeks&#39; rent is £400.00" in shown


async def test_the_watch_counts_by_rung_and_shows_a_page_at_a_time(app: FastAPI, browser: Client) -> None:
    shown = (await browser.get("/watch")).text
    assert "1 to 2 of 2" in shown
    assert f'href="/watch?landlord={LANDLORD}&amp;rung=minimum"' in shown
    assert "T900001" in (await browser.get(f"/watch?landlord={LANDLORD}&rung=minimum")).text
    assert "T900001" not in (await browser.get("/watch?rung=statement")).text
    assert "There is nothing on this page" in (await browser.get("/watch?page=2")).text
    assert (await browser.get("/watch?landlord=nobody")).status_code == 404
    async with client(app) as other:
        await enter(other, "elsewhere")
        assert (await other.get(f"/watch?landlord={LANDLORD}")).status_code == 404
