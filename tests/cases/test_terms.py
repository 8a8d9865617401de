"""The terms of a suspended order against the rent account, each worked out by hand."""

from datetime import date, timedelta

from cases.commands import StartBreathingSpace
from cases.facts import Posting
from cases.stages.order import standing
from cases.state import Order
from cases.words import Breach
from law.terms import TermsPosition
from tests.cases.road import ASSURED, Road, secure_road

ORDERED = date(2026, 5, 18)  # a Monday; the first payment is a week later, the rent £120 and £10 a week


def ordered(**changes: object) -> Road:
    road = secure_road().to_hearing_day()
    assert road.day == ORDERED
    return road.do(road.suspended(**changes))


def order(road: Road) -> Order:
    return road.case.orders[0]


def stands(road: Road, day: date, grace_days: int = 0) -> TermsPosition:
    position = standing(order(road), road.case, road.facts(), day, grace_days)
    assert position is not None
    return position


def test_rent_and_instalment_fall_due_together_each_week() -> None:
    road = ordered().pay(13_000, date(2026, 5, 25))
    assert (stands(road, date(2026, 5, 31)).due_pence, stands(road, date(2026, 5, 31)).paid_pence) == (13_000, 13_000)
    short = stands(road, date(2026, 6, 8))
    assert (short.due_pence, short.shortfall_pence, short.missed_instalments) == (39_000, 26_000, 2)
    assert short.first_missed == date(2026, 6, 1)


def test_monthly_instalments_run_beside_weekly_rent() -> None:
    road = ordered(frequency="monthly", instalment_pence=4_000, first_payment=date(2026, 6, 1))
    # Rent on 1, 8, 15, 22 and 29 June; instalments on 1 June and 1 July.
    assert stands(road, date(2026, 6, 30)).due_pence == 5 * 12_000 + 4_000
    assert stands(road, date(2026, 7, 1)).due_pence == 5 * 12_000 + 8_000


def test_money_paid_before_the_first_payment_date_is_a_credit() -> None:
    road = ordered().pay(20_000, date(2026, 5, 20))
    assert stands(road, date(2026, 5, 25)).paid_pence == 20_000
    assert stands(road, date(2026, 6, 1)).shortfall_pence == 6_000


def test_money_paid_before_the_order_counts_in_the_judgment_and_not_again() -> None:
    road = ordered().pay(20_000, ORDERED - timedelta(days=1))
    assert stands(road, date(2026, 5, 25)).paid_pence == 0


def test_a_payment_a_day_late_within_the_days_of_grace_is_no_breach() -> None:
    road = ordered()
    said = road.pay(13_000, date(2026, 5, 26)).pay(13_000, date(2026, 6, 2)).wait_until(date(2026, 6, 9))
    assert "O1.warning due" not in said
    assert order(road).breach is None
    road.wait_until(date(2026, 6, 16))
    breach = order(road).breach
    assert breach is not None
    assert (breach.first_missed, breach.shortfall_pence) == (date(2026, 6, 8), 13_000)


def test_benefit_due_but_late_is_not_a_payment() -> None:
    road = ordered()
    road.postings.append(
        Posting(on=date(2026, 5, 25), kind="adjustment", due_pence=0, paid_pence=0, narrative="Benefit expected £130")
    )
    assert stands(road, date(2026, 5, 25)).shortfall_pence == 13_000


def test_instalments_stop_when_the_judgment_is_paid() -> None:
    road = ordered(judgment_pence=2_500)
    # £10, £10 and the last £5; then rent alone.
    assert stands(road, date(2026, 6, 22)).due_pence == 5 * 12_000 + 2_500


def test_a_rent_rise_counts_from_its_day() -> None:
    road = ordered()
    for week, pence in enumerate((12_000, 12_000, 12_600)):
        road.owe(pence, date(2026, 5, 25) + timedelta(days=7 * week))
    assert stands(road, date(2026, 6, 8)).due_pence == 12_000 + 12_000 + 12_600 + 3 * 1_000


def forty_eight_weeks() -> Road:
    """An order of Friday 4 December 2026 on an account with two rent-free weeks at Christmas."""
    tenancy = ASSURED.model_copy(update={"weeks_charged_a_year": 48})
    road = Road(tenancy, date(2026, 9, 30)).to_hearing_day()
    road.do(road.suspended(first_payment=date(2026, 12, 7)))
    for day in (date(2026, 12, 7), date(2026, 12, 14)):
        road.owe(12_000, day).pay(13_000, day)
    return road


def test_rent_free_weeks_ask_for_the_instalment_alone() -> None:
    road = forty_eight_weeks()
    road.pay(1_000, date(2026, 12, 21)).pay(1_000, date(2026, 12, 28))
    assert stands(road, date(2026, 12, 28)).shortfall_pence == 0
    road.owe(12_000, date(2027, 1, 4))
    assert stands(road, date(2027, 1, 4)).shortfall_pence == 13_000
    road.wait_until(date(2027, 1, 11))
    assert order(road).breach_kind is Breach.NONE


def test_weeks_that_nobody_charges_are_rent_free_no_longer_than_the_year_allows() -> None:
    road = forty_eight_weeks()
    # Four weeks may be free after 14 December; from 18 January rent is taken to fall due.
    by = stands(road, date(2027, 1, 18))
    assert by.due_pence == 26_000 + 4 * 1_000 + 13_000


def test_an_account_that_is_clear_breaks_no_terms() -> None:
    road = ordered(judgment_pence=200_000, instalment_pence=20_000).pay(120_000, date(2026, 5, 20))
    road.wait_until(date(2026, 6, 30))
    assert stands(road, date(2026, 6, 30)).in_breach
    assert order(road).breach is None


def test_money_paid_on_the_day_of_the_order_counts_so_far_as_the_judgment_did_not_take_it_off() -> None:
    after_the_judgment = ordered().pay(20_000, ORDERED)
    assert stands(after_the_judgment, date(2026, 5, 25)).paid_pence == 20_000
    before_it = secure_road().to_hearing_day().pay(20_000, ORDERED)
    before_it.do(before_it.suspended(judgment_pence=100_000))
    assert stands(before_it, date(2026, 5, 25)).paid_pence == 0
    partly = secure_road().to_hearing_day().pay(20_000, ORDERED)
    partly.do(partly.suspended(judgment_pence=105_000))
    assert stands(partly, date(2026, 5, 25)).paid_pence == 5_000


def test_a_suspended_order_asks_for_the_rent_alone_in_a_breathing_space_and_is_broken_by_the_rent_alone() -> None:
    road = secure_road().to_suspended_order()
    first = order(road).terms.first_payment  # type: ignore[union-attr]
    road.do(StartBreathingSpace(moratorium="standard", started_on=road.day))
    for n in range(8):
        road.pay(12_000, first + timedelta(days=7 * n))
    road.wait_until(road.day + timedelta(days=58))
    assert order(road).breach is None
    road.wait_until(road.day + timedelta(days=14))
    breach = order(road).breach
    assert breach is not None
    assert breach.first_missed is not None
    assert breach.first_missed > first + timedelta(days=50)
