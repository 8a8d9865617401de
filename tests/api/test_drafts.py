"""Forms that somebody has begun, over the API and by page: kept as typed, theirs alone, and no act."""

import logging

import pytest
from fastapi import FastAPI
from sqlmodel import select

from api.drafts import MOST_CHARACTERS
from runtime import logs
from store.engine import readers
from store.tables import EventRow, FormDraft, OutboxRow, Step, Text
from tests.api.serving import LANDLORD, Client, NoEngine, client
from tests.api.test_acts import CONTACT, opened

TYPED = {"step": "contact_each_tenant", "on-day": "31", "on-month": "2", "tenants": ["T900001-2"], "note": " Met Alex "}
LISTS = {name: value if isinstance(value, list) else [value] for name, value in TYPED.items()}


def where(case_id: str, command: str = "record_contact") -> str:
    return f"/api/v1/cases/{case_id}/drafts/{command}"


async def begun(who: Client, case_id: str, **more: object) -> None:
    answer = await who.put(where(case_id), json={"fields": TYPED, **more})
    assert answer.status_code == 200, answer.text


async def test_what_was_typed_is_kept_as_it_was_and_read_by_its_writer_alone(
    app: FastAPI, officer: Client, senior: Client, elsewhere: Client
) -> None:
    case_id = await opened(officer)
    await begun(officer, case_id)
    found = (await officer.get(where(case_id))).json()
    assert found["fields"] == LISTS
    assert (found["case_id"], found["command"], found["moved"]) == (case_id, "record_contact", False)
    assert found["began_on"] == "2026-11-23"
    assert found["kept_until"].startswith("2026-12-23")
    (listed,) = (await officer.get("/api/v1/drafts")).json()["drafts"]
    assert "fields" not in listed
    assert (await senior.get(where(case_id))).status_code == 404
    assert (await senior.get("/api/v1/drafts")).json() == {"drafts": [], "of_others": []}
    assert (await elsewhere.get(where(case_id))).status_code == 404
    assert (await elsewhere.put(where(case_id), json={"fields": TYPED})).status_code == 404
    async with client(app, "leader") as leader:
        (other,) = (await leader.get("/api/v1/drafts")).json()["of_others"]
        assert (other["by"], other["case_id"]) == ("officer.a", case_id)
        assert (await leader.get(where(case_id))).status_code == 404
        assert "Met Alex" not in (await leader.get(f"/cases/{case_id}")).text


async def test_a_draft_is_no_act_and_its_words_are_in_no_record_and_no_log(
    app: FastAPI, officer: Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    logs.hush()
    case_id = await opened(officer)
    tables = (EventRow, Step, Text, OutboxRow)
    async with readers(app.state.web.engine)() as session:
        before = [len((await session.execute(select(table))).all()) for table in tables]
    await begun(officer, case_id)
    async with readers(app.state.web.engine)() as session:
        assert [len((await session.execute(select(table))).all()) for table in tables] == before
        (row,) = (await session.execute(select(FormDraft))).scalars()
    assert b"Alex" not in row.sealed
    assert "Alex" not in caplog.text


async def test_recording_the_act_removes_its_draft_and_a_refused_one_leaves_it(
    officer: Client, gateway: NoEngine
) -> None:
    case_id = await opened(officer)
    await begun(officer, case_id)
    assert (await officer.act(case_id, {**CONTACT, "step": "no_such_step"})).status_code == 409
    await officer.act(case_id, {"kind": "add_note", "text": "Another act."})
    assert (await officer.get(where(case_id))).status_code == 200
    gateway.silent = True
    assert (await officer.act(case_id, CONTACT)).status_code == 202
    assert (await officer.get(where(case_id))).status_code == 404


async def test_a_draft_says_what_happened_on_the_case_since(officer: Client, senior: Client) -> None:
    case_id = await opened(officer)
    await begun(officer, case_id, seen_revision=1)
    await senior.act(case_id, {"kind": "add_note", "text": "In between."})
    found = (await officer.get(where(case_id))).json()
    assert (found["moved"], found["seen_revision"]) == (True, 1)
    assert [one["by"] for one in found["changed"]] == ["Sam Okoro"]
    assert "In between" not in str(found["changed"])


async def test_a_draft_is_thrown_away_once(officer: Client) -> None:
    case_id = await opened(officer)
    await begun(officer, case_id)
    assert (await officer.delete(where(case_id))).status_code == 204
    assert (await officer.delete(where(case_id))).status_code == 404


async def test_what_is_too_large_or_no_form_is_refused_with_the_reason(officer: Client) -> None:
    case_id = await opened(officer)
    answer = await officer.put(where(case_id), json={"fields": {"note": "x" * (MOST_CHARACTERS + 5)}})
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    (said,) = answer.json()["refusals"]
    assert said["says"] == "60,005 characters were typed; 60,000 can be kept, so 5 are too many."
    for fields in ({"a b": "x"}, {f"n{n}": "" for n in range(201)}):
        assert (await officer.put(where(case_id), json={"fields": fields})).status_code == 422
    assert (await officer.put(where(case_id), json={"fields": {}, "subject": "../x\n"})).status_code == 422
    for command in ("no_such_act", "open_case", "deadline_passed"):
        assert (await officer.put(where(case_id, command), json={"fields": {}})).status_code == 404
    assert (await officer.get("/api/v1/drafts")).json()["drafts"] == []


async def test_the_form_that_opens_a_case_is_kept_too_and_goes_when_it_is_open(officer: Client) -> None:
    place = f"/api/v1/accounts/{LANDLORD}/T900001/drafts/open_case"
    assert (await officer.put(place, json={"fields": {"reason": "Nothing has"}})).json()["case_id"] is None
    assert (await officer.get(place)).json()["fields"] == {"reason": ["Nothing has"]}
    await opened(officer)
    assert (await officer.get(place)).status_code == 404
