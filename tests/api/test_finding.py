"""Finding a case by what is in hand, lists that are narrowed, and lists taken as a table."""

from pathlib import Path

import pytest
from fastapi import FastAPI
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import select

from activities.context import Context
from documents.files import FileStore
from store.engine import sessions
from store.tables import CaseView, Sighting, Tenancy
from tests.activities.made import Acting
from tests.activities.road import to_a_listed_hearing
from tests.api.serving import Client, client
from tests.api.test_acts import opened


async def find(browser: Client, mark: str, words: str) -> tuple[int, str]:
    """Where the box leads: the status, and the page or the address."""
    answer = await browser.post("/search", data={"find": words, "form_mark": mark})
    return answer.status_code, answer.headers.get("location") or answer.text


async def test_an_id_or_a_court_s_number_leads_straight_to_its_case(
    database: AsyncEngine, tmp_path: Path, browser: Client, mark: str
) -> None:
    desk = Acting(Context(database, FileStore(tmp_path / "files")), "T900001")
    await to_a_listed_hearing(desk)
    page = f"/cases/{desk.case_id}"
    assert await find(browser, mark, desk.case_id.lower()) == (303, page)
    assert await find(browser, mark, " k00cv 123") == (303, page)
    status, shown = await find(browser, mark, "K00CV12")
    assert (status, "Nothing was found" in shown) == (200, True)


async def test_a_name_an_address_or_a_reference_finds_cases_and_accounts(
    officer: Client, browser: Client, mark: str, database: AsyncEngine
) -> None:
    case_id = await opened(officer)
    for words in ("robin sample", "Mill Terrace", case_id.partition("-")[0]):
        status, shown = await find(browser, mark, words)
        assert status == 200
        assert f'href="/cases/{case_id}"' in shown, words
        assert "Alex Sample and Robin Sample" in shown
    async with sessions(database).begin() as session:
        noted = (await session.execute(select(Sighting.subject).where(Sighting.what == "case search"))).scalars().all()
    assert noted
    assert all(each.endswith(" found") for each in noted)


async def test_what_is_another_landlord_s_is_not_found(app: FastAPI, officer: Client, elsewhere: Client) -> None:
    case_id = await opened(officer)
    for words in (case_id, "robin"):
        answer = (await elsewhere.post("/api/v1/search", json={"words": words})).json()
        assert answer == {"cases": [], "accounts": [], "more": False}
    mine = await officer.post("/api/v1/search", json={"words": "robin"})
    assert case_id in mine.text
    assert "Robin" not in mine.text
    async with client(app) as stranger:
        assert (await stranger.post("/api/v1/search", json={"words": case_id})).status_code == 401


async def test_lists_are_narrowed_by_area_and_road_and_taken_as_a_table(
    officer: Client, browser: Client, database: AsyncEngine
) -> None:
    case_id = await opened(officer)
    async with sessions(database).begin() as session:
        await session.execute(update(CaseView).values(patch="=North"))
        await session.execute(update(Tenancy).values(patch="=North"))
    shown = (await browser.get("/cases?patch=%3DNorth&track=secure_arrears")).text
    assert case_id in shown
    assert 'value="=North" selected' in shown
    assert case_id not in (await browser.get("/cases?patch=South")).text
    assert case_id not in (await browser.get("/cases?track=demoted_council")).text
    taken = await browser.get("/cases.csv?patch=%3DNorth")
    assert taken.headers["content-type"].startswith("text/csv")
    assert f"\n{case_id},possession," in taken.text.replace("\r", "")
    assert ",'=North," in taken.text
    assert ",2000.00," in taken.text
    assert "Sample" not in taken.text
    listed = (await officer.get("/api/v1/cases", params={"patch": "=North", "track": "secure_arrears"})).json()
    assert [row["case_id"] for row in listed["cases"]] == [case_id]


@pytest.mark.parametrize(
    "path", ["/money-cases", "/money-cases.csv", "/cases.csv?only=closed", "/money-cases?track=garage"]
)
async def test_an_empty_list_is_a_list(browser: Client, path: str) -> None:
    assert (await browser.get(path)).status_code == 200
