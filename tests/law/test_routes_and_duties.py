"""Ways to issue, fairness checks and insolvency."""

from datetime import date
from typing import Any

import pytest

from law.court import hearing_earliest
from law.duties import FAIRNESS, INSOLVENCY, fairness_checks
from law.errors import BadFact, NotThisRoute
from law.explained import Confidence
from law.notices import notice_dates
from law.routes import for_route, route_problem
from law.service import notice_served
from law.tenancies import Occupancy
from tests.law.everything import WEEKLY

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("route", "occupancy", "grounds", "said"),
    [
        ("pcs", Occupancy.secure, ["1"], None),
        ("pcs", Occupancy.unauthorised, [], "trespass"),
        ("pcol", Occupancy.assured, ["8", "10", "11"], None),
        ("pcol", Occupancy.assured, ["10", "14"], "Ground 14 is not one"),
        ("pcol", Occupancy.introductory, [], "this one is not"),
        ("paper", Occupancy.assured, ["14"], None),
        ("accelerated", Occupancy.assured_shorthold, [], None),
        ("accelerated", Occupancy.assured_shorthold, ["8"], "section 21"),
        ("accelerated", Occupancy.introductory, [], "section 21"),
        ("paper", Occupancy.former_tenant, [], "no possession claim"),
    ],
)
def test_which_route_takes_which_claim(route: Any, occupancy: Occupancy, grounds: list[str], said: str | None) -> None:
    problem = route_problem(route, occupancy, grounds, TODAY)
    assert problem is None if said is None else said in (problem or "")


def test_an_unknown_route_is_refused() -> None:
    with pytest.raises(BadFact):
        route_problem("owl", Occupancy.secure, ["1"], TODAY)  # type: ignore[arg-type]


def test_court_dates_on_the_digital_service_are_to_be_confirmed_since_its_rules_began() -> None:
    told = hearing_earliest(date(2026, 11, 30))
    doubted = for_route(told, "pcs", date(2026, 11, 30))
    assert (doubted.value, doubted.confidence) == (told.value, Confidence.C)
    assert for_route(told, "paper", date(2026, 11, 30)) == told
    assert for_route(told, "pcs", date(2026, 9, 6)) == told


def test_checks_run_again_before_a_warrant() -> None:
    assert [check.code for check in fairness_checks("warrant")] == [
        "vulnerability",
        "equality_duty",
        "safeguarding",
        "breathing_space_search",
    ]
    assert {gate for check in FAIRNESS.values() for gate in check.gates} == {"notice", "claim", "hearing", "warrant"}


def test_insolvency_never_bars_possession_itself() -> None:
    assert all("possession" not in row.bars for row in INSOLVENCY.values())


def test_a_date_can_tell_how_service_was_worked_out() -> None:
    served = notice_served("first_class_post", date(2026, 12, 24), "council", False)
    told = notice_dates("s83", served.value, WEEKLY, ["1"]).specified_recommended.after(served)
    assert told.trigger == "First class post, posted on Thursday 24 December 2026"
    assert told.steps[0].on == date(2026, 12, 30)
    assert told.steps[-1].on == told.value == date(2027, 1, 31)
    assert told.table_version.count("law") == 1


def test_a_section_83_notice_in_a_fixed_term_has_no_date() -> None:
    with pytest.raises(NotThisRoute, match=r"s\.83\(6\)"):
        notice_dates("s83", TODAY, None, ["1"], fixed_term=True)
