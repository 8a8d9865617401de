"""The second letter about arrears, one to each tenant: an appointment, means, an agreement (Protocol 2.1, 2.2, 2.9)."""

from pathlib import Path

from court_templates.kit import Form
from court_templates.letters import letter_end, letter_top, section, section_if
from court_templates.road_parts import (
    BREATHING_SPACE,
    FREE_ADVICE,
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
        "Second letter about rent arrears",
        mark="Letter under the Pre-Action Protocol 2.1, 2.2 and 2.9 · v{{ paper.version }}",
        stands_alone=True,
    )
    form.add(letter_top("Your rent arrears: please act by {{ letter.reply_by|weekday_date }}"))
    form.words(
        "We have written to you before about the rent for {{ property_address|lines }}, and the account is still "
        "behind. You are not losing your home today, but you could lose it if nothing changes.",
        after=6,
    )
    form.add(section("What you owe", OWED))
    form.add(
        section_if(
            "agreement",
            "The agreement we made",
            "On {{ agreement.made_on|long_date }} you agreed to pay {{ agreement.instalment_pence|money }} each "
            "{{ agreement.frequency }} on top of the rent. It has not been kept. If you can no longer afford it, tell "
            "us and we will look at it again.",
        ),
        section(
            "What we ask you to do by {{ letter.reply_by|long_date }}",
            "Please do one of these: pay what you owe; or call us and agree a sum that you can afford on top of the "
            "rent; or fill in the enclosed form of income and spending and send it back, so that we can work out such "
            "a sum together.",
        ),
        appointment(),
        pay_ways(),
        what_we_know(),
        section(
            "Help with your rent",
            "If you are waiting for a benefit decision, tell us and show us the claim. While a claim that should "
            "succeed is waiting, and you pay what it will not cover, we will hold back. We can ask the DWP to pay us "
            "direct and to take a small sum for the arrears out of your benefit.",
        ),
        section("Free advice", f"{FREE_ADVICE} {BREATHING_SPACE}", UNDERSTANDING),
        letter_end(
            "form of income and spending",
            closing=next_step(
                "The next step is a notice that we may ask the court for possession of your home. We would much rather "
                "agree with you."
            ),
        ),
    )
    return form


if __name__ == "__main__":
    build().save(HERE / "arrears_letter_2.docx")
