"""Sheets of answers for an online service: a table a page, lengths counted, what is too long listed first."""

from typing import Any

from court_templates.boxes import Box
from court_templates.kit import Form
from court_templates.wml import GREY, STRIP, WIDTH, cell, gap, keep_with_next, para, row, table, tag, tag_row

_GRID = (58.0, 94.0, 26.0)


def head(form: Form, title: str, subtitle: str, how: str, too_long: str) -> None:
    """Title, case panel, how to use the sheet, and what does not fit (the Jinja name `too_long`)."""
    form.head(
        title,
        subtitle,
        [
            ("Claimant", "{{ landlord.name }}"),
            ("Defendant(s)", "{{ tenants|names }}"),
            ("Property", "{{ property_address|lines }}"),
            ("Court", "{{ court_name }}"),
            ("Arrears", "{{ arrears_pence|money }} on {{ arrears_as_at|short_date }}"),
        ],
    )
    form.words(how, size=9, after=5)
    fits = Box("", "Before you begin")
    fits.well(
        [
            tag(f"for line in {too_long}"),
            para("{{ line }}", bold=True, after=1),
            tag("endfor"),
            tag(f"if not {too_long}"),
            para("Every answer fits its box."),
            tag("else"),
            para("What does not fit is set apart below, under its question.", size=8.5),
            tag("endif"),
        ],
        height=7,
        split=True,
    )
    form.add(fits.done())


def _entered() -> list[Any]:
    """The answer; of one that is too long, what the box takes and apart from it the rest."""
    return [
        para("{{ answer.fits }}"),
        tag("if answer.rest"),
        para("**The box takes no more. The rest, for a document sent with the claim:**", size=8.5, before=1.5),
        para("{{ answer.rest }}"),
        tag("endif"),
    ]


def answers(name: str) -> list[Any]:
    """The pages in the Jinja name `name`: question, what to enter, characters used of the limit."""
    width = sum(_GRID)
    heading = row(
        [
            cell(_GRID[0], "Question", fill=STRIP, line=4, bold=True, size=8.5),
            cell(_GRID[1], "Enter", fill=STRIP, line=4, bold=True, size=8.5),
            cell(_GRID[2], "Characters", fill=STRIP, line=4, bold=True, size=8.5),
        ]
    )
    title = row([cell(width, [
        para("{{ page.number }}.  {{ page.title }}", bold=True, keep=True),
        tag("if page.note"),
        para("{{ page.note }}", size=8, colour=GREY, keep=True),
        tag("endif"),
    ], span=3, edges="")])  # fmt: skip
    keep_with_next(title, heading)

    def line(*, split: bool) -> Any:
        return row(
        [
            cell(_GRID[0], "{{ answer.question }}", line=4, size=8.5),
            cell(_GRID[1], _entered(), line=4, size=9),
            cell(_GRID[2], "{% if answer.over %}**{{ answer.counted }}**{% else %}{{ answer.counted }}{% endif %}",
                 line=4, size=8.5),
        ],
        split=split,
    )  # fmt: skip

    rows = [
        title,
        heading,
        tag_row("for answer in page.answers", width, 3),
        tag_row("if answer.length > 1500", width, 3),
        line(split=True),
        tag_row("else", width, 3),
        line(split=False),
        tag_row("endif", width, 3),
        tag_row("endfor", width, 3),
        tag_row("if not page.answers", width, 3),
        row([cell(width, "Nothing to enter.", span=3, line=4, size=8.5)]),
        tag_row("endif", width, 3),
    ]
    assert width == WIDTH
    return [
        tag(f"for page in {name}"),
        table(_GRID, rows, pad=(0.8, 1.4, 0.6, 1.4)),
        gap(5),
        tag("endfor"),
    ]
