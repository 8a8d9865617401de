"""The first letter about arrears, one to each tenant: contact, benefits, debt advice (Protocol 2.1, 2.5, 2.7)."""

from pathlib import Path

from court_templates.kit import Form
from court_templates.letters import letter_end, letter_top, section
from court_templates.road_parts import FREE_ADVICE, OWED, UNDERSTANDING, next_step, pay_ways, what_we_know

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "First letter about rent arrears",
        mark="Letter under the Pre-Action Protocol 2.1, 2.5 and 2.7 · v{{ paper.version }}",
        stands_alone=True,
    )
    form.add(letter_top("Your rent account is behind: please talk to us"))
    form.words(
        "I am writing about the rent for {{ property_address|lines }}. We want to help you to keep your home, and the "
        "sooner we talk, the more we can do.",
        after=6,
    )
    form.add(section("What you owe", OWED + " If you have paid within the last few days, thank you: it may not show."))
    form.add(
        section(
            "What we ask you to do by {{ letter.reply_by|long_date }}",
            "Please pay what you owe, or call, write or e-mail to tell us what has happened and what you can afford. "
            "Tell us about any change in your work, your benefits, your health or who lives with you.",
        )
    )
    form.add(pay_ways(), what_we_know())
    form.add(
        section(
            "How we can help",
            "We can go through what comes in and goes out and agree a sum that you can keep to. We can help you to "
            "claim Universal Credit, Housing Benefit or a discretionary housing payment, or to put a claim right.",
        ),
        section("Free advice", FREE_ADVICE, UNDERSTANDING),
        letter_end(
            closing=next_step("We will write again and call on you. Rent arrears that go on can put your home at risk.")
        ),
    )
    return form


if __name__ == "__main__":
    build().save(HERE / "arrears_letter_1.docx")
