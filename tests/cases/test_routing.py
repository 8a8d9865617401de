"""By which route a claim is best issued, told while it is prepared, and why not by each other."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from cases.commands import ChooseCourt, IssueClaim
from cases.court_words import SignerCapacity
from cases.courts import CourtFacts, CourtFound
from cases.routing import RouteAdvice, advise, of_subject
from cases.words import NoticeKind, Route, Track
from tests.cases.road import TEXT, Road, assured_road, secure_road
from tests.cases.walks import council, provider

S21 = ("deposit", "gas_and_epc", "licence")


def shorthold() -> Road:
    return provider("assured_shorthold", date(2025, 6, 2)).begin(Track.SHORTHOLD).give(NoticeKind.S21, confirmed=S21)


ROADS: dict[str, tuple[Callable[[], Road], str, set[str]]] = {
    "arrears": (lambda: secure_road().to_served_notice(), "pcs", {"pcol", "paper"}),
    "assured arrears": (lambda: assured_road().to_served_notice(), "pcs", {"pcol", "paper"}),
    "nuisance": (lambda: council("secure").begin(Track.SECURE_OTHER).give(NoticeKind.S83, "2"), "pcs", {"paper"}),
    "section 21": (shorthold, "accelerated", {"pcs", "paper"}),
    "trespass": (lambda: council("unauthorised").begin().give(NoticeKind.LEAVE), "paper", set()),
}


@pytest.mark.parametrize("road", ROADS)
def test_one_route_is_recommended_and_of_each_other_it_is_said_why_not(road: str) -> None:
    made, best, beside = ROADS[road]
    told = of_subject(made().case, "N1", made().day)
    assert {each.route for each in told} == set(Route)
    assert [each.route.value for each in told if each.recommended] == [best]
    assert told[0].recommended
    assert {each.route.value for each in told if each.open and not each.recommended} == beside
    assert all(each.why.endswith((".", ").")) and each.authority for each in told)


def by_route(told: tuple[RouteAdvice, ...]) -> dict[str, RouteAdvice]:
    return {each.route.value: each for each in told}


def test_arrears_claimed_beside_section_21_shut_out_the_papers_and_a_representative_the_digital_service() -> None:
    road = shorthold()
    told = by_route(advise(road.case, road.case.notices, road.day, rent_claimed=True))
    assert "cannot ask for them" in told["accelerated"].why
    assert told["pcs"].recommended
    represented = SignerCapacity.LEGAL_REPRESENTATIVE
    arrears = secure_road().to_served_notice()
    told = by_route(advise(arrears.case, arrears.case.notices, arrears.day, capacity=represented))
    assert told["pcol"].recommended
    assert "representatives" in told["pcs"].why


def test_until_the_digital_service_reaches_the_court_by_the_landlords_table_another_is_recommended() -> None:
    road = secure_road().to_approved_claim()
    opens = road.day + timedelta(days=1)
    found = CourtFound(
        court="County Court at Sampleton", matched="SA1", source="Made up", confidence="B", online_from=opens
    )
    courts = CourtFacts(installed=True, found=found)
    told = by_route(of_subject(road.case, "C1", road.day, courts))
    assert told["pcol"].recommended
    assert told["pcs"].open
    assert "from Tuesday 7 April 2026" in told["pcs"].why
    assert by_route(of_subject(road.case, "C1", opens, courts))["pcs"].recommended
    road.do(ChooseCourt(claim_id="C1", court="County Court at Otherton", reason=TEXT))
    assert by_route(of_subject(road.case, "C1", road.day, courts))["pcs"].recommended


def test_an_open_route_is_never_refused_at_issue_and_a_shut_one_always_is() -> None:
    road = secure_road().to_approved_claim()
    for each in of_subject(road.case, "C1", road.day):
        asked = road.issue(route=each.route, route_reason=TEXT)
        assert isinstance(asked, IssueClaim)
        codes = {refusal.code for refusal in road.ask(asked).refusals}
        assert bool({"route_not_open", "not_for_papers"} & codes) is not each.open


def test_nothing_is_advised_of_what_no_claim_rests_on() -> None:
    road = secure_road().to_served_notice()
    assert of_subject(road.case, "H1", road.day) == ()
