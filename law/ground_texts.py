"""The words of a ground: the Act's own where the landlord has installed them for that day, else ours."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from law.checks import need_date, need_one_of
from law.errors import BadFact, LawError
from law.explained import Confidence, Explained, Step, long_date
from law.grounds import GROUNDS, Ground, scheduled
from law.regime import Regime
from law.rules import explain

Form = Literal["toml", "json"]
_KEYS = ("schedule", "regime", "ground", "text", "source", "from", "to", "confidence")


@dataclass(frozen=True)
class GroundText:
    """The official text of one ground as a landlord installed it.

    `start` and `end` are the first and the last day it was in force; `end` is None while it is. `confidence` is the
    landlord's own mark, B unless it says otherwise.
    """

    schedule: str
    regime: Regime
    code: str
    text: str
    source: str
    start: date
    end: date | None
    confidence: Confidence

    def in_force(self, on: date) -> bool:
        """Whether it was the text of that day."""
        return self.start <= on and (self.end is None or on <= self.end)


@dataclass(frozen=True)
class InstalledTexts:
    """Every official text that a landlord installed. Empty unless it has installed some."""

    texts: tuple[GroundText, ...] = ()

    def of(self, found: Ground) -> tuple[GroundText, ...]:
        """The versions installed for one ground, oldest first."""
        key = (found.schedule, found.regime, found.code)
        mine = (one for one in self.texts if (one.schedule, one.regime, one.code) == key)
        return tuple(sorted(mine, key=lambda one: one.start))


NONE_INSTALLED = InstalledTexts()


@dataclass(frozen=True)
class GroundWords:
    """The words of one ground on one day. `official` tells whose; `used` explains the choice.

    `source` is where the landlord had the official text from, empty for our own words.
    """

    text: str
    official: bool
    source: str
    citation: str
    used: Explained[str]


def ground_words(found: Ground, on: date, texts: InstalledTexts = NONE_INSTALLED) -> GroundWords:
    """The official text in force on the day where one is installed, else the substance in our own words.

    HA 1985 s.83(2) and HA 1988 s.8(2) ask for the ground itself in the notice, so a notice in our own words needs a
    person's eye. Raises BadFact when `on` is not a day.
    """
    day = long_date(need_date("on", on))
    regime = f", {found.regime} regime" if found.schedule == "HA1988" else ""
    trigger = f"Ground {found.code} of {found.schedule[:2]} {found.schedule[2:]}{regime}, on {day}"
    for one in texts.of(found):
        if one.in_force(on):
            since = f"in force from {long_date(one.start)}" + (f" to {long_date(one.end)}" if one.end else "")
            step = Step(f"The landlord installed it from {one.source}, {since}", found.citation)
            used = explain(
                "ground_words",
                "the official text",
                trigger,
                step,
                authority=found.citation,
                confidence=one.confidence,
            )
            return GroundWords(one.text, True, one.source, found.citation, used)
    step = Step("No official text is installed for that day", found.citation)
    used = explain(
        "ground_words", "our own words", trigger, step, authority=found.citation, confidence=found.detail_confidence
    )
    return GroundWords(found.substance, False, "", found.citation, used)


def read_texts(text: str, form: Form = "toml") -> InstalledTexts:
    """The texts of a landlord's file: a list `texts`, each with schedule, regime, ground, text, source, from and to.

    `from` is the first day in force and `to` the last, left out while it is in force; in JSON both are written
    `2026-05-01`. Raises UnknownGround, GroundNotForTenancy (a real ground, but not of that schedule and regime) and
    BadFact (not such a file; a part empty, missing or unknown; two texts of one ground for one day), each naming the
    text by its place in the file, counted from 1.
    """
    need_one_of("form", form, ("toml", "json"))
    try:
        whole: Any = tomllib.loads(text) if form == "toml" else json.loads(text)
    except ValueError as problem:
        raise BadFact("texts", f"The file is not {form.upper()}: {problem}.", "Mend it there.") from None
    rows = whole.get("texts") if isinstance(whole, dict) else None
    if not isinstance(rows, list) or not rows:
        raise BadFact("texts", "The file holds no texts.", "Write each under [[texts]], as the guide shows.")
    read: list[GroundText] = []
    for place, row in enumerate(rows, 1):
        one = _text(f"texts {place}", row)
        _refuse_second(f"texts {place}", one, read)
        read.append(one)
    return InstalledTexts(tuple(read))


def _text(where: str, row: object) -> GroundText:
    if not isinstance(row, Mapping):
        raise BadFact(where, "It is not a table.", f"Give it {', '.join(_KEYS)}.")
    for key in row:
        need_one_of(f"{where} key", str(key), _KEYS)
    schedule = need_one_of(f"{where} schedule", _words(where, row, "schedule"), _schedules())
    regime: Regime = (
        "new" if need_one_of(f"{where} regime", row.get("regime", "old"), ("old", "new")) == "new" else "old"
    )
    try:
        found = scheduled(schedule, regime, _words(where, row, "ground"))
    except LawError as refusal:
        raise type(refusal)(f"{where} ground", refusal.rule, refusal.mend) from None
    start, end = _day(where, row, "from"), _day(where, row, "to") if "to" in row else None
    if end is not None and end < start:
        raise BadFact(f"{where} to", "The text ends before it begins.", "Check both days.")
    mark = Confidence(need_one_of(f"{where} confidence", row.get("confidence", "B"), tuple(Confidence)))
    words = _words(where, row, "text")
    return GroundText(schedule, regime, found.code, words, _words(where, row, "source"), start, end, mark)


def _schedules() -> tuple[str, ...]:
    return tuple(dict.fromkeys(found.schedule for found in GROUNDS))


def _words(where: str, row: Mapping[str, Any], key: str) -> str:
    given = row.get(key)
    if isinstance(given, str) and given.strip():
        return given.strip()
    raise BadFact(f"{where} {key}", "It is missing, empty or not words.", f"Give the {key} in quotation marks.")


def _day(where: str, row: Mapping[str, Any], key: str) -> date:
    given = row.get(key)
    if isinstance(given, str):
        try:
            given = date.fromisoformat(given)
        except ValueError:
            given = None
    if given is None:
        raise BadFact(f"{where} {key}", "It is missing or not a day.", "Write it as 2026-05-01.")
    return need_date(f"{where} {key}", given)


def _refuse_second(where: str, one: GroundText, read: list[GroundText]) -> None:
    """Refuse a second text for a day that an earlier one of the same ground covers. Raises BadFact."""
    for other in read:
        same = (other.schedule, other.regime, other.code) == (one.schedule, one.regime, one.code)
        if same and (other.in_force(one.start) or one.in_force(other.start)):
            raise BadFact(
                f"{where} from",
                f"Ground {one.code} already has a text for that day, in force from {long_date(other.start)}.",
                "End the older one the day before, or take one of them out.",
            )
