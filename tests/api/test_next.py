"""What is next over the API, and what an act that comes too late is told."""

from tests.api.serving import Client
from tests.api.test_acts import CONTACT, opened


async def test_next_says_which_act_leads_by_which_rule_and_why_the_others_do_not(officer: Client) -> None:
    case_id = await opened(officer)
    answer = (await officer.get(f"/api/v1/cases/{case_id}/next")).json()
    first, *rest = answer["recommended"]
    assert first["leads"]
    assert first["command"] == "record_contact"
    assert first["because"]
    assert first["person"] == "officer.a"
    assert rest
    assert all(each["not_leading"] and not each["leads"] for each in rest)
    (notice,) = answer["not_yet"]
    assert notice["command"] == "draft_notice"
    assert {each["mended_by"] for each in notice["missing"]} == {"record_contact", "record_assessment"}
    assert notice["from_day"] == "2026-11-23"
    assert [a["command"] for a in answer["actions"] if a["leads"]] == ["record_contact"]


async def test_a_late_act_is_told_what_changed_since_and_by_whom(officer: Client, senior: Client) -> None:
    case_id = await opened(officer)
    assert (await senior.act(case_id, CONTACT)).status_code == 200
    withdrawn = {"kind": "close_case", "result": "withdrawn"}
    answer = await officer.act(case_id, withdrawn, seen_revision=1)
    assert answer.status_code == 409
    (changed,) = answer.json()["changed"]
    assert changed["by"] == "Sam Okoro"
    assert changed["what"][0].startswith("Protocol step: 2.1 Contact each tenant")
    assert "wage slip" not in answer.text


async def test_an_act_in_time_or_refused_for_another_reason_is_told_nothing_of_the_sort(officer: Client) -> None:
    case_id = await opened(officer)
    refused = await officer.act(case_id, {"kind": "approve", "subject": "N1"}, seen_revision=1)
    assert "changed" not in refused.json()


async def test_the_page_says_what_changed_since_the_form_was_opened(
    officer: Client, senior: Client, browser: Client, mark: str
) -> None:
    case_id = await opened(officer)
    await senior.act(case_id, CONTACT)
    sent = {"form_mark": mark, "seen_revision": "1", "result": "withdrawn", "key": "a-late-form-1"}
    answer = await browser.post(f"/cases/{case_id}/do/close_case", data=sent)
    assert answer.status_code == 409
    assert "Since you looked:" in answer.text
    assert "Protocol step: 2.1 Contact each tenant" in answer.text
    assert "Sam Okoro" in answer.text


async def test_the_ledger_page_shows_gaps_and_where_the_proof_of_a_step_lies(
    officer: Client, browser: Client, mark: str
) -> None:
    case_id = await opened(officer)
    step = {**CONTACT, "step": "case_conference", "method": "meeting", "document": "EDRM-2026-0413"}
    assert (await officer.act(case_id, step)).status_code == 200
    shown = (await browser.get(f"/cases/{case_id}/protocol")).text
    assert "Care and support" in shown
    assert "document EDRM-2026-0413" in shown
    assert "Nothing recorded" in shown
    assert "the Protocol was followed" in shown
    told = (await officer.get(f"/api/v1/cases/{case_id}/protocol")).json()
    assert told["pcs"]["followed"] is False
    assert [each["met"] for each in told["steps"] if each["code"] == "case_conference"] == [True]
    assert any(each["gap"] for each in told["steps"])
