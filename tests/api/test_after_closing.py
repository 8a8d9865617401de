"""A closed case over the API: packs and notes, which are mostly asked for then, and nothing else."""

from tests.api.serving import Client
from tests.api.test_acts import opened

COVER = {"kind": "request_paper", "paper": "ombudsman_pack_cover", "subject": "case"}


async def closed(by: Client) -> str:
    """A case opened and closed; its id."""
    case_id = await opened(by)
    answer = await by.act(case_id, {"kind": "close_case", "result": "withdrawn"})
    assert answer.status_code == 200, answer.text
    return case_id


async def test_a_pack_and_a_note_are_taken_on_a_closed_case_while_another_is_open(officer: Client) -> None:
    case_id = await closed(officer)
    now_open = await opened(officer)
    noted = await officer.act(case_id, {"kind": "add_note", "text": "The ombudsman asks for the file."})
    assert (noted.status_code, noted.json()["case_id"]) == (200, case_id)
    offered = (await officer.get(f"/api/v1/cases/{case_id}/next")).json()["actions"]
    assert {each["command"] for each in offered} == {"request_paper", "add_note"}
    asked = await officer.act(case_id, COVER)
    codes = {each["code"] for each in asked.json().get("refusals", [])}
    assert codes <= {"landlord_details", "detail_needed"}
    assert (await officer.get(f"/api/v1/cases/{now_open}")).json()["state"]["revision"] == 1


async def test_a_step_of_the_road_is_refused_on_a_closed_case(officer: Client) -> None:
    case_id = await closed(officer)
    answer = await officer.act(case_id, {"kind": "close_case", "result": "withdrawn"})
    assert answer.status_code == 409
    assert [each["code"] for each in answer.json()["refusals"]] == ["closed"]


async def test_the_page_of_a_closed_case_offers_its_packs(officer: Client, browser: Client) -> None:
    case_id = await closed(officer)
    page = (await browser.get(f"/cases/{case_id}/papers")).text
    assert "Make: Ombudsman bundle" in page
    assert "Add a note" in (await browser.get(f"/cases/{case_id}")).text
