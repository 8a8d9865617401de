"""Cases under way taken on over the API and by page: tried dry, whole or not at all, and once."""

from typing import Any
from uuid import uuid4

from tests.api.serving import LANDLORD, Client

HEADER = "tenancy_ref,step,on,notice,grounds,specified_on,claim_number,court,code,reasons"
LINES = (
    "T900001,contact,2026-06-01,,,,,,contact_each_tenant,",
    "T900001,notice,2026-06-15,s83,1,2026-07-20,,,,",
    "T900001,claim,2026-08-03,,,,K00SC001,Sample County Court,,",
)
TABLE = "\n".join((HEADER, *LINES))
CONTACT = {
    "kind": "record_contact",
    "step": "contact_each_tenant",
    "on": "2026-06-01",
    "tenants": ["T900001-1"],
    "method": "letter",
    "note": "A letter in words of its own.",
}


async def sent(by: Client, *steps: dict[str, Any], where: str = "") -> Any:
    return await by.post(
        f"/api/v1/cases/taken-on{where}",
        json={"landlord": LANDLORD, "tenancy_ref": "T900001", "steps": [{"step": step} for step in steps]},
        headers={"Idempotency-Key": str(uuid4())},
    )


async def table(by: Client, text: str, apply: bool = False) -> list[dict[str, Any]]:
    answer = await by.post("/api/v1/cases/taken-on/table", json={"landlord": LANDLORD, "csv": text, "apply": apply})
    assert answer.status_code == 200, answer.text
    rows: list[dict[str, Any]] = answer.json()
    return rows


async def test_a_table_is_tried_then_brought_in_whole_and_the_same_again_changes_nothing(
    officer: Client, browser: Client
) -> None:
    (tried,) = await table(officer, TABLE)
    assert (tried["outcome"], tried["stage"]) == ("would_come_in", "claim")
    assert (await officer.get("/api/v1/cases/T900001-1")).status_code == 404
    (done,) = await table(officer, TABLE, apply=True)
    assert (done["outcome"], done["case_id"]) == ("came_in", "T900001-1")
    (again,) = await table(officer, TABLE, apply=True)
    assert (again["outcome"], again["case_id"]) == ("here_already", "T900001-1")
    case = (await officer.get("/api/v1/cases/T900001-1")).json()
    assert (case["revision"], case["stage"]) == (1, "claim")
    assert case["state"]["claims"][0]["issued_on"] == "2026-08-03"
    page = await browser.get("/cases/T900001-1")
    assert "under way since 1 June 2026" in page.text
    history = await browser.get("/cases/T900001-1/history")
    assert "Before Due Course, 15 June 2026: Notice N1: served" in history.text


async def test_one_bad_line_keeps_every_case_of_a_table_out_and_is_named(officer: Client) -> None:
    bad = "T900002,claim,2026-08-32,,,,,,,"
    rows = await table(officer, f"{TABLE}\n{bad}", apply=True)
    assert [row["outcome"] for row in rows] == ["would_come_in", "refused"]
    (why,) = rows[1]["refusals"]
    assert why["field"] == "line.5.on"
    assert (await officer.get("/api/v1/cases/T900001-1")).status_code == 404
    unsaid = TABLE.replace("Sample County Court", "")
    (row,) = await table(officer, unsaid)
    assert [each["field"] for each in row["refusals"]] == ["line.4.court"]
    (ahead,) = await table(officer, TABLE.replace("2026-08-03", "2199-08-03"))
    assert ahead["refusals"][0]["code"] == "steps_dated"


async def test_words_of_the_past_are_kept_apart_from_the_record_and_a_dry_run_keeps_none(officer: Client) -> None:
    wrong = await sent(officer, {"kind": "approve", "subject": "N1"})
    assert "not_earlier" in [each["code"] for each in wrong.json()["refusals"]]
    tried = await sent(officer, CONTACT, where="/try")
    assert tried.json()["outcome"] == "would_come_in"
    done = await sent(officer, CONTACT)
    assert done.status_code == 201, done.text
    case = (await officer.get("/api/v1/cases/T900001-1")).json()
    note = case["state"]["contacts"][0]["note"]
    assert case["texts"] == {note["id"]: CONTACT["note"]}
    assert "words of its own" not in str(case["state"])


async def test_the_pages_show_how_cases_would_stand_and_take_them_on(browser: Client, mark: str) -> None:
    address = f"/accounts/{LANDLORD}/T900001/take-on"
    assert "Take on a case that is under way" in (await browser.get(address)).text
    filled = {"form_mark": mark, "notice-0-notice": "s83", "notice-0-grounds": "1", "notice-0-on": "15/06/2026"}
    shown = await browser.post(address, data={**filled, "notice-0-specified_on": "22/06/2026"})
    assert "may specify" in shown.text
    assert "Take it on" in shown.text
    taken = await browser.post(address, data={**filled, "run": "yes"})
    assert (taken.status_code, taken.headers["location"]) == (303, "/cases/T900001-1")
    given = {"form_mark": mark, "landlord": LANDLORD, "csv": TABLE.replace("T900001", "T900002")}
    assert "would come in, claim" in (await browser.post("/taking-on", data=given)).text
    assert "came in, claim" in (await browser.post("/taking-on", data={**given, "run": "yes"})).text
    unread = await browser.post("/taking-on", data={**given, "csv": "a,b\n1,2"})
    assert "Columns that are missing: on, step, tenancy_ref" in unread.text
