"""Request for a warrant after breach of a suspended order for arrears: N325A with the statement it must carry."""

from pathlib import Path

from court_templates.kit import Box, Form
from court_templates.n325.build import amounts, bailiff, head, land, parties, signed
from court_templates.road_parts import terms_statement

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Request for a warrant of possession: suspended order for arrears",
        running="Request for a warrant after breach of a suspended order",
        mark="Request, boxes as in N325A · own wording, not the HMCTS form · v{{ paper.version }}",
    )
    head(form, "Request for a warrant\nof possession of land", "(a suspended order for rent arrears has been broken)")
    form.add(parties().done())
    order = Box("1", "The suspended order")
    order.line(
        (5, "Made on"),
        (7, "{{ order.made_on|long_date }}", "well"),
        (5, "   Possession by"),
        (7, "{{ order.possession_on|long_date }}", "well"),
    )
    order.line(
        (5, "Judgment"),
        (7, "{{ order.judgment_pence|money }}", "well"),
        (5, "   Instalment"),
        (7, "{% if order.instalment_pence is not none %}{{ order.instalment_pence|money }} a "
            "{{ order.frequency }}{% endif %}",
         "well"),
    )  # fmt: skip
    order.words("Its terms:", size=9, keep=True)
    order.well("{{ order.terms }}", height=8, split=True)
    form.add(order.done())
    form.add(land().done(), amounts().done(), _breach().done())
    form.add(*bailiff(5))
    form.add(signed())
    form.add(terms_statement())
    return form


def _breach() -> Box:
    box = Box("4", "How the terms were broken")
    box.words("I certify that:", keep=True)
    box.choice(
        "True",
        "the defendant has not kept the terms of the order. Since {{ order.lines[0].on|long_date }} "
        "**{{ order.due_pence|money }}** fell due, **{{ order.paid_pence|money }}** was paid, and "
        "**{{ order.shortfall_pence|money }}** is short;",
    )
    box.choice("True", "a statement of the payments due and made under the order is attached;")
    box.choice(
        "True", "the breach is a failure to pay money, so the court’s permission is not needed (CPR 83.2(3)(e));"
    )
    box.choice(
        "True", "the defendant has not left the land, and no stay, suspension or breathing space stands in the way."
    )
    return box


if __name__ == "__main__":
    build().save(HERE / "n325a.docx")
