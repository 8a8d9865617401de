"""An arrangement confirmed in writing, one letter to each tenant, with its schedule (Protocol 2.2, 2.9)."""

from pathlib import Path

from court_templates.kit import Box, Form, para, ruled_table, tag
from court_templates.letters import letter_end, letter_top, section
from court_templates.road_parts import FREE_ADVICE, pay_ways

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Arrangement to repay rent arrears",
        running="Our agreement about your rent",
        mark="Letter under the Pre-Action Protocol 2.2 and 2.9 · v{{ paper.version }}",
    )
    form.add(letter_top("Our agreement about your rent arrears"))
    form.words(
        "Thank you for talking to us. This letter sets out what we agreed on **{{ agreement.made_on|long_date }}** "
        "about the rent for {{ property_address|lines }}. If anything in it is not what you agreed, tell us at once.",
        after=6,
    )
    form.add(_what().whole())
    form.add(tag("if agreement.terms"), *section("What else we agreed", "{{ agreement.terms }}"), tag("endif"))
    form.add(
        pay_ways(),
        section(
            "While you keep to it",
            "We will not give you a notice, and will not start or go on with a court claim, while the payments are "
            "made in full and on time. {% if agreement.review_on %}We will look at it again with you on "
            "{{ agreement.review_on|long_date }}, or sooner if you ask.{% endif %}",
        ),
        section(
            "If you cannot make a payment",
            "Tell us before it is due. We can change the agreement if your circumstances have changed. If payments are "
            "missed and we hear nothing, we will write with a time by which to put it right. Only after that would "
            "we take the next step towards the court.",
        ),
        letter_end("schedule of payments", closing=section("Free advice", FREE_ADVICE)),
    )
    form.add(
        para("Schedule of payments", style="Heading1", size=14, bold=True, break_before=True, after=2),
        para(
            "{{ tenants|names }}, {{ property_address|lines }}. Arrears on {{ agreement.made_on|long_date }}: "
            "**{{ agreement.arrears_pence|money }}**. The last column is what will be left if each payment is made.",
            after=5,
        ),
        ruled_table(
            [
                ("Date due", 38.0, "left", "{{ line.on|short_date }}"),
                ("Rent", 32.0, "right", "{{ line.rent_pence|money }}"),
                ("Off the arrears", 34.0, "right", "{{ line.instalment_pence|money }}"),
                ("To pay in all", 36.0, "right", "{{ (line.rent_pence + line.instalment_pence)|money }}"),
                ("Arrears left", 38.0, "right", "{{ line.left_pence|money }}"),
            ],
            "line in agreement.lines",
            size=9,
        ),
    )
    return form


def _what() -> Box:
    box = Box("", "What you agreed to pay")
    box.line(
        (6, "Arrears"),
        (6, "**{{ agreement.arrears_pence|money }}**", "well"),
        (5, "   Rent as it falls due"),
        (7, "{{ agreement.rent_pence|money }} a {{ tenancy.period }}", "well"),
    )
    box.line(
        (6, "On top of the rent"),
        (6, "**{{ agreement.instalment_pence|money }} a {{ agreement.frequency }}**", "well"),
        (5, "   First payment"),
        (7, "**{{ agreement.first_payment_on|long_date }}**", "well"),
    )
    box.words("{% if agreement.clears_on %}Kept to, it clears the arrears on {{ agreement.clears_on|long_date }}."
              "{% else %}It goes on until the arrears are cleared or we agree something else.{% endif %}",
              size=9)  # fmt: skip
    return box


if __name__ == "__main__":
    build().save(HERE / "arrangement_letter.docx")
