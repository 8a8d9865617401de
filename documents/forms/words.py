"""The words that mappings are written in: the templates' own filters, and those that a form's small boxes need."""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from documents.papers.template import environment

_POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}", re.IGNORECASE)
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "lord", "lady", "rev", "prof"})


@dataclass(frozen=True, slots=True)
class Address:
    """An address in the five boxes of a court form; a box that is not known is empty."""

    street: str = ""
    second: str = ""
    town: str = ""
    county: str = ""
    postcode: str = ""


def address(lines: Sequence[str]) -> Address:
    """Lines of an address in a form's boxes: the first, the town last before the postcode, and what lies between.

    The county stays empty: which line would be one cannot be told from the lines.
    """
    kept = [line for line in lines if line]
    postcode = kept.pop() if kept and _POSTCODE.fullmatch(kept[-1].strip()) else ""
    street = kept[0] if kept else ""
    town = kept[-1] if len(kept) > 1 else ""
    return Address(street=street, second=", ".join(kept[1:-1]), town=town, postcode=postcode)


def first_names(full_name: str) -> str:
    """All but the last word of a name, without a title before it."""
    return " ".join(_without_title(full_name)[:-1])


def last_name(full_name: str) -> str:
    """The last word of a name."""
    return " ".join(_without_title(full_name)[-1:])


def _without_title(full_name: str) -> list[str]:
    words = full_name.split()
    return words[1:] if len(words) > 1 and words[0].rstrip(".").lower() in _TITLES else words


def _pounds(pence: int | None) -> str:
    """Pounds without their sign, which the form prints ("1,234.50"); nothing for None."""
    return "" if pence is None else f"{'-' if pence < 0 else ''}{abs(pence) // 100:,}.{abs(pence) % 100:02d}"


def _dated(form: str) -> Any:
    def said(day: date | None) -> str:
        return "" if not isinstance(day, date) else f"{day:{form}}"

    return said


def _day_and_month(day: date | None) -> str:
    return "" if day is None else f"{day.day} {day:%B}"


def _marked(text: str, letter: str) -> bool:
    """Whether an exhibit's line begins with this mark ("B1 Proof of service")."""
    words = re.split(r"[\s:.,)–-]+", text.removeprefix("Exhibit ").strip(), maxsplit=1)
    return words[0] == letter


@functools.cache
def words() -> jinja2.Environment:
    """Plain text out, nothing escaped; unknown names raise; a mapping can look at values and call nothing of ours."""
    made = ImmutableSandboxedEnvironment(
        autoescape=False, undefined=jinja2.StrictUndefined, finalize=lambda v: "" if v is None else v
    )
    made.filters.update(environment().filters)
    made.filters.update(
        address=address,
        first_names=first_names,
        last_name=last_name,
        pounds=_pounds,
        day=_dated("%d"),
        month=_dated("%m"),
        year=_dated("%Y"),
        short_year=_dated("%y"),
        eight_figures=_dated("%d%m%Y"),
        day_and_month=_day_and_month,
    )
    made.tests["marked"] = _marked
    return made
