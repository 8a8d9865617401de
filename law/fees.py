"""Court fees by the day of payment, from a dated table. A gap is said, never filled with an older figure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal, TypeVar

from law.checks import need_date, need_one_of, need_pence
from law.data import table
from law.errors import OutsideTables
from law.explained import Confidence, Explained, Held, Step, long_date, pounds
from law.rules import explain

T = TypeVar("T")

FeeKind = Literal[
    "claim", "claim_pcol", "warrant", "application_notice", "application_consent", "suspend_warrant", "writ_seal"
]


@dataclass(frozen=True)
class FeeRow:
    """A fee in pence from one day to another, both included.

    `pence` is None where no figure was found, `start` where the row is older than the first change we hold, `ends`
    while it is in force.
    """

    kind: str
    title: str
    start: date | None
    ends: date | None
    pence: int | None
    source: str
    confidence: Confidence


@dataclass(frozen=True)
class CostRow:
    """One fixed sum of costs in pence, and the day it is vouched for from."""

    code: str
    title: str
    start: date
    pence: int
    source: str
    confidence: Confidence


_FILE = table("fees.toml")
TABLE_VERSION: str = f"fees {_FILE['version']}"
TABLE_BEGINS: date = _FILE["begins"]


def _rows(kind: str, part: dict[str, Any]) -> Iterator[FeeRow]:
    ends = [row["from"] - timedelta(days=1) for row in part["rows"][1:]]
    for row, last in zip(part["rows"], [*ends, None], strict=True):
        mark = Confidence(row["confidence"])
        yield FeeRow(kind, part["title"], row.get("from"), last, row.get("pence"), row["source"], mark)


FEES: dict[str, tuple[FeeRow, ...]] = {kind: tuple(_rows(kind, part)) for kind, part in _FILE["fees"].items()}
COSTS: dict[str, CostRow] = {
    code: CostRow(code, row["title"], row["from"], row["pence"], row["source"], Confidence(row["confidence"]))
    for code, row in _FILE["costs"].items()
}


def _from_row(told: Explained[T], begins: date, ends: date | None, source: str, mark: Confidence) -> Explained[T]:
    """The answer with the table's row as what stands, and the table's version."""
    version = f"{told.table_version}; {TABLE_VERSION}"
    return replace(told, held=Held(begins, ends, source, mark), table_version=version)


def fee(kind: FeeKind, on: date) -> Explained[int | None]:
    """The court fee in pence on the day; None where the table has no figure for that day ('to be confirmed').

    Raises OutsideTables for a day before the table begins.
    """
    need_one_of("kind", kind, tuple(FEES))
    if need_date("on", on) < TABLE_BEGINS:
        raise OutsideTables(
            "on", f"Court fees are held from {long_date(TABLE_BEGINS)} only.", "Look up the older fees order by hand."
        )
    row = [each for each in FEES[kind] if each.start is None or each.start <= on][-1]
    since = f"From {long_date(row.start)}" if row.start else "Before the first change we hold"
    said = f"the fee is {pounds(row.pence)}" if row.pence is not None else "no figure was found: to be confirmed"
    told = explain(
        "fee",
        row.pence,
        f"{row.title}, paid on {long_date(on)}",
        Step(f"{since}, {said}", row.source, row.start),
        confidence=row.confidence,
        unit="pence",
    )
    return _from_row(told, row.start or TABLE_BEGINS, row.ends, row.source, row.confidence)


ADJOURNMENT_FREE_DAYS = 14


def adjournment_fee(on: date, hearing: date, agreed: bool) -> Explained[int | None]:
    """The fee in pence to adjourn: nothing by consent 14 days ahead, else the consent or on-notice fee of the day."""
    left = (need_date("hearing", hearing) - need_date("on", on)).days
    if agreed and left >= ADJOURNMENT_FREE_DAYS:
        step = Step("By consent and at least 14 days ahead it costs nothing", "HMCTS digital service")
        return explain("adjournment_fee", 0, f"Hearing on {long_date(hearing)}", step, on=on, unit="pence")
    return fee("application_consent" if agreed else "application_notice", on)


_MONEY_CLAIM = _FILE["money_claim"]


def money_claim_fee(sum_pence: int, on: date | None = None) -> Explained[int]:
    """The issue fee in pence for a money claim of that many pence (former-tenant debt). Scale to be confirmed.

    Raises OutsideTables for a day before the scale is held.
    """
    need_pence("sum_pence", sum_pence, 1)
    begins: date = _MONEY_CLAIM["from"]
    if on is not None and need_date("on", on) < begins:
        raise OutsideTables("on", f"The scale is held from {long_date(begins)} only.", "Look up the older fees order.")
    bands: list[int] = [fee_ for limit, fee_ in _MONEY_CLAIM["bands"] if sum_pence <= limit]
    share = -(-sum_pence * _MONEY_CLAIM["per_cent"] // 100)
    value = bands[0] if bands else min(share, _MONEY_CLAIM["top"])
    step = Step(f"The band that holds {pounds(sum_pence)} asks {pounds(value)}", "Civil Proceedings Fees Order 2008")
    trigger = f"Money claim for {pounds(sum_pence)}"
    told = explain("fee", value, trigger, step, confidence=Confidence.C, unit="pence")
    return _from_row(told, begins, None, _MONEY_CLAIM["source"], Confidence.C)
