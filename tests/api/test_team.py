"""Delegation in absence, policies by date and the rent watch, over the API."""

from typing import Any

import httpx2
from fastapi import FastAPI

from cases.facts import Policy
from cases.ladder import Rung
from store import clock, policies
from store.engine import sessions
from tests.api.serving import LANDLORD, OTHER_LANDLORD, Client, client
from tests.api.test_acts import CONTACT, opened

WEEK = {"landlord": LANDLORD, "to": "officer.a", "first": "2026-11-23", "last": "2026-11-29"}


async def delegated(who: Client, **changed: Any) -> httpx2.Response:
    """The senior's power for a week to the officer."""
    return await who.post("/api/v1/delegations", json=WEEK | changed)


async def a_drafted_notice(by: Client) -> str:
    """A notice waiting for approval."""
    case_id = await opened(by)
    for step in ("contact_each_tenant", "income_expenditure", "rent_statement", "benefit_help", "debt_advice"):
        assert (await by.act(case_id, CONTACT | {"step": step})).status_code == 200
    weighed = {"kind": "record_assessment", "on": "2026-11-23", "before": "notice", "proceed": True, "reasons": "None."}
    assert (await by.act(case_id, weighed)).status_code == 200
    draft = {"kind": "draft_notice", "notice": "s83", "grounds": ["1"], "planned_service": "2026-11-23"}
    answer = await by.act(case_id, draft | {"particulars": "Rent unpaid."})
    assert answer.status_code == 200, answer.text
    return case_id


async def test_a_delegate_approves_and_the_record_names_both(app: FastAPI, officer: Client, senior: Client) -> None:
    async with client(app, "leader") as leader:
        case_id = await a_drafted_notice(leader)
    approve = {"kind": "approve", "subject": "N1"}
    assert (await officer.act(case_id, approve)).status_code == 403
    assert (await delegated(senior)).status_code == 201
    assert (await officer.act(case_id, approve)).status_code == 200
    (notice,) = (await officer.get(f"/api/v1/cases/{case_id}")).json()["state"]["notices"]
    assert notice["approved_by"]["user_id"] == "officer.a"
    assert notice["approved_for"]["user_id"] == "senior"


async def test_no_one_approves_their_own_draft_by_delegation(officer: Client, senior: Client) -> None:
    case_id = await a_drafted_notice(officer)
    await delegated(senior)
    answer = await officer.act(case_id, {"kind": "approve", "subject": "N1"})
    assert answer.status_code == 409
    assert answer.json()["refusals"][0]["code"] == "own_draft"


async def test_a_delegation_is_shown_and_ended_and_gives_nothing_after(
    app: FastAPI, officer: Client, senior: Client
) -> None:
    made = (await delegated(senior)).json()["id"]
    (shown,) = (await officer.get(f"/api/v1/delegations?landlord={LANDLORD}")).json()["delegations"]
    assert (shown["by"]["user_id"], shown["to"]["user_id"], shown["running"]) == ("senior", "officer.a", True)
    ended = await senior.post(f"/api/v1/delegations/{made}/end?landlord={LANDLORD}")
    assert ended.status_code == 200
    async with client(app, "leader") as leader:
        case_id = await a_drafted_notice(leader)
    assert (await officer.act(case_id, {"kind": "approve", "subject": "N1"})).status_code == 403


async def test_power_is_not_taken_from_an_approver_nor_handed_to_oneself(
    officer: Client, senior: Client, elsewhere: Client
) -> None:
    assert (await delegated(officer, by="senior")).status_code == 403
    assert (await delegated(officer)).status_code == 409
    assert (await delegated(senior, to="senior")).status_code == 409
    assert (await delegated(senior, to="elsewhere")).status_code == 404
    assert (await delegated(senior, to="nobody")).status_code == 404
    assert (await delegated(senior, last="2026-11-22")).status_code == 409
    assert (await delegated(senior, last="2027-11-22")).status_code == 409
    assert (await delegated(elsewhere)).status_code == 404
    assert (await delegated(senior, landlord="nobody")).status_code == 404


async def test_another_landlord_s_delegations_are_neither_seen_nor_ended(senior: Client, elsewhere: Client) -> None:
    made = (await delegated(senior)).json()["id"]
    assert (await elsewhere.get(f"/api/v1/delegations?landlord={LANDLORD}")).status_code == 404
    for landlord in (LANDLORD, OTHER_LANDLORD):
        assert (await elsewhere.post(f"/api/v1/delegations/{made}/end?landlord={landlord}")).status_code == 404
    (shown,) = (await senior.get(f"/api/v1/delegations?landlord={LANDLORD}")).json()["delegations"]
    assert shown["running"]


async def test_policies_are_shown_with_their_days_and_who_set_them(app: FastAPI, officer: Client) -> None:
    async with sessions(app.state.web.engine).begin() as session:
        today = await clock.today(session, LANDLORD)
        await policies.set_from(session, LANDLORD, Policy(minimum_arrears_weeks=6), today, by="ada")
    answer = (await officer.get(f"/api/v1/policies/{LANDLORD}")).json()
    assert answer["policy"]["minimum_arrears_weeks"] == 6
    assert [each["set_by"] for each in answer["versions"]] == ["", "ada"]


async def test_the_watch_asks_for_a_case_with_the_reason_and_the_rule(app: FastAPI, officer: Client) -> None:
    rung = Rung(code="notice", title="Notice stage", at_least_weeks=20, authority="Rent Arrears Policy 4.5")
    async with sessions(app.state.web.engine).begin() as session:
        today = await clock.today(session, LANDLORD)
        await policies.set_from(session, LANDLORD, Policy(ladder=(rung,)), today, by="ada")
    await opened(officer, "T900002")
    answer = (await officer.get(f"/api/v1/watch?landlord={LANDLORD}")).json()
    (account,) = answer["accounts"]
    assert (account["account"]["tenancy_ref"], account["opens"], answer["to_open"]) == ("T900001", True, 1)
    (crossing,) = account["crossings"]
    assert crossing["because"] == ["£2,000.00 is owed, and 20 weeks' rent is £2,000.00"]
    assert crossing["authority"] == "Rent Arrears Policy 4.5"
    assert "Alex" not in str(answer)


async def test_a_statement_recorded_on_an_account_is_due_no_more(officer: Client, elsewhere: Client) -> None:
    where = f"/api/v1/accounts/{LANDLORD}/T900001/statements"
    assert (await officer.get(f"/api/v1/watch?landlord={LANDLORD}")).json()["statements_due"] == 2
    assert (await officer.post(where, json={"sent_on": "2026-11-23"})).status_code == 201
    assert (await officer.post(where, json={"sent_on": "2026-11-23"})).json()["repeated"]
    assert (await officer.get(f"/api/v1/watch?landlord={LANDLORD}")).json()["statements_due"] == 1
    assert (await officer.post(where, json={"sent_on": "2026-11-24"})).status_code == 409
    assert (await officer.post(where, json={"sent_on": "2026-11-23", "method": "pigeon"})).status_code == 422
    assert (await elsewhere.post(where, json={"sent_on": "2026-11-23"})).status_code == 404
    missing = f"/api/v1/accounts/{LANDLORD}/T0/statements"
    assert (await officer.post(missing, json={"sent_on": "2026-11-23"})).status_code == 404


async def test_an_administrator_sees_no_accounts_on_the_watch(app: FastAPI, elsewhere: Client) -> None:
    async with client(app, "admin") as admin:
        assert (await admin.get(f"/api/v1/watch?landlord={LANDLORD}")).status_code == 403
    assert (await elsewhere.get(f"/api/v1/watch?landlord={LANDLORD}")).status_code == 404
