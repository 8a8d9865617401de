"""Rent lawfully due: what on an account counts for the rent grounds, and what is shown apart."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.errors import BadFact, NotPence
from law.explained import Confidence
from law.rent_due import AwaitedBenefit, RentDue, rent_due
from law.rent_lines import RENT_LINES, AccountLine, rent_kinds

ON = date(2026, 11, 20)


def line(kind: str, pence: int, on: date = date(2026, 11, 2), towards: str = "rent") -> AccountLine:
    return AccountLine(on, kind, pence, towards)


def uc(pence: int = 3000, expected: date = date(2026, 12, 7), kind: Any = "universal_credit") -> AwaitedBenefit:
    """A housing award for the thirty days of November: a hundred pence a day of £30."""
    return AwaitedBenefit(kind, pence, date(2026, 11, 1), date(2026, 11, 30), expected)


def due(*lines: AccountLine, **more: Any) -> RentDue:
    return rent_due(lines, ON, **more)


def test_court_costs_insurance_and_sundry_debts_are_not_rent() -> None:
    for kind in ("court_cost", "insurance", "recharge", "sundry", "former_tenancy", "use_and_occupation"):
        found = due(line("rent", 50000), line(kind, 41500), line("payment", -10000))
        assert (found.due.value, found.left_out.value) == (40000, 41500), kind
        assert RENT_LINES[kind].why in found.left_out.sentence()


@pytest.mark.parametrize("kind", ["service_charge", "heating", "benefit_overpayment"])
def test_a_service_charge_counts_only_where_the_agreement_reserves_it(kind: str) -> None:
    lines = (line("rent", 50000), line(kind, 1200))
    assert (due(*lines).due.value, due(*lines).left_out.value) == (50000, 1200)
    kept = due(*lines, reserved=(kind,))
    assert (kept.due.value, kept.left_out.value) == (51200, 0)
    assert "the tenancy agreement reserves it as rent" in kept.due.sentence()
    assert kept.due.confidence is Confidence.C


def test_an_account_of_rent_and_payments_alone_is_sure() -> None:
    found = due(line("rent", 50000), line("payment", -10000), line("housing_benefit", -5000))
    assert (found.due.value, found.due.confidence) == (35000, Confidence.A)
    assert due(line("rent", 50000), line("adjustment", -1)).due.confidence is Confidence.C


def test_what_was_paid_towards_something_else_leaves_the_rent_as_it_was() -> None:
    found = due(line("rent", 50000), line("court_cost", 41500), line("payment", -41500, towards="court_cost"))
    assert (found.due.value, found.left_out.value) == (50000, 0)
    assert [(total.kind.code, total.pence, total.rent) for total in found.kinds] == [
        ("rent", 50000, True),
        ("court_cost", 41500, False),
        ("payment", -41500, False),
    ]
    assert "it was made towards what is not rent" in found.left_out.sentence()


def test_a_kind_paid_both_ways_is_told_twice() -> None:
    found = due(line("payment", -100), line("payment", -300), line("payment", -20, towards="sundry"))
    assert [(total.pence, total.rent) for total in found.kinds] == [(-400, True), (-20, False)]


def test_rent_due_today_counts_today_and_rent_due_tomorrow_does_not() -> None:
    found = due(line("rent", 100, ON), line("rent", 7, date(2026, 11, 21)))
    assert found.due.value == 100


def test_an_account_in_credit_owes_nothing() -> None:
    found = due(line("rent", 100), line("payment", -150))
    assert found.due.value == 0
    assert "in credit by £0.50" in found.due.sentence()
    assert "Together £0.00" in " ".join(step.text for step in due(line("rent", 5), line("payment", -5)).due.steps)


def test_only_charges_more_than_three_months_old_are_overdue_and_payments_clear_them_first() -> None:
    old, edge = line("rent", 30000, date(2026, 8, 19)), line("rent", 20000, date(2026, 8, 20))
    assert due(old, edge).overdue.value == 30000
    assert due(old, edge, line("payment", -29999)).overdue.value == 1
    assert due(old, line("payment", -30001)).overdue.value == 0
    assert "fell due before Thursday 20 August 2026" in due(old).overdue.sentence()


def test_rent_owed_when_breathing_space_began_is_frozen_and_later_rent_is_not() -> None:
    start = date(2026, 11, 10)
    lines = (line("rent", 30000, date(2026, 11, 9)), line("rent", 12000, start))
    found = due(*lines, frozen_from=start)
    assert (found.due.value, found.frozen.value, found.outside_frozen.value) == (42000, 30000, 12000)
    paid = due(*lines, line("payment", -12000, date(2026, 11, 11)), frozen_from=start)
    assert (paid.frozen.value, paid.outside_frozen.value) == (30000, 0)
    more = due(*lines, line("payment", -13000, date(2026, 11, 11)), frozen_from=start)
    assert (more.frozen.value, more.outside_frozen.value) == (29000, 0)
    assert due(line("payment", -1, date(2026, 11, 1)), frozen_from=start).frozen.value == 0


def test_without_breathing_space_nothing_is_frozen() -> None:
    found = due(line("rent", 30000))
    assert (found.frozen.value, found.outside_frozen.value) == (0, 30000)


def test_universal_credit_awaited_is_left_out_of_ground_8_in_the_new_regime_only() -> None:
    facts: dict[str, Any] = {"awaited": [uc(), uc(kind="housing_benefit")]}
    new = due(line("rent", 50000), **facts, regime="new")
    assert (new.due.value, new.disregarded.value, new.ground8.value) == (50000, 2000, 48000)
    old = due(line("rent", 50000), **facts)
    assert (old.disregarded.value, old.ground8.value) == (0, 50000)
    assert "Matthews" in old.disregarded.authority
    small = due(line("rent", 500), **facts, regime="new")
    assert (small.disregarded.value, small.ground8.value) == (500, 0)


def test_technical_arrears_are_what_benefit_in_payment_will_clear_for_days_gone() -> None:
    found = due(line("rent", 50000), awaited=[uc()])
    assert (found.technical.value, found.net_of_technical.value, found.late_benefit.value) == (2000, 48000, 0)
    assert "Monday 7 December 2026" in found.technical.sentence()
    assert due(line("rent", 500), awaited=[uc()]).technical.value == 500


@pytest.mark.parametrize(
    ("on", "come"),
    [
        (date(2026, 10, 31), 0),
        (date(2026, 10, 1), 0),
        (date(2026, 11, 1), 100),
        (date(2026, 11, 29), 2900),
        (date(2026, 11, 30), 3000),
        (date(2026, 12, 5), 3000),
    ],
)
def test_an_award_counts_day_by_day(on: date, come: int) -> None:
    lines = [line("rent", 50000, date(2026, 10, 1))]
    assert rent_due(lines, on, awaited=[uc()]).technical.value == come


def test_a_part_of_a_penny_of_an_award_is_dropped() -> None:
    assert due(line("rent", 50000), awaited=[uc(100)]).technical.value == 66


def test_benefit_whose_day_has_gone_by_is_late_and_not_technical() -> None:
    late = uc(expected=date(2026, 11, 19))
    found = due(line("rent", 50000), awaited=[late, uc(expected=ON)])
    assert (found.technical.value, found.late_benefit.value) == (2000, 2000)
    small = due(line("rent", 2500), awaited=[late, uc()])
    assert (small.technical.value, small.late_benefit.value, small.net_of_technical.value) == (500, 2000, 2000)
    assert due(line("rent", 1500), awaited=[late]).late_benefit.value == 1500
    assert "expected on no day" in due(line("rent", 5), awaited=[late]).technical.sentence()


def test_an_empty_account_says_so() -> None:
    assert "no line of that kind" in due().left_out.sentence()


_PENCE = st.integers(-(10**6), 10**6)


@given(st.lists(st.tuples(st.sampled_from(sorted(RENT_LINES)), _PENCE), max_size=12), st.integers(0, 10**6))
def test_the_parts_never_exceed_the_whole_and_every_line_is_told_once(rows: list[tuple[str, int]], award: int) -> None:
    found = due(
        *(line(kind, pence) for kind, pence in rows),
        awaited=[uc(award), uc(award, date(2026, 11, 1))],
        frozen_from=date(2026, 11, 2),
        regime="new",
    )
    whole = found.due.value
    for part in (found.frozen, found.disregarded, found.technical, found.late_benefit):
        assert 0 <= part.value <= whole
    assert found.frozen.value + found.outside_frozen.value == whole
    assert found.disregarded.value + found.ground8.value == whole
    assert found.technical.value + found.net_of_technical.value == whole
    assert found.technical.value + found.late_benefit.value <= whole
    assert sum(total.pence for total in found.kinds) == sum(pence for _, pence in rows)


@pytest.mark.parametrize(
    ("lines", "more", "field", "error"),
    [
        ([AccountLine(ON, "rent", 1.5)], {}, "line 1 pence", NotPence),  # type: ignore[arg-type]
        ([line("rent", 1), line("gift", 1)], {}, "line 2 kind", BadFact),
        ([line("payment", -1, towards="gift")], {}, "line 1 towards", BadFact),
        ([line("payment", -1, towards="adjustment")], {}, "line 1 towards", BadFact),
        ([AccountLine("2026-11-01", "rent", 1)], {}, "line 1 on", BadFact),  # type: ignore[arg-type]
        ([], {"reserved": ["gift"]}, "reserved", BadFact),
        ([], {"reserved": ["court_cost"]}, "reserved", BadFact),
        ([], {"regime": "older"}, "regime", BadFact),
        ([], {"frozen_from": "soon"}, "frozen_from", BadFact),
        ([], {"awaited": [uc(-1)]}, "awaited pence", BadFact),
        ([], {"awaited": [uc(1.0)]}, "awaited pence", NotPence),  # type: ignore[arg-type]
        ([], {"awaited": [uc(kind="council_tax")]}, "awaited kind", BadFact),
        (
            [],
            {"awaited": [AwaitedBenefit("universal_credit", 1, date(2026, 11, 2), date(2026, 11, 1), ON)]},
            "awaited last",
            BadFact,
        ),
        ([], {"awaited": [AwaitedBenefit("universal_credit", 1, ON, ON, None)]}, "awaited expected", BadFact),  # type: ignore[arg-type]
    ],
)
def test_a_wrong_account_is_refused_by_the_name_of_what_is_wrong(
    lines: list[AccountLine], more: dict[str, Any], field: str, error: type[Exception]
) -> None:
    with pytest.raises(error) as refused:
        rent_due(lines, ON, **more)
    assert refused.value.field == field  # type: ignore[attr-defined]


def test_a_kind_that_never_counts_cannot_be_reserved_and_the_refusal_says_why() -> None:
    with pytest.raises(BadFact, match="costs are owed under a court's order"):
        due(reserved=["court_cost"])


def test_an_award_for_one_day_counts_whole_on_that_day() -> None:
    one = AwaitedBenefit("universal_credit", 700, ON, ON, ON)
    assert due(line("rent", 5000), awaited=[one]).technical.value == 700


def test_each_line_gives_its_own_reason() -> None:
    told = due(line("rent", 50000), line("service_charge", 1200), line("heating", 300), reserved=("heating",))
    reasons = {step.text.partition(": ")[0]: step.text.partition(": ")[2] for step in told.due.steps[:-1]}
    assert reasons == {
        "Rent £500.00, counted": RENT_LINES["rent"].why,
        "Heating or water sold with the home £3.00, counted": "the tenancy agreement reserves it as rent",
    }
    (left,) = told.left_out.steps
    assert left.text == f"Service charge £12.00, left out: {RENT_LINES['service_charge'].why}"


def test_an_account_in_credit_when_breathing_space_began_has_nothing_frozen() -> None:
    found = due(line("payment", -1, date(2026, 11, 1)), line("rent", 500, date(2026, 11, 10)), frozen_from=ON)
    assert found.frozen.value == 499
    credit = due(line("payment", -1, date(2026, 11, 1)), line("rent", 500, ON), frozen_from=date(2026, 11, 10))
    assert (credit.frozen.value, credit.outside_frozen.value) == (0, 499)


def test_a_credit_of_a_penny_is_a_credit_and_never_a_debt() -> None:
    assert "in credit by £0.01" in due(line("payment", -1)).due.sentence()
    assert due(line("payment", -1, towards="sundry")).left_out.value == 0


def test_the_kinds_that_count_are_rent_what_is_reserved_and_what_is_paid() -> None:
    credits = {"payment", "housing_benefit", "universal_credit", "adjustment"}
    assert rent_kinds(()) == {"rent", *credits}
    assert rent_kinds(("service_charge", "heating")) == {"rent", "service_charge", "heating", *credits}
    with pytest.raises(BadFact, match="cannot make 'court_cost' rent"):
        rent_kinds(("court_cost",))


def test_benefit_expected_today_is_told_with_its_day() -> None:
    told = due(line("rent", 50000), awaited=[uc(expected=ON)]).technical
    assert "expected on Friday 20 November 2026" in told.steps[0].text
