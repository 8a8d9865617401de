"""Telling which person of the export is which person we know: the export gives people no number.

Same name and birth date first, then the same birth date (a new name), then the same name (a mended birth date).
Whoever is left in the file is new and gets the tenancy's next number; whoever is left of ours has gone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from store.housing import folded


@dataclass
class Matched:
    """Rows to insert, rows to update (whole, by person_id), and how many are as they were."""

    added: list[dict[str, Any]] = field(default_factory=list)
    changed: list[dict[str, Any]] = field(default_factory=list)
    unchanged: int = 0


def match(
    ref: str, tenancy_id: int, known: Sequence[Mapping[str, Any]], given: Sequence[Mapping[str, Any]], today: date
) -> Matched:
    """Match the people of one tenancy. Of somebody known who has another name now, the old one is kept beside it."""
    pairs: dict[int, Mapping[str, Any]] = {}
    left = list(known)
    for same in (_name_and_birth, _birth, _name):
        for place, row in enumerate(given):
            if place in pairs:
                continue
            found = next((person for person in left if same(row) is not None and same(person) == same(row)), None)
            if found is not None:
                left.remove(found)
                pairs[place] = found
    result = Matched()
    number = max((person["number"] for person in known), default=0)
    for place, row in enumerate(given):
        before = pairs.get(place)
        if before is None:
            number += 1
            result.added.append(_person(f"{ref}-P{number}", tenancy_id, number, row))
            continue
        now = _person(before["person_id"], tenancy_id, before["number"], row)
        if _name(before) != _name(row):
            now |= {"was_named": " ".join(part for part in _name(before) if part), "renamed_on": today}
        if any(before[name] != value for name, value in now.items()):
            result.changed.append(now)
        else:
            result.unchanged += 1
    result.changed += [dict(person) | {"current": False} for person in left if person["current"]]
    return result


def _person(person_id: str, tenancy_id: int, number: int, row: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in row.items() if name != "tenancy_ref"}
    return kept | {
        "person_id": person_id,
        "tenancy_id": tenancy_id,
        "number": number,
        "search_text": folded(f"{row['first_name']} {row['last_name']}"),
        "current": True,
    }


def _name(row: Mapping[str, Any]) -> Any:
    return row["first_name"], row["last_name"]


def _birth(row: Mapping[str, Any]) -> Any:
    return row["date_of_birth"]


def _name_and_birth(row: Mapping[str, Any]) -> Any:
    return (*_name(row), _birth(row)) if _birth(row) is not None else None
