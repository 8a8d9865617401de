"""What each column of the export may hold. A rule reads a cell, or says what is wrong and what would mend it.

Messages never repeat the cell: it may be a name, an address or a note.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from store.tables.housing import PARTIES

OCCUPANCIES = (
    "secure",
    "assured",
    "assured_shorthold",
    "assured_market",
    "demoted",
    "flexible",
    "introductory",
    "non_secure_ta",
    "licence_ta",
    "interim_ta",
    "garage",
    "unauthorised",
    "death_no_successor",
    "former_tenant",
    "sundry_debt",
)
LONG_LEASES = ("long_lease", "leasehold", "shared_ownership")
UNITS = ("week", "fortnight", "four_week", "month", "quarter", "year")
KINDS = ("rent", "service_charge", "payment", "adjustment", "court_cost")
ROLES = (*PARTIES, "occupant", "guarantor", "contact")
DUTIES = ("", "s.188", "s.190(2)", "s.193", "s.195", "s.200(1)", "s.204(4)")

ELSEWHERE = {
    "wales": (
        "The dwelling is in Wales: occupation contracts are ended by the law of Wales, which Due Course does not know.",
        "Renting Homes (Wales) Act 2016",
    ),
    "scotland": (
        "The dwelling is in Scotland, which has its own law of tenancies.",
        "Housing (Scotland) Act 2001",
    ),
    "northern ireland": (
        "The dwelling is in Northern Ireland, which has its own law of tenancies.",
        "Housing (NI) Order 1983",
    ),
}
LONG_LEASE = (
    "Long leases are ended by forfeiture, which Due Course does not do.",
    "Housing Act 1985 s.115; Commonhold and Leasehold Reform Act 2002 s.168",
)


class Wrong(Exception):
    """A cell breaks its rule. Carries (rule, mend)."""

    def __init__(self, rule: str, mend: str) -> None:
        super().__init__(rule)
        self.rule = rule
        self.mend = mend


Read = Callable[[str], Any]


@dataclass(frozen=True)
class Column:
    """A column of a file: how a cell is read, and whether the column may be missing."""

    read: Read
    required: bool = True


_REF = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
_PENCE = re.compile(r"-?\d{1,9}")


def reference(cell: str) -> str:
    if not _REF.fullmatch(cell):
        raise Wrong(
            "a tenancy reference is up to 40 letters, digits, dots, hyphens and underscores",
            "write other characters, such as a slash, as a hyphen, in all three files",
        )
    return cell


def words(cell: str) -> str:
    if not cell:
        raise Wrong("must not be empty", "fill it in, in the housing system or in the file")
    return optional(cell)


def optional(cell: str) -> str:
    if "\x00" in cell:
        raise Wrong("holds a NUL character", "export the file again as text")
    return cell


def one_of(*allowed: str) -> Read:
    def read(cell: str) -> str:
        if cell not in allowed:
            raise Wrong(f"must be one of: {', '.join(allowed)}", "use one of these words, in small letters")
        return cell

    return read


def yes_no(cell: str) -> bool:
    if cell.lower() not in ("true", "false"):
        raise Wrong("must be true or false", "write true or false")
    return cell.lower() == "true"


def yes_or_empty(cell: str) -> bool:
    return yes_no(cell) if cell else False


def day(cell: str) -> date:
    try:
        found = date.fromisoformat(cell)
    except ValueError:
        found = date.min
    if not (len(cell) == 10 and 1880 <= found.year <= 2199):
        raise Wrong("must be a date such as 2026-11-20", "write year, month and day with hyphens")
    return found


def day_or_none(cell: str) -> date | None:
    return day(cell) if cell else None


def pence(cell: str) -> int:
    if not _PENCE.fullmatch(cell):
        raise Wrong("must be a whole number of pence", "write 123.45 pounds as 12345, without signs or commas")
    return int(cell)


def charge(cell: str) -> int:
    found = pence(cell)
    if found < 0:
        raise Wrong("a charge is not negative", "put a credit in the postings, not in the tenancy")
    return found


def weeks(cell: str) -> int | None:
    if not cell:
        return None
    if not (cell.isascii() and cell.isdigit() and 1 <= int(cell) <= 53):
        raise Wrong("must be empty or a number of weeks from 1 to 53", "write 48, 50 or 52, or leave it empty")
    return int(cell)


def email(cell: str) -> str:
    if cell and ("@" not in cell or " " in cell):
        raise Wrong("must be empty or an e-mail address", "mend the address or leave it empty")
    return optional(cell)


TENANCIES: Mapping[str, Column] = {
    "tenancy_ref": Column(reference),
    "occupancy_type": Column(one_of(*OCCUPANCIES, *LONG_LEASES)),
    "is_social_housing": Column(yes_no),
    "landlord": Column(words),
    "address_line_1": Column(words),
    "town": Column(words),
    "postcode": Column(words),
    "country": Column(words),
    "start_date": Column(day),
    "fixed_term_end": Column(day_or_none),
    "period_unit": Column(one_of(*UNITS)),
    "period_anchor": Column(day),
    "weeks_charged_a_year": Column(weeks),
    "rent_pence": Column(charge),
    "service_charge_pence": Column(charge),
    "patch": Column(optional, required=False),
    "officer": Column(optional, required=False),
    "end_date": Column(day_or_none, required=False),
    "duty": Column(one_of(*DUTIES), required=False),
    "demoted_on": Column(day_or_none, required=False),
    "trial_extended": Column(yes_or_empty, required=False),
    "first_tenancy_start": Column(day_or_none, required=False),
    "died_on": Column(day_or_none, required=False),
    "right_to_buy_claimed_on": Column(day_or_none, required=False),
}
PEOPLE: Mapping[str, Column] = {
    "tenancy_ref": Column(reference),
    "role": Column(one_of(*ROLES)),
    "title": Column(optional, required=False),
    "first_name": Column(optional),
    "last_name": Column(words),
    "date_of_birth": Column(day_or_none, required=False),
    "email": Column(email, required=False),
    "phone": Column(optional, required=False),
    "preferred_contact": Column(optional, required=False),
    "vulnerability_note": Column(optional, required=False),
    "interpreter_language": Column(optional, required=False),
    "benefit": Column(optional, required=False),
}
POSTINGS: Mapping[str, Column] = {
    "tenancy_ref": Column(reference),
    "posted_on": Column(day),
    "kind": Column(one_of(*KINDS)),
    "due_pence": Column(pence),
    "paid_pence": Column(pence),
    "source": Column(optional, required=False),
    "narrative": Column(optional, required=False),
}


def tenancy_dates(row: Mapping[str, Any]) -> tuple[str, Wrong] | None:
    """The field and fault of a tenancy whose dates contradict each other."""
    for name in ("fixed_term_end", "end_date"):
        if row[name] is not None and row[name] < row["start_date"]:
            return name, Wrong("must not be before start_date", "mend whichever of the two dates is wrong")
    return None


def not_for_us(row: Mapping[str, Any]) -> tuple[str, str] | None:
    """Reason and authority, if the dwelling is outside England or the interest is a long lease; raises Wrong."""
    country = str(row["country"]).casefold()
    if country in ELSEWHERE:
        return ELSEWHERE[country]
    if country != "england":
        raise Wrong("must be a country of the United Kingdom", "write England, Wales, Scotland or Northern Ireland")
    return LONG_LEASE if row["occupancy_type"] in LONG_LEASES else None
