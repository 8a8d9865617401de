"""The rent account as the law reads it."""

from datetime import date

from cases.account import position, receipts, running
from cases.facts import Posting


def line(day: int, kind: str, due: int = 0, paid: int = 0) -> Posting:
    """A line in March 2026."""
    return Posting(on=date(2026, 3, day), kind=kind, due_pence=due, paid_pence=paid)


ACCOUNT = (
    line(2, "rent", due=10_000),
    line(2, "service_charge", due=500),
    line(3, "payment", paid=4_000),
    line(4, "court_cost", due=40_400),
    line(9, "rent", due=10_000),
    line(10, "adjustment", paid=300),
    line(11, "court_cost", paid=400),
    line(12, "payment", paid=2_000),
)


def test_court_costs_are_kept_apart_from_rent() -> None:
    stands = position(ACCOUNT, date(2026, 3, 31))
    assert stands.rent_arrears_pence == 14_200
    assert stands.court_costs_pence == 40_000


def test_the_position_is_at_the_end_of_the_day_asked_for() -> None:
    assert position(ACCOUNT, date(2026, 3, 2)).rent_arrears_pence == 10_500
    assert position(ACCOUNT, date(2026, 3, 1)).rent_arrears_pence == 0


def test_the_last_payment_is_told() -> None:
    stands = position(ACCOUNT, date(2026, 3, 11))
    assert (stands.last_payment_on, stands.last_payment_pence) == (date(2026, 3, 3), 4_000)


def test_a_running_balance_brings_earlier_lines_forward() -> None:
    rows = running(ACCOUNT, date(2026, 3, 9), date(2026, 3, 12))
    assert [(r.on.day, r.balance_pence) for r in rows] == [(9, 16_500), (10, 16_200), (12, 14_200)]


def test_receipts_are_payments_after_a_day() -> None:
    assert receipts(ACCOUNT, date(2026, 3, 3), date(2026, 3, 12)) == [(date(2026, 3, 12), 2_000)]
