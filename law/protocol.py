"""The Pre-Action Protocol for Possession Claims by Social Landlords, as steps that evidence can prove."""

from dataclasses import dataclass
from typing import Literal

from law.data import table
from law.explained import Confidence


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
STEPS: tuple[ProtocolStep, ...] = tuple(
    ProtocolStep(**{**row, "confidence": Confidence(row["confidence"])}) for row in _FILE["steps"]
)


def steps_for(
    part: Literal[2, 3], before: Literal["notice", "claim", "hearing"] | None = None
) -> tuple[ProtocolStep, ...]:
    """The steps of one Part, in the Protocol's order, or only those that guard one stage."""
    return tuple(step for step in STEPS if step.part == part and before in (None, step.before))
