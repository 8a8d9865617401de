"""Filling a template: strict where the library is lenient, so that damage is an error and never a missing word."""

import functools
import io
import unicodedata
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import jinja2
from docxtpl import DocxTemplate
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from documents.papers.checks import money
from documents.papers.package import check_parts, repack

LONDON = ZoneInfo("Europe/London")


class _CourtTemplate(DocxTemplate):  # type: ignore[misc]
    """Parses strictly, and leaves our tables' column widths alone (the library's repair guesses them)."""

    def fix_tables(self, xml: str) -> Any:
        parser = etree.XMLParser(recover=False, resolve_entities=False, huge_tree=True, no_network=True)
        return etree.fromstring(xml, parser=parser)


def long_date(day: date | None) -> str:
    """A date in words ("4 January 2027"); nothing for None."""
    return "" if day is None else f"{day.day} {day:%B %Y}"


def weekday_date(day: date | None) -> str:
    """A date in words with its weekday ("Monday 4 January 2027")."""
    return "" if day is None else f"{day:%A} {long_date(day)}"


def short_date(day: date | None) -> str:
    """A date in figures ("04/01/2027"); nothing for None."""
    return "" if day is None else f"{day:%d/%m/%Y}"


def clock(at: datetime) -> str:
    """London time of day of an aware instant ("10.30 am")."""
    local = at.astimezone(LONDON)
    return f"{local.hour % 12 or 12}.{local.minute:02d} {'am' if local.hour < 12 else 'pm'}"


def london_day(at: datetime) -> date:
    """London date of an aware instant."""
    return at.astimezone(LONDON).date()


def names(people: Any) -> str:
    """Names joined as people say them ("A, B and C").

    Where one runs from right to left "and" stands between all: two of them with a comma would change places.
    """
    listed = [person if isinstance(person, str) else person.full_name for person in people]
    if any(unicodedata.bidirectional(letter) in ("R", "AL") for name in listed for letter in name):
        return " and ".join(listed)
    return listed[0] if len(listed) == 1 else ", ".join(listed[:-1]) + " and " + listed[-1] if listed else ""


@functools.cache
def environment() -> jinja2.Environment:
    """Escapes every value, refuses an unknown name, prints nothing for None; a template reaches values and no more."""
    made = ImmutableSandboxedEnvironment(
        autoescape=True, undefined=jinja2.StrictUndefined, finalize=lambda v: "" if v is None else v
    )
    made.filters.update(
        money=lambda pence: "" if pence is None else money(pence),
        money_or_blank=lambda pence: money(pence) if pence else "",
        long_date=long_date,
        weekday_date=weekday_date,
        short_date=short_date,
        clock=clock,
        london_day=london_day,
        names=names,
        tick=lambda answer: "☒" if answer else "☐",
        lines=lambda parts: ", ".join(part for part in parts if part),
        stacked=lambda parts: "\n".join(part for part in parts if part),
    )
    return made


def fill(template: Path | bytes, context: dict[str, Any]) -> bytes:
    """The template (a file, or its bytes) with its values, as .docx bytes; the same values give the same bytes.

    Raises jinja2.UndefinedError for a name that the context lacks and lxml.etree.XMLSyntaxError for damaged XML.
    """
    document = _CourtTemplate(io.BytesIO(template) if isinstance(template, bytes) else template)
    document.render(context, environment(), autoescape=True)
    out = io.BytesIO()
    document.save(out)
    made = repack(out.getvalue())
    check_parts(made)
    return made
