"""Suspended orders against the rent account, to the penny."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.errors import BadFact, NotPence
from law.periods import RentPeriod
from law.terms import Frequency, Terms, compare, due_by, last_instalment

FIRST = date(2027, 2, 5)
WEEKLY = RentPeriod("week", 1, date(2027, 2, 5))
MONTHLY = RentPeriod("month", 1, date(2027, 1, 1))
RENT, STEP = 11842, 500


def terms(frequency: Frequency = "weekly", period: RentPeriod = WEEKLY, judgment: int = 269175, **more: Any) -> Terms:
    """A suspended order of the usual kind."""
    return Terms(
        more.pop("rent", RENT),
        more.pop("instalment", STEP),
        frequency,
        FIRST,
        period,
        judgment,
        more.pop("begins", None),
        lump_sums=more.pop("lump_sums", ()),
        frozen=more.pop("frozen", ()),
    )


TERMS = st.builds(
    terms,
    st.sampled_from(("weekly", "fortnightly", "four_weekly", "monthly")),
    st.sampled_from((WEEKLY, MONTHLY, RentPeriod("week", 2, FIRST))),
    st.integers(0, 5000),
    rent=st.integers(0, 20000),
    instalment=st.integers(0, 900),
)
RECEIPTS = st.lists(
    st.tuples(st.integers(0, 200).map(lambda n: FIRST + timedelta(days=n)), st.integers(0, 40000)), max_size=12
)


@given(TERMS, RECEIPTS, st.integers(0, 200))
def test_the_shortfall_is_all_that_fell_due_less_all_that_came(
    agreed: Terms, receipts: list[tuple[date, int]], days: int
) -> None:
    on = FIRST + timedelta(days=days)
    told = compare(agreed, receipts, on).value
    assert told.due_pence == sum(line.rent_pence + line.instalment_pence for line in due_by(agreed, on))
    assert told.paid_pence == sum(pence for day, pence in receipts if day <= on)
    assert told.shortfall_pence == max(0, told.due_pence - told.paid_pence)
    assert (told.missed_instalments > 0) == told.in_breach
    assert (told.first_missed is None) == (not told.in_breach)
    assert 0 <= told.missed_instalments_pence <= told.shortfall_pence


@given(TERMS, RECEIPTS, st.data())
def test_a_reversed_payment_is_as_if_it_never_came(
    agreed: Terms, receipts: list[tuple[date, int]], data: st.DataObject
) -> None:
    on = FIRST + timedelta(days=200)
    bounced = data.draw(RECEIPTS)
    both = receipts + [pair for day, pence in bounced for pair in ((day, pence), (on, -pence))]
    plain, reversed_ = compare(agreed, receipts, on).value, compare(agreed, both, on).value
    assert (plain.due_pence, plain.paid_pence, plain.shortfall_pence) == (
        reversed_.due_pence,
        reversed_.paid_pence,
        reversed_.shortfall_pence,
    )


@given(TERMS, st.integers(0, 400))
def test_instalments_never_pass_the_judgment(agreed: Terms, days: int) -> None:
    lines = due_by(agreed, FIRST + timedelta(days=days))
    assert sum(line.instalment_pence for line in lines) <= agreed.judgment_pence
    assert [line.on for line in lines] == sorted({line.on for line in lines})
    totals = [line.cumulative_pence for line in lines]
    assert totals == sorted(totals)


def test_nothing_is_due_before_the_first_payment() -> None:
    before = FIRST - timedelta(days=1)
    assert due_by(terms(), before) == []
    told = compare(terms(), [], before)
    assert str(told.value) == "terms kept"
    assert told.value.last_payment is None


def test_rent_goes_on_after_the_judgment_is_cleared() -> None:
    lines = due_by(terms(judgment=700), FIRST + timedelta(days=28))
    assert [line.instalment_pence for line in lines] == [500, 200, 0, 0, 0]
    assert {line.rent_pence for line in lines} == {RENT}


def test_monthly_rent_with_weekly_instalments_falls_due_on_its_own_days() -> None:
    lines = due_by(terms(period=MONTHLY, judgment=1000), date(2027, 3, 31))
    assert [(line.on, line.rent_pence, line.instalment_pence) for line in lines] == [
        (FIRST, 0, 500),
        (date(2027, 2, 12), 0, 500),
        (date(2027, 3, 1), RENT, 0),
    ]


def test_rent_alone_may_be_ordered() -> None:
    lines = due_by(terms(period=MONTHLY, instalment=0), date(2027, 3, 31))
    assert [(line.on, line.rent_pence) for line in lines if line.rent_pence] == [(date(2027, 3, 1), RENT)]


def test_monthly_instalments_keep_the_day_of_the_month() -> None:
    agreed = Terms(0, 500, "monthly", date(2027, 1, 31), MONTHLY, 1500)
    assert [line.on for line in due_by(agreed, date(2027, 3, 31)) if line.instalment_pence] == [
        date(2027, 1, 31),
        date(2027, 2, 28),
        date(2027, 3, 31),
    ]


def test_missed_payments_are_counted_and_the_first_named() -> None:
    told = compare(terms(), [(FIRST + timedelta(days=7), RENT + STEP)], FIRST + timedelta(days=14)).value
    assert (told.missed_instalments, told.first_missed) == (2, FIRST)
    assert str(told) == "£246.84 short, 2 payments missed since Friday 5 February 2027"


def test_one_missed_payment_reads_well() -> None:
    assert str(compare(terms(), [], FIRST).value) == "£123.42 short, 1 payment missed since Friday 5 February 2027"


def test_money_ahead_is_said() -> None:
    assert str(compare(terms(), [(FIRST, 20000)], FIRST).value) == "terms kept, £76.58 ahead"


def test_a_reversal_before_anything_is_due_leaves_the_account_short() -> None:
    early = terms(begins=FIRST - timedelta(days=10))
    told = compare(early, [(FIRST - timedelta(days=3), -1000)], FIRST - timedelta(days=1)).value
    assert str(told) == "£10.00 short"


def test_a_reversal_reopens_the_newest_payment() -> None:
    receipts = [(FIRST, RENT + STEP), (FIRST + timedelta(days=7), RENT + STEP), (FIRST + timedelta(days=8), -STEP)]
    told = compare(terms(), receipts, FIRST + timedelta(days=8)).value
    assert (told.shortfall_pence, told.first_missed) == (STEP, FIRST + timedelta(days=7))


def test_receipts_count_from_the_first_payment_unless_the_order_says_earlier() -> None:
    early = [(FIRST - timedelta(days=1), RENT + STEP)]
    assert compare(terms(), early, FIRST).value.in_breach
    assert not compare(terms(begins=FIRST - timedelta(days=7)), early, FIRST).value.in_breach


def test_the_last_instalment_takes_what_is_left() -> None:
    number, last, final = last_instalment(terms())
    assert (number, last.value, final) == (539, date(2037, 5, 29), 175)
    with pytest.raises(BadFact):
        last_instalment(terms(instalment=0))


def test_terms_refuse_money_that_is_not_pence() -> None:
    with pytest.raises(NotPence):
        terms(rent=118.42)
    with pytest.raises(BadFact):
        terms(instalment=-1)
    with pytest.raises(NotPence):
        compare(terms(), [(FIRST, 5.0)], FIRST)  # type: ignore[list-item]


def test_a_penny_short_is_short() -> None:
    told = compare(terms(), [(FIRST, RENT + STEP - 1)], FIRST).value
    assert told.in_breach
    assert (told.shortfall_pence, told.missed_instalments_pence) == (1, 1)


@pytest.mark.parametrize(
    ("frequency", "second"),
    [
        ("weekly", date(2027, 2, 12)),
        ("fortnightly", date(2027, 2, 19)),
        ("four_weekly", date(2027, 3, 5)),
        ("monthly", date(2027, 3, 5)),
    ],
)
def test_the_second_payment_comes_a_whole_interval_later(frequency: Frequency, second: date) -> None:
    assert terms(frequency).due_date(1) == second


def test_rent_that_falls_due_today_is_due_today() -> None:
    lines = due_by(terms(period=MONTHLY), date(2027, 3, 1))
    assert (lines[-1].on, lines[-1].rent_pence) == (date(2027, 3, 1), RENT)


def lines(agreed: Terms, on: date) -> list[tuple[date, int, int]]:
    return [(line.on, line.rent_pence, line.instalment_pence) for line in due_by(agreed, on)]


def test_a_lump_sum_falls_due_on_its_day_and_leaves_less_to_instalments() -> None:
    agreed = terms(judgment=51000, lump_sums=((date(2027, 2, 10), 50000),))
    assert agreed.by_instalments_pence == 1000
    assert lines(agreed, date(2027, 2, 9)) == [(FIRST, RENT, 500)]
    assert lines(agreed, date(2027, 2, 10)) == [(FIRST, RENT, 500), (date(2027, 2, 10), 0, 50000)]
    assert lines(agreed, date(2027, 2, 19)) == [
        (FIRST, RENT, 500),
        (date(2027, 2, 10), 0, 50000),
        (date(2027, 2, 12), RENT, 500),
        (date(2027, 2, 19), RENT, 0),
    ]


def test_a_lump_sum_on_a_payment_date_is_asked_for_with_it() -> None:
    agreed = terms(lump_sums=((FIRST, 20000),))
    assert lines(agreed, FIRST) == [(FIRST, RENT, 20500)]


def test_a_lump_sum_and_rent_of_the_same_day_stand_in_one_line_where_rent_is_charged_apart() -> None:
    agreed = terms("weekly", MONTHLY, lump_sums=((date(2027, 3, 1), 20000),))
    assert lines(agreed, date(2027, 3, 1))[-1] == (date(2027, 3, 1), RENT, 20000)


def test_lump_sums_never_ask_for_more_than_the_judgment() -> None:
    later, sooner = (date(2027, 3, 2), 80000), (date(2027, 2, 8), 70000)
    agreed = terms(judgment=100000, lump_sums=(later, sooner))
    assert agreed.by_instalments_pence == 0
    asked = [(day, instalment) for day, _, instalment in lines(agreed, date(2027, 3, 5)) if instalment]
    assert asked == [(date(2027, 2, 8), 70000), (date(2027, 3, 2), 30000)]
    spent = terms(judgment=70000, lump_sums=(later, sooner))
    assert date(2027, 3, 2) not in {day for day, _, _ in lines(spent, date(2027, 3, 4))}


def test_the_plan_after_a_lump_sum_ends_when_the_rest_is_cleared() -> None:
    agreed = terms(lump_sums=((FIRST, 169175),))
    number, told, final = last_instalment(agreed)
    assert (number, told.value, final) == (200, date(2030, 11, 29), 500)
    with pytest.raises(BadFact):
        last_instalment(terms(lump_sums=((FIRST, 269175),)))


def test_a_missed_lump_sum_is_a_breach_to_the_penny() -> None:
    agreed = terms(lump_sums=((FIRST, 20000),))
    told = compare(agreed, [(FIRST, RENT + 20499)], FIRST).value
    assert (told.shortfall_pence, told.missed_instalments_pence, told.first_missed) == (1, 1, FIRST)
    assert not compare(agreed, [(FIRST, RENT + 20500)], FIRST).value.in_breach


@pytest.mark.parametrize(
    ("lump", "refusal"), [(("2027-02-05", 100), BadFact), ((FIRST, 1.0), NotPence), ((FIRST, -1), BadFact)]
)
def test_a_lump_sum_has_a_day_and_whole_pence(lump: Any, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        terms(lump_sums=(lump,))


SPACE = (FIRST + timedelta(days=10), FIRST + timedelta(days=69))
SPANS = st.lists(
    st.tuples(st.integers(-30, 120), st.integers(0, 70)).map(
        lambda n: (FIRST + timedelta(days=n[0]), FIRST + timedelta(days=n[0] + n[1]))
    ),
    max_size=3,
).map(tuple)


def test_instalments_of_a_breathing_space_come_at_the_end_and_the_rent_goes_on() -> None:
    held = terms(judgment=2000, frozen=(SPACE,))
    paid = [
        (line.on, line.instalment_pence) for line in due_by(held, FIRST + timedelta(days=100)) if line.instalment_pence
    ]
    assert [(day - FIRST).days for day, _ in paid] == [0, 7, 70, 77]
    assert all(line.rent_pence == RENT for line in due_by(held, FIRST + timedelta(days=100)))
    number, last, _ = last_instalment(held)
    assert (number, last.value) == (4, FIRST + timedelta(days=77))
    assert any("no instalment of the debt did" in step.text for step in last.steps)
    assert last.steps[-1].on == last.value


def test_a_breathing_space_is_told_from_its_first_day_and_not_before() -> None:
    held = terms(judgment=2000, frozen=(SPACE,))
    told = {n: compare(held, [], SPACE[0] + timedelta(days=n)).steps for n in (-1, 0, 1)}
    assert {n: any("Breathing space" in step.text for step in steps) for n, steps in told.items()} == {
        -1: False,
        0: True,
        1: True,
    }


def test_a_lump_sum_of_a_breathing_space_waits_for_the_day_after_it() -> None:
    lump = terms(instalment=0, rent=0, judgment=5000, lump_sums=((SPACE[0], 5000),), frozen=(SPACE,))
    assert [line.on for line in due_by(lump, FIRST + timedelta(days=100))] == [SPACE[1] + timedelta(days=1)]


def test_while_nobody_knows_its_end_no_instalment_falls_due_and_the_last_has_no_day() -> None:
    held = terms(judgment=2000, frozen=((FIRST, None),))
    assert {line.instalment_pence for line in due_by(held, FIRST + timedelta(days=400))} == {0}
    with pytest.raises(BadFact, match="not known yet"):
        last_instalment(held)


def test_a_breathing_space_that_ends_before_it_starts_is_no_fact() -> None:
    with pytest.raises(BadFact, match="before it starts"):
        terms(frozen=((FIRST, FIRST - timedelta(days=1)),))


@given(TERMS, SPANS, RECEIPTS, st.integers(0, 200))
def test_a_breathing_space_never_makes_more_fall_due_and_never_touches_the_rent(
    agreed: Terms, spans: tuple[tuple[date, date], ...], receipts: list[tuple[date, int]], days: int
) -> None:
    on, held = FIRST + timedelta(days=days), replace(agreed, frozen=spans)
    plain, waiting = due_by(agreed, on), due_by(held, on)
    assert {x.on: x.rent_pence for x in plain if x.rent_pence} == {x.on: x.rent_pence for x in waiting if x.rent_pence}
    assert not [x for x in waiting if x.instalment_pence and any(a <= x.on <= b for a, b in spans)]
    assert compare(held, receipts, on).value.shortfall_pence <= compare(agreed, receipts, on).value.shortfall_pence


@given(TERMS.filter(lambda t: t.instalment_pence > 50 and t.judgment_pence > 0), SPANS)
def test_every_instalment_that_waited_falls_due_in_the_end(agreed: Terms, spans: tuple[tuple[date, date], ...]) -> None:
    held = replace(agreed, frozen=spans)
    last = last_instalment(held)[1].value
    assert sum(x.instalment_pence for x in due_by(held, last)) == agreed.judgment_pence
    assert last >= last_instalment(agreed)[1].value


def test_a_day_outside_every_breathing_space_is_free_and_one_inside_waits_for_the_end_of_all_that_touch() -> None:
    march = [date(2026, 3, n) for n in range(1, 32)]
    agreed = Terms(0, 500, "weekly", FIRST, WEEKLY, 5000, frozen=((march[20], march[29]), (march[9], march[19])))
    assert [agreed.first_free(day) for day in (march[8], march[9], march[19], march[20], march[29], march[30])] == [
        march[8],
        march[30],
        march[30],
        march[30],
        march[30],
        march[30],
    ]
    unknown = Terms(0, 500, "weekly", FIRST, WEEKLY, 5000, frozen=((march[9], None),))
    assert [unknown.first_free(day) for day in (march[8], march[9], march[30])] == [march[8], None, None]
