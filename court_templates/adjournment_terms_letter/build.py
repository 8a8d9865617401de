"""What an adjournment on terms means, one letter to each tenant (Protocol 2.13)."""

from pathlib import Path

from court_templates.kit import Box, Form
from court_templates.letters import letter_end, letter_top, section, section_if
from court_templates.road_parts import LEGAL_ADVICE, pay_ways

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Claim adjourned on terms",
        mark="Letter under the Pre-Action Protocol 2.13 · v{{ paper.version }}",
        stands_alone=True,
    )
    form.add(
        letter_top(
            "The court case about your home is adjourned on terms",
            reference="Our reference {{ case_id }} · Claim no. {{ claim_number }}",
        )
    )
    form.words(
        "On **{{ order.made_on|long_date }}** the court adjourned our claim for possession of "
        "{{ property_address|lines }}. That means that no order for possession was made. The claim is paused, "
        "and stays paused while you keep to the terms.",
        after=6,
    )
    form.add(_terms().whole())
    form.add(
        pay_ways(),
        section(
            "While you keep the terms",
            "We will not go back to court."
            "{% if order.restore_by %} If we have not asked the court to go on by "
            "**{{ order.restore_by|long_date }}**, the order says that the claim ends.{% endif %}",
        ),
        section(
            "If you cannot keep them",
            "Tell us before the payment is due. If a payment is missed we will first write to you with a time by which "
            "to put it right. After that we may ask the court to list the claim again, and the judge could then make "
            "an order for possession. We cannot ask for an eviction without such an order.",
        ),
        section_if("letter and letter.next_step", "What else", "{{ letter.next_step }}"),
        letter_end(
            "a copy of the order if you have not had it from the court", closing=section("Advice", LEGAL_ADVICE)
        ),
    )
    return form


def _terms() -> Box:
    box = Box("", "The terms")
    box.well("{{ order.terms }}", height=8, split=True)
    box.line(
        (7, "Owed on {{ arrears_as_at|short_date }}"),
        (5, "{{ arrears_pence|money }}", "well"),
        (5, "   Instalment"),
        (7, "{% if order.instalment_pence is not none %}{{ order.instalment_pence|money }} a {{ order.frequency }}"
            "{% endif %}", "well"),
    )  # fmt: skip
    return box


if __name__ == "__main__":
    build().save(HERE / "adjournment_terms_letter.docx")
