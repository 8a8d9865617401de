"""From when to when each row stands of the tables that hold no days of their own, by the dates of `law.rules`."""

from datetime import timedelta

from law.cells import Row, to
from law.data import table
from law.explained import long_date
from law.regime import PRIVATE_COMMENCEMENT, SOCIAL_COMMENCEMENT
from law.rules import BEGINS, Begins

_FILE = table("standing.toml")
TABLE_VERSION: str = f"standing {_FILE['version']}"
NAMES = {
    "tenancies": "occupancy",
    "notices": "notice",
    "court_papers": "paper",
    "service": "method",
    "routes": "route",
    "rent_lines": "kind",
    "situations": "situation",
    "fairness": "check",
    "insolvency": "event",
}
OLD_NOTICES = ("s8", "s21", "s6a-demotion")
_DAY = timedelta(days=1)


def begins(name: str, code: str) -> Begins:
    """Since when the row of that code stands in the table of that name, and on whose word."""
    rows: dict[str, str] = _FILE[name]
    return BEGINS[rows.get(code, rows["default"])]


def ground_begins(schedule: str, regime: str, code: str) -> Begins:
    """Since when the ground stands in that schedule and regime."""
    rows: dict[str, str] = _FILE["grounds"]
    named = rows.get(f"{schedule} {regime} {code}") or rows[f"{schedule} {regime}"]
    return BEGINS[named]


def cells(name: str, row: Row) -> Row:
    """The cells that say from when to when the row stands; empty for a table that has days of its own."""
    if name == "grounds":
        since = ground_begins(row["schedule"], row["regime"], row["ground"])
        return _cells(since, old=(row["schedule"], row["regime"]) == ("HA1988", "old"))
    if name == "by_ground":
        return _cells(begins("notices", row["notice"]), old=row["notice"] in OLD_NOTICES)
    if name not in NAMES:
        return {}
    code = row[NAMES[name]]
    return _cells(begins(name, code), old=name == "notices" and code in OLD_NOTICES)


def _cells(since: Begins, *, old: bool) -> Row:
    return {
        "from": long_date(since.day),
        "to": _old_regime_ends() if old else to(None),
        "since then on the word of": f"{since.source} ({since.confidence.value})",
    }


def _old_regime_ends() -> str:
    market = f"{long_date(PRIVATE_COMMENCEMENT - _DAY)} for market lettings"
    social = SOCIAL_COMMENCEMENT and f"{long_date(SOCIAL_COMMENCEMENT - _DAY)} for social ones"
    return f"{market}; {social or 'in force for social ones until an order names the day'}"
