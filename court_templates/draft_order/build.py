"""A draft order for the judge to settle: outright, or suspended on terms, with blanks where the court decides."""

from pathlib import Path

from court_templates.kit import WIDTH, Form, cell, gap, para, row, table, tag_row, tick

HERE = Path(__file__).parent
_NUMBER = 10.0
_BLANK = "____________________"


def build() -> Form:
    """The paper, ready to save."""
    form = Form("Draft order", mark="Draft order for the court to settle · v{{ paper.version }}")
    form.add(
        para("**In the {{ court_name }}**\tClaim no. **{{ claim_number }}**", tabs=[(WIDTH, "right")], after=10),
        para("Before District Judge " + _BLANK, after=8),
        para("Between", after=6),
        para("{{ landlord.name }}", bold=True, align="center", after=2),
        para("Claimant", align="right", after=4),
        para("and", align="center", after=4),
        para("{{ tenants|names }}", bold=True, align="center", after=2),
        para("{% if tenants|length > 1 %}Defendants{% else %}Defendant{% endif %}", align="right", after=6),
    )
    title = para("Draft order", style="Heading1", size=14, bold=True, align="center", before=3, after=3)
    form.add(table([WIDTH], [row([cell(WIDTH, [title], edges="tb", line=8)])]), gap(8))
    form.words(
        "**Upon** hearing {{ landlord.name }} and "
        + _BLANK
        + "{% if hearing %} on {{ hearing.at|london_day|long_date }}{% endif %}",
        after=3,
    )
    form.words(
        "**And upon** the court finding {% if must %}{{ must }} proved{% endif %}{% if must and may %}, or "
        "{% endif %}{% if may %}{{ may }} proved and that it is reasonable to make this order{% endif %} "
        "(Schedule 2 to the Housing Act {{ '1985' if '1985' in grounds[0].citation else '1988' }})",
        after=6,
    )
    form.words("**It is ordered that:**", after=4)
    form.add(para("{%p set order_line = namespace(number=0) %}"), _terms())
    form.words("Dated " + _BLANK, before=14, after=0)
    return form


def _terms() -> object:
    full = (
        (
            "",
            [
                para(
                    "The defendant{% if tenants|length > 1 %}s{% endif %} give the claimant possession of "
                    "{{ property_address|lines }} on or before " + _BLANK + ".",
                    after=6,
                )
            ],
        ),
        (
            "claim.money_judgment",
            [
                para(
                    "The defendant{% if tenants|length > 1 %}s{% endif %} pay the claimant "
                    "{{ arrears_pence|money }} for "
                    "arrears of rent to {{ arrears_as_at|long_date }}, and "
                    "{{ tenancy.daily_rate_pence|money }} a day from "
                    "then until possession is given.",
                    after=6,
                )
            ],
        ),
        (
            "claim.costs",
            [
                para(
                    "The defendant{% if tenants|length > 1 %}s{% endif %} pay the claimant’s costs"
                    "{% if total_pence is not none %}, assessed at {{ total_pence|money }}{% else %}, "
                    "assessed at £________{% endif %}.",
                    after=6,
                )
            ],
        ),
        (
            "may",
            [
                para(
                    tick("order and order.terms"),
                    "{% if must %}If {{ must }} is not proved: this{% else %}This{% endif %} order is not to be "
                    "enforced while the defendant{% if tenants|length > 1 %}s pay{% else %} pays{% endif %}:",
                    after=3,
                ),
                para(
                    "{% if order and order.terms %}{{ order.terms }}{% else %}the current rent and £________ "
                    "each {{ tenancy.period }} off the "
                    "arrears, the first payment on or before " + _BLANK + ".{% endif %}",
                    after=6,
                    indent=7,
                ),
            ],
        ),
    )
    rows = []
    for test, paragraphs in full:
        if test:
            rows.append(tag_row(f"if {test}", WIDTH, 2))
        number = "{% set order_line.number = order_line.number + 1 %}{{ order_line.number }}."
        rows.append(row([cell(_NUMBER, number, edges=""), cell(WIDTH - _NUMBER, paragraphs, edges="")]))
        if test:
            rows.append(tag_row("endif", WIDTH, 2))
    return table([_NUMBER, WIDTH - _NUMBER], rows, pad=(0, 0, 0, 0))


if __name__ == "__main__":
    build().save(HERE / "draft_order.docx")
