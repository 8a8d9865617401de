"""How the landlord kept to the Pre-Action Protocol (Part 2): asked, done, and what is not recorded."""

from pathlib import Path

from court_templates.kit import (
    GREY,
    STRIP,
    WIDTH,
    Box,
    Form,
    cell,
    keep_with_next,
    para,
    row,
    signature,
    table,
    tag,
    tag_row,
    tick,
)

HERE = Path(__file__).parent
_GRID = (14.0, 66.0, 98.0)


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Statement of compliance with the Pre-Action Protocol",
        running="Pre-Action Protocol: what was done",
        mark="Protocol statement (possession claims by social landlords, Part 2) · v{{ paper.version }}",
    )
    form.head(
        "Pre-Action Protocol:\nwhat was done",
        "(possession claims by social landlords, rent arrears)",
        [
            ("Landlord", "{{ landlord.name }}"),
            ("Tenant(s)", "{{ tenants|names }}"),
            ("Property", "{{ property_address|lines }}"),
            ("Claim no.", "{{ claim_number or 'Not issued' }}"),
        ],
    )
    box = Box("", "Arrears and answer")
    box.line(
        (5, "Arrears"),
        (7, "**{{ arrears_pence|money }}**", "well"),
        (4, "   on"),
        (8, "{{ arrears_as_at|long_date }}", "well"),
    )
    box.words(
        "The Protocol’s steps:   ",
        tick("not gaps"),
        "each that has come due has a dated record    ",
        tick("gaps"),
        "these have none: {% for g in gaps %}{{ g }}{% if not loop.last %}, {% endif %}{% endfor %}",
    )
    form.add(box.done(), _ledger())
    form.add(para("", exact=5))
    basis = Box("", "What this rests on")
    basis.words(
        "Each line comes from a dated record on the case file. A step with no record is shown so, whether or "
        "not it was needed in this case; one whose time has not come says why.",
        size=8.5,
    )
    form.add(basis.done(keep=True))
    form.add(signature("For the landlord"))
    return form


def _ledger() -> object:
    number, asked, done = _GRID
    head = row(
        [
            cell(number, "Para", fill=STRIP, line=4, bold=True, size=8.5),
            cell(asked, "What the Protocol asks", fill=STRIP, line=4, bold=True, size=8.5),
            cell(done, "What was done", fill=STRIP, line=4, bold=True, size=8.5),
        ],
        header=True,
    )
    keep_with_next(head)
    record = [
        tag("for s in item.done"),
        para("{{ s.on|short_date }}\u00a0\u00a0{{ s.text }}", size=8.5, after=0.5, indent=16.8, hang=16.8),
        tag("if s.note"),
        para("{{ s.note }}", size=8, colour=GREY, after=1.5, indent=16.8),
        tag("endif"),
        tag("endfor"),
        tag("for s in item.open"),
        para("{{ s.text }}", size=8.5, italic=True, after=1.5),
        tag("endfor"),
        tag("if not item.done and not item.open"),
        para("No record.", size=8.5, italic=True),
        tag("endif"),
    ]
    return table(
        _GRID,
        [
            head,
            tag_row("for item in ledger", WIDTH, 3),
            row(
                [
                    cell(number, "{{ item.para }}", line=4, size=8.5, bold=True),
                    cell(asked, "{{ item.asked }}", line=4, size=8.5),
                    cell(done, record, line=4),
                ],
                split=True,
            ),
            tag_row("endfor", WIDTH, 3),
        ],
        pad=(0.8, 1.4, 0.6, 1.4),
    )


if __name__ == "__main__":
    build().save(HERE / "protocol_statement.docx")
