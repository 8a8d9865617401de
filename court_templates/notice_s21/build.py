"""Notice requiring possession of an assured shorthold of social housing: content of Form 6A, in our own words."""

from pathlib import Path

from court_templates.kit import Box, Form, signature
from court_templates.parts import addressed, advice, home, meaning, service_record, warning

HERE = Path(__file__).parent

MEANING = (
    "**You do not have to leave without a court order.** Your tenancy goes on, and so does the rent, until an order is "
    "carried out. Only a court bailiff or enforcement officer may make you leave.",
    "**No reason is needed.** If this notice is good and the claim is made in time, the court must make the order; it "
    "may decide without a hearing.",
    "**How long you have.** The date in part 3 may not be earlier than two months after the day on which this "
    "notice is given to you, nor, in a fixed term, before the term ends or can be ended. If yours is a periodic "
    "tenancy for which a notice to quit would have to be longer than two months, you have that longer time.",
    "**When this notice is no good.** It may not be given in the first four months of the tenancy. It has no effect "
    "where a deposit is not protected, where gas or energy certificates that the law asks for were not given, or where "
    "a licence for the property is missing. If any of that may be so, take advice.",
    "**When an order may take effect.** Not before six months from the start of the tenancy, unless it is a demoted "
    "tenancy.",
    "**How long this notice lasts.** A claim must be started within six months beginning with the day on which this "
    "notice was given; where more than two months’ notice is needed, within four months beginning with the date in "
    "part 3.",
    "**If you will be homeless,** ask the council’s housing options team for help now: it has duties to people with a "
    "notice like this one that ends within 56 days.",
)


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Notice requiring possession (assured shorthold tenancy)",
        running="Notice requiring possession",
        mark="Notice under s.21 Housing Act 1988 · content of Form 6A in our own words · v{{ paper.version }}",
    )
    form.head(
        "Notice requiring\npossession",
        "(assured shorthold tenancy of social housing)",
        [
            ("Under", "Section 21, Housing Act 1988"),
            ("Landlord", "{{ landlord.name }}"),
            ("Date of notice", "{{ made_on|long_date }}"),
        ],
    )
    dates = Box("3", "You are required to leave after:")
    dates.well("**{{ notice.specified_on|weekday_date }}**", height=8)
    dates.words(
        "If you do not leave, your landlord may ask the court for an order under section 21(1) or (4) of the "
        "Housing Act 1988 requiring you to give up possession.{% if notice.lapse_on %} A claim on this notice "
        "cannot be started after **{{ notice.lapse_on|long_date }}**.{% endif %}"
    )
    form.add(
        warning(
            "Your home is at risk: please read all of this notice",
            "Your landlord wants you to leave your home. If you stay after the date in part 3, it may ask a court "
            "for an order.",
        ),
        addressed("1"),
        home("2", "You are required to leave:"),
        dates.whole(),
        advice("4"),
        signature(
            "5   Signed by or for the landlord",
            capacity=[("True", "Landlord"), ("False", "Joint landlords"), ("False", "Landlord’s agent")],
        ),
        meaning(MEANING, keep=True),
        service_record(),
    )
    return form


if __name__ == "__main__":
    build().save(HERE / "notice_s21.docx")
