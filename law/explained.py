"""A legal result that explains itself: value, what started it, each counting step, authority and confidence."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, is_dataclass, replace
from datetime import date
from enum import Enum, StrEnum
from functools import lru_cache
from typing import Any, Generic, TypeVar

T = TypeVar("T")

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FIRST_HALF = ("January", "February", "March", "April", "May", "June")
_MONTHS = (*_FIRST_HALF, "July", "August", "September", "October", "November", "December")
_KEEP_CAPITAL = frozenset((*_DAYS, *_MONTHS, "Ground", "Grounds", "Christmas", "Protocol", "Part", "Universal"))


class Confidence(StrEnum):
    """How far a rule has been checked. Ordered A (best) to C."""

    A = "A"
    B = "B"
    C = "C"

    @property
    def label(self) -> str:
        """The words shown to users."""
        return _LABELS[self]


_LABELS: dict[str, str] = {"A": "official source", "B": "secondary source", "C": "to be confirmed"}


def weakest(*marks: Confidence) -> Confidence:
    """The least certain of the marks: a result is as sure as its weakest rule."""
    return max(marks)


@lru_cache(maxsize=8192)
def long_date(day: date) -> str:
    """A date as people read it: `Monday 7 December 2026`, whatever the machine's locale."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def pounds(pence: int) -> str:
    """Integer pence as `£1,234.56`; a credit has a minus sign before the pound."""
    return f"{'-' if pence < 0 else ''}£{abs(pence) // 100:,}.{abs(pence) % 100:02d}"


@dataclass(frozen=True, slots=True)
class Step:
    """One counting step: what was done, on whose authority, and the day it arrives at (None without one)."""

    text: str
    authority: str = ""
    on: date | None = None


@dataclass(frozen=True)
class Held:
    """From when to when a rule stands as stated (`ends` None while it does), on whose word, and its code of procedure.

    `procedure` is `CPR` or `OPR` for the court's clocks (Civil or Online Procedure Rules), empty for all else.
    """

    begins: date
    ends: date | None
    source: str
    confidence: Confidence
    procedure: str = ""


@dataclass(frozen=True, slots=True)
class Explained(Generic[T]):
    """A value of the law with its reasons.

    For a date, the last step's day is the value. `unit` is `pence` or `days` for whole numbers; `code` is the rule's
    key in `law.rules`, `held` since when that rule stands. `cautions` are whole sentences that go with the answer.
    """

    value: T
    trigger: str
    rule: str
    steps: tuple[Step, ...]
    authority: str
    confidence: Confidence
    table_version: str
    code: str = ""
    unit: str = ""
    held: Held | None = None
    cautions: tuple[str, ...] = ()

    @property
    def procedure(self) -> str:
        """`CPR` or `OPR` for a court clock; empty for all else."""
        return self.held.procedure if self.held else ""

    def after(self, first: "Explained[Any]") -> "Explained[T]":
        """The same value told from an earlier answer: its trigger and steps come first, and the weaker mark holds.

        So a date counted from service can say how service itself was worked out.
        """
        versions = dict.fromkeys(f"{first.table_version}; {self.table_version}".split("; "))
        return replace(
            self,
            trigger=first.trigger,
            steps=(*first.steps, *self.steps),
            confidence=weakest(first.confidence, self.confidence),
            table_version="; ".join(versions),
            cautions=tuple(dict.fromkeys((*first.cautions, *self.cautions))),
        )

    def shown(self) -> str:
        """The value as people read it; an unknown figure reads `to be confirmed`."""
        return _shown(self.value, self.unit)

    def sentence(self) -> str:
        """The whole explanation as one plain sentence with long dates, each caution being one more."""
        plain = self.value is None or (isinstance(self.value, date | int | str) and not isinstance(self.value, bool))
        joint, pause = (" is", ":") if plain else (":", ";")
        reasons = "; ".join([_mid_sentence(self.trigger), *[_mid_sentence(step.text) for step in self.steps]])
        told = f"{self.rule}{joint} {self.shown()}{pause} {reasons} ({self.authority}; {self.confidence.label})."
        return " ".join((told, *self.cautions)) if self.cautions else told

    def as_json(self) -> dict[str, Any]:
        """JSON-ready, with ISO dates; holds the sentence, so a reader needs no code of ours."""
        return {
            "value": _plain(self.value),
            "unit": self.unit,
            "shown": self.shown(),
            "trigger": self.trigger,
            "rule": self.rule,
            "code": self.code,
            "steps": [{"text": s.text, "authority": s.authority, "on": _plain(s.on)} for s in self.steps],
            "authority": self.authority,
            "confidence": self.confidence.value,
            "confidence_label": self.confidence.label,
            "table_version": self.table_version,
            "procedure": self.procedure,
            "in_force": _in_force(self.held),
            "cautions": list(self.cautions),
            "sentence": self.sentence(),
        }


def _in_force(held: Held | None) -> dict[str, Any]:
    if held is None:
        return {"from": None, "to": None, "source": "", "confidence": ""}
    return {
        "from": _plain(held.begins),
        "to": _plain(held.ends),
        "source": held.source,
        "confidence": held.confidence.value,
    }


def _shown(value: object, unit: str) -> str:
    if value is None:
        return "to be confirmed"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return long_date(value)
    if isinstance(value, int) and unit:
        return pounds(value) if unit == "pence" else f"{value} {unit}"
    if isinstance(value, Enum):
        return str(value.value)
    return str(value)


def _plain(value: object) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return _plain(asdict(value))
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value


def _mid_sentence(text: str) -> str:
    first, space, _ = text.partition(" ")
    if not space or _keeps_capital(first):
        return text
    return text[0].lower() + text[1:]


@lru_cache(maxsize=1024)
def _keeps_capital(first: str) -> bool:
    return first.rstrip(",:") in _KEEP_CAPITAL or (first != "A" and not first[1:].islower())
