"""Acts over the API: once for their key, refused with every reason and its mend, found again when late."""

from uuid import uuid4

import httpx2

from api.gateway import EngineUnreachable, NotRecorded
from tests.api.serving import LANDLORD, Client, NoEngine

CONTACT = {
    "kind": "record_contact",
    "step": "contact_each_tenant",
    "on": "2026-11-23",
    "tenants": [f"T900001-{number}" for number in (1, 2)],
    "method": "telephone",
    "note": "Spoke to both; a wage slip is coming.",
}


async def opened(by: Client, tenancy_ref: str = "T900001") -> str:
    """Open a case; its id."""
    answer = await open_case(by, tenancy_ref)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["case_id"])


async def open_case(by: Client, tenancy_ref: str = "T900001", key: str = "") -> httpx2.Response:
    return await by.post(
        "/api/v1/cases",
        json={"landlord": LANDLORD, "tenancy_ref": tenancy_ref, "reason": "Twenty weeks unpaid."},
        headers={"Idempotency-Key": key or str(uuid4())},
    )


async def test_a_case_is_opened_and_can_be_read(officer: Client) -> None:
    case_id = await opened(officer)
    case = (await officer.get(f"/api/v1/cases/{case_id}")).json()
    assert case_id == "T900001-1"
    assert case["stage"] == "pre_action"
    assert case["state"]["opened_arrears_pence"] == 200_000
    assert [each["name"] for each in case["tenants"]] == ["Mx Alex Sample", "Mx Robin Sample"]
    assert "Twenty weeks unpaid." not in str(case["state"])


async def test_a_second_case_on_the_tenancy_is_refused_with_a_link_to_the_first(officer: Client) -> None:
    case_id = await opened(officer)
    answer = await open_case(officer)
    assert answer.status_code == 409
    assert answer.headers["content-type"] == "application/problem+json"
    assert any(case_id in each["link"] for each in answer.json()["refusals"])


async def test_the_same_key_opens_one_case_and_gets_the_same_answer(officer: Client) -> None:
    first = await open_case(officer, key="one-and-only-key")
    again = await open_case(officer, key="one-and-only-key")
    assert first.status_code == again.status_code == 201
    assert first.json()["case_id"] == again.json()["case_id"]


async def test_a_case_for_a_tenancy_that_is_not_there_is_not_found(officer: Client) -> None:
    answer = await open_case(officer, "T000000")
    assert answer.status_code == 404
    assert answer.json()["refusals"]


async def test_an_act_is_recorded_and_its_words_are_kept_apart_from_the_record(officer: Client) -> None:
    case_id = await opened(officer)
    answer = await officer.act(case_id, CONTACT)
    assert answer.status_code == 200, answer.text
    assert answer.json()["revision"] == 2
    case = (await officer.get(f"/api/v1/cases/{case_id}")).json()
    note = case["state"]["contacts"][0]["note"]
    assert case["texts"][note["id"]] == CONTACT["note"]
    assert "wage slip" not in str(case["state"])


async def test_an_act_sent_twice_with_one_key_is_done_once(officer: Client) -> None:
    case_id = await opened(officer)
    first = await officer.act(case_id, CONTACT, key="sent-twice-1")
    again = await officer.act(case_id, CONTACT, key="sent-twice-1")
    assert (first.status_code, again.status_code) == (200, 200)
    assert again.json()["revision"] == first.json()["revision"]
    case = (await officer.get(f"/api/v1/cases/{case_id}")).json()
    assert len(case["state"]["contacts"]) == 1


async def test_a_key_that_stood_for_another_act_answers_nothing_of_it(officer: Client) -> None:
    case_id = await opened(officer)
    other = await opened(officer, "T900002")
    await officer.act(case_id, CONTACT, key="used-elsewhere")
    for where, command in ((case_id, {"kind": "add_note", "text": "Another act."}), (other, CONTACT)):
        answer = await officer.act(where, command, key="used-elsewhere")
        assert answer.status_code in (409, 422), answer.text
        assert answer.json()["refusals"][0]["code"] == "key_reused"


async def test_an_act_without_a_key_is_told_to_bring_one(officer: Client) -> None:
    case_id = await opened(officer)
    answer = await officer.post(f"/api/v1/cases/{case_id}/acts", json={"command": CONTACT})
    assert answer.status_code == 422
    assert answer.json()["refusals"][0]["field"] == "Idempotency-Key"


async def test_an_act_on_a_case_that_has_moved_on_is_a_conflict(officer: Client) -> None:
    case_id = await opened(officer)
    await officer.act(case_id, CONTACT)
    answer = await officer.act(case_id, {"kind": "clear_attention"}, seen_revision=1)
    assert answer.status_code == 409
    assert answer.json()["type"] == "/problems/conflict"


async def test_a_refused_step_says_every_reason_with_its_mend_and_source(officer: Client) -> None:
    case_id = await opened(officer)
    command = {
        "kind": "draft_notice",
        "notice": "s83",
        "grounds": ["1"],
        "planned_service": "2026-11-24",
        "particulars": "Rent unpaid.",
    }
    answer = await officer.act(case_id, command)
    problem = answer.json()
    assert answer.status_code == 409
    assert problem["title"] == "This cannot be done yet"
    assert len(problem["refusals"]) > 1
    assert all(each["code"] and each["says"] and each["mend"] for each in problem["refusals"])
    assert {each["confidence"] for each in problem["refusals"] if each["authority"]} <= {"A", "B", "C"}


async def test_a_value_of_the_wrong_kind_names_the_field_the_rule_and_the_mend(officer: Client) -> None:
    case_id = await opened(officer)
    answer = await officer.act(case_id, {**CONTACT, "on": "yesterday"})
    assert answer.status_code == 422
    refusal = answer.json()["refusals"][0]
    assert refusal["field"] == "on"
    assert refusal["says"]
    assert refusal["mend"] == "Write it as 2026-11-22."
    assert "yesterday" not in answer.text


async def test_commands_of_the_system_cannot_be_sent_by_people(officer: Client) -> None:
    case_id = await opened(officer)
    for kind in ("deadline_passed", "rent_changed", "paper_done", "flag_attention", "no_such_thing"):
        assert (await officer.act(case_id, {"kind": kind})).status_code == 422


async def test_an_act_that_opens_a_case_cannot_be_sent_to_another(officer: Client) -> None:
    case_id = await opened(officer)
    command = {"kind": "open_case", "tenancy_ref": "T900002", "landlord": LANDLORD, "officer": "officer.a"}
    assert (await officer.act(case_id, command)).status_code in (404, 422)


async def test_the_drafter_cannot_approve_and_an_officer_may_not(officer: Client, senior: Client) -> None:
    case_id = await opened(officer)
    answer = await officer.act(case_id, {"kind": "approve", "subject": "N1"})
    assert answer.status_code in (403, 404, 409)
    assert answer.json()["refusals"]


async def test_a_late_answer_is_accepted_and_found_by_its_key(officer: Client, gateway: NoEngine) -> None:
    case_id = await opened(officer)
    gateway.silent = True
    answer = await officer.act(case_id, CONTACT, key="late-answer-1")
    assert answer.status_code == 202
    assert answer.headers["location"] == "/api/v1/acts/late-answer-1"
    found = await officer.get(answer.headers["location"])
    assert found.status_code == 200
    assert found.json()["revision"] == 2


async def test_an_act_nobody_knows_of_is_still_pending(officer: Client) -> None:
    assert (await officer.get("/api/v1/acts/never-sent-key")).status_code == 202


async def test_with_the_engine_away_nothing_is_changed_and_it_is_said(officer: Client, gateway: NoEngine) -> None:
    case_id = await opened(officer)
    gateway.away = EngineUnreachable()
    answer = await officer.act(case_id, CONTACT)
    assert answer.status_code == 503
    assert "Nothing was changed" in answer.json()["refusals"][0]["mend"]


async def test_an_act_that_was_not_recorded_is_said_not_to_be(officer: Client, gateway: NoEngine) -> None:
    case_id = await opened(officer)
    gateway.away = NotRecorded()
    answer = await officer.act(case_id, CONTACT)
    assert answer.status_code == 503
    assert answer.json()["title"] == "This was not recorded"


async def test_what_is_next_names_one_leading_act_and_the_reasons_against_the_rest(officer: Client) -> None:
    case_id = await opened(officer)
    actions = (await officer.get(f"/api/v1/cases/{case_id}/next")).json()["actions"]
    assert sum(each["leads"] for each in actions) == 1
    blocked = [each for each in actions if not each["allowed"]]
    assert blocked
    assert all(reason["says"] and reason["mend"] for each in blocked for reason in each["refusals"])


async def test_the_history_tells_who_did_what_and_that_it_is_whole(officer: Client) -> None:
    case_id = await opened(officer)
    await officer.act(case_id, CONTACT)
    history = (await officer.get(f"/api/v1/cases/{case_id}/history")).json()
    assert history["whole"] is True
    assert {each["by"]["user_id"] for each in history["events"]} == {"officer.a"}
    assert [each["seq"] for each in history["events"]] == sorted(each["seq"] for each in history["events"])


async def test_every_deadline_explains_itself(officer: Client) -> None:
    case_id = await opened(officer)
    answer = await officer.get(f"/api/v1/cases/{case_id}/deadlines")
    assert answer.status_code == 200
    for deadline in answer.json()["deadlines"]:
        assert deadline["date"]["sentence"]
        assert deadline["date"]["confidence"] in ("A", "B", "C")
