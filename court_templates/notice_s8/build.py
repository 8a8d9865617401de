"""Notice seeking possession of an assured social tenancy: content of Form 3 (HA 1988 s.8), in our own words."""

from pathlib import Path

from court_templates.kit import Box, Form, signature
from court_templates.parts import PARTICULARS, addressed, grounds, home, meaning, warning, well
from court_templates.rent_schedule.build import attached

HERE = Path(__file__).parent

MEANING = (
    "**You do not have to leave on any date in this notice.** Your tenancy goes on, and so does the rent, "
    "until a court "
    "order is carried out. Only a court bailiff or enforcement officer may make you leave.",
    "**Two kinds of ground.** If a mandatory ground is proved (grounds 1 to 8) the court must make an order. If only a "
    "discretionary ground is proved (grounds 9 to 17) the court makes an order only if it thinks that reasonable.",
    "**Ground 8.** The court looks at the arrears twice: when this notice was served and on the day of the hearing. "
    "If you pay enough to be under the limit by the hearing, ground 8 fails.",
    "**How long this notice lasts.** No claim can be started on it after twelve months from the day it was served.",
    "**If you pay or agree.** Tell us at once if you can pay, if the figures look wrong, or if your benefit "
    "has changed. "
    "If you keep to an agreement, your landlord should hold back from a claim.",
    "**If you need advice**, take this notice straight away to Citizens Advice, a housing advice centre, a "
    "law centre or "
    "a solicitor. Free legal advice on losing your home is available from the day you get it.",
)


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Notice seeking possession (assured tenancy, social housing)",
        running="Notice seeking possession",
        mark="Notice under s.8 Housing Act 1988 · content of Form 3 in our own words · v{{ paper.version }}",
    )
    form.head(
        "Notice seeking\npossession",
        "(assured tenancy of social housing)",
        [
            ("Under", "Section 8, Housing Act 1988"),
            ("Landlord", "{{ landlord.name }}"),
            ("Date of notice", "{{ made_on|long_date }}"),
        ],
    )
    form.add(
        warning(
            "Your home may be at risk: please read all of this notice",
            "Your landlord means to ask a court to order you out of your home, for the reasons below. "
            "Use the time before the date in part 5 to talk to us and to get advice.",
        ),
        addressed("1"),
        home("2"),
        grounds("3", "The ground or grounds relied on, from Schedule 2 to the Housing Act 1988:"),
    )
    form.add(well("4", "A full explanation of why each ground is relied on:", PARTICULARS))
    dates = Box("5", "When the court may be asked")
    dates.words("The claim for possession will not be started before **{{ notice.specified_on|long_date }}**.")
    dates.words(
        "{% if two_weeks %}For {{ grounds_named }} that date may not be earlier than two weeks from the day on which "
        "this notice is served{% else %}That date may not be earlier than the Act allows for the grounds relied on"
        "{% endif %}. A claim must be started within twelve months of the day on which this notice is served"
        "{% if notice.lapse_on %}, that is by **{{ notice.lapse_on|long_date }}**{% endif %}.",
        size=8.5,
    )
    form.add(dates.done())
    form.add(
        signature(
            "6   Signed by or for the landlord",
            capacity=[("True", "Landlord"), ("False", "Joint landlords"), ("False", "Landlord’s agent")],
        )
    )
    form.add(meaning(MEANING), *attached(own_page=False))
    return form


if __name__ == "__main__":
    build().save(HERE / "notice_s8.docx")
