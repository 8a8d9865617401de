"""The rent account as the law reads it."""

from datetime import date

import pytest

from cases import tenancy as tenancies
from cases.account import owed_pence, position, receipts, running
from cases.facts import Posting
from law.rent_due import rent_due
from law.rent_lines import RENT_LINES, AccountLine
from tests.cases.road import SECURE

APART = SECURE.model_copy(update={"service_charge_is_rent": False, "service_charge_pence": 500})


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
    stands = position(ACCOUNT, date(2026, 3, 31), SECURE)
    assert stands.rent_arrears_pence == 14_200
    assert stands.court_costs_pence == 40_000


def test_the_position_is_at_the_end_of_the_day_asked_for() -> None:
    assert position(ACCOUNT, date(2026, 3, 2), SECURE).rent_arrears_pence == 10_500
    assert position(ACCOUNT, date(2026, 3, 1), SECURE).rent_arrears_pence == 0


def test_the_last_payment_is_told() -> None:
    stands = position(ACCOUNT, date(2026, 3, 11), SECURE)
    assert (stands.last_payment_on, stands.last_payment_pence) == (date(2026, 3, 3), 4_000)


def test_a_running_balance_brings_earlier_lines_forward() -> None:
    rows = running(ACCOUNT, date(2026, 3, 9), date(2026, 3, 12), SECURE)
    assert [(r.on.day, r.balance_pence) for r in rows] == [(9, 16_500), (10, 16_200), (12, 14_200)]


def test_receipts_are_payments_after_a_day() -> None:
    assert receipts(ACCOUNT, date(2026, 3, 3), date(2026, 3, 12)) == [(date(2026, 3, 12), 2_000)]


def test_a_service_charge_that_is_not_reserved_as_rent_is_kept_apart_from_the_arrears() -> None:
    stands = position(ACCOUNT, date(2026, 3, 31), APART)
    assert (stands.rent_arrears_pence, stands.other_charges_pence, stands.court_costs_pence) == (13_700, 500, 40_000)
    assert position(ACCOUNT, date(2026, 3, 31), SECURE).other_charges_pence == 0
    rows = running(ACCOUNT, date(2026, 3, 1), date(2026, 3, 31), APART)
    assert "service_charge" not in {row.kind for row in rows}
    assert rows[-1].balance_pence == stands.rent_arrears_pence
    assert tenancies.rent_charged(APART, ACCOUNT, date(2026, 3, 2))[0] == (date(2026, 3, 2), 10_000)


def test_ground_8_leaves_out_a_service_charge_that_is_not_rent() -> None:
    account = (line(2, "rent", due=95_900), line(2, "service_charge", due=100))
    assert tenancies.short_of_ground8(SECURE, account, date(2026, 3, 31)) is None
    assert "£959.00 counts" in str(tenancies.short_of_ground8(APART, account, date(2026, 3, 31)))


def test_what_is_owed_is_rent_or_not() -> None:
    assert owed_pence(ACCOUNT, date(2026, 3, 31)) == 14_200
    assert owed_pence(ACCOUNT, date(2026, 3, 2)) == 10_500


@pytest.mark.parametrize("home", [SECURE, APART])
@pytest.mark.parametrize("kind", RENT_LINES)
def test_the_account_says_what_law_says_of_every_kind_of_line(home: tenancies.TenancyFacts, kind: str) -> None:
    lines = (line(2, "rent", due=10_000), line(3, kind, due=700))
    told = rent_due(
        [AccountLine(each.on, each.kind, each.due_pence) for each in lines],
        date(2026, 3, 31),
        reserved=("service_charge",) if home.service_charge_is_rent else (),
    )
    stands = position(lines, date(2026, 3, 31), home)
    assert stands.rent_arrears_pence == told.due.value
    assert stands.other_charges_pence + stands.court_costs_pence == told.left_out.value
