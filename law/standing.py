"""From when to when each row stands of the tables that hold no days of their own, by the dates of `law.rules`."""

from datetime import timedelta
from typing import Literal

from law.cells import Row, to
from law.data import table
from law.explained import long_date
from law.notice_table import NOTICES
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
NEW_NOTICE = "s8-new"
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
        found = _cells(since, old=(row["schedule"], row["regime"]) == ("HA1988", "old"))
        return found | {"from": _new_regime_begins()} if row["regime"] == "new" else found
    if name == "by_ground":
        return _by_ground(row)
    if name not in NAMES:
        return {}
    code = row[NAMES[name]]
    found = _cells(begins(name, code), old=name == "notices" and code in OLD_NOTICES)
    return found | {"from": _new_regime_begins()} if (name, code) == ("notices", NEW_NOTICE) else found


def _by_ground(row: Row) -> Row:
    """A notice on one ground stands since both did, and in the regime of its occupancy type."""
    since = [begins("notices", row["notice"])]
    since += [
        ground_begins(found.schedule, found.regime, found.code)
        for found in NOTICES[row["notice"]].grounds
        if found.code == row["ground"]
    ]
    market, old = row["occupancy"] == "assured_market", row["notice"] in OLD_NOTICES
    last = max(since, key=lambda each: each.day)
    cells_ = _cells(last, old=False)
    if market and old:
        return cells_ | {"to": long_date(PRIVATE_COMMENCEMENT - _DAY)}
    if old:
        return cells_ | {"to": _social("to", _DAY)}
    if row["notice"] == NEW_NOTICE and not market:
        begun = to(None) if SOCIAL_COMMENCEMENT else "not yet in force"
        return cells_ | {"from": _social("from", timedelta()), "to": begun}
    return cells_


def _cells(since: Begins, *, old: bool) -> Row:
    return {
        "from": long_date(since.day),
        "to": _old_regime_ends() if old else to(None),
        "since then on the word of": f"{since.source} ({since.confidence.value})",
    }


def _old_regime_ends() -> str:
    market = f"{long_date(PRIVATE_COMMENCEMENT - _DAY)} for market lettings"
    return f"{market}; social ones: {_social('to', _DAY)}"


def _new_regime_begins() -> str:
    return f"{long_date(PRIVATE_COMMENCEMENT)} for market lettings; social ones: {_social('from', timedelta())}"


def _social(edge: Literal["from", "to"], before: timedelta) -> str:
    """The first day of the new regime for social lettings, or the last of the old: unknown while no order names it."""
    if SOCIAL_COMMENCEMENT is not None:
        return long_date(SOCIAL_COMMENCEMENT - before)
    return "in force until an order names the day" if edge == "to" else "no day is set"
