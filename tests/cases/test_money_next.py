"""What leads on a money case and why the rest does not; what will go wrong on one in the days ahead."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from cases.forecast import Ahead, Sort
from cases.money import commands as c
from cases.money.available import MENDS, available
from cases.money.decide import decide
from cases.money.forecast import ahead
from cases.money.ranking import next_of
from cases.money.words import MoneyResult
from cases.ranking import RULES, Next
from cases.soonest import soonest
from tests.cases.money_road import LEADER, OFFICER, MoneyRoad

DAY = timedelta(days=1)
WALKS: tuple[Callable[[MoneyRoad], object], ...] = (
    lambda r: r.open(),
    lambda r: r.to_letter(),
    lambda r: r.to_claim(),
    lambda r: r.to_claim().do(r.issue()),
    lambda r: r.to_judgment(),
    lambda r: r.to_enforcement(),
)


def shown(road: MoneyRoad) -> Next:
    """What the officer is told."""
    return next_of(road.case, road.facts(), road.as_at, OFFICER)


def seen(road: MoneyRoad, days: int = 30) -> tuple[Ahead, ...]:
    """The forecast, as the team leader's page has it."""
    return ahead(road.case, road.facts(LEADER), road.as_at, days)


@pytest.mark.parametrize("walk", WALKS)
def test_one_act_leads_and_every_other_says_why_it_does_not(walk: Callable[[MoneyRoad], object]) -> None:
    road = MoneyRoad()
    walk(road)
    told = shown(road)
    assert [each.leads for each in told.recommended] == [True] + [False] * (len(told.recommended) - 1)
    assert all(each.not_leading for each in told.recommended[1:])
    assert all(each.because and each.rule_says == RULES[each.rule] and each.roles for each in told.recommended)
    acts = available(road.case, road.facts(), OFFICER.role, road.as_at, OFFICER)
    assert told.actions == acts
    assert [a.command for a in acts if a.leads] == [told.recommended[0].command]


def test_what_is_missing_for_the_letter_is_named_with_what_mends_it_and_the_day() -> None:
    road = MoneyRoad().open()
    (letter,) = [each for each in shown(road).not_yet if each.command == "send_letter_of_claim"]
    assert {"assess_debtors", "search_register"} <= {each.mended_by for each in letter.missing}
    assert letter.from_day == road.day
    waiting = MoneyRoad().to_letter()
    intention = c.SendIntention(on=waiting.day, method="letter")
    found = soonest(waiting.case, intention, waiting.facts(), waiting.as_at, decide, MENDS)
    assert found.on is not None
    waiting.wait_until(found.on - DAY)
    assert "reply_time_runs" in waiting.refused(intention.model_copy(update={"on": waiting.day}))
    waiting.wait_until(found.on)
    assert waiting.ask(intention.model_copy(update={"on": waiting.day})).accepted


def test_a_judgment_that_nobody_pays_is_foretold_as_broken_on_the_day_that_the_watch_finds_it() -> None:
    road = MoneyRoad().to_judgment()
    (found,) = [each for each in seen(road, 60) if each.sort is Sort.BREACH]
    assert found.on is not None
    assert (found.subject, found.address) == ("J1", f"/money-cases/{road.case.case_id}")
    road.wait_until(found.on - DAY)
    assert road.case.judgments[0].breach is None
    road.wait_until(found.on + DAY)
    assert road.case.judgments[0].breach is not None
    assert not [each for each in seen(road) if each.sort is Sort.BREACH]


def test_dates_that_are_ours_and_the_time_to_sue_are_foretold() -> None:
    road = MoneyRoad().open()
    assert "late" in {each.sort.value for each in seen(road)}
    late = [each for each in seen(road, 365 * 7) if each.sort is Sort.LAPSE]
    assert late
    assert all(each.why and each.authority for each in late)
    road.do(c.CloseMoneyCase(result=MoneyResult.WITHDRAWN))
    assert seen(road) == ()
