"""The letter before a notice, one to each tenant: what was done, what is still open (Protocol 1.7, 2.1-2.7)."""

from pathlib import Path

from court_templates.kit import Form, para, tag
from court_templates.letters import letter_end, letter_top, section, section_if
from court_templates.rent_schedule.build import attached
from court_templates.road_parts import (
    BREATHING_SPACE,
    FREE_ADVICE,
    OWED,
    UNDERSTANDING,
    appointment,
    pay_ways,
    what_we_know,
)

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Letter before a notice seeking possession",
        running="Before we give you a notice",
        mark="Letter under the Pre-Action Protocol 2.1 to 2.7 · v{{ paper.version }}",
    )
    form.add(letter_top("Your home may be at risk: please answer by {{ letter.reply_by|weekday_date }}"))
    form.words(
        "The rent for {{ property_address|lines }} is still behind. Before we give you a notice that we may ask the "
        "court for possession, this letter tells you what we have done, what help is open to you, and what would stop "
        "a notice.",
        after=6,
    )
    form.add(section("What you owe", OWED + "{% if rent_rows %} The enclosed statement shows every line.{% endif %}"))
    form.add(
        tag("if letter.done"),
        para("**What we have done so far**", after=2, keep=True),
        tag("for line in letter.done"),
        para("•  {{ line }}", after=1, indent=4, hang=4),
        tag("endfor"),
        para("", exact=5),
        tag("endif"),
    )
    form.add(
        section(
            "What would stop a notice",
            "Any one of these, by **{{ letter.reply_by|long_date }}**: the arrears are paid; we agree in writing a sum "
            "on top of the rent that you can afford, and you keep to it; or you show us that a benefit claim which "
            "should succeed is with the benefit office, with all it has asked for, and you pay what it will not cover.",
        ),
        appointment(),
        pay_ways(),
        what_we_know(),
        section_if(
            "letter.next_step",
            "What we mean to do",
            "{{ letter.next_step }}",
        ),
        section(
            "Tell us about yourself and your household",
            "We must think about your circumstances before we go further: illness or disability, children, caring for "
            "somebody, domestic abuse, or anything that makes you vulnerable. If you tell us, we can change what we "
            "do, or put you in touch with somebody who can help. "
            "If you agree, we will speak to the benefit office for you.",
            UNDERSTANDING,
        ),
        letter_end(
            "form of income and spending{% if rent_rows %}; rent statement{% endif %}",
            closing=section("Free advice", f"{FREE_ADVICE} {BREATHING_SPACE}"),
        ),
        attached(),
    )
    return form


if __name__ == "__main__":
    build().save(HERE / "protocol_letter_before_notice.docx")
