"""The fields that act forms are made of, and how what was typed becomes a command's value.

Dates are typed as day, month and year; times as 10:30; sums in pounds. Values that cannot be read are refused here with
the field and the mend; whether they are lawful is for the case to say.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as made
from datetime import date, datetime, time
from typing import Any, Literal
from zoneinfo import ZoneInfo

from cases.courts import CourtFacts
from cases.refusals import Refusal
from cases.state import CaseState
from store.people import PersonRow

LONDON = ZoneInfo("Europe/London")
_NUMBER = re.compile(r"[0-9]{1,4}")
Widget = Literal[
    "date",
    "time",
    "instant",
    "money",
    "text",
    "words",
    "radios",
    "checkboxes",
    "select",
    "count",
    "hidden",
    "yes_no",
    "file",
]


Option = tuple[str, str]


@dataclass(frozen=True)
class Seen:
    """What a form may look at to offer options and first values."""

    state: CaseState
    subject: str
    today: date
    tenants: Mapping[str, PersonRow]
    officers: Sequence[tuple[str, str]]
    signers: Sequence[Option] = ()
    """Who may sign statements of truth by the landlord's own list, each with the capacity."""
    there: Sequence[str] = ()
    """Whom the housing system has as tenants now, by their ids."""
    words: Mapping[str, str | None] = made(default_factory=dict)
    """The words behind the references of the item that the form is about, by their id."""
    court: str = ""
    """The court of the claim that the form is about, as papers name it; empty where it is not known."""
    courts: CourtFacts = made(default_factory=CourtFacts)
    """What is known of the court that serves the home."""

    def item(self, items: str) -> Any:
        """The notice, claim, hearing, order or warrant that the form is about; None if it is about none."""
        return next((item for item in getattr(self.state, items) if item.id == self.subject), None)


Options = Callable[[Seen], Sequence[Option]]
First = Callable[[Seen], Any]


@dataclass(frozen=True)
class Field:
    """One field. `first` is what it holds before anybody types; `optional` fields may stay empty.

    `nothing` is the option that takes away what is recorded; a field left empty leaves it as it is.
    """

    name: str
    label: str
    widget: Widget
    hint: str = ""
    options: Options = lambda seen: ()
    first: First = lambda seen: None
    optional: bool = False
    nothing: str = ""


class CannotRead(ValueError):
    """What was typed is not a value of this kind; the text says the rule and the mend."""

    def __init__(self, says: str, mend: str) -> None:
        self.says = says
        self.mend = mend
        super().__init__(says)


def read(field: Field, form: Mapping[str, Sequence[str]]) -> Any:
    """The command's value of a field; None where it was left empty. Raises CannotRead."""
    match field.widget:
        case "date":
            return _date(field.name, form)
        case "instant":
            on, at = _date(field.name, form), _time(_one(form, f"{field.name}-time"))
            if on is None:
                return None
            return datetime.combine(date.fromisoformat(on), time.fromisoformat(at or "12:00"), LONDON).isoformat()
        case "time":
            return _time(_one(form, field.name))
        case "money":
            return _pence(_one(form, field.name))
        case "checkboxes":
            return [value for value in form.get(field.name, ()) if value]
        case "count":
            return int(found) if (found := _one(form, field.name)).isascii() and found.isdigit() else None
        case "file":
            return None
        case "yes_no":
            return {"yes": True, "no": False}.get(_one(form, field.name))
        case _:
            found = _one(form, field.name)
            return "" if found and found == field.nothing else found or None


def typed(field: Field, form: Mapping[str, Sequence[str]]) -> Any:
    """What was typed, to be shown again as it was."""
    if field.widget in ("date", "instant"):
        parts = {part: _one(form, f"{field.name}-{part}") for part in ("day", "month", "year")}
        return {**parts, "time": _one(form, f"{field.name}-time")}
    if field.widget == "checkboxes":
        return list(form.get(field.name, ()))
    return _one(form, field.name)


def first(field: Field, seen: Seen) -> Any:
    """What the field holds before anybody types, in the shape of `typed`."""
    value = field.first(seen)
    if field.widget in ("date", "instant"):
        if value is None:
            return {"day": "", "month": "", "year": "", "time": ""}
        local = value.astimezone(LONDON) if isinstance(value, datetime) else value
        at = f"{local:%H:%M}" if isinstance(local, datetime) else "12:00"
        return {"day": str(local.day), "month": str(local.month), "year": str(local.year), "time": at}
    if field.widget == "checkboxes":
        return list(value or ())
    if field.widget == "money" and value is not None:
        return f"{value // 100}.{value % 100:02}"
    return "" if value is None else str(value)


def missing(field: Field) -> Refusal:
    """The refusal of a field that was left empty."""
    mend = (
        "Choose an answer." if field.widget in ("radios", "checkboxes", "select", "count", "yes_no") else "Fill it in."
    )
    says = f"{field.label} has no answer." if not field.label.endswith("?") else f"“{field.label}” has no answer."
    return Refusal(code="missing", says=says, mend=mend, field=field.name)


def _one(form: Mapping[str, Sequence[str]], name: str) -> str:
    values = form.get(name) or ("",)
    return values[0].strip()


def _date(name: str, form: Mapping[str, Sequence[str]]) -> str | None:
    day, month, year = (_one(form, f"{name}-{part}") for part in ("day", "month", "year"))
    if not (day or month or year):
        return None
    try:
        if not all(_NUMBER.fullmatch(part) for part in (day, month, year)):
            raise ValueError
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        raise CannotRead("This is not a date.", "Write day, month and year as numbers, like 27 11 2026.") from None


def _time(text: str) -> str | None:
    if not text:
        return None
    found = re.fullmatch(r"([0-9]{1,2})[:.]([0-9]{2})\s*(am|pm)?", text.lower())
    if found:
        hour = int(found[1]) % 12 + 12 if found[3] == "pm" else int(found[1])
        if hour < 24 and int(found[2]) < 60:
            return f"{hour:02}:{found[2]}"
    raise CannotRead("This is not a time.", "Write it like 10:30.")


def _pence(text: str) -> int | None:
    plain = text.replace("£", "").replace(",", "").replace(" ", "")
    if not plain:
        return None
    found = re.fullmatch(r"([0-9]{1,9})(?:\.([0-9]{2}))?", plain)
    if found is None:
        raise CannotRead("This is not a sum of money.", "Write pounds and pence, like 415.00.")
    return int(found[1]) * 100 + int(found[2] or 0)
