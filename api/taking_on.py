"""Cases that are under way, taken on: tried dry, case by case; then brought in, each whole or not at all."""

import csv
import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel

from api import acting, earlier_rows, money
from api.earlier_words import OF_MONEY, OF_POSSESSION
from api.problems import Problem, invalid, not_found
from api.security.people import User
from api.sides import OF_MONEY as SIDE_OF_MONEY
from api.sides import OF_POSSESSION as SIDE_OF_POSSESSION
from api.sides import Side
from api.staging import command_of
from api.web import Web
from cases.evolve import apply
from cases.money.evolve import apply as apply_money
from cases.money.state import MoneyState
from cases.refusals import Refusal
from cases.state import CaseState
from store import cases, clock, facts
from store.kinds import Summary

MOST_CASES = 2_000
Outcome = Literal["would_come_in", "came_in", "here_already", "refused", "not_known_yet"]


class TakenOnRow(BaseModel):
    """What would become, or became, of one case: its stage, what it waits for next, what is at risk, what is missing.

    `refusals` are all the reasons against it, each with its line or step and its field.
    """

    landlord: str
    tenancy_ref: str
    outcome: Outcome
    case_id: str = ""
    stage: str = ""
    next_title: str = ""
    next_on: date | None = None
    at_risk: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    refusals: tuple[Refusal, ...] = ()


async def opening(web: Web, user: User, landlord: str, tenancy_ref: str, rows: Sequence[Mapping[str, str]]) -> Any:
    """What the lines of one case say, as `take_on` takes it. Raises Problem."""
    if not user.works_for(landlord):
        raise not_found("landlord")
    async with web.reading() as session:
        as_at = await clock.now(session, landlord)
        known = await facts.gather(session, landlord=landlord, tenancy_ref=tenancy_ref, actor=user.person, as_at=as_at)
    if known is None:
        raise not_found("tenancy")
    words = OF_MONEY if any(row.get("track", "").strip() == "money" for row in rows) else OF_POSSESSION
    first: dict[str, str] = {}
    for name in ("officer", "track", "cause", "reason"):
        first[name] = next((row[name].strip() for row in rows if row.get(name, "").strip()), "")
    sent = {
        "kind": words.takes_on,
        "landlord": landlord,
        "tenancy_ref": tenancy_ref,
        "officer": first["officer"] or user.user_id,
        "reason": first["reason"] or None,
        "steps": earlier_rows.steps_of(rows, known.tenancy.tenants, words),
    }
    roads = {name: first[name] or None for name in ("track", "cause")}
    return sent | roads if words is OF_POSSESSION else sent


def key_of(sent: Mapping[str, Any]) -> str:
    """The same for the same telling of the same case, so that a file which comes twice changes nothing."""
    told = json.dumps(sent, sort_keys=True, default=str)
    return hashlib.sha256(f"take on\n{told}".encode()).hexdigest()


async def try_out(web: Web, user: User, sent: Mapping[str, Any]) -> TakenOnRow:
    """What would become of the case; nothing is kept, not even its words."""
    landlord, tenancy_ref = str(sent.get("landlord", "")), str(sent.get("tenancy_ref", ""))
    row = TakenOnRow(landlord=landlord, tenancy_ref=tenancy_ref, outcome="refused")
    if not user.works_for(landlord):
        raise not_found("landlord")
    side = _side(sent)
    async with web.reading() as session:
        given = await cases.answer_for(session, acting.own_key(user, key_of(sent)))
        if given is not None and given.case_id:
            return row.model_copy(update={"outcome": "here_already", "case_id": given.case_id})
        as_at = await clock.now(session, landlord)
        known = await side.gather(session, landlord=landlord, tenancy_ref=tenancy_ref, actor=user.person, as_at=as_at)
    if known is None:
        none = Refusal(code="not_found", says="There is no such tenancy.", mend="Check the reference.")
        return row.model_copy(update={"refusals": (none,)})
    try:
        async with web.trying() as session:
            command = await command_of(session, dict(sent), "dry run", side.name)
    except Problem as problem:
        return row.model_copy(update={"refusals": tuple(problem.refusals)})
    decision = side.decide(None, command, known, as_at)
    if not decision.accepted:
        return row.model_copy(update={"refusals": decision.refusals})
    applied: Any = apply_money if side is SIDE_OF_MONEY else apply
    return _told(row.model_copy(update={"outcome": "would_come_in"}), applied(None, decision.events))


async def bring_in(web: Web, user: User, sent: Mapping[str, Any], key: str = "") -> TakenOnRow:
    """Take the case on; the same telling again finds the case that it made."""
    landlord, tenancy_ref = str(sent["landlord"]), str(sent["tenancy_ref"])
    row = TakenOnRow(landlord=landlord, tenancy_ref=tenancy_ref, outcome="refused")
    owing = _side(sent) is SIDE_OF_MONEY
    put: Any = money.opened if owing else acting.opened
    try:
        done = await put(web, user, dict(sent), key or key_of(sent))
    except Problem as problem:
        return row.model_copy(update={"refusals": tuple(problem.refusals)})
    if isinstance(done, acting.Pending):
        return row.model_copy(update={"outcome": "not_known_yet"})
    row = row.model_copy(update={"outcome": "here_already" if done.repeated else "came_in", "case_id": done.case_id})
    load: Any = cases.load_money if owing else cases.load_state
    async with web.reading() as session:
        state = await load(session, done.case_id or "")
    return _told(row, state) if state else row


def _side(sent: Mapping[str, Any]) -> Side:
    """The kind of case that an opening is of."""
    return SIDE_OF_MONEY if sent.get("kind") == OF_MONEY.takes_on else SIDE_OF_POSSESSION


def _told(row: TakenOnRow, state: CaseState | MoneyState) -> TakenOnRow:
    told = Summary.of(state)
    return row.model_copy(
        update={
            "case_id": state.case_id,
            "stage": told.stage.value,
            "next_title": told.next_due_title,
            "next_on": told.next_due_on,
            "at_risk": told.at_risk,
            "gaps": state.taken_on.gaps if state.taken_on else (),
        }
    )


async def table(web: Web, user: User, landlord: str, text: str, *, apply: bool) -> list[TakenOnRow]:
    """Every case of a table tried; then, where all can come in and it is to be done, brought in one by one.

    Raises Problem where the table itself cannot be read.
    """
    told = _read(text)
    rows: list[TakenOnRow] = []
    openings: list[Any] = []
    for tenancy_ref, lines in told.items():
        try:
            sent = await opening(web, user, landlord, tenancy_ref, [line for _, line in lines])
        except Problem as problem:
            found = tuple(_at_its_line(each, lines) for each in problem.refusals)
            rows.append(TakenOnRow(landlord=landlord, tenancy_ref=tenancy_ref[:100], outcome="refused", refusals=found))
            continue
        openings.append(sent)
        tried = await try_out(web, user, sent)
        found = tuple(_of_step(each, sent["steps"], lines) for each in tried.refusals)
        rows.append(tried.model_copy(update={"refusals": found}))
    if not apply or any(row.outcome == "refused" for row in rows):
        return rows
    return [await bring_in(web, user, sent) for sent in openings]


def _of_step(
    refusal: Refusal, steps: Sequence[Mapping[str, Any]], lines: Sequence[tuple[int, Mapping[str, str]]]
) -> Refusal:
    """The refusal with the line of the file in which its step stands."""
    parts = refusal.field.split(".")
    if parts[0] != "steps" or len(parts) < 2 or not parts[1].isdigit():
        return refusal
    here = lines[steps[int(parts[1]) - 1]["line"] - 1][0]
    field = ".".join(("line", str(here), *parts[2:]))
    return refusal.model_copy(update={"says": f"Line {here}. {refusal.says}", "field": field})


def _at_its_line(refusal: Refusal, lines: Sequence[tuple[int, Mapping[str, str]]]) -> Refusal:
    """The refusal with the line of the file in place of the line of the case."""
    parts = refusal.field.split(".")
    if parts[0] != "line" or len(parts) < 2:
        return refusal
    here = lines[int(parts[1]) - 1][0]
    says = refusal.says.replace(f"Line {parts[1]},", f"Line {here},", 1)
    return refusal.model_copy(update={"says": says, "field": ".".join(("line", str(here), *parts[2:]))})


def _read(text: str) -> dict[str, list[tuple[int, Mapping[str, str]]]]:
    """The lines of each tenancy, with their numbers in the file. Raises Problem."""
    reader = csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline=""))
    try:
        return _by_tenancy(reader)
    except csv.Error:
        says = f"The table is no CSV from line {reader.line_num + 1} on, or a cell there is too long."
        raise invalid("wrong_line", says, "Mend it.", "csv") from None


def _by_tenancy(reader: "csv.DictReader[str]") -> dict[str, list[tuple[int, Mapping[str, str]]]]:
    header = reader.fieldnames or []
    strange = sorted(set(header) - earlier_rows.known_columns())
    needed = sorted({"tenancy_ref", "step", "on"} - set(header))
    if strange or needed:
        unknown = ", ".join(strange)[:200] or "none"
        says = f"Columns that are missing: {', '.join(needed) or 'none'}; unknown: {unknown}."
        raise invalid("wrong_columns", says, "Use the columns of the sample file.", "csv")
    found: dict[str, list[tuple[int, Mapping[str, str]]]] = {}
    for row in reader:
        line = reader.line_num
        if None in row or None in row.values():
            raise invalid("wrong_line", f"Line {line} has more or fewer cells than the header.", "Mend it.", "csv")
        if any(cell.strip() for cell in row.values()):
            found.setdefault(row["tenancy_ref"].strip(), []).append((line, row))
    if not found or len(found) > MOST_CASES:
        raise invalid("wrong_count", f"The table tells of {len(found)} cases.", f"1 to {MOST_CASES} at a time.", "csv")
    return found
