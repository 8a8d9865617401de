"""A case whose run was lost: the record says that it was started again, and its dates stay as they were."""

from datetime import timedelta
from typing import Any

import pytest

from cases.commands import CloseCase, RunRecovered
from cases.evolve import apply
from cases.money import commands as money
from cases.money.evolve import apply as apply_money
from cases.money.words import MoneyResult
from cases.words import CloseResult, Role
from tests.cases.money_road import MoneyRoad
from tests.cases.road import SENIOR, SYSTEM, Road, secure_road


def stages() -> list[Any]:
    return [
        pytest.param(lambda r: r.to_served_notice(), id="mid-notice"),
        pytest.param(lambda r: r.to_suspended_order(), id="under a suspended order"),
        pytest.param(lambda r: r.to_broken_order().to_booked_eviction(), id="before the eviction"),
    ]


@pytest.mark.parametrize("walked", stages())
@pytest.mark.parametrize("by", ["hand", "sweep"])
def test_a_recovered_case_waits_for_the_same_dates_to_the_instant(walked: Any, by: Any) -> None:
    road: Road = walked(secure_road())
    # Long enough for reminders to have fallen due in silence: recovering lets none of them be forgotten.
    road.day += timedelta(days=30)
    decided = road.ask(RunRecovered(by=by), SYSTEM)
    assert decided.accepted
    after = apply(road.case, decided.events)
    assert after.deadlines == road.case.deadlines
    assert after.model_copy(update={"revision": road.case.revision}) == road.case
    assert after.revision == road.case.revision + 1


def test_the_team_leader_is_told_where_the_sweep_did_it_and_nobody_where_a_person_did() -> None:
    road = secure_road().to_served_notice()
    swept = road.ask(RunRecovered(by="sweep"), SYSTEM).events
    assert [event.kind for event in swept] == ["case_recovered", "alarm_raised"]
    told = swept[1]
    assert told.kind == "alarm_raised"
    assert (told.to_role, told.level) == (Role.TEAM_LEADER, "escalation")
    assert [event.kind for event in road.ask(RunRecovered(), SYSTEM).events] == ["case_recovered"]


def test_only_the_system_says_that_a_case_was_recovered() -> None:
    assert secure_road().to_served_notice().ask(RunRecovered(), SENIOR).kind == "not_allowed"


def test_a_closed_case_has_no_run_to_miss() -> None:
    road = secure_road().opened().do(CloseCase(result=CloseResult.WITHDRAWN))
    decided = road.ask(RunRecovered(), SYSTEM)
    assert decided.accepted
    assert not decided.events


def test_a_recovered_money_case_waits_for_the_same_dates() -> None:
    road = MoneyRoad().to_judgment()
    decided = road.ask(RunRecovered(by="sweep"), SYSTEM)
    assert [event.kind for event in decided.events] == ["case_recovered", "alarm_raised"]
    after = apply_money(road.case, decided.events)
    assert after.model_copy(update={"revision": road.case.revision}) == road.case


def test_a_closed_money_case_has_no_run_to_miss() -> None:
    road = MoneyRoad().to_judgment()
    road.wait_until(road.day + timedelta(days=1))
    road.pay(road.case.judgments[0].total_pence)
    road.do(money.RecordSatisfaction(judgment_id="J1", on=road.day))
    road.do(money.CloseMoneyCase(result=MoneyResult.SATISFIED))
    assert road.ask(RunRecovered(), SYSTEM).events == ()
