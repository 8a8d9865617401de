"""Continuation sheets: what does not fit a form's box, set out whole, with the form, the claim and the box named."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import typst

_HERE = Path(__file__).parent
_FONTS = _HERE.parent / "fonts"


@dataclass(frozen=True, slots=True)
class Continued:
    """A value that goes on a sheet. `sheet` is its number, from 1."""

    sheet: int
    title: str
    text: str


def make_sheets(form: str, claim_number: str, claimant: str, made_on: date, listed: Sequence[Continued]) -> bytes:
    """The sheets as one PDF, each from a new page. The same values give the same bytes."""
    told = {
        "form": form,
        "claim": claim_number,
        "claimant": claimant,
        "sheets": [{"number": c.sheet, "title": c.title, "paragraphs": c.text.split("\n")} for c in listed],
    }
    made = typst.compile(
        _HERE / "sheets.typ",
        format="pdf",
        root=_HERE,
        font_paths=[_FONTS],
        ignore_system_fonts=True,
        sys_inputs={"sheets": json.dumps(told)},
        timestamp=datetime(made_on.year, made_on.month, made_on.day, 12, tzinfo=UTC),
    )
    if not isinstance(made, bytes):
        raise RuntimeError("the continuation sheets were not laid out as one PDF")
    return made
