"""The table of rules: every computed date or answer names its row here, which gives it authority and confidence."""

from dataclasses import dataclass
from typing import TypeVar

from law import calendar
from law.data import table
from law.explained import Confidence, Explained, Step, weakest

T = TypeVar("T")


@dataclass(frozen=True)
class Rule:
    """One rule: its key, what it gives (a phrase), how it is counted, its authority and how far it was checked.

    `closed_days` is true where bank holidays and weekends can move the result.
    """

    code: str
    title: str
    counting: str
    authority: str
    confidence: Confidence
    closed_days: bool


_FILE = table("rules.toml")
TABLE_VERSION: str = f"law {_FILE['version']}"
RULES: dict[str, Rule] = {
    code: Rule(
        code,
        row["title"],
        row["counting"],
        row["authority"],
        Confidence(row["confidence"]),
        row.get("closed_days", False),
    )
    for code, row in _FILE["rules"].items()
}


def explain(
    code: str,
    value: T,
    trigger: str,
    *steps: Step,
    confidence: Confidence | None = None,
    authority: str = "",
    unit: str = "",
) -> Explained[T]:
    """The value with the rule's title, authority and confidence (or those given) and the table versions used."""
    rule = RULES[code]
    version = f"{TABLE_VERSION}; bank holidays {calendar.TABLE_VERSION}" if rule.closed_days else TABLE_VERSION
    return Explained(
        value=value,
        trigger=trigger,
        rule=rule.title,
        steps=steps,
        authority=authority or rule.authority,
        confidence=confidence or rule.confidence,
        table_version=version,
        code=code,
        unit=unit,
    )


def restate(code: str, told: Explained[T], *more: Step, confidence: Confidence | None = None) -> Explained[T]:
    """The same value under another rule, its steps kept and more added: one count can serve several notices.

    The mark is the weaker of the rule's and the count's, unless one is given.
    """
    mark = confidence or weakest(RULES[code].confidence, told.confidence)
    return explain(code, told.value, told.trigger, *told.steps, *more, confidence=mark)
