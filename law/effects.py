"""What each step of a case meets while a breathing space or an insolvency runs."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from law.checks import need_date, need_one_of
from law.counting import months_beginning_last_day
from law.data import table
from law.errors import OutsideTables
from law.explained import Confidence, Explained, Step, long_date, weakest
from law.rules import explain

What = Literal["void", "barred", "by leave", "goes on"]
Kind = Literal["standard", "crisis", "bankruptcy", "debt_relief_order", "iva"]
INSOLVENCY_MONTHS = 12


@dataclass(frozen=True)
class KindRow:
    """One kind of hold on a debt, of the family `moratorium` or `insolvency`, and the day it is vouched for from."""

    code: str
    title: str
    family: str
    begins: date
    source: str


@dataclass(frozen=True)
class EffectRow:
    """What one step meets while a hold of that family runs."""

    step: str
    family: str
    title: str
    effect: What
    why: str
    authority: str
    confidence: Confidence


_FILE = table("effects.toml")
TABLE_VERSION: str = f"effects {_FILE['version']}"
KINDS: dict[str, KindRow] = {
    code: KindRow(code, row["title"], row["family"], row["from"], row["source"]) for code, row in _FILE["kinds"].items()
}
STEPS: tuple[str, ...] = tuple(_FILE["steps"])
EFFECTS: dict[tuple[str, str], EffectRow] = {
    (step, family): EffectRow(
        step,
        family,
        row["title"],
        row[family]["effect"],
        row[family]["why"],
        row[family]["authority"],
        Confidence(row[family]["confidence"]),
    )
    for step, row in _FILE["steps"].items()
    for family in ("moratorium", "insolvency")
}


def effect(step: str, kind: Kind, on: date | None = None) -> Explained[What]:
    """What the step meets while a hold of that kind runs, on a day or now.

    An individual voluntary arrangement is told as a bankruptcy is, to be confirmed: it binds as its own terms say.
    Raises BadFact for unknown words, OutsideTables for a day before that kind of hold is held.
    """
    need_one_of("step", step, STEPS)
    need_one_of("kind", kind, tuple(KINDS))
    held = KINDS[kind]
    if on is not None and need_date("on", on) < held.begins:
        raise OutsideTables(
            "on", f"{held.title} is held from {long_date(held.begins)} only ({held.source}).", "Ask a solicitor."
        )
    row = EFFECTS[step, held.family]
    mark = weakest(row.confidence, Confidence.C) if kind == "iva" else row.confidence
    trigger = f"{held.title} in force: {row.title[0].lower()}{row.title[1:]}"
    reason = Step(row.why, row.authority)
    return explain("debt_effect", row.effect, trigger, reason, authority=row.authority, confidence=mark)


def stops(step: str, kind: Kind, on: date | None = None) -> bool:
    """Whether the landlord may not take the step without the court while that hold runs. Raises as `effect`."""
    return effect(step, kind, on).value != "goes on"


def debt_relief_end(made: date) -> Explained[date]:
    """The last day of a debt relief order's moratorium: twelve months beginning with the order (IA 1986 s.251H)."""
    return _year("dro_end", "Debt relief order made", made, "IA 1986 s.251H")


def bankruptcy_discharge(made: date) -> Explained[date]:
    """The last day before a bankrupt is discharged where nothing is objected: one year from the order (s.279)."""
    return _year("bankruptcy_end", "Bankruptcy order made", made, "IA 1986 s.279(1)")


def _year(code: str, what: str, made: date, cite: str) -> Explained[date]:
    day = months_beginning_last_day(made, INSOLVENCY_MONTHS)
    step = Step(f"One year beginning with that day ends on {long_date(day)}", cite, day)
    return explain(code, day, f"{what} on {long_date(made)}", step, on=made)
