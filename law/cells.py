"""Cells of the printed tables that many tables share."""

from datetime import date

from law.explained import Confidence, long_date

Row = dict[str, str]


def yes(flag: bool) -> str:
    """`yes` or `no`."""
    return "yes" if flag else "no"


def mark(confidence: Confidence) -> str:
    """The mark with its meaning, as `A: official source`."""
    return f"{confidence.value}: {confidence.label}"


def to(day: date | None) -> str:
    """The last day of a row, or `in force`."""
    return long_date(day) if day else "in force"
