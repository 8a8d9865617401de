"""Court fees by the day of payment, from a dated table. A gap is said, never filled with an older figure."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from law.checks import need_date, need_one_of, need_pence
from law.data import table
from law.explained import Confidence, Explained, Step, long_date, pounds
from law.rules import explain

FeeKind = Literal[
    "claim", "claim_pcol", "warrant", "application_notice", "application_consent", "suspend_warrant", "writ_seal"
]


@dataclass(frozen=True)
class FeeRow:
    """A fee in pence from a day on; `pence` is None where no figure was found; `start` None for the oldest row."""

    kind: str
    title: str
    start: date | None
    pence: int | None
    source: str
    confidence: Confidence


_FILE = table("fees.toml")
TABLE_VERSION: str = f"fees {_FILE['version']}"
FEES: dict[str, tuple[FeeRow, ...]] = {
    kind: tuple(
        FeeRow(kind, part["title"], row.get("from"), row.get("pence"), row["source"], Confidence(row["confidence"]))
        for row in part["rows"]
    )
    for kind, part in _FILE["fees"].items()
}


def fee(kind: FeeKind, on: date) -> Explained[int | None]:
    """The court fee in pence on the day; None where the table has no figure for that day ('to be confirmed')."""
    need_one_of("kind", kind, tuple(FEES))
    need_date("on", on)
    row = [each for each in FEES[kind] if each.start is None or each.start <= on][-1]
    since = f"From {long_date(row.start)}" if row.start else "Before the first change we hold"
    said = f"the fee is {pounds(row.pence)}" if row.pence is not None else "no figure was found: to be confirmed"
    return explain(
        "fee",
        row.pence,
        f"{row.title}, paid on {long_date(on)}",
        Step(f"{since}, {said}", row.source, row.start),
        confidence=row.confidence,
        unit="pence",
    )


ADJOURNMENT_FREE_DAYS = 14


def adjournment_fee(on: date, hearing: date, agreed: bool) -> Explained[int | None]:
    """The fee in pence to adjourn: nothing by consent 14 days ahead, else the consent or on-notice fee of the day."""
    if agreed and (need_date("hearing", hearing) - need_date("on", on)).days >= ADJOURNMENT_FREE_DAYS:
        step = Step("By consent and at least 14 days ahead it costs nothing", "HMCTS digital service")
        return explain("adjournment_fee", 0, f"Hearing on {long_date(hearing)}", step, unit="pence")
    return fee("application_consent" if agreed else "application_notice", on)


# Money claims by the sum claimed (pence): (up to, fee); above the last fixed band 5%, above £200,000 a fixed sum.
MONEY_CLAIM_BANDS = (
    (30000, 3500),
    (50000, 5000),
    (100000, 7000),
    (150000, 8000),
    (300000, 11500),
    (500000, 20500),
    (1000000, 45500),
)
_TOP_FEE = 1000000


def money_claim_fee(sum_pence: int) -> Explained[int]:
    """The issue fee in pence for a money claim of that many pence (former-tenant debt). Scale to be confirmed."""
    need_pence("sum_pence", sum_pence, 1)
    bands = [fee_ for limit, fee_ in MONEY_CLAIM_BANDS if sum_pence <= limit]
    five_per_cent = -(-sum_pence * 5 // 100)
    value = bands[0] if bands else min(five_per_cent, _TOP_FEE)
    step = Step(f"The band that holds {pounds(sum_pence)} asks {pounds(value)}", "Civil Proceedings Fees Order 2008")
    return explain("fee", value, f"Money claim for {pounds(sum_pence)}", step, confidence=Confidence.C, unit="pence")
