"""The rent account read as the law reads it: rent lawfully due, and apart from it what is not rent. Sums in pence.

Which lines are rent is law's table (`law.rent_lines`); the tenancy says whether its service charge is reserved as rent.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Protocol

from cases.base import Pence, Value
from cases.facts import Posting
from law.explained import pounds
from law.rent_lines import rent_kinds

COURT_COST = "court_cost"
SERVICE_CHARGE = "service_charge"


class Home(Protocol):
    """A tenancy, so far as its account needs it."""

    @property
    def service_charge_is_rent(self) -> bool:
        """Whether the agreement reserves the service charge as rent."""


class AccountPosition(Value):
    """Where an account stands at the end of a day. Arrears are positive, a credit negative.

    `other_charges_pence` are charges that are neither rent nor court costs: a service charge not reserved as rent.
    """

    rent_arrears_pence: Pence
    court_costs_pence: Pence
    last_payment_on: date | None = None
    last_payment_pence: Pence = 0
    other_charges_pence: Pence = 0


class AccountRow(Value):
    """A line of the account with the rent arrears after it."""

    on: date
    kind: str
    due_pence: Pence
    paid_pence: Pence
    source: str
    narrative: str
    balance_pence: Pence


def told(pence: int) -> str:
    """A balance as people read it: what is owed, or how far it is in credit."""
    return pounds(pence) if pence >= 0 else f"a credit of {pounds(-pence)}"


def reserved(home: Home) -> tuple[str, ...]:
    """The kinds of line that the agreement reserves as rent."""
    return (SERVICE_CHARGE,) if home.service_charge_is_rent else ()


def rent_lines(postings: Iterable[Posting], home: Home) -> list[Posting]:
    """The lines that count towards rent lawfully due."""
    kinds = rent_kinds(reserved(home))
    return [line for line in postings if line.kind in kinds]


def owed_pence(postings: Iterable[Posting], on: date) -> int:
    """All that the account owes at the end of a day, rent or not, court costs apart."""
    return sum(line.due_pence - line.paid_pence for line in postings if line.kind != COURT_COST and line.on <= on)


def position(postings: Iterable[Posting], on: date, home: Home) -> AccountPosition:
    """The account at the end of a day; court costs posted to it are never rent lawfully due."""
    kinds = rent_kinds(reserved(home))
    rent = costs = other = last_pence = 0
    last_on: date | None = None
    for line in postings:
        if line.on > on:
            continue
        if line.kind == COURT_COST:
            costs += line.due_pence - line.paid_pence
            continue
        if line.kind not in kinds:
            other += line.due_pence - line.paid_pence
            continue
        rent += line.due_pence - line.paid_pence
        if line.kind == "payment" and line.paid_pence > 0 and (last_on is None or line.on >= last_on):
            last_on, last_pence = line.on, line.paid_pence
    return AccountPosition(
        rent_arrears_pence=rent,
        court_costs_pence=costs,
        last_payment_on=last_on,
        last_payment_pence=last_pence,
        other_charges_pence=other,
    )


def by_day(postings: Iterable[Posting], to: date, home: Home) -> Iterator[tuple[date, int, int]]:
    """Each day of a posting up to a day, in order, with the rent arrears and the court costs at its end, in pence."""
    kinds = rent_kinds(reserved(home))
    rent = costs = 0
    lines = sorted((p for p in postings if p.on <= to), key=lambda p: p.on)
    for on, of_the_day in groupby(lines, key=lambda p: p.on):
        for line in of_the_day:
            owed = line.due_pence - line.paid_pence
            if line.kind == COURT_COST:
                costs += owed
            elif line.kind in kinds:
                rent += owed
        yield on, rent, costs


def running(postings: Iterable[Posting], from_: date, to: date, home: Home) -> tuple[AccountRow, ...]:
    """The rent lines from a day to a day, both included, each with the arrears after it."""
    return _balanced(rent_lines(postings, home), from_, to)


def whole(postings: Iterable[Posting], to: date) -> tuple[AccountRow, ...]:
    """Every line up to a day, rent or not, court costs apart, each with what is owed after it."""
    return _balanced([line for line in postings if line.kind != COURT_COST], date.min, to)


def _balanced(lines: Iterable[Posting], from_: date, to: date) -> tuple[AccountRow, ...]:
    rows: list[AccountRow] = []
    balance = 0
    for line in sorted((p for p in lines if p.on <= to), key=lambda p: p.on):
        balance += line.due_pence - line.paid_pence
        if line.on >= from_:
            rows.append(
                AccountRow(
                    on=line.on,
                    kind=line.kind,
                    due_pence=line.due_pence,
                    paid_pence=line.paid_pence,
                    source=line.source,
                    narrative=line.narrative,
                    balance_pence=balance,
                )
            )
    return tuple(rows)


def receipts(postings: Sequence[Posting], after: date, to: date) -> list[tuple[date, int]]:
    """Payments received after a day and up to another, as (day, pence) in order; a reversal is negative."""
    return sorted((p.on, p.paid_pence) for p in postings if p.kind == "payment" and p.paid_pence and after < p.on <= to)
