"""Who looked at what: for those who answer for it, by case, person and day."""

from fastapi import FastAPI

from tests.api.serving import LANDLORD, OTHER_LANDLORD, Client, client, enter
from tests.api.test_acts import opened


async def test_a_look_at_a_case_and_at_its_account_is_found_by_case_person_and_day(
    app: FastAPI, officer: Client, senior: Client
) -> None:
    case_id = await opened(officer)
    await officer.get(f"/api/v1/cases/{case_id}/history")
    await senior.get(f"/api/v1/accounts/{LANDLORD}/{case_id.partition('-')[0]}")
    async with client(app, "leader") as leader:
        asked = f"/api/v1/sightings?landlord={LANDLORD}&case={case_id}"
        found = (await leader.get(asked)).json()["looks"]
        assert [(each["by"], each["what"]) for each in found] == [("senior", "account"), ("officer.a", "history")]
        assert len((await leader.get(f"{asked}&person=senior&day=2026-11-23")).json()["looks"]) == 1
        assert (await leader.get(f"{asked}&day=2026-11-22")).json()["looks"] == []
        everything = (await leader.get(f"/api/v1/sightings?landlord={LANDLORD}&limit=1")).json()
        assert everything["looks"][0]["what"] == "sightings"
        rest = await leader.get(f"/api/v1/sightings?landlord={LANDLORD}&after={everything['next']}")
        assert len(rest.json()["looks"]) >= 3


async def test_looks_stay_with_their_landlord_and_with_those_who_answer_for_them(
    app: FastAPI, officer: Client, senior: Client
) -> None:
    case_id = await opened(officer)
    await senior.get(f"/api/v1/cases/{case_id}")
    assert (await senior.get(f"/api/v1/sightings?landlord={LANDLORD}")).status_code == 403
    async with client(app, "legal") as legal:
        other = await legal.get(f"/api/v1/sightings?landlord={OTHER_LANDLORD}")
        assert case_id not in other.text
        assert (await legal.get("/api/v1/sightings?landlord=nobody")).status_code == 404


async def test_the_page_shows_who_looked_and_names_no_tenant(app: FastAPI, officer: Client) -> None:
    case_id = await opened(officer)
    await officer.get(f"/api/v1/cases/{case_id}")
    async with client(app) as browser:
        await enter(browser, "admin")
        shown = (await browser.get(f"/sightings?case={case_id.lower()}")).text
        assert "Amal Reid" in shown
        assert case_id in shown
        assert "Alex Sample" not in shown
        wrong = await browser.get("/sightings?day=soon")
        assert wrong.status_code == 422
        assert "is not a date" in wrong.text
