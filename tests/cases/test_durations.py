"""How long a case was in each stage."""

from datetime import timedelta
from itertools import pairwise

from cases import commands as c
from cases.durations import spells
from cases.money.commands import CloseMoneyCase
from cases.money.words import MoneyResult, MoneyStage
from cases.words import CloseResult, Stage
from tests.cases.money_road import MoneyRoad
from tests.cases.road import secure_road


def test_each_stage_lasts_until_the_next_begins_and_the_last_one_runs() -> None:
    road = secure_road().to_listed_hearing()
    found = spells(road.case)
    assert [each.stage for each in found] == [Stage.PRE_ACTION, Stage.NOTICE, Stage.CLAIM, Stage.HEARING]
    assert all(one.ended == after.began for one, after in pairwise(found))
    assert found[-1].ended is None
    assert found[-1].days(road.day + timedelta(days=3)) == (road.day - found[-1].began).days + 3


def test_closing_ends_the_stage_the_case_is_in() -> None:
    road = secure_road().opened()
    road.later(4).do(c.CloseCase(result=CloseResult.WITHDRAWN))
    (only,) = spells(road.case)
    assert (only.stage, only.days(road.day)) == (Stage.PRE_ACTION, 4)


def test_a_money_case_is_measured_from_tracing_to_enforcement_and_ends_with_its_close() -> None:
    road = MoneyRoad().to_enforcement()
    found = spells(road.case)
    assert [each.stage for each in found] == [
        MoneyStage.TRACING,
        MoneyStage.LETTER,
        MoneyStage.CLAIM,
        MoneyStage.ISSUED,
        MoneyStage.JUDGMENT,
        MoneyStage.ENFORCEMENT,
    ]
    assert all(one.ended == after.began for one, after in pairwise(found))
    assert found[-1].ended is None
    left = MoneyRoad().open()
    left.wait_until(left.day + timedelta(days=5))
    left.do(CloseMoneyCase(result=MoneyResult.WITHDRAWN))
    (only,) = spells(left.case)
    assert (only.stage, only.days(left.day)) == (MoneyStage.TRACING, 5)
