"""The table of rules: every computed date or answer names its row here, which gives it authority and confidence.

A row stands from a day on. What stood before it is an `earlier` row, and a day older than the oldest row is refused:
an answer is never told under a rule that was not yet, or no longer, the law.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal, TypeVar

from law import calendar
from law.checks import need_date
from law.data import table
from law.errors import BadFact, OutsideTables
from law.explained import Confidence, Explained, Held, Step, long_date, weakest

T = TypeVar("T")
Procedure = Literal["CPR", "OPR"]


@dataclass(frozen=True)
class Rule:
    """One rule as it stands from a day on: its key, what it gives, how it is counted, its authority and confidence.

    `closed_days` is true where bank holidays and weekends can move the result. `held` says from when to when it stands
    so, on whose word, and which code of procedure it belongs to. `version` names the tables it was read from.
    """

    code: str
    title: str
    counting: str
    authority: str
    confidence: Confidence
    closed_days: bool
    held: Held
    version: str


@dataclass(frozen=True)
class Begins:
    """The first day for which rules are vouched for as stated, and who says so."""

    day: date
    source: str
    confidence: Confidence


_FILE = table("rules.toml")
TABLE_VERSION: str = f"law {_FILE['version']}"
_WITH_HOLIDAYS = f"{TABLE_VERSION}; bank holidays {calendar.TABLE_VERSION}"
BEGINS: dict[str, Begins] = {
    key: Begins(row["day"], row["source"], Confidence(row["confidence"])) for key, row in _FILE["begins"].items()
}
ONLINE_RULES_FROM: date = BEGINS[_FILE["regimes"]["OPR"]["begins"]].day
_DAY = timedelta(days=1)


def _rule(code: str, row: dict[str, Any], to: date | None) -> Rule:
    begins = BEGINS[row["begins"]]
    closed = row.get("closed_days", False)
    held = Held(begins.day, to, begins.source, begins.confidence, "CPR" if "online" in row else "")
    mark = Confidence(row["confidence"])
    version = _WITH_HOLIDAYS if closed else TABLE_VERSION
    return Rule(code, row["title"], row["counting"], row["authority"], mark, closed, held, version)


def _versions(code: str, row: dict[str, Any]) -> Iterator[Rule]:
    """The row and what stood before it, the newest first."""
    to = None
    for each in (row, *reversed(row.get("earlier", []))):
        rule = _rule(code, {**row, **each}, to)
        yield rule
        to = rule.held.begins - _DAY


VERSIONS: dict[str, tuple[Rule, ...]] = {code: tuple(_versions(code, row)) for code, row in _FILE["rules"].items()}
RULES: dict[str, Rule] = {code: versions[0] for code, versions in VERSIONS.items()}


def _online(code: str, row: dict[str, Any]) -> Rule:
    """The same clock in a claim under the Online Procedure Rules."""
    rule, opr = RULES[code], _FILE["regimes"]["OPR"]
    begins = BEGINS[opr["begins"]]
    held = Held(max(begins.day, rule.held.begins), None, begins.source, begins.confidence, "OPR")
    if row["online"] == "same":
        return replace(rule, held=held)
    counting = f"{opr['open']}: {row.get('online_counting', rule.counting)}"
    authority = f"{opr['title']} 2026; {rule.authority}"
    return replace(rule, counting=counting, authority=authority, confidence=Confidence.C, held=held)


ONLINE: dict[str, Rule] = {code: _online(code, row) for code, row in _FILE["rules"].items() if "online" in row}


def rule_on(code: str, on: date | None = None) -> Rule:
    """The rule of that key in force on the day; without a day, as it now stands. Raises OutsideTables, BadFact."""
    if str(code) not in VERSIONS:
        raise BadFact("rule", f"'{code}' is not a rule of the table.", "Choose a code of `duecourse law table`.")
    for rule in VERSIONS[code]:
        if on is None or need_date("on", on) >= rule.held.begins:
            return rule
    raise OutsideTables(
        "day",
        f"'{rule.title}' is held from {long_date(rule.held.begins)} only ({rule.held.source}).",
        "Look up the older law by hand.",
    )


def explain(
    code: str,
    value: T,
    trigger: str,
    *steps: Step,
    on: date | None = None,
    confidence: Confidence | None = None,
    authority: str = "",
    unit: str = "",
) -> Explained[T]:
    """The value under the rule in force `on` the day that matters, with its authority and confidence, or those given.

    Without a day the rule as it now stands is meant. Where the count comes near the end of the bank-holiday table a
    caution says so, and past it the mark is C. Raises OutsideTables for a day older than the oldest rule held.
    """
    rule = RULES[code]
    if on is not None and need_date("on", on) < rule.held.begins:
        rule = rule_on(code, on)
    mark = confidence or rule.confidence
    cautions: tuple[str, ...] = ()
    if rule.closed_days:
        reached = max((step.on for step in steps if step.on), default=calendar.TABLE_BEGINS)
        cautions = calendar.cautions(reached)
        mark = Confidence.C if reached > calendar.TABLE_ENDS else mark
    return Explained(
        value,
        trigger,
        rule.title,
        steps,
        authority or rule.authority,
        mark,
        rule.version,
        code,
        unit,
        rule.held,
        cautions,
    )


def restate(
    code: str, told: Explained[T], *more: Step, on: date | None = None, confidence: Confidence | None = None
) -> Explained[T]:
    """The same value under another rule, its steps kept and more added: one count can serve several notices.

    The mark is the weaker of the rule's and the count's, unless one is given.
    """
    mark = confidence or weakest(RULES[code].confidence, told.confidence)
    return explain(code, told.value, told.trigger, *told.steps, *more, on=on, confidence=mark, unit=told.unit)


def under_online_rules(told: Explained[T]) -> Explained[T]:
    """The answer as it is told in a claim under the Online Procedure Rules.

    Where an Act sets the time it is the same; elsewhere the practice direction was not found, so the count of the Civil
    Procedure Rules is kept for planning and marked to be confirmed. An answer that is no court clock is left alone.
    """
    rule = ONLINE.get(told.code)
    if rule is None:
        return told
    if rule.authority == RULES[told.code].authority:
        return replace(told, held=rule.held)
    doubt = Step(
        "Worked out under the Civil Procedure Rules; the Online Procedure Rules may set another time",
        "Online Procedure Rules 2026",
    )
    authority = f"Online Procedure Rules 2026; {told.authority}"
    return replace(told, steps=(doubt, *told.steps), authority=authority, confidence=Confidence.C, held=rule.held)
