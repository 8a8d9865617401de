"""The letter after a notice and before a claim, one to each tenant, with the Protocol (Protocol 2.8-2.10)."""

from pathlib import Path

from court_templates.kit import Form
from court_templates.letters import letter_end, letter_top, section
from court_templates.rent_schedule.build import attached
from court_templates.road_parts import (
    BREATHING_SPACE,
    LEGAL_ADVICE,
    OWED,
    UNDERSTANDING,
    appointment,
    next_step,
    pay_ways,
    what_we_know,
)

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Letter after a notice and before a claim",
        running="After the notice, before a claim",
        mark="Letter under the Pre-Action Protocol 2.8 to 2.10 · v{{ paper.version }}",
    )
    form.add(letter_top("Before we go to court: please answer by {{ letter.reply_by|weekday_date }}"))
    form.words(
        "We gave you a notice about {{ property_address|lines }} ({{ notice.kind }}). From "
        "**{{ notice.issue_from|long_date }}** it lets us ask the court for possession of your home. We have not done "
        "so yet, and we would rather agree with you.",
        after=6,
    )
    form.add(
        section("What you owe", OWED + "{% if rent_rows %} The enclosed statement shows every line.{% endif %}"),
        section(
            "What would stop a claim",
            "Call us by **{{ letter.reply_by|long_date }}** to tell us why the rent is not being paid and what you can "
            "afford. While you pay the rent and an agreed sum on top, we will not start a claim. If you are waiting "
            "for a benefit that should cover the arrears, show us the claim and pay what it will not cover.",
        ),
        appointment(),
        pay_ways(),
        what_we_know(),
        section(
            "Other ways to settle this",
            "If we cannot agree, somebody independent may help us to: a mediator, an advice agency speaking for you, "
            "or our complaints procedure if you think that we are in the wrong. Tell us if you want that.",
        ),
        section("Your rights", "With this letter is a copy of the Pre-Action Protocol, the rules that we must keep "
                "before we go to court.", f"{LEGAL_ADVICE} {BREATHING_SPACE}", UNDERSTANDING),
        letter_end("the Pre-Action Protocol{% if rent_rows %}; rent statement{% endif %}", closing=next_step(
            "We may ask the court for an order for possession, for the rent owed and for our costs, which are then "
            "added to what you owe."
        )),
        attached(),
    )  # fmt: skip
    return form


if __name__ == "__main__":
    build().save(HERE / "protocol_letter_after_notice.docx")
