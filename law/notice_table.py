"""What each notice must be: its form, content, dates by the rules that count them, review, life and effect."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from law.checks import need_one_of
from law.data import table
from law.explained import Confidence
from law.grounds import GROUNDS, Ground
from law.rules import RULES
from law.tenancies import Occupancy

_BY_RULE = "rule:"
BY_GROUND = "by ground"
NOW = "now"


@dataclass(frozen=True)
class Notice:
    """One notice. A cell of dates holds words, or `rule:` and the key in `law.rules` that counts it.

    `grounds` are those it can rest on; where there are none `court`, `shown` and `tested` say what the court does, what
    must be shown and when that is tested, and else they are empty. `applies` says when the notice
    is right for a type it is not now right for; `minimum` is `by ground` where the ground sets it.
    """

    code: str
    title: str
    occupancies: tuple[Occupancy, ...]
    applies: Mapping[Occupancy, str]
    grounds: tuple[Ground, ...]
    court: str
    shown: str
    tested: str
    form: str
    must_say: str
    minimum: str
    earliest: str
    recommended: str
    claim_from: str
    claim_safe: str
    ends: str
    review: str
    dispensing: str
    amending: str
    tenancy: str
    authority: str
    confidence: Confidence


@dataclass(frozen=True)
class Period:
    """The notice that a ground asks for, in words. `codes` are the grounds it is for, empty for every other one."""

    schedule: str
    regime: str
    notice: str
    words: str
    authority: str
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Stage:
    """A stage of one occupancy type, such as the duty a place is given under."""

    occupancy: Occupancy
    code: str
    words: str
    authority: str
    confidence: Confidence


@dataclass(frozen=True)
class CourtPaper:
    """How one kind of court paper is served, so that no notice ever borrows it. `day` is words or `rule:` and a key."""

    code: str
    title: str
    day: str
    confidence: Confidence


def _resting_on(wanted: dict[str, Any]) -> tuple[Ground, ...]:
    only, without = wanted.get("only"), wanted.get("without", ())
    return tuple(
        found
        for found in GROUNDS
        if (found.schedule, found.regime) == (wanted["schedule"], wanted["regime"])
        and (only is None or found.code in only)
        and found.code not in without
    )


def _notice(row: dict[str, Any]) -> Notice:
    applies: dict[Occupancy, str] = {}
    for when in ("before", "after"):
        said = row.get(when, {"occupancies": ()})
        applies |= {Occupancy(name): said["applies"] for name in said["occupancies"]}
    rest = {name: value for name, value in row.items() if name not in ("before", "after")}
    return Notice(
        **{
            **dict.fromkeys(("court", "shown", "tested"), ""),
            **rest,
            "occupancies": tuple(Occupancy(name) for name in row["occupancies"]),
            "applies": applies,
            "grounds": _resting_on(row["grounds"]) if "grounds" in row else (),
            "confidence": Confidence(row["confidence"]),
        }
    )


_FILE = table("notices.toml")
TABLE_VERSION: str = f"notices {_FILE['version']}"
NOTICES: dict[str, Notice] = {row["code"]: _notice(row) for row in _FILE["notices"]}
PERIODS: tuple[Period, ...] = tuple(Period(**{**row, "codes": tuple(row.get("codes", ()))}) for row in _FILE["periods"])
STAGES: tuple[Stage, ...] = tuple(
    Stage(**{**row, "occupancy": Occupancy(row["occupancy"]), "confidence": Confidence(row["confidence"])})
    for row in _FILE["stages"]
)
COURT_PAPERS: tuple[CourtPaper, ...] = tuple(
    CourtPaper(**{**row, "confidence": Confidence(row["confidence"])}) for row in _FILE["court_papers"]
)


def counted(cell: str) -> str:
    """The cell in words: what it says, or the rule's title and count."""
    if not cell.startswith(_BY_RULE):
        return cell
    rule = RULES[cell.removeprefix(_BY_RULE)]
    return f"{rule.counting} ({rule.authority})"


def notices_for(occupancy: Occupancy) -> tuple[Notice, ...]:
    """Every notice that can now be served on that occupancy type, in the table's order. Raises BadFact."""
    need_one_of("occupancy", occupancy, tuple(Occupancy))
    return tuple(row for row in NOTICES.values() if occupancy in row.occupancies)


def period_of(found: Ground) -> Period:
    """The notice the ground asks for: the row that names the ground, else the row of its kind."""
    key = (found.schedule, found.regime, found.notice)
    rows = [row for row in PERIODS if (row.schedule, row.regime, row.notice) == key]
    return next((row for row in rows if found.code in row.codes), None) or next(row for row in rows if not row.codes)


def minimum(notice: Notice, found: Ground | None) -> str:
    """The least notice and how it is counted, for a notice on that ground; None where it rests on no ground."""
    if notice.minimum != BY_GROUND or found is None:
        return counted(notice.minimum)
    row = period_of(found)
    return f"{row.words} ({row.authority})"
