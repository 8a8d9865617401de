"""Court fees that the landlord paid, from the table of the day or as entered, with their sum."""

from cases.commands import RecordApplication
from cases.costs import fees_of_money, fees_paid
from cases.court_words import ApplicationFor, Party
from cases.money import commands as m
from tests.cases.money_road import MoneyRoad
from tests.cases.road import Road, secure_road


def applied(road: Road, **told: object) -> RecordApplication:
    plain = {"subject": "O1", "purpose": ApplicationFor.VARY, "by": Party.LANDLORD, "made_on": road.day}
    return RecordApplication(**(plain | told))  # type: ignore[arg-type]


def test_an_application_of_the_landlord_s_own_carries_the_fee_of_its_day() -> None:
    road = secure_road().to_suspended_order()
    on_notice = road.ask(applied(road)).events[0].application  # type: ignore[union-attr]
    by_consent = road.ask(applied(road, by_consent=True)).events[0].application  # type: ignore[union-attr]
    assert on_notice.fee is not None
    assert by_consent.fee is not None
    assert on_notice.fee.pence > by_consent.fee.pence > 0
    assert on_notice.fee.authority
    tenants = road.ask(applied(road, by=Party.TENANT)).events[0].application  # type: ignore[union-attr]
    assert tenants.fee is None
    assert road.refused(applied(road, fee_pence=1)) == {"fee"}
    assert road.refused(applied(road, by=Party.TENANT, fee_pence=100)) == {"fee"}
    assert road.ask(applied(road, fee_pence=on_notice.fee.pence)).accepted


def test_every_fee_of_a_case_is_listed_in_order_with_whether_it_is_sure() -> None:
    road = secure_road().to_suspended_order()
    road.do(applied(road))
    found = fees_paid(road.case)
    assert [fee.subject for fee in found] == ["C1", "A1"]
    assert all(fee.sentence and fee.authority and fee.confidence for fee in found)
    assert found[0].on <= found[1].on


def test_the_fee_of_an_enforcement_is_what_was_entered_and_is_to_be_confirmed() -> None:
    road = MoneyRoad().to_enforcement()
    road.do(m.SearchRegister(on=road.day, before="enforcement", clear=True))
    road.do(m.RequestEnforcement(enforcement_id="X1", on=road.day, fee_pence=13_100))
    claim, asked = fees_of_money(road.case)
    assert (claim.what, claim.confirmed) == ("Claim", True)
    assert (asked.subject, asked.pence, asked.confirmed, asked.confidence) == ("X1", 13_100, False, "C")
