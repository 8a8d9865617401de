"""Reads facts as worked cases write them: ISO days and instants, pounds as text, periods."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from law.errors import BadFact
from law.explained import Explained
from law.periods import RentPeriod
from law.service import notice_served

_CLASSES = {"first_class": "first_class_post", "second_class": "second_class_post"}


_DOCUMENT_WORDS = (
    ("dx", "document_exchange"),
    ("exchange", "document_exchange"),
    ("fax", "fax"),
    ("mail", "email"),
    ("electronic", "email"),
    ("person", "personal"),
    ("hand", "personal"),
    ("permitted", "permitted_address"),
    ("address", "permitted_address"),
    ("leav", "permitted_address"),
    ("left", "permitted_address"),
    ("second", "second_class_post"),
    ("class", "first_class_post"),
    ("post", "first_class_post"),
    ("next", "next_day"),
)


def document_method(words: str) -> str:
    """The CPR 6.26 method meant by a case's words; the words themselves when none is."""
    return next((method for part, method in _DOCUMENT_WORDS if part in words.lower()), words)


def day(text: str) -> date:
    """An ISO calendar day."""
    return date.fromisoformat(text)


def moment(text: str) -> date | datetime:
    """An ISO day, or a London clock time where the text holds one."""
    return datetime.fromisoformat(text) if "T" in text else day(text)


def pence(pounds: str) -> int:
    """Pounds as text (`118.42`) to whole pence. Raises BadFact on a fraction of a penny."""
    value = Decimal(pounds) * 100
    if value != int(value):
        raise BadFact("money", f"{pounds} is not whole pence.", "Give two decimal places.")
    return int(value)


def in_pounds(value: int) -> str:
    """Whole pence as the case files write pounds."""
    return f"{value // 100}.{value % 100:02d}"


def period(given: Mapping[str, Any]) -> RentPeriod | None:
    """The rent period of a case, if it has one."""
    row = given.get("period")
    return RentPeriod(row["unit"], row["n"], day(row["anchor"])) if row else None


def served(given: Mapping[str, Any]) -> date:
    """The day of service: as given, or presumed from posting by a council."""
    if "served" in given:
        return day(given["served"])
    return posted(given).value


def posted(given: Mapping[str, Any]) -> Explained[date]:
    """Presumed service by post."""
    return notice_served(_CLASSES.get(given["class"], given["class"]), day(given["posted"]), "council", True)


def grounds_of(given: Mapping[str, Any]) -> list[str]:
    """The grounds, whether a case names one or several."""
    return list(given["grounds"]) if "grounds" in given else [given["ground"]]
