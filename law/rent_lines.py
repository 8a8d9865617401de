"""The kinds of line on a rent account: which of them are rent lawfully due, which are not, and why."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from law.checks import need_one_of
from law.data import table
from law.errors import BadFact
from law.explained import Confidence

Counts = Literal["always", "if reserved", "never", "credit"]


@dataclass(frozen=True)
class RentLineKind:
    """One kind of line on a rent account, and whether it is rent lawfully due from the tenant."""

    code: str
    title: str
    counts: Counts
    why: str
    authority: str
    confidence: Confidence


_FILE = table("rent_lines.toml")
TABLE_VERSION: str = f"rent lines {_FILE['version']}"
RENT_LINES: dict[str, RentLineKind] = {
    row["code"]: RentLineKind(**{**row, "confidence": Confidence(row["confidence"])}) for row in _FILE["kinds"]
}
CHARGES = tuple(code for code, row in RENT_LINES.items() if row.counts != "credit")


@dataclass(frozen=True)
class AccountLine:
    """One line of the account: its day, its kind (a code of `RENT_LINES`) and what it adds to the balance in pence.

    A charge is positive, a payment negative, either reversed the other way. `towards` is the kind of charge that a
    payment or adjustment was made for.
    """

    on: date
    kind: str
    pence: int
    towards: str = "rent"


def is_rent(line: AccountLine, reserved: Collection[str]) -> bool:
    """Whether the line counts as rent where the agreement reserves those kinds: a credit does as its charge does."""
    code = line.towards if RENT_LINES[line.kind].counts == "credit" else line.kind
    return RENT_LINES[code].counts == "always" or code in reserved


@lru_cache(maxsize=64)
def rent_kinds(reserved: tuple[str, ...]) -> frozenset[str]:
    """The kinds that count as rent where the agreement reserves those, with the credits, each taken as paid to rent.

    Raises BadFact for a kind that no agreement can make rent.
    """
    for code in reserved:
        need_reservable(code)
    return frozenset(code for code, row in RENT_LINES.items() if row.counts in ("always", "credit") or code in reserved)


def need_reservable(code: str) -> str:
    """The kind, if an agreement can reserve it as rent. Raises BadFact."""
    need_one_of("reserved", code, tuple(RENT_LINES))
    row = RENT_LINES[code]
    if row.counts != "if reserved":
        raise BadFact(
            "reserved",
            f"An agreement cannot make '{code}' rent: {row.why}.",
            "Name only kinds that depend on the agreement.",
        )
    return code
