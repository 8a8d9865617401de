"""Which tenancies a case can be opened on, and what is said of the others."""

from datetime import date

import pytest

from cases.commands import OpenCase
from cases.facts import Posting
from cases.state import Person
from cases.words import CloseResult, Role, Track
from tests.cases.road import SENIOR, assured_road, secure_road

OPEN = OpenCase(tenancy_ref="T1", landlord="sample-council", officer="officer.a")


def test_a_secure_periodic_tenancy_takes_the_secure_road() -> None:
    road = secure_road().opened()
    assert road.case.track is Track.SECURE_ARREARS
    assert road.case.case_id == "T1-1"
    assert road.case.opened_arrears_pence == 120_000
    assert road.case.revision == 1


def test_an_assured_social_tenancy_takes_the_assured_road() -> None:
    assert assured_road().opened().case.track is Track.ASSURED_ARREARS


def test_the_next_case_on_a_tenancy_has_the_next_number_and_an_address_safe_id() -> None:
    road = secure_road(tenancy_ref="A/12 b")
    road.earlier_cases = 2
    assert road.opened().case.case_id == "A-12-b-3"


@pytest.mark.parametrize(
    ("occupancy", "changes", "words"),
    [
        ("introductory", {"start_date": date(2024, 9, 1)}, "secure periodic"),
        ("demoted_council", {"start_date": date(2024, 9, 1)}, "secure periodic"),
        ("demoted_provider", {"start_date": date(2024, 9, 1)}, "assured periodic"),
        ("demoted", {"start_date": date(2024, 9, 1)}, "secure periodic"),
        ("demoted", {"start_date": date(2015, 9, 1), "demoted_on": date(2025, 1, 1)}, "secure periodic"),
        ("flexible", {"fixed_term_end": date(2026, 3, 3)}, "secure periodic"),
    ],
)
def test_a_type_past_its_end_is_refused_with_what_it_has_become(
    occupancy: str, changes: dict[str, object], words: str
) -> None:
    road = secure_road(occupancy=occupancy, **changes)
    assert road.refused(OPEN) == {"type_out_of_date"}
    assert words in road.why(OPEN, "type_out_of_date").lower()


@pytest.mark.parametrize(
    ("occupancy", "changes", "track"),
    [
        ("introductory", {"start_date": date(2025, 9, 1)}, Track.INTRODUCTORY),
        ("introductory", {"start_date": date(2024, 11, 1), "trial_extended": True}, Track.INTRODUCTORY),
        ("demoted", {"start_date": date(2025, 9, 1)}, Track.DEMOTED_COUNCIL),
        ("demoted_provider", {"demoted_on": date(2025, 9, 1)}, Track.DEMOTED_PROVIDER),
        ("flexible", {"fixed_term_end": date(2027, 3, 3)}, Track.FLEXIBLE),
        ("assured_shorthold", {}, Track.ASSURED_ARREARS),
        ("assured_market", {}, Track.ASSURED_NEW),
        ("assured", {"social_housing": False}, Track.ASSURED_NEW),
        ("non_secure_ta", {}, Track.TEMPORARY),
        ("licence_ta", {}, Track.TEMPORARY_LICENCE),
        ("interim_ta", {}, Track.INTERIM),
        ("garage", {}, Track.GARAGE),
        ("death_no_successor", {}, Track.NO_SUCCESSOR),
        ("unauthorised", {}, Track.TRESPASS),
    ],
)
def test_each_type_takes_its_own_road(occupancy: str, changes: dict[str, object], track: Track) -> None:
    assert secure_road(occupancy=occupancy, **changes).opened().case.track is track


def test_a_road_may_be_chosen_among_those_of_the_tenancy() -> None:
    road = secure_road()
    road.postings = []
    road.do(OPEN.model_copy(update={"track": Track.SECURE_OTHER}))
    assert road.case.track is Track.SECURE_OTHER
    elsewhere = secure_road()
    assert elsewhere.refused(OPEN.model_copy(update={"track": Track.GARAGE})) == {"no_track"}


def test_a_welsh_dwelling_is_refused_with_its_reason() -> None:
    road = secure_road(country="Wales")
    assert "not_england" in road.refused(OPEN)
    assert "1 December 2022" in road.why(OPEN, "not_england")


def test_an_ended_tenancy_goes_to_the_former_tenant_track() -> None:
    road = secure_road(end_date=date(2026, 1, 4))
    assert road.refused(OPEN) == {"tenancy_ended"}
    assert "former-tenant" in road.ask(OPEN).refusals[0].mend


def test_court_costs_on_the_account_are_not_arrears() -> None:
    road = secure_road()
    road.postings = [Posting(on=date(2026, 1, 1), kind="court_cost", due_pence=40_400, paid_pence=0)]
    assert road.refused(OPEN) == {"no_arrears"}


def test_every_reason_is_given_at_once() -> None:
    road = secure_road(country="Wales", occupancy="former_tenant")
    road.postings = []
    assert road.refused(OPEN) == {"not_england", "no_track", "no_arrears"}


def test_one_case_may_be_open_at_a_time_and_the_refusal_links_to_it() -> None:
    road = secure_road().opened()
    refusal = road.ask(OPEN).refusals[0]
    assert (refusal.code, refusal.link) == ("already_open", "/cases/T1-1")
    elsewhere = secure_road()
    elsewhere.open_case = "T1-4"
    assert elsewhere.ask(OPEN).refusals[0].link == "/cases/T1-4"


def test_a_case_may_be_opened_again_after_it_was_closed() -> None:
    from cases.commands import CloseCase

    road = secure_road().opened().do(CloseCase(result=CloseResult.TENANT_LEFT))
    road.earlier_cases = 1
    assert road.opened().case.case_id == "T1-2"


def test_an_officer_the_landlord_does_not_have_is_refused() -> None:
    assert secure_road().refused(OPEN.model_copy(update={"officer": "nobody"})) == {"unknown_officer"}


def test_who_may_not_open_is_told_who_may() -> None:
    decision = secure_road().ask(OPEN, Person(user_id="admin", role=Role.ADMINISTRATOR))
    assert decision.kind == "not_allowed"
    assert "Income officer" in decision.refusals[0].says
    assert secure_road().ask(OPEN, SENIOR).accepted
