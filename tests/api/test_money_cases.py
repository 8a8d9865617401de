"""Money cases over the API and by page: opened, acted on, refused with reasons, told with dates and why."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from fastapi import FastAPI
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncEngine

from api.pages.forms.money import money_forms
from api.staging import command_models
from store.engine import sessions
from store.tables import Tenancy
from tests.activities.made import LANDLORD, TENANCY
from tests.api.money_engine import MoneyEngine
from tests.api.serving import application, client, enter, fill, mark_in
from tests.api.test_drafts import kept_whole
from tests.databases import sqlite_database

CASE = f"{TENANCY}-M1"
OPENING = {"landlord": LANDLORD, "account_ref": TENANCY}


@pytest.fixture(scope="module")
def money_templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the migrated file lies that tests copy."""
    return tmp_path_factory.mktemp("money-templates")


@pytest_asyncio.fixture
async def served(money_templates: Path, tmp_path: Path) -> AsyncIterator[FastAPI]:
    """The application, with one account of a former tenant."""
    async with sqlite_database(money_templates, tmp_path) as engine:
        await fill(engine)
        await _left(engine)
        async with application(engine, tmp_path, MoneyEngine) as (app, _):
            yield app


async def _left(engine: AsyncEngine) -> None:
    async with sessions(engine).begin() as session:
        await session.execute(update(Tenancy).where(Tenancy.tenancy_ref == TENANCY).values(occupancy="former_tenant"))


async def _act(program: Any, command: dict[str, Any], key: str) -> Any:
    body = {"command": command}
    return await program.post(f"/api/v1/money-cases/{CASE}/acts", json=body, headers={"Idempotency-Key": key * 8})


async def test_a_case_is_opened_once_and_says_what_leads_and_why_not(served: FastAPI) -> None:
    async with client(served, "officer.a") as program:
        opened = await program.post("/api/v1/money-cases", json=OPENING, headers={"Idempotency-Key": "opening-1"})
        assert opened.status_code == 201, opened.text
        assert opened.json()["case_id"] == CASE
        again = await program.post("/api/v1/money-cases", json=OPENING, headers={"Idempotency-Key": "opening-2"})
        assert again.status_code == 409
        assert again.json()["refusals"][0]["link"] == f"/money-cases/{CASE}"
        told = (await program.get(f"/api/v1/money-cases/{CASE}/next")).json()
        assert [each["leads"] for each in told["recommended"]][:1] == [True]
        assert all(each["not_leading"] for each in told["recommended"][1:])
        assert told["not_yet"]
        ahead = (await program.get(f"/api/v1/forecast?landlord={LANDLORD}")).json()
        assert {row["address"] for each in ahead["officers"] for row in each["rows"]} == {f"/money-cases/{CASE}"}
        assert "why the others do not" in (await program.get(f"/money-cases/{CASE}")).text
        case = (await program.get(f"/api/v1/money-cases/{CASE}")).json()
        assert case["stage"] == "tracing"
        delays = (await program.get(f"/api/v1/lessons?landlord={LANDLORD}")).json()["delays"]
        assert [(d["kind"], d["stage"], d["now"]) for d in delays if d["by"] == "all"] == [("money", "tracing", 1)]
        assert [row["case_id"] for row in (await program.get("/api/v1/money-cases")).json()["cases"]] == [CASE]
        today, debtor = case["today"], case["state"]["tenants"][0]
        letter = {"kind": "send_letter_of_claim", "on": today, "debtors": [debtor], "method": "letter"}
        refused = await _act(program, letter, "a")
        assert {r["code"] for r in refused.json()["refusals"]} >= {"not_traced", "assessment_needed", "search_needed"}
        next_ = (await program.get(f"/api/v1/money-cases/{CASE}/next")).json()["actions"]
        assert [a["command"] for a in next_ if a["leads"]] == ["record_trace"]
        trace = {"kind": "record_trace", "on": today, "debtor": debtor, "found": True, "method": "visit"}
        assert (await _act(program, trace | {"note": "Found at work."}, "b")).status_code == 200
        late = await program.get("/api/v1/acts/" + "b" * 8)
        assert late.json()["case_id"] == CASE
        dates = (await program.get(f"/api/v1/money-cases/{CASE}/deadlines")).json()["deadlines"]
        assert any(d["kind"] == "limitation" and d["date"]["sentence"] for d in dates)
        history = (await program.get(f"/api/v1/money-cases/{CASE}/history")).json()
        assert history["whole"]
        assert history["events"][0]["event"]["kind"] == "money_case_opened"


async def test_a_money_case_is_no_possession_case_and_is_not_seen_from_elsewhere(served: FastAPI) -> None:
    async with client(served, "officer.a") as program:
        await program.post("/api/v1/money-cases", json=OPENING, headers={"Idempotency-Key": "opening-1"})
        assert (await program.get(f"/api/v1/cases/{CASE}")).status_code == 404
        assert (await program.get("/api/v1/cases/nothing")).status_code == 404
        assert (await _act(program, {"kind": "draft_notice"}, "c")).status_code == 422
        assert (await _act(program, {"kind": "open_money_case"} | OPENING, "d")).status_code in (404, 422)
    async with client(served, "elsewhere") as stranger:
        assert (await stranger.get(f"/api/v1/money-cases/{CASE}")).status_code == 404


async def test_an_officer_opens_and_works_a_money_case_by_page(served: FastAPI) -> None:
    async with client(served) as browser:
        await enter(browser, "officer.a")
        account = await browser.get(f"/accounts/{LANDLORD}/{TENANCY}")
        assert "Open a money case" in account.text
        mark = mark_in(account.text)
        sent = OPENING | {"form_mark": mark, "key": "page-opening"}
        opened = await browser.post("/money-cases", data=sent)
        assert opened.headers["location"] == f"/money-cases/{CASE}"
        shown = await browser.get(f"/money-cases/{CASE}")
        assert shown.status_code == 200
        assert "Out of time to sue" in shown.text
        assert "Why this date" in shown.text
        assert CASE in (await browser.get("/money-cases")).text
        assert CASE in (await browser.get("/")).text
        form = await browser.get(f"/money-cases/{CASE}/do/record_trace")
        assert form.status_code == 200
        typed = {"form_mark": mark_in(form.text), "key": "page-trace-1", "seen_revision": "1", "method": "visit"}
        wrong = await browser.post(f"/money-cases/{CASE}/do/record_trace", data=typed)
        assert wrong.status_code == 422
        assert "has no answer" in wrong.text
        today = {"on-day": "23", "on-month": "11", "on-year": "2020"}
        done = await browser.post(
            f"/money-cases/{CASE}/do/record_trace",
            data=typed | today | {"debtor": f"{TENANCY}-1", "found": "yes"},
        )
        assert done.headers["location"] == f"/money-cases/{CASE}?done=record_trace", done.text
        refused = await browser.post(
            f"/money-cases/{CASE}/do/close_money_case",
            data={"form_mark": mark, "key": "page-close-1", "result": "paid"},
        )
        assert refused.status_code == 409
        assert "The account still shows" in refused.text


def test_every_act_that_a_person_may_do_has_a_form() -> None:
    left_out = {"open_money_case", "take_on_debt", "request_money_paper"}
    assert set(money_forms()) == set(command_models("money")) - left_out


async def test_every_form_is_shown(served: FastAPI) -> None:
    async with client(served) as browser:
        await enter(browser, "officer.a")
        mark = mark_in((await browser.get("/")).text)
        await browser.post("/money-cases", data=OPENING | {"form_mark": mark, "key": "page-opening"})
        for command in money_forms():
            assert (await browser.get(f"/money-cases/{CASE}/do/{command}")).status_code == 200, command


async def test_papers_are_offered_with_what_stops_them_and_the_history_is_told_in_sentences(served: FastAPI) -> None:
    async with client(served, "officer.a") as program:
        await program.post("/api/v1/money-cases", json=OPENING, headers={"Idempotency-Key": "opening-1"})
        papers = (await program.get(f"/api/v1/money-cases/{CASE}/papers")).json()
        offered = {one["paper"]: one["refusals"] for one in papers["offered"]}
        assert [r["code"] for r in offered["letter_of_claim"]] == ["no_address"]
        assert offered["income_and_expenditure"] == []
        wanted = {"kind": "request_money_paper", "paper": "income_and_expenditure", "subject": "case"}
        assert (await _act(program, wanted, "p")).status_code == 200
        asked = (await program.get(f"/api/v1/money-cases/{CASE}/papers")).json()["papers"]
        assert [one["kind"] for one in asked] == ["income_and_expenditure"]
        away = await program.get(f"/api/v1/money-cases/{CASE}/papers/{asked[0]['id']}/file")
        assert away.status_code == 404
    async with client(served) as browser:
        await enter(browser, "officer.a")
        shown = (await browser.get(f"/money-cases/{CASE}")).text
        assert "Money case opened with £2,000.00 owed." in shown
        assert "Form of income and spending (case): requested." in shown
        assert "Deadlines changed" not in shown


async def test_many_money_cases_are_opened_and_acted_on_after_a_dry_run(served: FastAPI) -> None:
    async with client(served, "officer.a") as program:

        async def bulk(key: str, **body: Any) -> Any:
            return (await program.post("/api/v1/bulk", json=body, headers={"Idempotency-Key": key * 8})).json()

        accounts = [{"landlord": LANDLORD, "tenancy_ref": TENANCY}, {"landlord": LANDLORD, "tenancy_ref": "T0"}]
        dry = await bulk("a", accounts=accounts, money=True)
        assert [row["outcome"] for row in dry["rows"]] == ["allowed", "refused"]
        assert (await program.get(f"/api/v1/money-cases/{CASE}")).status_code == 404, "a dry run opens nothing"
        opened = await bulk("b", accounts=accounts[:1], money=True, dry_run=False)
        assert [row["case_id"] for row in opened["rows"]] == [CASE]
        again = await bulk("c", accounts=accounts[:1], money=True)
        assert again["rows"][0]["refusals"][0]["link"] == f"/money-cases/{CASE}"
        letter = {"kind": "send_letter_of_claim", "on": "2026-11-23", "method": "letter"}
        (row,) = (await bulk("d", act=letter, cases=[CASE]))["rows"]
        assert row["outcome"] == "refused"
        assert {"search_needed", "assessment_needed"} <= {each["code"] for each in row["refusals"]}
        search = {"kind": "search_register", "on": "2026-11-23", "clear": True}
        assert (await bulk("e", act=search, cases=[CASE]))["counts"] == {"allowed": 1}
        assert (await bulk("f", act=search, cases=[CASE], dry_run=False))["counts"] == {"done": 1}
        assert (await bulk("f", act=search, cases=[CASE], dry_run=False))["counts"] == {"done": 1}, "once for its key"
        state = (await program.get(f"/api/v1/money-cases/{CASE}")).json()["state"]
        assert len(state["searches"]) == 1
        claim = {"kind": "draft_money_claim", "signer": "x"}
        wrong = await program.post(
            "/api/v1/bulk", json={"act": claim, "cases": [CASE]}, headers={"Idempotency-Key": "g" * 8}
        )
        assert wrong.status_code == 422
        assert "signed for one account" in wrong.text
    async with client(served) as browser:
        await enter(browser, "officer.a")
        shown = (await browser.get("/bulk?of=money")).text
        assert "Record that the letter of claim was sent" in shown
        assert CASE in shown


async def test_a_form_of_a_money_case_is_saved_and_says_what_happened_since(served: FastAPI) -> None:
    async with client(served, "officer.a") as program, client(served) as browser:
        await program.post("/api/v1/money-cases", json=OPENING, headers={"Idempotency-Key": "opening-1"})
        mark = mark_in((await enter(browser, "officer.a") and await browser.get("/")).text)
        place = f"/money-cases/{CASE}/drafts/record_trace"
        typed = {"form_mark": mark, "seen_revision": "1", "note": "At the old", "on-day": "x"}
        after = await browser.post(place, data=typed)
        assert after.headers["location"] == f"/money-cases/{CASE}?kept=record_trace"
        assert "what you typed is kept for you" in (await browser.get(after.headers["location"])).text
        await _act(program, {"kind": "add_note", "text": "In between."}, "n")
        form = (await browser.get(f"/money-cases/{CASE}/do/record_trace")).text
        closing = {"form_mark": mark, "seen_revision": "1", "result": "paid", "note": "Paid."}
        late = await browser.post(f"/money-cases/{CASE}/do/close_money_case", data=closing)
        assert (late.status_code, "<strong>Since you looked:</strong>" in late.text) == (409, True)
        assert "At the old" in form
        assert "You saw it at step 1; it is at 2 now." in form
        assert "In between" not in form
        found = (await program.get(f"/api/v1/cases/{CASE}/drafts/record_trace")).json()
        assert (found["fields"]["on-day"], len(found["changed"])) == (["x"], 1)
        gone = await browser.post(f"{place}/throw-away", data={"form_mark": mark})
        assert gone.headers["location"] == f"/money-cases/{CASE}?thrown=yes"
        assert "At the old" not in (await browser.get(f"/money-cases/{CASE}/do/record_trace")).text


@pytest.mark.long
async def test_every_form_of_a_money_case_comes_back_as_it_was_left(served: FastAPI) -> None:
    async with client(served, "officer.a") as program, client(served) as browser:
        await program.post("/api/v1/money-cases", json=OPENING, headers={"Idempotency-Key": "opening-1"})
        await enter(browser, "officer.a")
        assert await kept_whole(browser, f"/money-cases/{CASE}", money_forms()) > 30
