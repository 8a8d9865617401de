"""Attacks by what a case's past, a begun form and a landlord's rules are told with: others' accounts, odd texts."""

import json
from typing import Any
from uuid import uuid4

import pytest
from fastapi import FastAPI

from tests.api.serving import LANDLORD, Client, client
from tests.api.test_acts import opened

NOTE = {"step": {"kind": "add_note", "text": "x"}, "on": "2026-11-01"}


def _key() -> dict[str, str]:
    return {"Idempotency-Key": str(uuid4())}


@pytest.mark.parametrize("money", [False, True])
async def test_no_case_is_taken_on_for_another_landlord_nor_on_an_account_that_is_kept_from_one(
    app: FastAPI, officer: Client, elsewhere: Client, senior: Client, money: bool
) -> None:
    case_id = await opened(officer)
    async with client(app, "admin") as admin:
        kept = {"case_id": case_id, "people": ["officer.a"], "reason": "A witness."}
        assert (await admin.post("/api/v1/restrictions", json=kept, headers=_key())).status_code == 201
    for who, ref in ((elsewhere, "T900002"), (senior, "T900001")):
        sent = {"landlord": LANDLORD, "tenancy_ref": ref, "officer": "officer.a", "money": money, "steps": [NOTE]}
        answer = await who.post("/api/v1/cases/taken-on", json=sent, headers=_key())
        assert answer.status_code == 404, answer.text
        assert case_id not in answer.text
    assert (await officer.get("/api/v1/cases/T900002-1")).status_code == 404


async def test_odd_texts_are_refused_and_never_a_fault_of_ours(app: FastAPI, officer: Client) -> None:
    case_id = await opened(officer)
    for table in ("tenancy_ref,step,on\nT900001,contact," + "x" * 140_000, "tenancy_ref,step,on\nT900001,con\rtact,x"):
        sent = {"landlord": LANDLORD, "csv": table}
        assert (await officer.post("/api/v1/cases/taken-on/table", json=sent)).status_code == 422
    nested: dict[str, Any] = dict(NOTE)
    for _ in range(150):
        nested = {"step": {"kind": "take_on", "steps": [nested]}}
    told = {"landlord": LANDLORD, "tenancy_ref": "T900002", "steps": [nested]}
    (why,) = (await officer.post("/api/v1/cases/taken-on/try", json=told)).json()["refusals"]
    assert (why["code"], why["field"]) == ("not_earlier", "steps.1.step")
    half = json.dumps({"fields": {"text": "\ud800"}})
    draft = f"/api/v1/cases/{case_id}/drafts/add_note"
    assert (await officer.put(draft, content=half, headers={"content-type": "application/json"})).status_code == 422
    async with client(app, "leader") as leader:
        for policy in ({"\ud800": 1}, {"escalate_after_days": 10**9}, {"notice_margin_days": -1}):
            rules = json.dumps({"policy": policy, "from": "2026-12-01", "dry_run": False})
            set_ = await leader.post(
                f"/api/v1/policies/{LANDLORD}", content=rules, headers={"content-type": "application/json"}
            )
            assert set_.status_code == 422, policy


async def test_a_table_that_could_be_tried_as_a_file_can_be_brought_in_from_the_page_that_shows_it(
    browser: Client, mark: str
) -> None:
    line = "T900001,note,2026-06-01," + "x" * 900 + "\n"
    table = "tenancy_ref,step,on,text\n" + line * 80
    sent = {"form_mark": mark, "landlord": LANDLORD, "csv": table, "run": "yes"}
    assert "came in" in (await browser.post("/taking-on", data=sent, files={"file": ("", b"")})).text
