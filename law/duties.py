"""Fairness checks with the stages they guard, and what each insolvency leaves open."""

from dataclasses import dataclass
from typing import Literal, get_args

from law.checks import need_one_of
from law.data import table
from law.explained import Confidence

Stage = Literal["notice", "claim", "hearing", "warrant"]


@dataclass(frozen=True)
class FairnessCheck:
    """A decision to make and log, with its date and author, before each of the `gates`."""

    code: str
    title: str
    authority: str
    gates: tuple[Stage, ...]
    confidence: Confidence


@dataclass(frozen=True)
class InsolvencyEffect:
    """What an insolvency leaves open to the landlord and what it bars."""

    code: str
    title: str
    leaves_open: str
    bars: str
    authority: str
    confidence: Confidence


_FILE = table("duties.toml")
TABLE_VERSION: str = f"duties {_FILE['version']}"
FAIRNESS: dict[str, FairnessCheck] = {
    row["code"]: FairnessCheck(
        row["code"], row["title"], row["authority"], tuple(row["gates"]), Confidence(row["confidence"])
    )
    for row in _FILE["fairness"]
}
INSOLVENCY: dict[str, InsolvencyEffect] = {
    row["code"]: InsolvencyEffect(**{**row, "confidence": Confidence(row["confidence"])}) for row in _FILE["insolvency"]
}


def fairness_checks(before: Stage) -> tuple[FairnessCheck, ...]:
    """The checks to run before that stage, in the table's order. Raises BadFact for an unknown stage."""
    need_one_of("before", before, get_args(Stage))
    return tuple(check for check in FAIRNESS.values() if before in check.gates)
