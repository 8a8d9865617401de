"""Approving with the act that follows, over the API and by page."""

from fastapi import FastAPI

from tests.api.serving import Client, client, enter, mark_in
from tests.api.test_team import a_drafted_notice

SEARCH = {"kind": "record_search", "on": "2026-11-23", "before": "notice", "clear": True}


def service(case_id: str) -> dict[str, object]:
    """Service by hand on the first tenant, approving the notice with it."""
    return {
        "kind": "serve_notice",
        "notice_id": "N1",
        "tenant": f"{case_id[:-2]}-1",
        "method": "by_hand",
        "sent_at": "2026-11-23T10:00:00Z",
        "proof": "Handed to the tenant at the door.",
        "approve": True,
    }


async def test_a_notice_is_approved_and_its_service_recorded_in_one_act(officer: Client, senior: Client) -> None:
    case_id = await a_drafted_notice(officer)
    refused = await senior.act(case_id, service(case_id))
    assert refused.status_code == 409
    assert [each["code"] for each in refused.json()["refusals"]] == ["search_needed"]
    state = (await officer.get(f"/api/v1/cases/{case_id}")).json()["state"]
    assert state["notices"][0]["approved_on"] is None
    await officer.act(case_id, SEARCH)
    for _ in range(2):
        done = await senior.act(case_id, service(case_id), key="approve-and-serve")
        assert done.status_code == 200, done.text
    (notice,) = (await officer.get(f"/api/v1/cases/{case_id}")).json()["state"]["notices"]
    assert notice["approved_by"]["user_id"] == "senior"
    assert len(notice["services"]) == 1


async def test_an_officer_does_not_approve_with_the_act_that_follows(officer: Client) -> None:
    case_id = await a_drafted_notice(officer)
    await officer.act(case_id, SEARCH)
    assert (await officer.act(case_id, service(case_id))).status_code == 403


async def test_the_form_offers_it_to_an_approver_and_to_nobody_else(
    app: FastAPI, officer: Client, browser: Client
) -> None:
    case_id = await a_drafted_notice(officer)
    await officer.act(case_id, SEARCH)
    where = f"/cases/{case_id}/do/serve_notice?subject=N1"
    assert "Approve it in the same act?" not in (await browser.get(where)).text
    async with client(app) as desk:
        await enter(desk, "senior")
        approval = (await desk.get(f"/cases/{case_id}/do/approve?subject=N1")).text
        assert "Approve it and record its service in one act" in approval
        shown = (await desk.get(f"{where}&approve=yes")).text
        assert "Approve it in the same act?" in shown
        sent = {
            "form_mark": mark_in(shown),
            "key": "one-act-by-page",
            "subject": "N1",
            "tenant": f"{case_id[:-2]}-1",
            "method": "by_hand",
            "sent_at-day": "23",
            "sent_at-month": "11",
            "sent_at-year": "2026",
            "sent_at-time": "10:05",
            "proof": "Handed over.",
            "approve": "yes",
        }
        answer = await desk.post(f"/cases/{case_id}/do/serve_notice", data=sent)
        assert answer.status_code == 303, answer.text
        assert "Approve it in the same act?" not in (await desk.get(where)).text
    (notice,) = (await officer.get(f"/api/v1/cases/{case_id}")).json()["state"]["notices"]
    assert notice["approved_by"]["user_id"] == "senior"
