"""Claims for money only: the times of the Debt Protocol and of the claim, limitation, ways to enforce. By hand."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law import debt
from law.errors import BadFact, NotPence, OutsideTables
from law.explained import Confidence, Explained

DAY = timedelta(days=1)
Count = Callable[[date], Explained[date]]


@pytest.mark.parametrize(
    ("count", "start", "wanted"),
    [
        (debt.reply_by, date(2026, 12, 1), date(2026, 12, 31)),
        (debt.documents_due, date(2027, 1, 31), date(2027, 3, 2)),
        (debt.issue_after_reply, date(2026, 12, 1), date(2027, 1, 1)),
        (debt.issue_after_documents, date(2028, 2, 1), date(2028, 3, 3)),
        (debt.issue_after_intention, date(2026, 12, 1), date(2026, 12, 16)),
        (debt.response_due, date(2026, 12, 10), date(2026, 12, 24)),
        (debt.response_due, date(2026, 12, 11), date(2026, 12, 29)),  # Christmas, a weekend, a substitute day
        (debt.response_due, date(2026, 12, 14), date(2026, 12, 29)),
        (debt.defence_due, date(2026, 11, 27), date(2026, 12, 29)),
        (debt.defence_due, date(2026, 12, 11), date(2027, 1, 8)),
        (debt.stayed_from, date(2026, 8, 31), date(2027, 2, 28)),
        (debt.serve_by, date(2026, 10, 30), date(2027, 2, 28)),
        (debt.serve_by, date(2026, 11, 30), date(2027, 3, 30)),
    ],
)
def test_each_time_of_a_money_claim(count: Count, start: date, wanted: date) -> None:
    told = count(start)
    assert told.value == wanted
    assert told.steps[-1].on == wanted


def test_a_day_to_issue_is_after_the_days_that_must_pass() -> None:
    told = debt.issue_after_intention(date(2026, 12, 1))
    assert [step.on for step in told.steps] == [date(2026, 12, 15), date(2026, 12, 16)]


def test_a_shut_court_office_is_told_as_a_step_of_its_own() -> None:
    moved, kept = debt.response_due(date(2026, 12, 11)), debt.response_due(date(2026, 12, 10))
    assert [step.on for step in moved.steps] == [date(2026, 12, 25), date(2026, 12, 29)]
    assert "Christmas Day" in moved.sentence()
    assert len(kept.steps) == 1


@pytest.mark.parametrize(
    "count",
    [
        debt.reply_by,
        debt.documents_due,
        debt.issue_after_reply,
        debt.issue_after_documents,
        debt.issue_after_intention,
    ],
)
def test_the_debt_protocol_is_not_told_before_october_2017(count: Count) -> None:
    assert count(date(2017, 10, 1)).confidence is Confidence.C
    with pytest.raises(OutsideTables):
        count(date(2017, 9, 30))


DUE = date(2020, 11, 2)


def test_rent_can_be_sued_for_during_six_years() -> None:
    told = debt.last_day_to_sue(DUE, "rent")
    assert told.value == date(2026, 11, 2)
    assert told.steps[0].authority == "Limitation Act 1980 s.19"
    assert told.trigger == "Rent due on Monday 2 November 2020"
    assert debt.last_day_to_sue(DUE, "other").trigger == "Sum due on Monday 2 November 2020"
    assert debt.last_day_to_sue(DUE, "other").steps[0].authority == "Limitation Act 1980 s.5"


def test_an_acknowledgement_begins_the_six_years_again_while_they_run() -> None:
    assert debt.last_day_to_sue(DUE, "rent", [date(2023, 5, 4)]).value == date(2029, 5, 4)
    assert debt.last_day_to_sue(DUE, "rent", [date(2026, 11, 2)]).value == date(2032, 11, 2)
    assert debt.last_day_to_sue(DUE, "rent", [date(2026, 11, 3)]).value == date(2026, 11, 2)
    assert len(debt.last_day_to_sue(DUE, "rent", [DUE]).steps) == 1
    twice = [date(2028, 1, 31), date(2023, 5, 4)]
    assert debt.last_day_to_sue(DUE, "other", twice).value == date(2034, 1, 31)


def test_a_part_payment_begins_them_again_but_not_for_rent() -> None:
    paid = [date(2024, 2, 29)]
    assert debt.last_day_to_sue(DUE, "other", part_paid=paid).value == date(2030, 2, 28)
    assert debt.last_day_to_sue(DUE, "rent", part_paid=paid).value == date(2026, 11, 2)


@pytest.mark.parametrize(
    ("space", "wanted"),
    [
        ((date(2026, 9, 4), date(2026, 11, 2)), date(2026, 12, 27)),
        ((date(2026, 11, 2), date(2026, 12, 31)), date(2027, 2, 24)),
        ((date(2026, 8, 1), date(2026, 9, 29)), date(2026, 11, 23)),  # over, and its eight weeks are not
        ((date(2026, 6, 1), date(2026, 7, 30)), date(2026, 11, 2)),
        ((date(2026, 11, 3), date(2027, 1, 1)), date(2026, 11, 2)),
    ],
)
def test_a_moratorium_gives_eight_weeks_from_its_end(space: tuple[date, date], wanted: date) -> None:
    told = debt.last_day_to_sue(DUE, "rent", moratorium=space)
    assert told.value == wanted
    assert told.steps[-1].on == wanted
    assert len(told.steps) == (1 if wanted == date(2026, 11, 2) else 2)


def test_a_sum_is_of_one_kind_or_the_other() -> None:
    with pytest.raises(BadFact):
        debt.last_day_to_sue(DUE, "fines")  # type: ignore[arg-type]
    with pytest.raises(BadFact):
        debt.last_day_to_sue(DUE, "rent", moratorium=(date(2026, 9, 4), date(2026, 9, 3)))


def test_payments_clear_the_oldest_sums_first() -> None:
    monday = date(2026, 1, 5)
    charges = [(monday + 7 * DAY, 500), (monday, 500), (monday + 14 * DAY, 500)]
    assert debt.unpaid(charges, 0) == [(monday, 500), (monday + 7 * DAY, 500), (monday + 14 * DAY, 500)]
    assert debt.unpaid(charges, 501) == [(monday + 7 * DAY, 499), (monday + 14 * DAY, 500)]
    assert debt.unpaid(charges, 1000) == [(monday + 14 * DAY, 500)]
    assert debt.unpaid(charges, 1500) == []
    assert debt.unpaid(charges, -1) == debt.unpaid(charges, 0)
    assert debt.unpaid([*charges, (monday + DAY, 0), (monday + DAY, -501)], 0) == debt.unpaid(charges, 501)
    with pytest.raises(NotPence):
        debt.unpaid([(monday, 5.0)], 0)  # type: ignore[list-item]


@given(st.lists(st.integers(-900, 900), max_size=9), st.integers(0, 3000))
def test_what_is_left_is_all_that_was_charged_less_all_that_came(sums: list[int], received: int) -> None:
    charges = [(date(2026, 1, 5) + n * DAY, pence) for n, pence in enumerate(sums)]
    assert sum(pence for _, pence in debt.unpaid(charges, received)) == max(0, sum(sums) - received)


def test_some_ways_to_enforce_have_limits() -> None:
    assert debt.enforcement_problem("attachment_of_earnings", 5000) is None
    assert (
        debt.enforcement_problem("attachment_of_earnings", 4999) == "Attachment of earnings needs at least £50.00 owed."
    )
    assert debt.enforcement_problem("warrant_of_control", 500_000) is None
    assert "goes up to £5,000.00 owed" in str(debt.enforcement_problem("warrant_of_control", 500_001))
    assert debt.enforcement_problem("charging_order", 1) is None
    with pytest.raises(BadFact):
        debt.enforcement_problem("distress", 5000)


def test_every_way_to_enforce_has_its_form() -> None:
    assert {code: way.form for code, way in debt.ENFORCEMENTS.items()} == {
        "attachment_of_earnings": "N337",
        "warrant_of_control": "N323",
        "third_party_debt": "N349",
        "charging_order": "N379",
        "information_order": "N316",
    }
