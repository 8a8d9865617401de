"""A person's dates as a calendar feed."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

from fastapi import FastAPI
from sqlalchemy.ext.asyncio import AsyncEngine

from activities.context import Context
from api.pages.routes.feeds import calendar
from cases.words import Stage
from documents.files import FileStore
from store import accounts
from store.engine import sessions
from store.pipeline import ForecastRow
from tests.activities.made import Acting
from tests.activities.road import to_a_listed_hearing
from tests.api.serving import Client
from tests.api.test_acts import opened


async def an_address(browser: Client, mark: str) -> str:
    """A new address, as it is shown once."""
    shown = (await browser.post("/calendar", data={"form_mark": mark})).text
    found = re.search(r"/calendar/[A-Za-z0-9_-]{43}\.ics", shown)
    assert found
    return found[0]


async def test_whoever_has_the_address_reads_the_dates_and_no_name(
    officer: Client, browser: Client, stranger: Client, mark: str
) -> None:
    case_id = await opened(officer)
    where = await an_address(browser, mark)
    answer = await stranger.get(where)
    assert answer.headers["content-type"].startswith("text/calendar")
    assert "DTSTART;VALUE=DATE:20261130" in answer.text
    assert f"SUMMARY:{case_id}: First rent statement to every tenant" in answer.text.replace("\r\n ", "")
    assert "Alex" not in answer.text
    assert where not in (await browser.get("/calendar")).text


async def test_an_old_a_guessed_and_a_closed_address_open_nothing(browser: Client, stranger: Client, mark: str) -> None:
    old = await an_address(browser, mark)
    new = await an_address(browser, mark)
    assert (await stranger.get(old)).status_code == 404
    assert (await stranger.get(f"/calendar/{'A' * 43}.ics")).status_code == 404
    assert (await stranger.get("/calendar/x.ics")).status_code == 404
    assert (await stranger.get(new)).status_code == 200
    await browser.post("/calendar", data={"form_mark": mark, "end": "yes"})
    assert (await stranger.get(new)).status_code == 404


async def test_the_feed_of_somebody_shut_out_opens_nothing(
    app: FastAPI, browser: Client, stranger: Client, mark: str
) -> None:
    where = await an_address(browser, mark)
    async with sessions(app.state.web.engine).begin() as session:
        await accounts.set_disabled(session, "officer.a", True)
    assert (await stranger.get(where)).status_code == 404


async def test_a_hearing_stands_at_its_time_with_its_court(
    database: AsyncEngine, tmp_path: Path, browser: Client, stranger: Client, mark: str
) -> None:
    desk = Acting(Context(database, FileStore(tmp_path / "files")), "T900001")
    hearing = await to_a_listed_hearing(desk)
    told = (await stranger.get(await an_address(browser, mark))).text.replace("\r\n ", "")
    event = told.split(f"SUMMARY:{desk.case_id}: Hearing {hearing}\r\n")
    assert re.search(r"DTSTART:2027[0-9]{4}T103000Z\r\nDTEND:2027[0-9]{4}T110000Z\r\n$", event[0])
    assert event[1].startswith("LOCATION:Sampleton\r\n")


def test_a_calendar_s_lines_are_folded_and_escaped() -> None:
    row = ForecastRow(
        "T1-1", "T1", "a", Stage.NOTICE, "k", "A; b, c\\d " + "é" * 60, date(2026, 12, 31), False, deadline_id="N1.x"
    )
    told = calendar([row], datetime(2026, 11, 23, tzinfo=UTC))
    assert all(len(line.encode()) <= 75 for line in told.split("\r\n"))
    whole = told.replace("\r\n ", "")
    assert "A\\; b\\, c\\\\d " + "é" * 60 in whole
    assert "UID:T1-1.N1.x@duecourse" in whole
    assert "DTEND;VALUE=DATE:20270101" in whole
