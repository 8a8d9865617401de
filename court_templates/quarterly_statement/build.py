"""The quarterly rent statement, one letter to each tenant, with every line of the period (Protocol 2.3)."""

from pathlib import Path

from court_templates.kit import Box, Form
from court_templates.letters import letter_end, letter_top, section
from court_templates.rent_schedule.build import attached
from court_templates.road_parts import FREE_ADVICE, pay_ways

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Quarterly rent statement",
        running="Your rent statement",
        mark="Statement under the Pre-Action Protocol 2.3 · v{{ paper.version }}",
    )
    form.add(
        letter_top(
            "Your rent statement, {{ statement_period.first|long_date }} to {{ statement_period.last|long_date }}"
        )
    )
    form.words(
        "This is your statement for {{ property_address|lines }}. It shows the rent that fell due and what was paid, "
        "by you or by a benefit, in the past three months. You can ask us at any time, free, for a statement from the "
        "day when the account first fell behind.",
        after=6,
    )
    form.add(_sum().whole())
    form.add(
        section(
            "Is something wrong?",
            "If a payment is missing, or you cannot follow a line, call us and we will go through it with you. Money "
            "marked “CR” is in your favour.",
        ),
        pay_ways(),
        letter_end(
            "statement of the account",
            closing=section(
                "If you find it hard to pay", "Tell us early, and we will look for a way with you. " + FREE_ADVICE
            ),
        ),
        attached(),
    )
    return form


def _sum() -> Box:
    box = Box("", "In short")
    for label, amount in (
        ("Balance at the start", "opening_pence"),
        ("Rent and charges due in the period", "rent_due_pence"),
        ("Paid and credited in the period", "rent_paid_pence"),
        ("**Balance on {{ arrears_as_at|long_date }}**", "arrears_pence"),
    ):
        box.line((16, label), (8, "{{ " + amount + "|money }}", "well"), height=6)
    return box


if __name__ == "__main__":
    build().save(HERE / "quarterly_statement.docx")
