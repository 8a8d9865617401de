"""Notice of proceedings on the absolute ground for anti-social behaviour, with the right to a review (HA 1985 s.83ZA).

No form is prescribed: the section lists what must be said.
"""

from pathlib import Path

from court_templates.kit import Box, Form, para, signature, tag
from court_templates.parts import (
    addressed,
    advice,
    conditions,
    home,
    meaning,
    review_request,
    review_right,
    service_record,
    warning,
    well,
)

HERE = Path(__file__).parent

MEANING = (
    "**You do not have to leave on any date in this notice.** Your tenancy goes on, and so does the rent, until a "
    "court order is carried out. Only a court bailiff or enforcement officer may make you leave.",
    "**What the court does.** If a condition in part 3 is met and the rules on reviews were kept, the court must make "
    "the order, unless that would breach your rights under the Human Rights Act 1998. It cannot weigh whether the "
    "order is reasonable, and cannot do without this notice.",
    "**When you would have to go.** Such an order takes effect within fourteen days, or in a case of exceptional "
    "hardship within six weeks, of the day on which it is made (Housing Act 1980 s.89).",
    "**Another notice.** If your landlord also relies on other grounds, you will get a notice under section 83 too.",
    "**Tell us** at once about anyone in your home who is ill, disabled, a child or at risk, and about an appeal "
    "against the decision in part 3.",
)


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Notice of proceedings (absolute ground)",
        running="Notice of proceedings",
        mark="Notice under s.83ZA Housing Act 1985 · in our own words · v{{ paper.version }}",
    )
    form.head(
        "Notice of proceedings\nfor possession",
        "(absolute ground for anti-social behaviour)",
        [
            ("Under", "Section 83ZA, Housing Act 1985"),
            ("Landlord", "{{ landlord.name }}"),
            ("Date of notice", "{{ made_on|long_date }}"),
        ],
    )
    form.add(
        warning(
            "Your home is at risk: please read all of this notice",
            "Your landlord will ask a court to order you out of your home, and if the ground is proved the court must "
            "make the order. {% if review %}You have only {{ review.days }} days to ask for a review. {% endif %}"
            "Get advice today.",
        ),
        addressed("1"),
        home(
            "2",
            "{{ landlord.name }} will ask the court to make an order for possession, under section 84A of the Housing "
            "Act 1985 (absolute ground for possession for anti-social behaviour), of:",
        ),
        conditions("3", "The condition or conditions relied on, and the decision that meets each:"),
        well("4", "Why {{ landlord.name }} has decided to ask for the order:", [para("{{ reasons }}")]),
        _dates(),
        tag("if review"),
        review_right("6", by="before the date in part 5", late=True),
        tag("endif"),
        advice("{{ '7' if review else '6' }}"),
        signature("For the landlord"),
        meaning(MEANING),
        tag("if review"),
        review_request(),
        tag("endif"),
        service_record(),
    )
    return form


def _dates() -> list[object]:
    box = Box("5", "When the court may be asked")
    box.words("The claim for possession may be started only after **{{ notice.specified_on|long_date }}**.")
    box.words(
        "If no claim has been started by the end of twelve months after that date"
        "{% if notice.lapse_on %}, that is by **{{ notice.lapse_on|long_date }}**{% endif %}, this notice has no more "
        "effect.{% if term %} Your tenancy is for a fixed term, so that date may not be earlier than one month after "
        "the day on which this notice is served.{% else %} That date may not be earlier than the day on which your "
        "tenancy could have been ended by a notice to quit given on the same day as this notice.{% endif %}",
        size=8.5,
    )
    return box.whole()


if __name__ == "__main__":
    build().save(HERE / "notice_s83za.docx")
