"""What a case's pages show of it: a notice served again, earlier cases, the hearing's list, and what is known."""

import re
from datetime import timedelta
from pathlib import Path

import pytest_asyncio
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncEngine

from activities.context import Context
from cases.commands import CloseCase, Correct, DischargeOrder, RecordOutcome, Withdraw
from cases.instants import legal_day
from cases.words import CloseResult, OutcomeKind
from documents.files import FileStore
from store.engine import sessions
from store.tables import Person
from tests.activities.made import LANDLORD, SENIOR, Acting, an_opening, record
from tests.activities.road import to_a_listed_hearing, to_a_served_notice, to_an_approved_notice
from tests.api.serving import Client


@pytest_asyncio.fixture
async def desk(database: AsyncEngine, tmp_path: Path) -> Acting:
    """Acts on the case of T900001 through the real step."""
    return Acting(Context(database, FileStore(tmp_path / "files")), "T900001")


async def test_a_withdrawn_notice_is_served_again_from_what_it_said(desk: Acting, browser: Client) -> None:
    notice = await to_an_approved_notice(desk)
    await desk.act(Withdraw(subject=notice, reason=await desk.words("The wrong date.")), SENIOR)
    link = f"/cases/{desk.case_id}/do/draft_notice?subject={notice}"
    assert link in (await browser.get(f"/cases/{desk.case_id}")).text
    form = (await browser.get(link)).text
    assert f"This replaces {notice}" in form
    assert "which was withdrawn" in form
    assert "Rent has not been paid for twenty weeks." in form
    assert 'name="grounds" type="checkbox" value="1" checked' in form


async def test_a_fresh_notice_replaces_none(desk: Acting, browser: Client) -> None:
    await desk.open()
    form = (await browser.get(f"/cases/{desk.case_id}/do/draft_notice")).text
    assert "This replaces" not in form


async def test_a_listed_hearing_has_its_list_on_the_case_page_and_in_what_is_next(
    desk: Acting, browser: Client, officer: Client
) -> None:
    hearing = await to_a_listed_hearing(desk)
    shown = (await browser.get(f"/cases/{desk.case_id}")).text
    assert f"Ready for hearing {hearing} on" in shown
    assert f"/cases/{desk.case_id}/do/record_ten_day_letter?subject={hearing}" in shown
    found = (await officer.get(f"/api/v1/cases/{desk.case_id}/next")).json()
    (ready,) = found["hearing_ready"]
    assert {item["code"] for item in ready["items"]} >= {"ten_day_letter", "witness_statement", "bundle", "attends"}
    assert found["stale_papers"] == []
    form = (await browser.get(f"/cases/{desk.case_id}/do/set_ask?subject={hearing}")).text
    assert 'name="attends" type="text" value="Amal Reid"' in form


async def test_an_earlier_case_with_its_order_is_shown_before_a_new_notice_and_both_ways(
    database: AsyncEngine, desk: Acting, browser: Client
) -> None:
    hearing = await to_a_listed_hearing(desk)
    first = desk.case_id
    desk.at += timedelta(days=42)
    today = legal_day(desk.at)
    outcome = OutcomeKind.SUSPENDED
    terms = {"instalment_pence": 5_00, "frequency": "weekly", "first_payment": today, "judgment_pence": 2_000_00}
    await desk.act(
        RecordOutcome(
            hearing_id=hearing, outcome=outcome, on=today, grounds_proved=("1",), possession_on=today, **terms
        )
    )
    await desk.act(DischargeOrder(order_id="O1", on=today, reason=await desk.words("Paid.")), SENIOR)
    await desk.act(CloseCase(result=CloseResult.WITHDRAWN))
    desk.case_id = (await record(desk.context, an_opening("again", "T900001", desk.at))).case_id or ""
    for page in (f"/cases/{desk.case_id}", f"/cases/{desk.case_id}/do/draft_notice", f"/accounts/{LANDLORD}/T900001"):
        shown = (await browser.get(page)).text
        assert f'href="/cases/{first}"' in shown, page
        assert "Suspended possession order of" in shown, page
        assert "discharged on" in shown, page
    assert f'href="/cases/{desk.case_id}"' in (await browser.get(f"/cases/{first}")).text


async def test_what_the_housing_system_notes_is_shown_on_the_case_and_where_it_is_weighed(
    database: AsyncEngine, desk: Acting, browser: Client
) -> None:
    await desk.open()
    async with sessions(database).begin() as session:
        await session.execute(update(Person).values(vulnerability_note="Uses a wheelchair", interpreter_language=""))
    pages = ("", "/do/approve?subject=N1", "/do/book_eviction?subject=W1", "/do/record_assessment")
    for page in pages:
        assert "Mx Alex Sample: Uses a wheelchair" in (await browser.get(f"/cases/{desk.case_id}{page}")).text, page
    assert "wheelchair" not in (await browser.get(f"/cases/{desk.case_id}/do/add_note")).text


async def test_a_breathing_space_asks_which_tenants(desk: Acting, browser: Client) -> None:
    await desk.open()
    form = (await browser.get(f"/cases/{desk.case_id}/do/start_breathing_space")).text
    assert 'name="tenants" type="checkbox" value="T900001-2"' in form


async def test_a_correction_tells_why_each_date_moved(desk: Acting, browser: Client) -> None:
    notice = await to_a_served_notice(desk)
    first = desk.at
    desk.at += timedelta(days=2)
    fact = f"{notice}:T900001-2/serve_notice/sent_at"
    why = await desk.words("It was the day after.")
    await desk.act(Correct(fact=fact, reason=why, instant=first + timedelta(days=1)), SENIOR)
    shown = (await browser.get(f"/cases/{desk.case_id}/history")).text
    assert re.search(r"<p>N1 given to everybody: The day the notice was served is Tuesday 24 November 2026: ", shown)
    assert "It was the day after." in shown
