"""A landlord's table of courts as a TOML file: read with every fault named."""

import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from cases.courts import CourtRow, part_of

_OWN = ("source", "confidence", "from", "to")
_ROW = ("court", "postcodes", "areas", "online_from", "number", *_OWN)
MOST_ROWS = 500
MOST_POSTCODES = 20_000
LONGEST = 200


class BadCourts(ValueError):
    """The file is no table of courts; `problems` says where and why, one sentence each."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        self.problems = problems
        super().__init__(" ".join(problems))


def read_courts(text: str) -> tuple[CourtRow, ...]:
    """The table in a TOML text: `source`, `confidence`, `from` and `to` for all or for one court, then `[[courts]]`.

    Raises BadCourts with everything that is wrong with it.
    """
    try:
        written = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise BadCourts((f"This is not TOML: {fault}.",)) from None
    problems = [f"{name}: there is no such entry; these are: {', '.join((*_OWN, 'courts'))}."
                for name in written if name not in (*_OWN, "courts")]  # fmt: skip
    listed = written.get("courts")
    if not isinstance(listed, list) or not listed or not all(isinstance(each, dict) for each in listed):
        raise BadCourts((*problems, "courts: there is no court; each is a table of its own, [[courts]]."))
    if len(listed) > MOST_ROWS:
        raise BadCourts((*problems, f"courts: {len(listed):,} rows are more than the {MOST_ROWS} that a table takes."))
    shared = {name: written[name] for name in _OWN if name in written}
    rows: list[CourtRow] = []
    for number, given in enumerate(listed, start=1):
        faults = list(_faults(given, shared))
        problems += [f"courts.{number}: {fault}" for fault in faults]
        if not faults:
            rows.append(_row(shared | given))
    problems += _twice(rows)
    if sum(len(row.postcodes) for row in rows) > MOST_POSTCODES:
        problems.append(f"courts: a table takes {MOST_POSTCODES:,} postcodes at most.")
    if problems:
        raise BadCourts(tuple(problems))
    return tuple(rows)


def _faults(given: Mapping[str, Any], shared: Mapping[str, Any]) -> Iterator[str]:
    row = {**shared, **given}
    for name in given:
        if name not in _ROW:
            yield f"there is no such entry as '{name}'; these are: {', '.join(_ROW)}."
    for name in ("court", "source"):
        if not _is_line(row.get(name)):
            yield f"{name}: one line of words, {LONGEST} characters at most."
    if not _is_line(row.get("number", "0")):
        yield f"number: one line, {LONGEST} characters at most, in quotation marks."
    if row.get("confidence", "C") not in ("A", "B", "C"):
        yield "confidence: A read in an official source, B in a secondary one, C to be confirmed."
    yield from _days(row)
    codes = row.get("postcodes")
    if not isinstance(codes, list) or not codes:
        yield 'postcodes: a list of postcodes or parts of them, like ["CV21", "CV22 5"].'
    else:
        for code in codes:
            if not isinstance(code, str) or part_of(code) is None:
                yield f"postcodes: '{str(code)[:20]}' is neither a postcode nor a part of one, like CV, CV21 or CV21 1."
    areas = row.get("areas", [])
    if not isinstance(areas, list) or not all(_is_line(area) for area in areas):
        yield "areas: a list of local authorities' names."


def _days(row: Mapping[str, Any]) -> Iterator[str]:
    if type(row.get("from")) is not date:
        yield "from: the first day it counts, like 2026-04-01."
    for name in ("to", "online_from"):
        if name in row and type(row[name]) is not date:
            yield f"{name}: a day, like 2026-04-01."
    first, last = row.get("from"), row.get("to")
    if type(first) is date and type(last) is date and last < first:
        yield f"to: {last} is before its first day, {first}."


def _is_line(value: Any) -> bool:
    """Words on one line, with nothing in them that is not seen."""
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST:
        return False
    return not any(unicodedata.category(letter).startswith("C") for letter in value)


def _row(given: Mapping[str, Any]) -> CourtRow:
    return CourtRow(
        court=given["court"].strip(),
        postcodes=tuple(dict.fromkeys(part for code in given["postcodes"] if (part := part_of(code)))),
        first=given["from"],
        last=given.get("to"),
        areas=tuple(given.get("areas", ())),
        online_from=given.get("online_from"),
        number=given.get("number", ""),
        source=given["source"].strip(),
        confidence=given.get("confidence", "C"),
    )


def _twice(rows: list[CourtRow]) -> Iterator[str]:
    """Postcodes that two courts would take on one day: which is meant cannot be told."""
    by_code: dict[str, list[CourtRow]] = {}
    for row in rows:
        for code in row.postcodes:
            for other in by_code.setdefault(code, []):
                if other.court != row.court and _meet(other, row):
                    yield f"{code}: {other.court} and {row.court} would both take it; end one of them the day before."
            by_code[code].append(row)


def _meet(one: CourtRow, other: CourtRow) -> bool:
    return one.first <= (other.last or date.max) and other.first <= (one.last or date.max)
