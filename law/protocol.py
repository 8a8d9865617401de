"""The Pre-Action Protocol for Possession Claims by Social Landlords, as steps that evidence can prove."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from law.checks import need_date, need_one_of
from law.data import table
from law.errors import BadFact, OutsideTables
from law.explained import Confidence, long_date


@dataclass(frozen=True)
class ProtocolStep:
    """One step: its paragraph, when it is due, what proves it, and the stage it guards.

    Part 2 is for claims on rent arrears alone, Part 3 for cases where the court must order possession.
    """

    code: str
    para: str
    title: str
    when: str
    evidence: str
    part: Literal[2, 3]
    before: Literal["notice", "claim", "hearing"]
    confidence: Confidence


_FILE = table("protocol.toml")
TABLE_VERSION: str = f"protocol {_FILE['version']}"
IN_FORCE_FROM: date = _FILE["from"]
SOURCE: str = _FILE["source"]
OLDER: dict[date, str] = {row["from"]: row["title"] for row in _FILE["older"]}
STEPS: tuple[ProtocolStep, ...] = tuple(
    ProtocolStep(**{**row, "confidence": Confidence(row["confidence"])}) for row in _FILE["steps"]
)


def version_on(on: date) -> str:
    """The version of the Protocol in force on the day, in words. Raises OutsideTables before the oldest known."""
    held = {**OLDER, IN_FORCE_FROM: SOURCE}
    found = [title for begins, title in sorted(held.items()) if begins <= need_date("on", on)]
    if not found:
        raise OutsideTables("on", "No version of the Protocol that old is known here.", "Look it up by hand.")
    return found[-1]


def steps_for(
    part: Literal[2, 3], before: Literal["notice", "claim", "hearing"] | None = None, on: date | None = None
) -> tuple[ProtocolStep, ...]:
    """The steps of one Part, in the Protocol's order, or only those that guard one stage, on a day or now.

    Raises BadFact for an unknown part or stage, OutsideTables for a day before the version whose steps are held.
    """
    if part not in (2, 3):
        raise BadFact("part", "The Protocol's steps are in Parts 2 and 3.", "Give 2 or 3.")
    if before is not None:
        need_one_of("before", before, ("notice", "claim", "hearing"))
    if on is not None and need_date("on", on) < IN_FORCE_FROM:
        raise OutsideTables(
            "on",
            f"The steps are held from {long_date(IN_FORCE_FROM)} only; then in force: {version_on(on)}.",
            "Look up the older version by hand.",
        )
    return tuple(step for step in STEPS if step.part == part and before in (None, step.before))
