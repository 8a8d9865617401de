"""What is left over by the figures on record, beside what an arrangement asks for: shown and warned of, no more."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.commands import Correct, OfferArrangement, RecordContact
from cases.court_words import ArrangementKind
from cases.ledger import ledger
from cases.means import WEEKS, LeftOver, afforded, of_arrangements, of_case, of_money
from cases.money import commands as c
from tests.cases.money_road import MoneyRoad
from tests.cases.road import SENIOR, TEXT, Road, secure_road
from tests.examples import examples


def gone_through(road: Road, **changes: Any) -> RecordContact:
    told = RecordContact(
        step="income_expenditure",
        on=road.day,
        tenants=road.case.tenants,
        method="visit",
        income_pence=21_000,
        spending_pence=20_500,
    )
    return told.model_copy(update=changes)


def offer(road: Road, pence: int) -> OfferArrangement:
    return OfferArrangement(
        arrangement=ArrangementKind.INFORMAL, instalment_pence=pence, frequency="weekly", first_payment=road.day
    )


def test_what_an_offer_asks_is_told_beside_what_is_left_and_refused_for_nothing() -> None:
    road = secure_road().opened()
    road.do(gone_through(road)).do(offer(road, 1_000))
    (asked,) = of_arrangements(road.case).values()
    assert (asked.left.left_pence, asked.asked_pence, asked.short_pence) == (500, 1_000, 500)
    assert "£5.00 a week more than that" in asked.says
    kept = next(step for step in ledger(road.case) if step.code == "arrangement_offered").kept
    assert "It asks £10.00 a week; £5.00 a week was left over" in kept[0].says


def test_the_newest_figures_of_each_tenant_count_and_are_put_right_like_any_fact() -> None:
    road = secure_road().opened()
    one, other = road.case.tenants
    road.do(gone_through(road)).later(1)
    road.do(gone_through(road, tenants=(one,), income_pence=10_000, spending_pence=9_000))
    road.do(gone_through(road, tenants=(other,), income_pence=9_000, spending_pence=9_000))
    left = of_case(road.case)
    assert left is not None
    assert (left.on, left.income_pence, left.left_pence, set(left.of)) == (road.day, 19_000, 1_000, {one, other})
    road.do(Correct(fact="E3/record_contact/income_pence", pence=8_000, reason=TEXT), SENIOR)
    put_right = of_case(road.case)
    assert put_right is not None
    assert put_right.left_pence == 0


@pytest.mark.parametrize(
    "wrong", [{"step": "debt_advice"}, {"spending_pence": None}, {"income_pence": None}, {"income_pence": -1}]
)
def test_figures_are_of_that_step_both_and_not_below_nothing(wrong: dict[str, Any]) -> None:
    road = secure_road().opened()
    assert road.refused(gone_through(road, **wrong)) == {"figures_unfit"}


def test_a_debtor_s_monthly_figures_are_put_to_a_week_in_a_money_case() -> None:
    road = MoneyRoad().to_letter()
    who = road.case.tenants[0]
    road.do(c.RecordMeans(on=road.day, debtor=who, income_pence=104_000, spending_pence=101_400))
    left = of_money(road.case)
    assert left is not None
    assert (left.income_pence, left.left_pence) == (24_000, 600)
    first = road.day + timedelta(days=7)
    road.do(c.OfferArrangement(on=road.day, instalment_pence=5_200, frequency="monthly", first_payment=first))
    (asked,) = of_arrangements(road.case).values()
    assert (asked.asked_pence, asked.short_pence) == (1_200, 600)
    assert "(Pre-Action Protocol for Debt Claims)" in asked.says


@given(left=st.integers(-50_000, 50_000), pence=st.integers(1, 100_000), frequency=st.sampled_from(sorted(WEEKS)))
@settings(max_examples=examples(25), deadline=None)
def test_it_warns_exactly_where_more_is_asked_than_is_left(left: int, pence: int, frequency: str) -> None:
    figures = LeftOver(on=date(2026, 3, 4), income_pence=60_000 + left, spending_pence=60_000, of=("T1-1",))
    told = afforded(figures, pence, frequency)
    assert told is not None
    assert (told.short_pence > 0) is (Fraction(pence) / WEEKS[frequency] > max(0, left))
    assert told.asked_pence - told.short_pence <= max(0, left)
