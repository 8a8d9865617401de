"""The rest of one case's road under chosen assumptions, by page and over the API; the case is not touched."""

from tests.api.serving import Client
from tests.api.test_acts import opened


async def test_the_road_is_told_by_date_and_nothing_is_touched(officer: Client, browser: Client) -> None:
    case_id = await opened(officer)
    before = (await officer.get(f"/api/v1/cases/{case_id}")).json()
    told = (await officer.get(f"/api/v1/cases/{case_id}/what-if?listing_days=60&pays=rent")).json()
    assert told["assumed"]["listing_days"] == 60
    assert any("60 days after issue" in line for line in told["assumed"]["told"])
    days = [each["on"] for each in told["coming"]]
    assert days == sorted(days)
    assert any("Record issue of claim" in each["what"] for each in told["coming"])
    page = (await browser.get(f"/cases/{case_id}/what-if?outcome=dismissed")).text
    assert '<option value="dismissed" selected>' in page
    assert "The road ends here" in page
    assert f"/cases/{case_id}/what-if" in (await browser.get(f"/cases/{case_id}/dates")).text
    assert (await officer.get(f"/api/v1/cases/{case_id}")).json() == before


async def test_it_is_for_the_landlord_s_own_staff_and_within_reason(officer: Client, elsewhere: Client) -> None:
    case_id = await opened(officer)
    assert (await elsewhere.get(f"/api/v1/cases/{case_id}/what-if")).status_code == 404
    assert (await officer.get(f"/api/v1/cases/{case_id}/what-if?listing_days=401")).status_code == 422
    assert (await officer.get(f"/api/v1/cases/{case_id}/what-if?outcome=prison")).status_code == 422
    days = (await officer.get(f"/api/v1/cases/{case_id}/what-if?listing_days=soon")).json()["refusals"][0]
    assert days["mend"] == "Give a number without a point."
    fee = (await officer.get(f"/api/v1/cases/{case_id}/what-if?fee_pence=4.5")).json()["refusals"][0]
    assert fee["mend"] == "Give whole pence, as a number without a point."
