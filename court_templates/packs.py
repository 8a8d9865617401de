"""Covers of packs of a case's papers: index, chronology, and what was left out and why."""

from typing import Any

from court_templates.boxes import ruled_table
from court_templates.kit import Form
from court_templates.wml import gap, para, tag


def index(form: Form) -> None:
    """Every document with its date and first page."""
    form.heading("Documents", before=6)
    form.add(
        ruled_table(
            [
                ("No.", 14.0, "left", "{{ x.number }}"),
                ("Date", 26.0, "left", "{{ x.on|short_date }}"),
                ("Document", 98.0, "left", "{{ x.title }}{% if x.withheld %} (in part or whole left out){% endif %}"),
                ("Pages", 18.0, "right", "{{ x.pages }}"),
                ("First page", 22.0, "right", "{{ x.page }}"),
            ],
            "x in pack.documents",
            size=8.5,
        ),
        gap(6),
    )


def chronology(form: Form) -> None:
    """What happened, with the document that shows it."""
    form.add(tag("if pack.events"))
    form.heading("What happened, and where it is shown", before=6)
    form.add(
        ruled_table(
            [
                ("Date", 26.0, "left", "{{ e.on|short_date }}"),
                ("What happened", 130.0, "left", "{{ e.what }}"),
                ("Document", 22.0, "right", "{{ e.proof or 'none here' }}"),
            ],
            "e in pack.events",
            size=8.5,
        ),
        gap(6),
        tag("endif"),
    )


def left_out(nothing: str) -> list[Any]:
    """Documents left out in part or whole, each with its reason."""
    return [
        tag("for d in withheld"),
        para("{{ d.number }}.  {{ d.title }}: {{ d.withheld }}", after=1.5, indent=7, hang=7),
        tag("endfor"),
        tag("if not withheld"),
        para(nothing),
        tag("endif"),
    ]
