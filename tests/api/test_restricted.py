"""A restricted case is not there for a colleague who is not named: every address is walked, every form is asked."""

import re
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import pytest_asyncio
from fastapi import FastAPI
from sqlalchemy import select, update
from sqlmodel import col
from starlette.routing import Mount

from store import digests, feeds, mailing
from store.engine import sessions
from store.tables import Account, CaseView, OutboxRow, Person, Tenancy
from tests.api.money_engine import MoneyEngine
from tests.api.serving import LANDLORD, Client, application, client, enter, fill, mark_in
from tests.api.test_acts import CONTACT, opened
from tests.api.test_doors import PUBLIC, doors, routes
from tests.databases import sqlite_database

REF, CASE, MONEY, SEEN = "T900001", "T900001-1", "T900001-M1", "T900002-1"
GONE = "T900009"
WORDS = (REF, "Zanzibarina", "Quuxworthy", "Wimblestone", "Works in our own")
STRANGERS = (
    ("leader", False),
    *(pytest.param(who, True, marks=pytest.mark.long) for who in ("leader", "senior", "legal")),
)
"""Colleagues, and whether each answer is held beside that for what is not there. A team leader opens most doors."""
_CHANGES = re.compile(
    r'"at":"[^"]*"|at \d+:\d+[ap]m|nonce="[^"]*"|name="(?:form_mark|key)" value="[^"]*"|number [0-9a-f]{8}'
)


@pytest_asyncio.fixture
async def app(templates: Path, tmp_path: Path) -> AsyncIterator[FastAPI]:
    """A possession and a money case on one account with what hangs on them, kept for their officer; and a case that
    everybody sees."""
    async with sqlite_database(templates, tmp_path) as engine:
        await fill(engine, REF, "T900002")
        async with application(engine, tmp_path, MoneyEngine) as (made, _):
            async with client(made, "officer.a") as officer:
                await _cases(made, officer)
            async with sessions(engine).begin() as session:
                await session.execute(update(Account).values(email="staff@example.org"))
                await digests.make(session, LANDLORD)
            await _restrict(made, ["officer.a"])
            yield made


async def _cases(app: FastAPI, officer: Client) -> None:
    assert [await opened(officer), await opened(officer, "T900002")] == [CASE, SEEN]
    search = {"kind": "record_search", "on": "2026-11-23", "before": "notice", "clear": True}
    assessed = {"kind": "record_assessment", "on": "2026-11-23", "before": "notice", "proceed": True, "reasons": "So."}
    for command in (
        CONTACT,
        search,
        assessed,
        {"kind": "add_note", "text": "Zanzibarina Quuxworthy telephoned."},
    ):
        done = await officer.act(CASE, command)
        assert done.status_code == 200, (command, done.text)
    engine = app.state.web.engine
    async with sessions(engine).begin() as session:
        home = (await session.execute(select(Tenancy).where(col(Tenancy.tenancy_ref) == REF))).scalar_one()
        home.address_line_1, home.search_text, home.occupancy = "9 Wimblestone Road", "t900001 9 wimblestone", "garage"
        people = col(Person.tenancy_id) == home.id
        named = {"first_name": "Zanzibarina", "last_name": "Quuxworthy", "search_text": "zanzibarina quuxworthy"}
        await session.execute(update(Person).where(people).values(**named))
        for case_id in (CASE, SEEN):
            words: dict[str, Any] = {
                "deadline_id": "x",
                "level": "escalation",
                "kind": "escalation",
                "to_role": "team_leader",
            }
            when = datetime(2026, 11, 23, tzinfo=UTC)
            words |= {"title": f"Look at {case_id}", "on": date(2026, 11, 23), "body_code": "alarm.due"}
            session.add(OutboxRow(landlord=LANDLORD, case_id=case_id, due=when, created_at=when, **words))
    sent = {"landlord": LANDLORD, "account_ref": REF}
    money = await officer.post("/api/v1/money-cases", json=sent, headers={"Idempotency-Key": "money-opening"})
    assert money.status_code == 201, money.text


async def _restrict(app: FastAPI, people: list[str]) -> Any:
    async with client(app, "admin") as admin:
        sent = {"case_id": CASE, "people": people, "reason": "Works in our own office."}
        done = await admin.post("/api/v1/restrictions", json=sent, headers={"Idempotency-Key": str(uuid4())})
        assert done.status_code == 201, done.text
        return done.json()["id"]


def addresses(app: FastAPI, ref: str) -> list[str]:
    """Every address that can be looked at, with the account and its cases wherever one can be named."""
    found = []
    for route in routes(app):
        if isinstance(route.original_route, Mount) or "GET" not in (route.methods or ()) or doors(route) <= PUBLIC:
            continue
        path = str(route.path)
        case = f"{ref}-M1" if "money-cases" in path else f"{ref}-1"
        named = {"case_id": case, "landlord": LANDLORD, "tenancy_ref": ref, "paper_id": "P1", "command": "add_note"}
        for name in re.findall(r"{(\w+)}", path):
            path = path.replace(f"{{{name}}}", named.get(name, "x"))
        found += [path, *([path.replace("add_note", "open_case")] if "add_note" in path else [])]
    asked = f"landlord={LANDLORD}"
    lists = ("forecast", "forecast.csv", "lessons", "lessons.csv", "watch", "delegations", "sightings", "restrictions")
    found += [f"/api/v1/{each}?{asked}" for each in (*lists, "clock")]
    found += [f"/{each}?{asked}" for each in ("forecast.csv", "watch", "sightings", "lessons")]
    found += [f"{root}/sightings?{asked}&case={ref}-1" for root in ("", "/api/v1")]
    found += ["/api/v1/cases?officer=officer.a", "/api/v1/cases?closed=true", f"/api/v1/outbox?case_id={ref}-1"]
    found += [
        f"/restrictions?case={ref}-1",
        f"/acts/no-such-key?case={ref}-1",
        "/cases.csv?kind=money",
        "/bulk?only=open",
    ]
    return found


def told(text: str, ref: str) -> str:
    """An answer, without what differs each time and what was asked for."""
    return _CHANGES.sub("", text).replace(ref, "REF")


@pytest.mark.parametrize(("who", "beside"), STRANGERS)
async def test_no_address_shows_a_colleague_anything_and_each_answers_as_if_it_were_not_there(
    app: FastAPI, who: str, beside: bool
) -> None:
    looked = 0
    letter = {"kind": "request_paper", "paper": "arrears_letter_1", "subject": "case"}
    async with client(app, who) as program, client(app) as browser, client(app, "officer.a") as officer:
        assert (await officer.act(CASE, letter)).status_code == 200
        assert (await officer.get(f"/cases/{CASE}/papers/P1")).status_code == 200
        await enter(browser, who)
        for path, other in zip(addresses(app, REF), addresses(app, GONE), strict=True):
            by = program if path.startswith("/api/") else browser
            answer = await by.get(path)
            assert answer.status_code < 500, path
            if path != other and "?" not in path:
                assert answer.status_code in (404, 422), path
            if path != other and beside:
                nothing = await by.get(other)
                assert answer.status_code == nothing.status_code, path
                assert told(answer.text, REF) == told(nothing.text, GONE), path
            # What was asked for may be said again, as of anything that is not there.
            assert not [word for word in WORDS if word in answer.text and (word != REF or path == other)], path
            looked += answer.status_code == 200
        assert looked > 25
        assert SEEN in (await program.get("/api/v1/cases")).text
        assert SEEN in (await program.get("/api/v1/cases.csv")).text


async def test_nothing_that_is_sent_finds_it_or_moves_it(app: FastAPI) -> None:
    sent: dict[str, Any]
    async with client(app, "leader") as leader, client(app) as browser:
        await enter(browser, "leader")
        mark = mark_in((await browser.get("/")).text)
        for words in (CASE, REF, "Zanzibarina", "Wimblestone"):
            found = (await leader.post("/api/v1/search", json={"words": words})).json()
            assert (found["cases"], found["accounts"]) == ([], [])
            for path, field in (("/search", "find"), ("/accounts", "search")):
                shown = (await browser.post(path, data={field: words, "form_mark": mark})).text
                assert not [
                    word for word in WORDS if word in shown.replace(f'value="{words}"', "").replace(f"“{words}”", "")
                ]
        note = {"kind": "add_note", "text": "Mine."}
        for case_id, other in ((CASE, f"{GONE}-1"), (MONEY, f"{GONE}-M1")):
            root = "money-cases" if case_id == MONEY else "cases"
            answers = [
                await leader.post(f"/api/v1/{root}/{each}/acts", json={"command": note}, headers=_key())
                for each in (case_id, other)
            ]
            assert [each.status_code for each in answers] == [404, 404]
            assert answers[0].text == answers[1].text
            for dry_run in (True, False):
                rows = []
                for each in (case_id, other):
                    sent = {"act": note, "cases": [each], "dry_run": dry_run}
                    done = await leader.post("/api/v1/bulk", json=sent, headers=_key())
                    rows += [{**row, "case_id": "", "key": ""} for row in done.json()["rows"]]
                assert rows[0] == rows[1]
            sent = {"case_id": case_id, "people": ["leader"], "reason": "I want to see it."}
            assert (await leader.post("/api/v1/restrictions", json=sent, headers=_key())).status_code == 404
        for path, sent in (
            ("/api/v1/cases", {"landlord": LANDLORD, "tenancy_ref": REF, "reason": "Mine."}),
            ("/api/v1/money-cases", {"landlord": LANDLORD, "account_ref": REF}),
            (f"/api/v1/accounts/{LANDLORD}/{REF}/statements", {"sent_on": "2026-11-20"}),
        ):
            assert (await leader.post(path, json=sent, headers=_key())).status_code == 404, path
        for sent in (
            {"accounts": [{"landlord": LANDLORD, "tenancy_ref": REF}]},
            {"accounts": [{"landlord": LANDLORD, "tenancy_ref": REF}], "money": True},
        ):
            (row,) = (await leader.post("/api/v1/bulk", json=sent, headers=_key())).json()["rows"]
            assert [each["code"] for each in row["refusals"]] == ["not_found"]
        sent = {"landlord": LANDLORD, "officer": "officer.a"}
        shared = (await leader.post("/api/v1/share-out", json=sent, headers=_key())).json()
        assert [each["case_id"] for each in shared["shares"]] in ([SEEN], [])
        files = [
            await leader.post("/api/v1/claim-files", json={"route": "pcs", "cases": [each]}, headers=_key())
            for each in (CASE, f"{GONE}-1")
        ]
        assert told(files[0].text, REF) == told(files[1].text, GONE)
        assert (
            await leader.post("/api/v1/restrictions/1/lift", json={"reason": "No."}, headers=_key())
        ).status_code == 404


async def test_who_is_named_sees_it_who_tried_is_noted_and_lifting_shows_it_again(app: FastAPI) -> None:
    async with client(app, "senior") as senior, client(app, "admin") as admin, client(app, "officer.a") as officer:
        for path in (f"/api/v1/cases/{CASE}", f"/api/v1/cases/{CASE}/papers/P1/file", f"/api/v1/money-cases/{MONEY}"):
            assert (await senior.get(path)).status_code == 404
        assert (await senior.get(f"/api/v1/accounts/{LANDLORD}/{REF}")).status_code == 404
        assert (await officer.get(f"/api/v1/cases/{CASE}")).json()["tenants"][0]["name"] == "Mx Zanzibarina Quuxworthy"
        assert (await officer.get(f"/api/v1/money-cases/{MONEY}")).status_code == 200
        looks = (await admin.get(f"/api/v1/sightings?landlord={LANDLORD}&case={CASE}")).json()["looks"]
        tried = [each for each in looks if each["what"] == "attempt"]
        assert {each["by"] for each in tried} == {"senior"}
        assert len(tried) == 3
        assert (await officer.act(CASE, {"kind": "reassign", "officer": "senior"})).status_code in (403, 409)
        listed = (await admin.get(f"/api/v1/restrictions?landlord={LANDLORD}")).json()
        (one,) = listed["restrictions"]
        assert (one["set_by"], one["people"], one["lifted_by"]) == ("admin", ["officer.a"], None)
        assert listed["texts"][one["reason"]["id"]] == "Works in our own office."
        again = await _restrict(app, ["officer.a", "leader"])
        async with client(app, "leader") as leader:
            given = await leader.act(CASE, {"kind": "reassign", "officer": "senior", "reason": "Away."})
            assert [each["code"] for each in given.json()["refusals"]] == ["officer_not_named"]
            lifted = await leader.post(
                f"/api/v1/restrictions/{again}/lift", json={"reason": "She left."}, headers=_key()
            )
            assert lifted.status_code == 200
        assert (await senior.get(f"/api/v1/cases/{CASE}")).status_code == 200


async def test_calendars_digests_mail_and_what_was_recorded_elsewhere_before_leave_it_out(app: FastAPI) -> None:
    engine = app.state.web.engine
    words = {}
    async with sessions(engine).begin() as session:
        for who in ("officer.a", "leader"):
            words[who] = await feeds.renew(session, who)
            told = await digests.of(session, who, [LANDLORD])
            lines = [line["case_id"] for row in told for line in row.lines]
            assert (CASE in lines) == (who == "officer.a"), lines
            assert who == "officer.a" or SEEN in lines
        letters = await mailing.take(session, datetime(2026, 11, 23, 11, tzinfo=UTC))
        for letter in letters:
            told_of = {line["case_id"] for line in letter.lines}
            assert (CASE in told_of) == (letter.user_id in ("officer.a", "admin")), letter.user_id
        assert {letter.user_id for letter in letters} >= {"officer.a", "leader"}
    async with sessions(engine).begin() as session:
        await session.execute(update(Tenancy).values(officer="leader"))
    async with client(app) as calendar:
        assert CASE in (await calendar.get(f"/calendar/{words['officer.a']}.ics")).text
        assert REF not in (await calendar.get(f"/calendar/{words['leader']}.ics")).text
    title = f"Breathing space B1 of case {CASE}: record it in this case"
    async with sessions(app.state.web.engine).begin() as session:
        of_seen = col(CaseView.case_id) == SEEN
        await session.execute(
            update(CaseView).where(of_seen).values(next_due_title=title, next_due_on=date(2026, 11, 24))
        )
    async with client(app, "senior") as senior, client(app, "officer.a") as officer:
        found = await senior.post("/api/v1/search", json={"words": SEEN})
        assert "B1 of case (restricted)" in found.text
        for path in ("/api/v1/cases", "/api/v1/cases.csv", f"/api/v1/cases?named={CASE}"):
            assert CASE in (await officer.get(path)).text
            shown = await senior.get(path)
            assert "B1 of case (restricted)" in shown.text
            assert CASE not in shown.text


async def test_the_page_restricts_says_who_sees_it_and_lifts(app: FastAPI) -> None:
    async with client(app) as browser:
        await enter(browser, "leader")
        shown = (await browser.get(f"/restrictions?case={SEEN}")).text
        assert f'value="{SEEN}"' in shown
        sent = {"form_mark": mark_in(shown), "key": str(uuid4()), "case": SEEN, "people": ["officer.a"]}
        wrong = await browser.post("/restrictions", data=sent)
        assert wrong.status_code == 422
        assert "There is no reason" in wrong.text
        sent |= {"people": ["officer.a", "leader"], "reason": "A witness."}
        assert (await browser.post("/restrictions", data=sent)).status_code == 303
        assert "Only these people may see it: Lena Frost, Amal Reid" in (await browser.get(f"/cases/{SEEN}")).text
        listed = (await browser.get("/restrictions")).text
        assert "A witness." in listed
        lift = re.search(r"/restrictions/(\d+)/lift", listed)
        assert lift
        done = await browser.post(
            lift[0], data={"form_mark": sent["form_mark"], "key": str(uuid4()), "reason": "Over."}
        )
        assert done.status_code == 303
        assert "Restrict who sees this case" in (await browser.get(f"/cases/{SEEN}")).text


def _key() -> dict[str, str]:
    return {"Idempotency-Key": str(uuid4())}
