"""A case's past as a table tells it, a line a step, turned into the commands that would have told it.

A step is named by its plain word (`notice`, `claim`, `hearing` ...) or by any command of `docs/api.md`; its columns are
the command's own fields. Sums may be given in pounds under the field's name without `_pence`. What a line leaves out is
taken from what stands before it: the newest notice, claim, hearing, order; every joint tenant; noon.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from api.earlier_words import OF_MONEY, OF_POSSESSION, Words
from api.problems import Problem
from api.shapes import leaves
from api.staging import command_models, words_of
from cases.base import TextRef
from cases.instants import LONDON
from cases.refusals import Refusal

Row = Mapping[str, str]
BEFORE = "Recorded when the case was taken on; see the paper itself."
_ORDERS = frozenset({"outright", "suspended", "postponed", "consent", "money_only", "demoted", "buy_suspended"})
_DAYS = ("issued_on", "sent_on", "asked_on", "made_on", "started_on", "ended_on", "filed_on", "planned_service", "on")
_TOLD_ON = frozenset({"list_hearing", "book_eviction"})
_SUM = re.compile(r"£?([0-9]{1,7}|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]{2})?")
_YES = {"yes": True, "true": True, "y": True, "no": False, "false": False, "n": False}
OWN = frozenset(
    {"tenancy_ref", "officer", "track", "cause", "reason", "step", "on", "at", "told_on", "owed", "tenants", "code"}
)
"""Columns that are no field of a command; `code` is the step of the Protocol that a contact was."""


class _Wrong(Exception):
    """A cell cannot be read: its rule and mend."""


def known_columns() -> frozenset[str]:
    """Every column that a table may have."""
    models = [command_models(w.of)[kind] for w in (OF_POSSESSION, OF_MONEY) for kind in w.kinds]
    fields = {name for model in models for name in model.model_fields}
    return OWN | fields | {name.removesuffix("_pence") for name in fields if name.endswith("_pence")}


def steps_of(rows: Sequence[Row], tenants: Sequence[str], w: Words = OF_POSSESSION) -> list[dict[str, Any]]:
    """The steps of one case, as `take_on` takes them, each with the number of its line.

    Raises Problem naming the line and the column of each fault.
    """
    made: dict[str, int] = {}
    steps: list[dict[str, Any]] = []
    wrong: list[Refusal] = []
    for n, row in _in_order(rows, w):
        try:
            for each in _commands(row, tenants, made, w):
                steps.append({**each, "line": n})
        except _Wrong as fault:
            field, says, mend = fault.args
            wrong.append(
                Refusal(code="cannot_be_read", says=f"Line {n}, {field}: {says}.", mend=mend, field=f"line.{n}.{field}")
            )
    if wrong:
        raise Problem("invalid", wrong)
    return steps


def _in_order(rows: Sequence[Row], w: Words) -> list[tuple[int, Row]]:
    """The lines with their numbers by the day they tell of; what was only fixed then stays behind the line before."""
    days: list[str] = []
    for row in rows:
        ahead = w.plain.get(row.get("step", "").strip().lower(), "") in _TOLD_ON
        try:
            day = _cell("told_on" if ahead else "on", date, row)
        except _Wrong:
            day = None  # told with its line further on
        days.append(day or (days[-1] if days else ""))
    return sorted(enumerate(rows, 1), key=lambda each: days[each[0] - 1])


def _commands(row: Row, tenants: Sequence[str], made: dict[str, int], w: Words) -> Iterator[dict[str, Any]]:
    word = row.get("step", "").strip().lower()
    kind = w.plain.get(word, word)
    if kind not in w.kinds:
        raise _Wrong("step", f"'{word[:30]}' is no step of a case's past", f"Use one of: {', '.join(w.plain)}.")
    told = tuple(re.split(r"[\s;]+", row["tenants"].strip())) if row.get("tenants") else tuple(tenants)
    if kind != "serve_notice":
        yield _step(kind, row, told, made, w)
        kind = w.follows.get(kind, "") if word in w.plain else ""
    if kind == "serve_notice":
        yield from (_step(kind, {**row, "tenant": tenant}, told, made, w) for tenant in told)
    elif kind:
        yield _step(kind, row, told, made, w)


def _step(kind: str, row: Row, tenants: Sequence[str], made: dict[str, int], w: Words) -> dict[str, Any]:
    body: dict[str, Any] = {"kind": kind}
    for name, field in command_models(w.of)[kind].model_fields.items():
        value = _value(name, field.annotation, row, made, w)
        if name in ("tenants", "debtors"):
            value = list(tenants)
        if name in ("tenant", "debtor") and value is None and tenants:
            value = tenants[0]
        if value is None:
            value = w.usual.get(kind, {}).get(name)
        if value is None and name in words_of(kind, w.of) and field.is_required():
            value = BEFORE
        if value is None and field.is_required() and "tuple" in str(field.annotation):
            value = []
        if value is not None and name != "kind":
            body[name] = value
    _count(kind, body, made, w)
    step: dict[str, Any] = {"step": body}
    day = _cell("told_on" if kind in _TOLD_ON else "on", date, row)
    if day and kind != "serve_notice":
        step["on"] = day
    if kind in w.owed:
        owed = _cell("owed", int, row)
        if owed is not None:
            step["owed_pence"] = owed
    return step


def _count(kind: str, body: Mapping[str, Any], made: dict[str, int], w: Words) -> None:
    """Keep in mind what the step makes, so that the next ones are about it."""
    makes = [w.makes[kind]] if kind in w.makes else []
    if kind == "record_outcome" and body.get("outcome") not in _ORDERS:
        makes = ["hearing_id"] if body.get("outcome") == "adjourned_to_date" else []
    if kind == "record_papers_decision" and body.get("decision") == "order":
        makes = ["order_id"]
    for name in makes:
        made[name] = made.get(name, 0) + 1


def _value(name: str, annotation: Any, row: Row, made: Mapping[str, int], w: Words) -> Any:
    kinds = leaves(annotation)
    if name == "step":
        return _cell("code", str, row)
    if name.endswith("_id") and not row.get(name):
        return f"{w.letters[name]}{made[name]}" if made.get(name) else None
    if name == "sent_at":
        day = _cell("on", date, row)
        at = time.fromisoformat(_cell("at", time, row) or "12:00")
        return datetime.combine(date.fromisoformat(day), at, LONDON).isoformat() if day else None
    if name.endswith("_pence"):
        return _cell(name.removesuffix("_pence"), int, row) if row.get(name.removesuffix("_pence")) else None
    if name in _DAYS and not row.get(name):
        return _cell("on", date, row)
    if not row.get(name):
        return None
    if "tuple" in str(annotation):
        return [part for part in re.split(r"[\s;]+", row[name].strip()) if part]
    sort = next((each for each in (datetime, date, time, bool, int) if each in kinds), str)
    if TextRef in kinds:
        sort = str
    return _cell(name, sort, row)


def _cell(name: str, sort: type, row: Row) -> Any:
    """The cell as the API takes it; None where it is empty. Raises _Wrong."""
    cell = row.get(name, "").strip()
    if not cell:
        return None
    if sort is date:
        return _day(name, cell)
    if sort is time and not re.fullmatch(r"[0-2][0-9]:[0-5][0-9]", cell):
        raise _Wrong(name, "this is not a time", "Write it as 10:30.")
    if sort is bool:
        if cell.lower() not in _YES:
            raise _Wrong(name, "this is neither yes nor no", "Write yes or no.")
        return _YES[cell.lower()]
    if sort is int:
        found = _SUM.fullmatch(cell)
        if not found:
            raise _Wrong(name, "this is not a sum in pounds", "Write it as 1234.56.")
        whole, _, pennies = cell.lstrip("£").replace(",", "").partition(".")
        return int(whole) * 100 + int(pennies or 0)
    return cell


def _day(name: str, cell: str) -> str:
    british = re.fullmatch(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})", cell)
    try:
        day = date(int(british[3]), int(british[2]), int(british[1])) if british else date.fromisoformat(cell)
    except ValueError:
        raise _Wrong(name, "this is not a date", "Write it as 2026-11-22 or 22/11/2026.") from None
    return day.isoformat()
