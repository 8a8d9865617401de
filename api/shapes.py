"""What the plain fields of a command may look like. A wrong one is named with its rule and mend, never repeated."""

import re
from datetime import date, datetime, time
from typing import Annotated, Any, get_args

from fastapi import Path
from pydantic import Field

from cases.base import FileRef
from cases.refusals import Refusal

EARLIEST, LATEST = 1900, 2199
MOST_PENCE = 10**11
MOST_ITEMS = 50
LONGEST_LABEL = 100
LABELS = frozenset({"attends", "label", "court", "claim_number", "number", "signer", "officer"})
"""Fields that hold a few words: of the court's, of a position, of a colleague. The rest are codes and ids."""

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069"
    "\ufeff\ufff9-\uffff\U000e0000-\U000e007f]"
)
_DATE = re.compile(r"([0-9]{4})-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"[0-9]{2}:[0-9]{2}(:[0-9]{2})?")
_INSTANT = re.compile(_DATE.pattern + r"T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})")
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}")
_PERSON = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,60}-P?[0-9]{1,3}")
_WORD_CODE = re.compile(r"[a-z][a-z0-9_]{0,60}")
_STRICTER = {
    "tenant": _PERSON,
    "tenants": _PERSON,
    "debtor": _PERSON,
    "debtors": _PERSON,
    "step": _WORD_CODE,
    "method": _WORD_CODE,
}


Reference = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$")]
"""A landlord's or a tenancy's reference in a request."""
RowNumber = Annotated[int, Path(ge=1, le=2**53)]
"""The number of a row in an address: no database is asked for one that it cannot hold."""
SEEN = r"^[^\x00-\x1f\x7f]*$"
"""What the id of a colleague may look like in a request: one line, nothing that cannot be seen."""


def without_unseen(words: str) -> str:
    """The words without characters that show nothing, or change the order of what is shown."""
    return _UNSEEN.sub("", words)


def leaves(annotation: Any) -> tuple[Any, ...]:
    """The plain types inside an annotation, through unions, tuples and annotations."""
    inside = [one for one in get_args(annotation) if one is not Ellipsis]
    if not inside or not all(isinstance(one, type) or get_args(one) for one in inside[:1]):
        return (annotation,)
    if hasattr(annotation, "__metadata__"):
        inside = inside[:1]
    return tuple(leaf for one in inside for leaf in leaves(one))


def shape_problem(name: str, annotation: Any, value: Any) -> Refusal | None:
    """What is wrong with the shape of a field's value; None if it can be looked at further."""
    found = _fault(name, leaves(annotation), value)
    if found is None:
        return None
    code, rule, mend = found
    return Refusal(code=code, says=f"{name.replace('_', ' ').capitalize()}: {rule}.", mend=mend, field=name)


def _fault(name: str, types: tuple[Any, ...], value: Any) -> tuple[str, str, str] | None:
    if FileRef in types:
        return "no_files", "files cannot be named from outside", "Leave it out."
    for kind, look in _LOOKS.items():
        if kind in types:
            return look(value)
    if str in types:
        return _text_fault(name, value)
    return None


def _date_fault(value: Any) -> tuple[str, str, str] | None:
    return _moment_fault(value, _DATE, "this is not a date", "Write it as 2026-11-22.")


def _instant_fault(value: Any) -> tuple[str, str, str] | None:
    return _moment_fault(
        value, _INSTANT, "this is not a moment with its time zone", "Write it as 2026-11-22T10:30:00Z."
    )


def _moment_fault(value: Any, pattern: re.Pattern[str], rule: str, mend: str) -> tuple[str, str, str] | None:
    found = pattern.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return "invalid_date", rule, mend
    if not EARLIEST <= int(found[1]) <= LATEST:
        return "invalid_date", f"the year is not between {EARLIEST} and {LATEST}", "Give the right year."
    return None


def _time_fault(value: Any) -> tuple[str, str, str] | None:
    if isinstance(value, str) and _TIME.fullmatch(value):
        return None
    return "invalid_time", "this is not a time", "Write it as 10:30."


def _yes_no_fault(value: Any) -> tuple[str, str, str] | None:
    return None if isinstance(value, bool) else ("not_yes_no", "this is neither true nor false", "Give true or false.")


def _sum_fault(value: Any) -> tuple[str, str, str] | None:
    if isinstance(value, bool) or not isinstance(value, int):
        return "not_pence", "this is not a whole number", "Give whole pence, as a number without a point."
    if abs(value) > MOST_PENCE:
        return "not_pence", "this is more than can be", "Give the sum in pence."
    return None


def _text_fault(name: str, value: Any) -> tuple[str, str, str] | None:
    several = isinstance(value, list | tuple)
    items = list(value) if several else [value]
    if len(items) > MOST_ITEMS:
        return "too_many", f"more than {MOST_ITEMS} were sent", "Send fewer."
    if not all(isinstance(item, str) for item in items):
        return "not_text", "this is not text", "Send text."
    if name in LABELS:
        if all(len(item) <= LONGEST_LABEL and "\n" not in item and item == without_unseen(item) for item in items):
            return None
        return "not_a_label", f"this is longer than {LONGEST_LABEL} letters or more than a line", "Shorten it."
    code = _STRICTER.get(name, _CODE)
    if all(code.fullmatch(item) for item in items):
        return None
    return "not_a_code", "this is not a code or an id", "Use one that the case or the API's documentation shows."


_LOOKS = {datetime: _instant_fault, date: _date_fault, time: _time_fault, bool: _yes_no_fault, int: _sum_fault}
