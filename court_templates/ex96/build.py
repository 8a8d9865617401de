"""The risk sheet for an eviction visit, to be back with the court before the appointment (EX96 in substance)."""

from pathlib import Path

from court_templates.kit import STRIP, WIDTH, Box, Form, cell, gap, keep_with_next, para, row, table, tag_row, tick
from court_templates.road_parts import listed, yes_no

HERE = Path(__file__).parent
_GRID = (52.0, 34.0, 92.0)


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Risk sheet for an eviction visit",
        running="Risk sheet for an eviction visit",
        mark="Risk sheet, contents as in EX96 · own wording, not the HMCTS form · v{{ paper.version }}",
    )
    form.head(
        "Risk sheet for\nan eviction visit",
        "(to reach the bailiff before the visit, or it is cancelled)",
        [
            ("In the", "{{ court_name }}"),
            ("Claim no.", "{{ claim_number }}"),
            ("Warrant no.", "{{ bailiff.warrant_number }}"),
            ("Visit", "{% if eviction %}{{ eviction.at|london_day|short_date }}, {{ eviction.at|clock }}"
                      "{% else %}{{ bailiff.visit }}{% endif %}"),
            ("Claimant", "{{ landlord.name }}"),
        ],
    )  # fmt: skip
    form.add(_where().done())
    form.heading("2.  Risks to the bailiff")
    form.words(
        "{% if bailiff.assessed_on %}Settled on {{ bailiff.assessed_on|long_date }} from the case file and what "
        "officers know.{% else %}**Not settled yet: every line needs an answer before this is sent.**{% endif %}",
        size=9,
        keep=True,
    )
    form.add(_risks(), gap(5))
    frail = Box(
        "3", "Children and vulnerable people on the land", note="Age, illness, disability, pregnancy, language."
    )
    frail.well(
        listed("line in (warrant.vulnerable if warrant else ())", "{{ line }}", "Nobody is recorded."),
        height=8,
        split=True,
    )
    form.add(frail.done())
    access = Box("4", "Access", note="Entry, lifts, parking, shutters, alarms, meters, animals left behind.")
    access.well("{{ warrant.access if warrant else '' }}", height=10, split=True)
    yes_no(access, "A locksmith will be there", "bailiff.locksmith")
    form.add(access.done(), _attend().done(keep=True), _signed().whole())
    return form


def _where() -> Box:
    box = Box("1", "The land, and who is to be evicted")
    box.line((5, "Property"), (19, "{{ property_address|lines }}", "well"))
    box.line((5, "Defendant(s)"), (19, "{{ tenants|names }}", "well"))
    yes_no(box, "Name and address have been checked against the warrant", "bailiff.correct_address")
    return box


def _risks() -> object:
    head = row(
        [
            cell(_GRID[0], "Risk", fill=STRIP, line=4, bold=True, size=8.5),
            cell(_GRID[1], "Known?", fill=STRIP, line=4, bold=True, size=8.5),
            cell(_GRID[2], "What is known, when, and how", fill=STRIP, line=4, bold=True, size=8.5),
        ],
        header=True,
    )
    keep_with_next(head)
    ticks = para(
        tick("r.known == 'yes'", size=9),
        "yes  ",
        tick("r.known == 'no'", size=9),
        "no\n",
        tick("r.known == 'not_sure'", size=9),
        "not sure",
        size=8.5,
    )
    line = row(
        [cell(_GRID[0], "{{ r.label }}", line=4, size=9), cell(_GRID[1], ticks, line=4),
         cell(_GRID[2], "{{ r.details }}", line=4, size=9)],
        split=True, height=9,
    )  # fmt: skip
    return table(
        _GRID,
        [head, tag_row("for r in risk_rows", WIDTH, 3), line, tag_row("endfor", WIDTH, 3)],
        pad=(0.8, 1.4, 0.6, 1.4),
    )


def _attend() -> Box:
    box = Box("5", "Who meets the bailiff")
    box.line(
        (4, "Name"),
        (10, "{{ bailiff.attending or (warrant.contact_name if warrant else '') }}", "well"),
        (4, "   Telephone"),
        (6, "{{ bailiff.attending_phone or (warrant.contact_phone if warrant else '') }}", "well"),
    )
    box.words("The claimant confirms that it will attend and still wants the eviction on this day:  ☐ yes   ☐ no")
    return box


def _signed() -> Box:
    box = Box("", "Signature", frame=12)
    box.line((4, "**Signed**"), (12, "", "well"), (2, "   Date"), (6, "", "well"), height=11)
    box.line(
        (4, "**Name**"),
        (8, "{{ landlord.signatory_name }}", "well"),
        (4, "   **Position**"),
        (8, "{{ landlord.signatory_position }}", "well"),
    )
    return box


if __name__ == "__main__":
    build().save(HERE / "ex96.docx")
