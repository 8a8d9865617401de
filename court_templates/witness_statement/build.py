"""An officer's witness statement (PD 32 paras 17-20), with the account's figures, exhibits and bundle pages."""

from pathlib import Path

from court_templates.kit import (
    WIDTH,
    Align,
    Form,
    cell,
    gap,
    keep_with_next,
    para,
    row,
    ruled_table,
    table,
    tag,
    tag_row,
    truth,
)
from court_templates.road_parts import proceedings, proceedings_title

HERE = Path(__file__).parent
_NUMBER = 10.0


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Witness statement",
        running="Witness statement of {{ witness.name }}",
        mark="Witness statement (CPR 32, PD 32) · v{{ paper.version }}",
    )
    form.add(_corner(), para("", exact=8), proceedings())
    form.add(proceedings_title("Witness statement of {{ witness.name }}"))
    tie = gap(2)
    keep_with_next(tie)
    form.add(_numbered(), tie)
    form.add(truth("this witness statement", claimant=False))
    form.add(tag("if exhibits"))
    form.heading("Exhibits", before=8)
    form.add(tag("if bundle_pages"), _exhibits(page=True), tag("else"), _exhibits(page=False), tag("endif"))
    form.add(tag("endif"))
    return form


def _exhibits(*, page: bool) -> object:
    """The list of exhibits on one page; with their bundle pages once there is a bundle."""
    columns: list[tuple[str, float, Align, str]] = [
        ("Exhibit", 24.0, "left", "{{ x.mark }}"),
        ("What it is", 124.0 if page else 154.0, "left", "{{ x.title }}"),
    ]
    if page:
        columns.append(("Bundle page", 30.0, "right", "{{ x.page }}"))
    return ruled_table(columns, "x in exhibits", size=9, whole=True)


def _corner() -> object:
    facts = [
        ("On behalf of", "Claimant"),
        ("Witness", "{{ witness.initials or witness.name }}"),
        ("Statement", "{{ ordinal }}"),
        (
            "Exhibits",
            "{% for x in exhibits %}{{ x.mark }}{% if not loop.last %}, {% endif %}{% else %}None{% endfor %}",
        ),
        ("Date", "{{ truth.signed_on|long_date or '____ / ____ / ______' }}"),
    ]
    rows = [
        row(
            [
                cell(108, "", edges=""),
                cell(24, label, edges="", size=8.5),
                cell(46, shown, edges="", bold=True, size=8.5),
            ]
        )
        for label, shown in facts
    ]
    return table([108, 24, 46], rows, pad=(0.2, 1, 0.2, 1))


def _numbered() -> object:
    """Numbered paragraphs, the last tied to the statement of truth below it."""
    number = "{{ loop.index }}."
    last = _paragraph(number, "{{ words }}")
    keep_with_next(last)
    loop = [
        tag_row("for words in told", WIDTH, 2),
        tag_row("if loop.last", WIDTH, 2),
        last,
        tag_row("else", WIDTH, 2),
        _paragraph(number, "{{ words }}"),
        tag_row("endif", WIDTH, 2),
        tag_row("endfor", WIDTH, 2),
    ]
    return table([_NUMBER, WIDTH - _NUMBER], loop, pad=(0, 0, 0, 0))


def _paragraph(number: str, words: str) -> object:
    return row(
        [cell(_NUMBER, number, edges="", after=6), cell(WIDTH - _NUMBER, words, edges="", after=6)],
        split=True,
    )


if __name__ == "__main__":
    build().save(HERE / "witness_statement.docx")
