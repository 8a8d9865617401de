"""Notice that ends the letting of a garage or parking space: the agreement's notice, or the common law's."""

from pathlib import Path

from court_templates.kit import Box, Form, gap, tag
from court_templates.letters import letter_end, letter_top, section, section_if
from court_templates.quitting import saved

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Notice ending a garage letting",
        running="Notice ending a garage letting",
        mark="Notice to quit a garage, not a dwelling · v{{ paper.version }}",
    )
    form.add(letter_top("Notice to quit: {{ property_address|lines }}"))
    form.words(
        "You hold this garage or space from {{ landlord.name }} under an agreement"
        "{% if leaving.agreement_on %} of {{ leaving.agreement_on|long_date }}{% endif %}, apart from any home. "
        "**{{ landlord.name }} gives you notice to quit, and to deliver up possession of it, on:**"
    )
    box = Box("", "When the letting ends")
    box.line((4, "On"), (20, "**{{ leaving.leave_on|weekday_date }}**", "well"))
    box.words(saved("letting"))
    form.add(
        box.whole(),
        gap(5),
        section_if("leaving.clause", "What the agreement says", "{{ leaving.clause }}"),
        tag("if reasons"),
        section("Why the letting is ended", "{{ reasons }}"),
        tag("endif"),
        tag("if arrears_pence > 0"),
        section(
            "What you owe",
            "On {{ arrears_as_at|long_date }} the rent owed for it was **{{ arrears_pence|money }}**. The rent is "
            "{{ tenancy.rent_pence|money }} a {{ tenancy.period }}. You still owe it after the letting ends.",
        ),
        tag("endif"),
        section(
            "By that day",
            "Clear the garage or space, leave it locked and clean, and bring or post all keys to the address at the "
            "top of this letter. We will ask you to sign for what is left, if anything.",
            "{{ leaving.belongings or 'Things left behind: we will write to you again before we sell or dispose of "
            "anything (Torts (Interference with Goods) Act 1977).' }}",
        ),
        section(
            "If you stay",
            "We will ask the court for an order for possession and for our costs, and may claim a sum for each "
            "day{% if tenancy.daily_rate_pence %}, at {{ tenancy.daily_rate_pence|money }} a day{% endif %}. Money "
            "paid after the letting ends is taken as that sum and not as rent.",
        ),
        letter_end(
            closing=section(
                "If you think that we are wrong",
                "Tell us at once if you live there, if the garage was let to you together with your home, or if the "
                "sum is wrong. You can get advice from a citizens advice bureau, a law centre or a solicitor.",
            ),
        ),
    )
    return form


if __name__ == "__main__":
    build().save(HERE / "garage_notice.docx")
