"""An offer to resolve the dispute otherwise: its day, and what came of it."""

from datetime import timedelta

import pytest

from cases.commands import RecordContact
from cases.resolving import AdrResult
from tests.cases.road import Road, secure_road

DAY = timedelta(days=1)


@pytest.fixture
def road() -> Road:
    return secure_road().opened().later(10)


def test_an_offer_keeps_its_day_its_result_and_the_day_of_that(road: Road) -> None:
    said = {"result": AdrResult.NOT_SETTLED, "result_on": road.day}
    road.do(RecordContact(step="adr", on=road.day - DAY, tenants=road.case.tenants, method="mediation", **said))
    (kept,) = road.case.contacts
    assert (kept.on, kept.result, kept.result_on) == (road.day - DAY, AdrResult.NOT_SETTLED, road.day)


@pytest.mark.parametrize(
    ("step", "result", "days"),
    [
        ("debt_advice", AdrResult.DECLINED, 0),
        ("adr", None, 0),
        ("adr", AdrResult.DECLINED, -5),
        ("adr", AdrResult.DECLINED, 1),
    ],
)
def test_a_result_is_of_an_offer_and_of_a_day_since(road: Road, step: str, result: AdrResult | None, days: int) -> None:
    offer = RecordContact(step=step, on=road.day - DAY, tenants=road.case.tenants, method="letter")
    asked = offer.model_copy(update={"result": result, "result_on": road.day + days * DAY})
    assert road.refused(asked) == {"result_unfit"}
