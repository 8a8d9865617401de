"""Arrangements over the API and on the case's own page: offered, read line by line, refused by name."""

from tests.api.serving import Client
from tests.api.test_acts import opened

OFFER = {
    "kind": "offer_arrangement",
    "arrangement": "informal",
    "instalment_pence": 2_000,
    "frequency": "weekly",
    "first_payment": "2026-11-23",
    "agreed_on": "2026-11-23",
    "other_terms": "Paid at the office on Mondays.",
}


async def test_an_arrangement_is_agreed_and_read_line_by_line(officer: Client) -> None:
    case_id = await opened(officer)
    answer = await officer.act(case_id, OFFER)
    assert answer.status_code == 200, answer.text
    read = (await officer.get(f"/api/v1/cases/{case_id}/payments")).json()
    (schedule,) = read["schedules"]
    assert (schedule["subject"], schedule["standing"], schedule["total_pence"]) == ("R1", "running", 200_000)
    assert schedule["expected_pence"] == sum(line["expected_pence"] for line in schedule["lines"]) > 0
    assert read["compared"] == {}
    case = (await officer.get(f"/api/v1/cases/{case_id}")).json()
    assert "R1.payment" in {each["id"] for each in case["state"]["deadlines"]}
    assert "Paid at the office on Mondays." not in str(case["state"])


async def test_a_second_one_of_the_kind_is_refused_with_its_mend(officer: Client) -> None:
    case_id = await opened(officer)
    await officer.act(case_id, OFFER)
    answer = await officer.act(case_id, OFFER)
    assert answer.status_code == 409
    (refusal,) = answer.json()["refusals"]
    assert (refusal["code"], refusal["mend"]) == ("arrangement_live", "End that one first.")


async def test_the_page_shows_what_is_expected_and_what_came(officer: Client, browser: Client) -> None:
    case_id = await opened(officer)
    empty = await browser.get(f"/cases/{case_id}/payments")
    assert "No arrangement and no order with payments is on this case." in empty.text
    await officer.act(case_id, OFFER)
    shown = await browser.get(f"/cases/{case_id}/payments")
    assert shown.status_code == 200
    assert "R1: Informal arrangement" in shown.text
    assert "£2,000.00" in shown.text
    overview = await browser.get(f"/cases/{case_id}")
    assert f"/cases/{case_id}/payments#pay-R1" in overview.text
