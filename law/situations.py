"""Situations that change which notice is right, or how it is served or counted, whatever the recorded type."""

from dataclasses import dataclass

from law.data import table
from law.explained import Confidence


@dataclass(frozen=True)
class Situation:
    """One situation: how it is known and what to do about it."""

    code: str
    title: str
    known_by: str
    do: str
    authority: str
    confidence: Confidence


_FILE = table("situations.toml")
TABLE_VERSION: str = f"situations {_FILE['version']}"
SITUATIONS: dict[str, Situation] = {
    row["code"]: Situation(**{**row, "confidence": Confidence(row["confidence"])}) for row in _FILE["situations"]
}
