"""The team's pages without scripts: forecast, absence, rent watch, many cases, sharing out."""

from collections.abc import AsyncIterator

import pytest_asyncio
from fastapi import FastAPI

from tests.api.serving import LANDLORD, Client, client, enter, mark_in
from tests.api.test_acts import opened
from tests.api.test_bulk import another_officer
from tests.api.test_team import a_drafted_notice

WEEK = {
    "landlord": LANDLORD,
    "by": "senior",
    "to": "officer.a",
    **{f"first-{part}": value for part, value in (("day", "23"), ("month", "11"), ("year", "2026"))},
    **{f"last-{part}": value for part, value in (("day", "29"), ("month", "11"), ("year", "2026"))},
}


@pytest_asyncio.fixture
async def at_desk(app: FastAPI) -> AsyncIterator[Client]:
    """A senior's browser without scripts; its forms' mark goes with every form."""
    async with client(app) as made:
        await enter(made, "senior")
        made.headers["X-Form-Mark"] = mark_in((await made.get("/")).text)
        yield made


async def test_the_forecast_names_whose_it_is_and_why(officer: Client, at_desk: Client) -> None:
    case_id = await opened(officer)
    shown = (await at_desk.get("/forecast")).text
    assert "Amal Reid: late, or will be 1" in shown
    assert f'href="/cases/{case_id}"' in shown
    assert "First rent statement to every tenant" in shown
    table = await at_desk.get(f"/forecast.csv?landlord={LANDLORD}")
    assert case_id in table.text


async def test_a_delegate_is_named_and_the_delegation_ended(at_desk: Client) -> None:
    assert (await at_desk.post("/absence", data=WEEK)).status_code == 303
    shown = (await at_desk.get("/absence")).text
    assert "Runs</strong>" in shown
    assert "23 November 2026 to 29 November 2026" in shown
    again = await at_desk.post("/absence", data=WEEK)
    assert again.status_code == 409
    assert "There is a delegation from" in again.text
    wrong = await at_desk.post("/absence", data=WEEK | {"last-day": "x"})
    assert wrong.status_code == 422
    assert (await at_desk.post("/absence/1/end", data={"landlord": LANDLORD})).status_code == 303
    assert "Ended</strong>" in (await at_desk.get("/absence")).text


async def test_a_delegate_s_work_shows_what_waits_and_in_whose_place(
    app: FastAPI, at_desk: Client, browser: Client
) -> None:
    async with client(app, "leader") as leader:
        case_id = await a_drafted_notice(leader)
    assert "Waiting for your approval" not in (await browser.get("/")).text
    await at_desk.post("/absence", data=WEEK)
    shown = (await browser.get("/")).text
    assert "You stand in for Sam Okoro" in shown
    assert f"/cases/{case_id}/do/approve?subject=N1" in shown
    assert "Approve" in (await browser.get(f"/cases/{case_id}")).text


async def test_an_officer_is_offered_no_power_to_give_away(browser: Client, mark: str) -> None:
    assert "Name a delegate" not in (await browser.get("/absence")).text
    answer = await browser.post("/absence", data=WEEK | {"form_mark": mark})
    assert answer.status_code == 403


async def test_the_watch_asks_whether_to_open_and_opens_after_a_look(at_desk: Client) -> None:
    shown = (await at_desk.get("/watch")).text
    assert "£2,000.00 is owed, and 4 weeks&#39; rent is £400.00" in shown
    chosen = {"account": [f"{LANDLORD}/T900001", f"{LANDLORD}/T900002"]}
    look = await at_desk.post("/bulk/open", data=chosen)
    assert "Do it for the 2 that may be done" in look.text
    assert "T900001" in (await at_desk.get("/watch")).text
    done = await at_desk.post("/bulk/open", data=chosen | {"run": "yes", "key": "open-from-watch"})
    assert 'href="/cases/T900001-1"' in done.text
    twice = await at_desk.post("/bulk/open", data=chosen | {"run": "yes", "key": "open-from-watch"})
    assert 'href="/cases/T900002-1"' in twice.text
    assert "Refused" not in twice.text
    assert "T900001" not in (await at_desk.get("/watch")).text


async def test_a_statement_sent_today_is_due_no_more(at_desk: Client, browser: Client) -> None:
    where = f"/watch/{LANDLORD}/T900001/statement"
    assert (await browser.post(where, data={})).status_code == 403
    assert (await at_desk.post(where, data={})).status_code == 303
    assert (await at_desk.get("/watch")).text.count("Sent today") == 1
    assert (await at_desk.post(f"/watch/{LANDLORD}/T0/statement", data={})).status_code == 404


async def test_many_cases_are_looked_at_case_by_case_and_then_done_once(officer: Client, at_desk: Client) -> None:
    ids = [await opened(officer), await opened(officer, "T900002")]
    assert ids[0] in (await at_desk.get("/bulk")).text
    asked = {"kind": "add_note", "words": "New meters.", "case": ids}
    look = await at_desk.post("/bulk", data=asked)
    assert look.text.count("Allowed</strong>") == 2
    assert "New meters." in look.text
    for _ in range(2):
        done = await at_desk.post("/bulk", data=asked | {"run": "yes", "key": "many-cases-1"})
        assert done.text.count("Done</strong>") == 2
    assert (await officer.get(f"/api/v1/cases/{ids[0]}")).json()["revision"] == 2
    refused = await at_desk.post("/bulk", data=asked | {"kind": "draft_notice"})
    assert "Record this step" in refused.text
    assert "Do it for" not in refused.text


async def test_a_bulk_form_that_says_nothing_or_too_much_is_shown_again(at_desk: Client) -> None:
    for wrong in ({}, {"kind": "approve", "case": ["T1-1"]}, {"kind": "add_note", "words": "x"}):
        answer = await at_desk.post("/bulk", data=wrong)
        assert answer.status_code == 422
        assert "There is a problem" in answer.text


async def test_a_leaver_s_cases_are_shared_out_by_page(app: FastAPI, officer: Client, at_desk: Client) -> None:
    await another_officer(app)
    case_id = await opened(officer)
    assert "Amal Reid: 1 cases" in (await at_desk.get("/share-out")).text
    look = await at_desk.post("/share-out", data={"leaver": f"{LANDLORD}|officer.a"})
    assert "to Bo Lind: has the least to do (0)" in look.text
    assert "Give these 1 cases" in look.text
    done = await at_desk.post(
        "/share-out", data={"share": [f"{case_id}|officer.b"], "run": "yes", "key": "share-1-2-3"}
    )
    assert "Done</strong>" in done.text
    assert (await officer.get(f"/api/v1/cases/{case_id}")).json()["state"]["officer"] == "officer.b"


async def test_an_officer_does_not_share_out_cases_by_page(browser: Client, mark: str, officer: Client) -> None:
    case_id = await opened(officer)
    assert (await browser.get("/share-out")).status_code == 403
    sent = {"share": [f"{case_id}|senior"], "run": "yes", "key": "share-1-2-4", "form_mark": mark}
    answer = await browser.post("/share-out", data=sent)
    assert "Refused</strong>" in answer.text
    assert (await officer.get(f"/api/v1/cases/{case_id}")).json()["state"]["officer"] == "officer.a"
