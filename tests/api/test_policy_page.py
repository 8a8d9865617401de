"""A landlord's policy by page: shown in words, tried on every open case, and set from a day on by a team leader."""

from collections.abc import AsyncIterator

import pytest_asyncio
from fastapi import FastAPI

from tests.api.serving import LANDLORD, Client, client, enter, mark_in
from tests.api.test_acts import opened


@pytest_asyncio.fixture
async def leader(app: FastAPI) -> AsyncIterator[Client]:
    """A team leader's browser."""
    async with client(app) as made:
        await enter(made, "leader")
        made.headers["X-Form-Mark"] = mark_in((await made.get("/")).text)
        yield made


def sent(**changed: str) -> dict[str, str]:
    return {"landlord": LANDLORD, "tables": "", "from": "2026-12-01", **changed}


async def test_a_leader_sees_what_a_policy_would_change_before_it_is_set_and_the_old_one_is_kept(
    officer: Client, leader: Client
) -> None:
    case_id = await opened(officer)
    shown = (await leader.get("/policy")).text
    assert "Weeks of rent owed before a notice for arrears" in shown
    assert "4 weeks" in shown
    assert "as the product has it" in shown
    asked = sent(minimum_arrears_weeks="60", note="Cabinet 4.2")
    trial = await leader.post("/policy", data=asked)
    assert trial.status_code == 200
    assert "1 would be different today" in trial.text
    assert case_id in trial.text
    assert "60 weeks" in trial.text
    assert "Cabinet 4.2" not in (await leader.get("/policy")).text, "a trial sets nothing"
    assert (await leader.post("/policy", data=asked | {"run": "yes"})).status_code == 303
    after = (await leader.get("/policy")).text
    assert "From 1 December 2026, set by" in after
    assert "From the beginning to 30 November 2026" in after
    assert "Cabinet 4.2" in after


async def test_every_fault_of_what_was_typed_is_named_and_what_was_typed_stays(leader: Client) -> None:
    answer = await leader.post("/policy", data=sent(breach_grace_days="-1", tables="[[ladders]]\ncode = 3", run="yes"))
    assert answer.status_code == 422
    assert "ladders: there is no such rule" in answer.text
    assert 'value="-1"' in answer.text
    early = await leader.post("/policy", data=sent(**{"from": "2026-11-01", "run": "yes"}))
    assert "That day has passed." in early.text
    assert "2026, set by" not in (await leader.get("/policy")).text


async def test_others_read_it_and_only_a_leader_or_an_administrator_sets_it(browser: Client, mark: str) -> None:
    shown = await browser.get("/policy")
    assert shown.status_code == 200
    assert "Show what it would change" not in shown.text
    assert "County Court at Sampleton: CV21, RG2, SA1; from 1 January 2020" in shown.text
    assert "Made up for the sample" in shown.text
    assert (await browser.post("/policy", data=sent(form_mark=mark))).status_code == 403
