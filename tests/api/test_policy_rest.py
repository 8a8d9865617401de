"""A landlord's policy over the API: tried on every open case, then set from a day on, by those who may."""

from typing import Any

from fastapi import FastAPI

from tests.api.serving import LANDLORD, Client, client
from tests.api.test_acts import opened

HERE = f"/api/v1/policies/{LANDLORD}"


def body(**changed: Any) -> dict[str, Any]:
    return {"policy": {"minimum_arrears_weeks": 60}, "from": "2026-12-01", "note": "Cabinet 4.2", **changed}


async def test_a_dry_run_tells_what_would_be_different_and_sets_nothing(app: FastAPI, officer: Client) -> None:
    case_id = await opened(officer)
    async with client(app, "leader") as leader:
        told = (await leader.post(HERE, json=body())).json()
        assert (told["dry_run"], told["set"], told["different"]) == (True, False, 1)
        assert {each["case_id"] for each in told["differences"]} == {case_id}
        assert len((await leader.get(HERE)).json()["versions"]) == 1
        done = (await leader.post(HERE, json=body(dry_run=False))).json()
        assert (done["set"], done["repeated"]) == (True, False)
        assert (await leader.post(HERE, json=body(dry_run=False))).json()["repeated"]
        versions = (await leader.get(HERE)).json()["versions"]
        assert [(each["first"], each["set_by"], each["note"]) for each in versions] == [
            (None, "", ""),
            ("2026-12-01", "leader", "Cabinet 4.2"),
        ]
        assert versions[1]["policy"]["minimum_arrears_weeks"] == 60


async def test_every_fault_is_named_and_only_those_who_may_set_it(
    app: FastAPI, officer: Client, elsewhere: Client
) -> None:
    async with client(app, "leader") as leader:
        wrong = body(policy={"breach_grace_days": -1, "ladders": []}, dry_run=False)
        answer = await leader.post(HERE, json=wrong)
        assert answer.status_code == 422
        told = " ".join(each["says"] for each in answer.json()["refusals"])
        assert "breach_grace_days" in told
        assert "ladders: there is no such rule" in told
        past = await leader.post(HERE, json=body(**{"from": "2026-11-01"}))
        assert [each["code"] for each in past.json()["refusals"]] == ["day_passed"]
        assert (await leader.post("/api/v1/policies/nobody", json=body())).status_code == 404
    assert (await officer.post(HERE, json=body())).status_code == 403
    assert (await elsewhere.post(HERE, json=body())).status_code == 403
