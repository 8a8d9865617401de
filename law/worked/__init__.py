"""Worked cases: computes each one afresh and says where it differs from what the case expects.

A document holds lists of cases: `cases` (with `rule`, `input`, `expect`, or with `topic`, `given`, `expect`) and
`ground8_cases`. Only the fields a case expects are compared.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from law.errors import LawError
from law.worked import court, ground8, notices

NOTHING = "nothing"


@dataclass(frozen=True)
class Difference:
    """One field of one case that did not come out."""

    case: str
    field: str
    expected: object
    got: object

    def __str__(self) -> str:
        return f"{self.case} {self.field}: expected {_said(self.expected)}, got {_said(self.got)}"


@dataclass(frozen=True)
class Checked:
    """One case with its differences; it agrees when there are none."""

    case: str
    differences: tuple[Difference, ...]

    @property
    def agrees(self) -> bool:
        """Whether every expected field came out."""
        return not self.differences


def check_document(document: Mapping[str, Any]) -> Iterator[Checked]:
    """Each case of every list in the document, checked."""
    carried: dict[str, dict[str, Any]] = {}
    for list_name in ("cases", "ground8_cases"):
        for case in document.get(list_name, ()):
            name = str(case.get("id", "?"))
            try:
                got = _compute(list_name, case, carried)
            except LawError as refusal:
                got = {"refused": str(refusal)}
            except (KeyError, TypeError, ValueError) as problem:
                got = {"refused": f"{type(problem).__name__}: {problem}"}
            yield Checked(name, tuple(_differences(name, case.get("expect", {}), got)))


def _compute(list_name: str, case: Mapping[str, Any], carried: dict[str, dict[str, Any]]) -> dict[str, Any]:
    if list_name == "ground8_cases":
        return ground8.compute(case["input"])
    if "topic" in case:
        earlier = carried.setdefault(case["topic"], {})
        got = court.compute(case["topic"], case.get("rule", ""), case["given"], earlier)
        earlier.update(case["given"])
        return got
    return notices.compute(case["rule"], case["input"])


def _differences(name: str, expect: Mapping[str, Any], got: Mapping[str, Any], path: str = "") -> Iterator[Difference]:
    for field, wanted in expect.items():
        found = got[field] if field in got else got.get("refused", NOTHING)
        if isinstance(wanted, Mapping) and isinstance(found, Mapping):
            yield from _differences(name, wanted, found, f"{path}{field}.")
        elif plain(found) != wanted:
            yield Difference(name, path + field, wanted, plain(found))


def plain(value: object) -> object:
    """A computed value as the case files write it: ISO dates, decimal figures as numbers."""
    if isinstance(value, date):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value


def _said(value: object) -> str:
    return "null" if value is None else str(value)
