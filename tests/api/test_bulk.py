"""Many cases at once: what would happen, what happened, once for the key, and never another landlord's."""

from typing import Any
from uuid import uuid4

import httpx2
from fastapi import FastAPI
from sqlalchemy import func
from sqlmodel import select

from cases.words import Role
from store import accounts
from store.engine import readers, sessions
from store.tables import CaseView, Step, Text
from tests.api.serving import LANDLORD, OTHER_LANDLORD, Client, client
from tests.api.test_acts import opened

NOTE = {"kind": "add_note", "text": "The whole block gets new meters."}


async def bulk(by: Client, key: str = "", **body: Any) -> httpx2.Response:
    """Ask it."""
    return await by.post("/api/v1/bulk", json=body, headers={"Idempotency-Key": key or str(uuid4())})


async def rows_in(app: FastAPI, table: type) -> int:
    """How many rows a table has."""
    async with readers(app.state.web.engine)() as session:
        return int((await session.execute(select(func.count()).select_from(table))).scalar_one())


async def another_officer(app: FastAPI) -> None:
    """A colleague to give cases to."""
    async with sessions(app.state.web.engine).begin() as session:
        await accounts.create(
            session,
            user_id="officer.b",
            username="officer.b",
            display_name="Bo Lind",
            role=Role.OFFICER,
            password_hash="x",
            landlord=LANDLORD,
        )


async def test_a_dry_run_says_case_by_case_and_records_nothing(app: FastAPI, officer: Client) -> None:
    case_id = await opened(officer)
    before = await rows_in(app, Step), await rows_in(app, Text)
    answer = await bulk(officer, act=NOTE, cases=[case_id, "T900002-1"])
    assert answer.status_code == 200, answer.text
    assert answer.json()["counts"] == {"allowed": 1, "refused": 1}
    assert [row["outcome"] for row in answer.json()["rows"]] == ["allowed", "refused"]
    assert (await rows_in(app, Step), await rows_in(app, Text)) == before


async def test_a_run_does_each_by_itself_and_again_changes_nothing(app: FastAPI, officer: Client) -> None:
    ids = [await opened(officer), await opened(officer, "T900002")]
    first = await bulk(officer, "the-bulk-run-1", act=NOTE, cases=[*ids, "T1-1"], dry_run=False)
    assert [row["outcome"] for row in first.json()["rows"]] == ["done", "done", "refused"]
    steps = await rows_in(app, Step)
    again = await bulk(officer, "the-bulk-run-1", act=NOTE, cases=[*ids, "T1-1"], dry_run=False)
    assert [row["outcome"] for row in again.json()["rows"]] == ["done", "done", "refused"]
    assert await rows_in(app, Step) == steps
    assert (await officer.get(f"/api/v1/cases/{ids[0]}")).json()["revision"] == 2


async def test_what_is_refused_says_every_reason_and_from_which_day_a_date_cures_it(officer: Client) -> None:
    case_id = await opened(officer)
    notice = {"kind": "draft_notice", "particulars": "Rent is unpaid.", "planned_service": "2026-11-23"}
    (row,) = (await bulk(officer, act=notice, cases=[case_id])).json()["rows"]
    assert row["outcome"] == "refused"
    assert {"contact_each_tenant", "assessment_needed"} <= {each["code"] for each in row["refusals"]}
    assert all(each["mend"] for each in row["refusals"])


async def test_the_protocol_step_of_a_bulk_letter_reaches_each_case_s_own_tenants(officer: Client) -> None:
    ids = [await opened(officer), await opened(officer, "T900002")]
    act = {"kind": "record_contact", "step": "rent_statement", "on": "2026-11-23", "method": "letter"}
    done = await bulk(officer, act=act, cases=ids, dry_run=False)
    assert done.json()["counts"] == {"done": 2}
    for case_id in ids:
        (contact,) = (await officer.get(f"/api/v1/cases/{case_id}")).json()["state"]["contacts"]
        assert contact["tenants"] == [f"{case_id[:-2]}-1", f"{case_id[:-2]}-2"]


async def test_a_decision_about_one_household_or_one_draft_is_not_made_in_bulk(officer: Client, senior: Client) -> None:
    case_id = await opened(officer)
    for kind in ("approve", "record_assessment", "close_case", "deadline_passed", "nonsense"):
        answer = await bulk(senior, act={"kind": kind}, cases=[case_id], dry_run=False)
        assert answer.status_code == 422
        assert answer.json()["refusals"][0]["code"] == "not_in_bulk"


async def test_cases_are_opened_in_bulk_after_a_dry_run(app: FastAPI, officer: Client) -> None:
    wanted = [{"landlord": LANDLORD, "tenancy_ref": ref} for ref in ("T900001", "T900002", "T0")]
    dry = (await bulk(officer, accounts=wanted)).json()
    assert [row["outcome"] for row in dry["rows"]] == ["allowed", "allowed", "refused"]
    assert await rows_in(app, CaseView) == 0
    ran = (await bulk(officer, "open-them-all", accounts=wanted, dry_run=False)).json()
    assert [row["case_id"] for row in ran["rows"]] == ["T900001-1", "T900002-1", ""]
    again = (await bulk(officer, "open-them-all", accounts=wanted, dry_run=False)).json()
    assert [row["case_id"] for row in again["rows"]] == ["T900001-1", "T900002-1", ""]
    (late, *_) = (await bulk(officer, accounts=wanted)).json()["rows"]
    assert late["refusals"][0]["link"] == "/cases/T900001-1"


async def test_another_landlord_s_cases_and_homes_are_not_there(officer: Client, elsewhere: Client) -> None:
    case_id = await opened(officer)
    for dry_run in (True, False):
        (row,) = (await bulk(elsewhere, act=NOTE, cases=[case_id], dry_run=dry_run)).json()["rows"]
        assert (row["outcome"], row["refusals"][0]["code"], row["tenancy_ref"]) == ("refused", "not_found", "")
        home = [{"landlord": LANDLORD, "tenancy_ref": "T900002"}]
        (row,) = (await bulk(elsewhere, accounts=home, dry_run=dry_run)).json()["rows"]
        assert (row["outcome"], row["refusals"][0]["code"]) == ("refused", "not_found")
    assert (await officer.get(f"/api/v1/cases/{case_id}")).json()["revision"] == 1


async def test_a_bulk_request_has_limits(officer: Client) -> None:
    for body in (
        {"act": NOTE, "cases": [f"T{n}-1" for n in range(101)]},
        {"act": NOTE, "cases": []},
        {"act": NOTE, "cases": ["T1-1"], "accounts": [{"landlord": LANDLORD, "tenancy_ref": "T1"}]},
        {"cases": ["T1-1"]},
        {"act": NOTE, "cases": ["../x"]},
    ):
        assert (await bulk(officer, **body)).status_code == 422
    answer = await officer.post("/api/v1/bulk", json={"act": NOTE, "cases": ["T1-1"]})
    assert answer.status_code == 422


async def test_a_leaver_s_cases_are_shared_out_after_a_look(app: FastAPI, officer: Client, senior: Client) -> None:
    await another_officer(app)
    ids = [await opened(officer), await opened(officer, "T900002")]
    asked = {"landlord": LANDLORD, "officer": "officer.a"}
    headers = {"Idempotency-Key": "share-them-out"}
    dry = (await senior.post("/api/v1/share-out", json=asked, headers=headers)).json()
    assert [(each["case_id"], each["officer"]) for each in dry["shares"]] == [(each, "officer.b") for each in ids]
    assert all("least to do" in each["why"] for each in dry["shares"])
    done = (await senior.post("/api/v1/share-out", json=asked | {"dry_run": False}, headers=headers)).json()
    assert done["counts"] == {"done": 2}
    assert (await officer.get(f"/api/v1/cases/{ids[0]}")).json()["state"]["officer"] == "officer.b"


async def test_only_those_who_reassign_share_out_and_only_their_landlord_s(
    app: FastAPI, officer: Client, senior: Client, elsewhere: Client
) -> None:
    headers = {"Idempotency-Key": "share-them-out"}
    asked = {"landlord": LANDLORD, "officer": "officer.a"}
    assert (await officer.post("/api/v1/share-out", json=asked, headers=headers)).status_code == 403
    assert (await elsewhere.post("/api/v1/share-out", json=asked, headers=headers)).status_code == 404
    for wrong in ({"officer": "nobody"}, {"to": ["elsewhere"]}, {"to": ["officer.a"]}):
        answer = await senior.post("/api/v1/share-out", json=asked | wrong, headers=headers)
        assert answer.status_code in (404, 422), wrong
    other = asked | {"landlord": OTHER_LANDLORD}
    async with client(app, "leader") as leader:
        assert (await leader.post("/api/v1/share-out", json=other, headers=headers)).status_code in (200, 404)
