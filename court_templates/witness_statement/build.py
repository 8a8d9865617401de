"""An officer's witness statement (PD 32 paras 17-20), with the account's figures, exhibits and bundle pages."""

from pathlib import Path

from court_templates.kit import Form, cell, para, row, ruled_table, table, tag, truth

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Witness statement",
        running="Witness statement of {{ witness.name }}",
        mark="Witness statement (CPR 32, PD 32) · v{{ paper.version }}",
    )
    form.add(_corner(), para("", exact=8), _parties())
    form.add(_numbered())
    form.add(truth("this witness statement", claimant=False))
    form.add(tag("if exhibits"))
    form.heading("Exhibits", before=8)
    form.add(
        ruled_table(
            [
                ("Exhibit", 24.0, "left", "{{ x.mark }}"),
                ("What it is", 124.0, "left", "{{ x.title }}"),
                ("Bundle page", 30.0, "right", "{{ x.page }}"),
            ],
            "x in exhibits",
            size=9,
        )
    )
    form.add(tag("endif"))
    return form


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


def _parties() -> list[object]:
    made: list[object] = [
        para("**In the {{ court_name }}**\tClaim no. **{{ claim_number }}**", tabs=[(178, "right")], after=10),
        para("Between", after=6),
        para("{{ landlord.name }}", bold=True, align="center", after=2),
        para("Claimant", align="right", after=4),
        para("and", align="center", after=4),
        para("{{ tenants|names }}", bold=True, align="center", after=2),
        para("{% if tenants|length > 1 %}Defendants{% else %}Defendant{% endif %}", align="right", after=6),
    ]
    title = [
        para(
            "Witness statement of {{ witness.name }}",
            style="Heading1",
            size=14,
            bold=True,
            align="center",
            before=3,
            after=3,
        )
    ]
    made.append(table([178], [row([cell(178, title, edges="tb", line=8)])]))
    made.append(para("", exact=8))
    return made  # fmt: skip


OPENING = (
    "I am {{ witness.name }}, {{ witness.position }}, employed by {{ witness.employer }} at {{ landlord.address|lines }}. "
    "I have authority to make this statement for the claimant.",
    "What I say is within my own knowledge where I say so; otherwise it comes from the claimant’s housing and rent records, "
    "which I have read and which are kept in the ordinary course of its work, and I believe it to be true.",
    "The claimant lets {{ property_address|lines }} to {{ tenants|names }} under a(n) {{ tenancy.occupancy }} tenancy that "
    "began on {{ tenancy.start_date|long_date }}. The rent is {{ tenancy.rent_pence|money }} a {{ tenancy.period }}, which is "
    "{{ tenancy.daily_rate_pence|money }} a day ({{ tenancy.daily_rate_convention }}).",
    "On {{ arrears_as_at|long_date }} the arrears of rent were {{ arrears_pence|money }}. The rent account from "
    "{{ first_row.on|long_date }} shows {{ rent_due_pence|money }} due and {{ rent_paid_pence|money }} paid, after a balance "
    "before that of {{ opening_pence|money }}.",
    "The claimant relies on {% for g in grounds %}{{ g.code|lower }} ({{ g.citation }}){% if not loop.last %}, "
    "{% endif %}{% endfor %}.",
)


def _numbered() -> list[object]:
    made: list[object] = []
    for number, words in enumerate(OPENING, start=1):
        made.append(para(f"{number}.\t{words}", indent=10, hang=10, tabs=[(10, "left")], after=6))
    made.append(tag("for words in paragraphs"))
    made.append(tag("if loop.last"))
    number = "{{ loop.index + " + str(len(OPENING)) + " }}.\t{{ words }}"
    made.append(para(number, indent=10, hang=10, tabs=[(10, "left")], after=8, keep=True))
    made.append(tag("else"))
    made.append(para(number, indent=10, hang=10, tabs=[(10, "left")], after=6))
    made.append(tag("endif"))
    made.append(tag("endfor"))
    return made


if __name__ == "__main__":
    build().save(HERE / "witness_statement.docx")
