"""Attacks on the doors for many cases, delegations and money cases: hostile values, keys used twice, odd numbers."""

import json
from collections.abc import AsyncIterator
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
import pytest_asyncio
from fastapi import FastAPI
from sqlalchemy import update
from sqlmodel import col

from api.staging import command_models
from store.engine import sessions
from store.tables import Tenancy
from tests.api.serving import LANDLORD, Client, enter, mark_in
from tests.api.test_acts import opened
from tests.api.test_attacks_input import is_refusal
from tests.api.test_bulk import bulk

TOO_GREAT = (2**53 + 1, 2**63, 10**30)


@pytest_asyncio.fixture
async def posting(browser: Client, mark: str) -> AsyncIterator[Any]:
    """Sends a form of an officer's browser."""

    async def send(address: str, **fields: str) -> Any:
        return await browser.post(address, data={**fields, "form_mark": mark})

    yield send


@pytest.mark.parametrize("kind", [[], {}, 5, None, ["add_note"]])
async def test_a_bulk_act_of_no_kind_is_refused(officer: Client, kind: Any) -> None:
    case_id = await opened(officer)
    answer = await bulk(officer, act={"kind": kind, "text": "x"}, cases=[case_id])
    assert is_refusal(answer), answer.text


async def test_a_key_of_one_bulk_act_never_says_that_another_was_done(officer: Client) -> None:
    case_id = await opened(officer)
    for words in ("The block gets new meters.", "The meters were read."):
        act = {"kind": "add_note", "text": words}
        answer = await bulk(officer, "the-same-key-twice", act=act, cases=[case_id], dry_run=False)
        assert answer.json()["counts"] == {"done": 1}
    history = (await officer.get(f"/cases/{case_id}/history")).text
    assert "The block gets new meters." in history
    assert "The meters were read." in history


@pytest.mark.parametrize("kind", sorted(command_models("money")))
async def test_overrides_on_a_money_act_that_has_none_are_no_fault(officer: Client, kind: str) -> None:
    answer = await officer.post(
        "/api/v1/money-cases/T900001-M1/acts",
        json={"command": {"kind": kind, "overrides": [{"code": "x", "reason": "y"}]}},
        headers={"Idempotency-Key": str(uuid4())},
    )
    assert is_refusal(answer), answer.text


async def test_a_delegation_of_an_impossible_number_is_not_there(senior: Client, posting: Any) -> None:
    for number in (*TOO_GREAT, 0, -1):
        by_rest = await senior.post(f"/api/v1/delegations/{number}/end", params={"landlord": LANDLORD})
        assert is_refusal(by_rest), by_rest.text
        assert 400 <= (await posting(f"/absence/{number}/end", landlord=LANDLORD)).status_code < 500


async def test_a_delegate_whose_id_cannot_be_one_is_refused_before_the_database(senior: Client) -> None:
    days = {"first": "2026-11-23", "last": "2026-11-24"}
    for who in ("a\x00b", "a\nb", "\ud800", "x" * 101):
        for names in ({"to": who}, {"to": "officer.a", "by": who}):
            answer = await senior.post(
                "/api/v1/delegations",
                content=_json({"landlord": LANDLORD, **days, **names}),
                headers={"Content-Type": "application/json"},
            )
            assert answer.status_code == 422, answer.text


async def test_a_statement_before_the_tenancy_began_is_refused_on_a_page(app: FastAPI, posting: Any) -> None:
    async with sessions(app.state.web.engine).begin() as session:
        await session.execute(
            update(Tenancy).where(col(Tenancy.tenancy_ref) == "T900002").values(start_date=date(2027, 1, 4))
        )
    answer = await posting(f"/watch/{LANDLORD}/T900002/statement")
    assert is_refusal(answer)
    assert "before the tenancy began" in answer.text


async def test_what_cannot_be_seen_never_reaches_the_database(posting: Any) -> None:
    shared = await posting("/share-out", run="yes", share="T900001-1\x00|officer.a\x00", key="share-key-1")
    assert shared.status_code == 200
    assert "\x00" not in shared.text
    money = await posting("/money-cases", landlord=LANDLORD, account_ref="T9\x00\x1b", key="money-key-1")
    assert money.status_code == 404


async def test_an_officer_s_share_out_by_page_gives_nothing_and_none_of_another_landlord_s(
    app: FastAPI, officer: Client, posting: Any, stranger: Client
) -> None:
    case_id = await opened(officer)
    own = await posting("/share-out", run="yes", share=f"{case_id}|senior", key="share-key-2")
    assert own.status_code == 200
    assert (await officer.get(f"/api/v1/cases/{case_id}")).json()["state"]["officer"] == "officer.a"
    await enter(stranger, "elsewhere")
    mark = mark_in((await stranger.get("/")).text)
    sent = {"run": "yes", "share": f"{case_id}|elsewhere", "key": "share-key-3", "form_mark": mark}
    assert "There is no such case." in (await stranger.post("/share-out", data=sent)).text


async def test_every_new_form_is_refused_without_its_mark(browser: Client) -> None:
    for address in (
        *("/bulk", "/bulk/open", "/share-out", "/absence", "/absence/1/end", "/calendar", "/money-cases"),
        "/claim-files",
        *(f"/watch/{LANDLORD}/T900001/statement", "/money-cases/T900001-M1/do/add_money_note"),
        *("/money-cases/T900001-M1/papers", "/api/v1/bulk", "/api/v1/share-out", "/api/v1/delegations"),
        *("/api/v1/delegations/1/end", "/api/v1/money-cases", f"/api/v1/accounts/{LANDLORD}/T900001/statements"),
    ):
        answer = await browser.post(address, data={"run": "yes", "landlord": LANDLORD})
        assert answer.status_code == 403, address


def _json(body: Any) -> bytes:
    return json.dumps(body).encode()
