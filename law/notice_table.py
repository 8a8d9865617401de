"""What each notice must be: its form, content, dates by the rules that count them, review, life and effect."""

from dataclasses import dataclass

from law.data import table
from law.explained import Confidence
from law.rules import RULES
from law.tenancies import Occupancy

_BY_RULE = "rule:"


@dataclass(frozen=True)
class Notice:
    """One notice. A cell of dates holds words, or `rule:` and the key in `law.rules` that counts it."""

    code: str
    title: str
    occupancies: tuple[Occupancy, ...]
    form: str
    must_say: str
    earliest: str
    recommended: str
    claim_from: str
    claim_safe: str
    ends: str
    review: str
    dispensing: str
    tenancy: str
    authority: str
    confidence: Confidence


_FILE = table("notices.toml")
TABLE_VERSION: str = f"notices {_FILE['version']}"
NOTICES: dict[str, Notice] = {
    row["code"]: Notice(
        **{
            **row,
            "occupancies": tuple(Occupancy(name) for name in row["occupancies"]),
            "confidence": Confidence(row["confidence"]),
        }
    )
    for row in _FILE["notices"]
}


def counted(cell: str) -> str:
    """The cell in words: what it says, or the rule's title and count."""
    if not cell.startswith(_BY_RULE):
        return cell
    rule = RULES[cell.removeprefix(_BY_RULE)]
    return f"{rule.counting} ({rule.authority})"


def notices_for(occupancy: Occupancy) -> tuple[Notice, ...]:
    """Every notice that can be served on that occupancy type, in the table's order."""
    return tuple(row for row in NOTICES.values() if occupancy in row.occupancies)
