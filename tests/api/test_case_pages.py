"""What a case's pages show of it: a notice served again, earlier cases, the hearing's list, and what is known."""

from pathlib import Path

import pytest_asyncio
from sqlalchemy.ext.asyncio import AsyncEngine

from activities.context import Context
from cases.commands import Withdraw
from documents.files import FileStore
from tests.activities.made import SENIOR, Acting
from tests.activities.road import to_a_listed_hearing, to_an_approved_notice
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
