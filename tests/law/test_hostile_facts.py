"""Whatever is put where a fact belongs, the room answers with a typed refusal and never with a fault or a guess."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from law import (
    calendar,
    clear_days,
    counting,
    court,
    debt,
    demoted,
    duties,
    enforcement,
    fees,
    ground8,
    high_court,
    holds,
    money,
    new_regime,
    notice_table,
    notices,
    orders,
    past_end,
    periods,
    protocol,
    regime,
    routes,
    rules,
    windows,
)
from law import rent_due as rent
from law.checks import FIRST_YEAR, MOST_COUNT, need_count, need_date, need_list, need_pence
from law.errors import BadFact, LawError, NoAnchor, NotPence, OutsideTables
from law.periods import RentPeriod
from law.tenancies import Occupancy
from law.terms import Terms, last_instalment

DAY = date(2026, 11, 20)
WEEKLY = RentPeriod("week", 1, date(2026, 1, 5))
NO_DAYS: tuple[Any, ...] = (True, 0, 1.5, "2026-11-20", datetime(2026, 11, 20, tzinfo=UTC), [], {}, object())
NO_PENCE: tuple[Any, ...] = (True, 1.5, "100", Decimal(100), None)
NO_LISTS: tuple[Any, ...] = ("8", b"8", 8, True, 1.5, None)
NO_PERIODS: tuple[Any, ...] = ("weekly", 7, [], DAY)
Ask = Callable[[Any], object]


@pytest.mark.parametrize(
    "ask",
    [
        lambda day: calendar.add_business_days(day, 1),
        lambda day: calendar.settle(day, 1),
        calendar.closed_because,
        court.appeal_by,
        court.restore_accelerated_by,
        lambda day: demoted.section_143e(day, WEEKLY, date(2026, 3, 2)),
        windows.ground_15a_window,
        lambda day: high_court.writ_permission(day, DAY, "tenants"),
        lambda day: new_regime.notice_survives("s8", Occupancy.assured, DAY, day),
        lambda day: routes.for_route(court.hearing_earliest(DAY), "paper", day),
        lambda day: fees.adjournment_fee(DAY, day, False),
        lambda day: enforcement.request_form(True, "payment", day),
        lambda day: enforcement.six_years_from(DAY, day),
        lambda day: money.fixed_costs(41500, on=day),
        lambda day: money.accelerated_costs(41500, on=day),
        lambda day: money.judgment_interest(100, day, DAY),
        lambda day: past_end.past_end(Occupancy.introductory, date(2026, 3, 2), DAY, kept_alive_until=day),
        lambda day: past_end.past_end(Occupancy.flexible, date(2026, 3, 2), DAY, term_last_day=day),
        lambda day: rules.rule_on("fee", day),
        lambda day: high_court.writ_transfer(ordered=DAY, on=DAY, reason="delay", n54_delivered=day),
        lambda day: clear_days.last_day_before(day, 2),
    ],
)
def test_what_is_no_day_is_refused(ask: Ask) -> None:
    for bad in NO_DAYS:
        with pytest.raises(BadFact):
            ask(bad)


@pytest.mark.parametrize(
    "ask",
    [
        lambda sum_: debt.unpaid([(DAY, 100)], sum_),
        lambda sum_: debt.unpaid([(DAY, sum_)], 100),
        lambda sum_: money.judgment_interest_on(sum_, []),
        lambda sum_: ground8.ground8(
            period=WEEKLY,
            rent_pence=100,
            arrears_at_notice_pence=1,
            arrears_at_hearing_pence=1,
            overdue_at_notice_pence=sum_ if sum_ is not None else 1.5,  # type: ignore[arg-type]
        ),
    ],
)
def test_what_is_not_whole_pence_is_refused(ask: Ask) -> None:
    for bad in NO_PENCE:
        with pytest.raises(NotPence):
            ask(bad)


@pytest.mark.parametrize(
    "ask",
    [
        lambda many: need_list("grounds", many),
        lambda many: notices.notice_dates("s8", DAY, WEEKLY, many),
        lambda many: notices.dispensation("s8", many),
        lambda many: new_regime.new_regime_dates(DAY, many),
        lambda many: orders.may_suspend(Occupancy.assured, many, DAY),
        lambda many: routes.route_problem("paper", Occupancy.assured, many, DAY),
        lambda many: debt.last_day_to_sue(DAY, "rent", many),
        lambda many: debt.last_day_to_sue(DAY, "other", (), many),
        lambda many: debt.last_day_to_sue(DAY, "rent", (), (), many if many is not None else ()),
        lambda many: debt.unpaid(many, 100),
        lambda many: rent.rent_due(many, DAY),
        lambda many: rent.rent_due([], DAY, reserved=many),
        lambda many: rent.rent_due([], DAY, awaited=many),
        lambda many: money.judgment_interest_on(500000, many),
    ],
)
def test_one_thing_where_several_belong_is_refused(ask: Ask) -> None:
    for bad in NO_LISTS:
        with pytest.raises(BadFact):
            ask(bad)


def test_several_things_are_taken_in_whatever_holds_them() -> None:
    assert need_list("grounds", ["8"]) == need_list("grounds", ("8",)) == need_list("grounds", {"8"}) == ("8",)
    assert need_list("grounds", (code for code in ("8", "10"))) == ("8", "10")
    assert need_list("grounds", []) == ()


@pytest.mark.parametrize(
    "ask",
    [
        lambda period: ground8.ground8_threshold(period, 12000),
        lambda period: money.daily_rate(12000, period),
        lambda period: money.direct_payment_threshold(12000, period),
        lambda period: money.hb_direct_threshold(12000, period),
        lambda period: periods.one_period_after(period, DAY),
        lambda period: periods.period_starting_on_or_before(period, DAY),
        lambda period: periods.period_starting_on_or_after(period, DAY),
        lambda period: periods.period_last_day_on_or_after(period, DAY),
    ],
)
def test_what_is_no_rent_period_is_refused(ask: Ask) -> None:
    for bad in NO_PERIODS:
        with pytest.raises(BadFact):
            ask(bad)
    with pytest.raises(NoAnchor):
        ask(None)


@pytest.mark.parametrize(
    "ask",
    [
        lambda word: regime.regime_for(word, DAY),
        lambda word: regime.commencement_for(word),
        lambda word: past_end.past_end(word, DAY, DAY),
        notice_table.notices_for,
        lambda word: duties.fairness_checks(word),
        lambda word: protocol.steps_for(word),
        lambda word: protocol.steps_for(2, word),
        lambda word: holds.stops("stay", word),
        lambda word: rules.rule_on(word),
    ],
)
def test_an_unknown_word_is_refused(ask: Ask) -> None:
    for bad in ("tea", "", 7, 1.5, [], {}, object()):
        with pytest.raises(BadFact):
            ask(bad)


def test_an_occupancy_type_may_be_named_in_plain_words() -> None:
    assert regime.regime_for("assured_market", DAY) == "new"  # type: ignore[arg-type]
    assert regime.regime_for("assured", DAY) == "old"  # type: ignore[arg-type]
    assert regime.commencement_for("assured_market") == date(2026, 5, 1)  # type: ignore[arg-type]


def test_a_count_is_a_whole_number_either_way() -> None:
    for bad in (True, 1.5, None, "1"):
        with pytest.raises(BadFact):
            counting.add_months(DAY, bad)  # type: ignore[arg-type]
        with pytest.raises(BadFact):
            calendar.add_business_days(DAY, bad)  # type: ignore[arg-type]
        with pytest.raises(BadFact):
            money.daily_rate(12000, WEEKLY, rent_weeks=bad)  # type: ignore[arg-type]
    assert counting.add_months(DAY, -1) == date(2026, 10, 20)
    assert need_count("n", MOST_COUNT) == 50000
    assert need_count("n", -MOST_COUNT, None) == -50000
    for far in (MOST_COUNT + 1, -MOST_COUNT - 1):
        with pytest.raises(BadFact, match="No more than 50,000"):
            need_count("n", far, None)


def test_months_stay_in_the_calendar() -> None:
    assert counting.add_months(date(9000, 12, 1), 11988) == date(9999, 12, 1)
    assert counting.add_months(date(1000, 1, 1), -11988) == date(1, 1, 1)
    for day, n in ((date(9000, 12, 1), 11989), (date(1000, 1, 1), -11989)):
        with pytest.raises(OutsideTables, match="leave the calendar"):
            counting.add_months(day, n)


def test_absurd_sums_are_refused() -> None:
    assert need_pence("sum", 10**13) == 10**13
    assert need_pence("sum", -(10**13), None) == -(10**13)
    for sum_ in (10**13 + 1, -(10**13) - 1):
        with pytest.raises(BadFact, match="No sum so large"):
            need_pence("sum", sum_, None)


def test_instalments_that_would_never_end_are_refused() -> None:
    def plan(judgment: int) -> Terms:
        return Terms(0, 1, "weekly", DAY, WEEKLY, judgment)

    assert last_instalment(plan(50000))[0] == 50000
    with pytest.raises(BadFact, match="No more than 50,000"):
        last_instalment(plan(50001))


def test_days_before_the_first_year_leave_the_calendar() -> None:
    assert need_date("day", date(FIRST_YEAR, 1, 1)) == date(1000, 1, 1)
    with pytest.raises(OutsideTables, match="before the year 1000"):
        need_date("day", date(999, 12, 31))
    for ask in (court.claim_service_latest, enforcement.n54_latest_delivery, court.ten_day_letter_due):
        with pytest.raises(OutsideTables):
            ask(date(1, 1, 1))


def test_a_breathing_space_has_two_days() -> None:
    for bad in ((DAY,), (DAY, DAY, DAY), ()):
        with pytest.raises(LawError, match="first day and a last"):
            debt.last_day_to_sue(DAY, "rent", moratorium=bad)  # type: ignore[arg-type]
