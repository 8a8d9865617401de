"""What may be taken from a tenant's benefit for rent arrears, by the rates of the day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from law.checks import need_date, need_one_of, need_pence
from law.data import table
from law.errors import OutsideTables
from law.explained import Confidence, Explained, Held, Step, long_date, pounds
from law.money import legacy_deduction, uc_deduction
from law.rules import explain, restate, rule_on

Household = Literal["single_under_25", "single_25_or_over", "couple_under_25", "couple_25_or_over"]
HOUSEHOLDS = ("single_under_25", "single_25_or_over", "couple_under_25", "couple_25_or_over")
LEAST_PER_CENT = 10
MOST_PER_CENT = 20
CAP_PER_CENT = 15
CAP_PER_CENT_BEFORE = 25

_FILE = table("benefits.toml")
TABLE_VERSION: str = f"benefits {_FILE['version']}"
STANDARD_ALLOWANCES: Sequence[dict[str, Any]] = _FILE["standard_allowances"]
LEGACY_ALLOWANCES: Sequence[dict[str, Any]] = _FILE["legacy_allowances"]


def _row(rows: Sequence[dict[str, Any]], on: date) -> dict[str, Any]:
    for row in rows:
        if row["from"] <= need_date("on", on) <= row["to"]:
            return row
    first, last = rows[0]["from"], rows[-1]["to"]
    raise OutsideTables(
        "on",
        f"Benefit rates are held from {long_date(first)} to {long_date(last)} only.",
        "Load the rates of that year.",
    )


def _told_from(told: Explained[int | None], row: dict[str, Any]) -> Explained[int | None]:
    held = Held(row["from"], row["to"], row["source"], Confidence(row["confidence"]))
    return replace(told, held=held, table_version=f"{told.table_version}; {TABLE_VERSION}")


def standard_allowance(household: Household, on: date) -> Explained[int | None]:
    """The Universal Credit standard allowance in pence a month on that day; None where no figure was found.

    Raises BadFact, OutsideTables.
    """
    need_one_of("household", household, HOUSEHOLDS)
    row = _row(STANDARD_ALLOWANCES, on)
    pence: int | None = row.get(household)
    said = "no figure was found" if pence is None else f"it is {pounds(pence)} a month"
    words = f"From {long_date(row['from'])} to {long_date(row['to'])} {said}"
    step = Step(words, row["source"])
    trigger = f"{household.replace('_', ' ').capitalize()}, on {long_date(on)}"
    mark = Confidence(row["confidence"])
    return _told_from(explain("standard_allowance", pence, trigger, step, on=on, confidence=mark, unit="pence"), row)


@dataclass(frozen=True)
class DeductionRange:
    """What the DWP may take a month for rent arrears, in pence: the least, the most, and the cap on all deductions."""

    least: Explained[int]
    most: Explained[int]
    cap: Explained[int]


def uc_deduction_range(standard_allowance_pence: int, on: date) -> DeductionRange:
    """The range of a Universal Credit deduction for rent: 10% to 20% of the standard allowance (SI 2013/380 Sch 6).

    All deductions together stop at 15% from 30 April 2025, before that at 25%. Raises NotPence, OutsideTables.
    """
    now = rule_on("uc_cap", need_date("on", on)).held.ends is None
    cap = CAP_PER_CENT if now else CAP_PER_CENT_BEFORE
    most_together = uc_deduction(standard_allowance_pence, cap).value
    least, most = (uc_deduction(standard_allowance_pence, n) for n in (LEAST_PER_CENT, MOST_PER_CENT))
    return DeductionRange(
        restate("uc_least", least, on=on),
        restate("uc_most", most, on=on),
        explain(
            "uc_cap",
            most_together,
            least.trigger,
            Step(f"All deductions together stop at {cap}%, {pounds(most_together)}", rule_on("uc_cap", on).authority),
            on=on,
            unit="pence",
        ),
    )


def legacy_deduction_on(on: date) -> Explained[int]:
    """The weekly deduction in pence from an older benefit at the rates of the day: 5%, up to the next 5p.

    Raises OutsideTables.
    """
    row = _row(LEGACY_ALLOWANCES, on)
    told = legacy_deduction(need_pence("pence", row["pence"]))
    year = Step(f"The allowance from {long_date(row['from'])} is {pounds(row['pence'])} a week", row["source"])
    held = Held(row["from"], row["to"], row["source"], Confidence(row["confidence"]))
    return replace(
        told,
        steps=(year, *told.steps),
        held=held,
        confidence=Confidence(row["confidence"]),
        table_version=_version(told),
    )


def _version(told: Explained[int]) -> str:
    return f"{told.table_version}; {TABLE_VERSION}"
