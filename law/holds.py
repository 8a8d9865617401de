"""What holds a case: which steps each hold bars and no others, and what it does to each clock.

Moratoria and insolvencies are told by `law.effects`; here they stand in one view beside a stay, a death and the
landlord's own hold.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from law.checks import need_date, need_one_of
from law.data import table
from law.effects import EFFECTS
from law.effects import KINDS as DEBT_KINDS
from law.explained import Confidence

Kind = Literal["standard", "crisis", "bankruptcy", "debt_relief_order", "iva", "stay", "death", "policy"]
KINDS: tuple[Kind, ...] = ("standard", "crisis", "bankruptcy", "debt_relief_order", "iva", "stay", "death", "policy")
HoldStep = Literal["notice", "claim", "warrant", "booking", "eviction", "money", "terms"]
STEPS: tuple[HoldStep, ...] = ("notice", "claim", "warrant", "booking", "eviction", "money", "terms")
ClockEffect = Literal["stops", "runs", "extended"]
MORATORIA = frozenset({"standard", "crisis"})
INSOLVENCIES = frozenset({"bankruptcy", "debt_relief_order", "iva"})
TOLD_TO_COURT = MORATORIA | INSOLVENCIES | {"death"}

# The rows of `law.effects` for a step: where it rests on rent arrears, and where it does not.
_DEBT_ROWS = {
    "notice": ("notice_arrears", "notice_other"),
    "claim": ("claim_arrears", "claim_other"),
    "warrant": ("warrant_arrears", "warrant_other"),
    "booking": ("eviction_arrears", "eviction_other"),
    "eviction": ("eviction_arrears", "eviction_other"),
    "money": ("money_judgment", None),
    "terms": ("terms_on_debt", None),
}


@dataclass(frozen=True)
class Bar:
    """That a hold bars a step, why, and how sure that is."""

    kind: str
    step: str
    why: str
    authority: str
    confidence: Confidence


@dataclass(frozen=True)
class ClockRow:
    """What a hold does to one clock."""

    kind: str
    clock: str
    title: str
    effect: ClockEffect
    why: str
    authority: str
    confidence: Confidence


@dataclass(frozen=True)
class JointRow:
    """What a hold on one joint tenant means for the others."""

    kind: str
    says: str
    authority: str
    confidence: Confidence


_FILE = table("holds.toml")
TABLE_VERSION: str = f"holds {_FILE['version']}"
_OTHER_BARS: dict[tuple[str, str], Bar] = {
    (kind, step): Bar(kind, step, row["why"], row["authority"], Confidence(row["confidence"]))
    for row in _FILE["bars"]
    for kind in row["kinds"]
    for step in row["steps"]
}
CLOCKS: dict[tuple[str, str], ClockRow] = {
    (kind, row["clock"]): ClockRow(
        kind, row["clock"], row["title"], row["effect"], row["why"], row["authority"], Confidence(row["confidence"])
    )
    for row in _FILE["clocks"]
    for kind in row["kinds"]
}
_OTHER_JOINT: dict[str, JointRow] = {
    kind: JointRow(kind, row["says"], row["authority"], Confidence(row["confidence"]))
    for row in _FILE["joint"]
    for kind in row["kinds"]
}


def bar(kind: Kind, step: HoldStep, *, for_debt: bool) -> Bar | None:
    """Why a hold of that kind bars the step; None where the step stays open. Raises BadFact for unknown words.

    `for_debt` tells whether the step rests on rent arrears: a moratorium reaches no other. What the court alone may
    allow counts as barred.
    """
    need_one_of("kind", kind, KINDS)
    need_one_of("step", step, STEPS)
    if kind not in DEBT_KINDS:
        return _OTHER_BARS.get((kind, step))
    name = _DEBT_ROWS[step][0 if for_debt else 1]
    if name is None:
        return None
    row = EFFECTS[name, DEBT_KINDS[kind].family]
    if row.effect == "goes on":
        return None
    confidence = Confidence.C if kind == "iva" else row.confidence
    return Bar(kind, step, f"{row.title}: {row.effect}. {row.why}", row.authority, confidence)


def clocks(kind: Kind) -> tuple[ClockRow, ...]:
    """What a hold of that kind does to each clock, in the table's order. Raises BadFact for an unknown kind."""
    need_one_of("kind", kind, KINDS)
    return tuple(row for (held, _), row in CLOCKS.items() if held == kind)


def stops(kind: Kind, clock: str) -> bool:
    """Whether a hold of that kind stops the clock. Raises BadFact for an unknown kind or clock."""
    need_one_of("kind", kind, KINDS)
    need_one_of("clock", clock, tuple({held for _, held in CLOCKS}))
    row = CLOCKS.get((kind, clock))
    return row is not None and row.effect == "stops"


def for_the_others(kind: Kind) -> JointRow:
    """What a hold on one joint tenant means for the others. Raises BadFact for an unknown kind."""
    need_one_of("kind", kind, KINDS)
    if kind not in DEBT_KINDS:
        return _OTHER_JOINT[kind]
    row = EFFECTS["joint_debtor", DEBT_KINDS[kind].family]
    says = f"To pursue a joint tenant for the debt: {row.effect}. {row.why}."
    return JointRow(kind, says, row.authority, row.confidence)


def day_after(last: date) -> date:
    """The first day after a hold, when what it stopped may go on."""
    return need_date("last", last) + timedelta(days=1)
