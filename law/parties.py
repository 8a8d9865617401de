"""Who holds a tenancy while a case runs: what a change of them means for notices, claims, orders and a purchase."""

from dataclasses import dataclass
from typing import Literal

from law.checks import need_one_of
from law.data import table
from law.explained import Confidence
from law.tenancies import Occupancy

NoticeAfter = Literal["binds", "again", "ended"]


@dataclass(frozen=True)
class CauseRow:
    """One cause of a change. `notice` tells what becomes of a notice given before it; `quit` of one that ends the
    tenancy by itself and had been served by then: whoever takes the tenancy takes it with its end.

    `changes`: the parties to a claim or an order are others now. `after_death`: somebody who left has died.
    """

    code: str
    title: str
    notice: NoticeAfter
    quit: NoticeAfter
    changes: bool
    after_death: bool
    why: str
    authority: str
    confidence: Confidence


@dataclass(frozen=True)
class RuleRow:
    """A rule in words, with where it comes from and how sure it is."""

    why: str
    authority: str
    confidence: Confidence


_FILE = table("parties.toml")
TABLE_VERSION: str = f"parties {_FILE['version']}"
CAUSES: dict[str, CauseRow] = {
    row["code"]: CauseRow(**row | {"confidence": Confidence(row["confidence"])}) for row in _FILE["causes"]
}
CANNOT: dict[tuple[str, str], RuleRow] = {
    (row["cause"], occupancy): RuleRow(row["why"], row["authority"], Confidence(row["confidence"]))
    for row in _FILE["cannot"]
    for occupancy in row["occupancies"]
}


def _rule(name: str, words: str) -> RuleRow:
    row = _FILE[name]
    return RuleRow(row[words], row["authority"], Confidence(row["confidence"]))


AMEND = _rule("amend", "rule")
AMEND_AFTER_DEATH = _rule("amend", "death_rule")
BUY_AND_CLAIM = _rule("buy", "claim")
BUY_AND_ORDER = _rule("buy", "order")


def cause(code: str) -> CauseRow:
    """What that cause of a change means. Raises BadFact for an unknown word."""
    need_one_of("cause", code, tuple(CAUSES))
    return CAUSES[code]


def cannot_pass(code: str, occupancy: Occupancy) -> RuleRow | None:
    """Why a tenancy of that type cannot pass that way; None where it can. Raises BadFact for an unknown word."""
    need_one_of("cause", code, tuple(CAUSES))
    return CANNOT.get((code, occupancy.value))
