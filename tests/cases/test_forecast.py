"""What goes wrong in the days ahead: lapse, breach, late and blocked, each with its reason."""

from datetime import timedelta

from cases.commands import CloseCase, StartBreathingSpace
from cases.forecast import Ahead, Sort, ahead
from cases.words import CloseResult, Role
from tests.cases.road import LEADER, Road, secure_road


def seen(road: Road, days: int = 30) -> tuple[Ahead, ...]:
    """The forecast, as the team leader's page has it."""
    return ahead(road.case, road.facts(LEADER), road.as_at, days)


def of_sort(road: Road, sort: Sort, days: int = 30) -> list[Ahead]:
    """What there is of one sort."""
    return [each for each in seen(road, days) if each.sort is sort]


def test_a_notice_that_lapses_within_the_days_is_told_with_its_reason_and_no_sooner() -> None:
    road = secure_road().to_ripe_notice()
    lapse = road.case.notices[0].lapse
    assert lapse is not None
    road.wait_until(lapse.on - timedelta(days=31))
    assert not [each for each in of_sort(road, Sort.LAPSE) if each.on == lapse.on]
    road.wait_until(lapse.on - timedelta(days=30))
    (found,) = [each for each in of_sort(road, Sort.LAPSE) if each.on == lapse.on]
    assert found.why == lapse.sentence
    assert found.officer == "officer.a"
    assert "83" in found.authority


def test_terms_that_will_be_short_if_nothing_comes_are_told_with_the_day_and_the_sum() -> None:
    road = secure_road().to_suspended_order()
    (found,) = of_sort(road, Sort.BREACH, 60)
    assert found.subject == "O1"
    assert found.on is not None
    assert "short" in found.why
    road.wait_until(found.on)
    road.later(1)
    assert found.on - timedelta(days=1) not in {each.on for each in of_sort(road, Sort.BREACH)}


def test_the_day_foretold_is_the_day_on_which_the_watch_finds_the_breach() -> None:
    road = secure_road().to_suspended_order()
    (found,) = of_sort(road, Sort.BREACH, 60)
    assert found.on is not None
    road.wait_until(found.on - timedelta(days=1))
    assert road.case.orders[0].breach is None
    road.wait_until(found.on)
    assert road.case.orders[0].breach is not None
    assert of_sort(road, Sort.BREACH) == []


def test_payments_made_ahead_put_the_breach_off() -> None:
    road = secure_road().to_suspended_order()
    (before,) = of_sort(road, Sort.BREACH, 60)
    road.pay(500_000)
    assert of_sort(road, Sort.BREACH, 60) == []
    assert before.on is not None


def test_what_is_due_from_us_is_told_and_a_draft_is_the_senior_s() -> None:
    road = secure_road().to_drafted_notice()
    late = of_sort(road, Sort.LATE)
    assert {each.role for each in late if "Approve" in each.what} == {Role.SENIOR}
    assert all(each.why for each in late)


def test_what_nobody_s_date_cures_is_blocked_and_a_hold_with_an_end_is_not() -> None:
    road = secure_road().to_ripe_notice()
    road.do(StartBreathingSpace(moratorium="standard", started_on=road.day))
    assert of_sort(road, Sort.BLOCKED) == []


def test_a_clear_account_blocks_the_claim() -> None:
    road = secure_road().to_ripe_notice()
    road.pay(500_000)
    found = of_sort(road, Sort.BLOCKED)
    assert [each.on for each in found] == [None]
    assert "No rent is owed" in found[0].why


def test_terms_that_are_kept_are_not_blocked() -> None:
    road = secure_road().to_suspended_order()
    assert of_sort(road, Sort.BLOCKED) == []


def test_a_closed_case_has_nothing_ahead() -> None:
    assert seen(secure_road().opened().do(CloseCase(result=CloseResult.TENANT_LEFT))) == ()


def test_the_earliest_comes_first_and_what_is_blocked_last() -> None:
    road = secure_road().to_ripe_notice()
    road.pay(500_000)
    days = [each.on for each in seen(road, 365)]
    dated = [day for day in days if day]
    assert dated == sorted(dated)
    assert days[-1] is None
