"""The route of a claim, recommended on the form that prepares it and over the API."""

from typing import Any

from api.pages.render import ENVIRONMENT
from cases.routing import of_subject
from tests.api.serving import Client
from tests.api.test_acts import opened
from tests.cases.road import secure_road


def test_the_form_says_the_route_its_fee_and_why_not_the_others() -> None:
    road = secure_road().to_served_notice()
    told: Any = ENVIRONMENT.get_template("routes.html").module
    page = str(told.routes_told(of_subject(road.case, "N1", road.day)))
    assert "HMCTS possession service (PCS) is recommended" in page
    assert "The fee is £404.00" in page
    assert "section 21 and assured shortholds only" in page
    assert not str(told.routes_told(())).strip()


async def test_the_api_tells_it_of_a_notice_or_a_claim_and_nothing_of_anything_else(officer: Client) -> None:
    case_id = await opened(officer)
    answer = await officer.get(f"/api/v1/cases/{case_id}/routes?subject=N1")
    assert answer.json() == {"case_id": case_id, "subject": "N1", "routes": []}
