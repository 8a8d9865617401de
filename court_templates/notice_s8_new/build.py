"""Notice seeking possession of an assured tenancy under the new rules: content of the published form, in our own words.

HA 1988 s.8 as amended by the Renters' Rights Act 2025: the form is the Secretary of State's current one (s.8(7)).
"""

from pathlib import Path

from court_templates.kit import Box, Form, signature
from court_templates.parts import (
    PARTICULARS,
    addressed,
    advice,
    grounds,
    home,
    meaning,
    service_record,
    warning,
    well,
)
from court_templates.rent_schedule.build import attached

HERE = Path(__file__).parent

MEANING = (
    "**You do not have to leave on any date in this notice.** Your tenancy goes on, and so does the rent, until a "
    "court order is carried out. Only a court bailiff or enforcement officer may make you leave.",
    "**Two kinds of ground.** If a mandatory ground is proved the court must make an order. If only a discretionary "
    "ground is proved the court makes an order only if it thinks that reasonable. Part 3 says of each which it is.",
    "**Rent arrears.** For ground 8 the court looks at the arrears twice: when this notice was served and on the "
    "day of the hearing. Rent left unpaid only because a universal credit award for housing has not come yet is not "
    "counted.",
    "**Anti-social behaviour.** Where ground 7A or ground 14 is relied on, the claim may be started at once; if "
    "nothing else is proved, the order may not take effect within fourteen days beginning with service of this "
    "notice.",
    "**How long this notice lasts.** No claim can be started on it after twelve months from the day it was served.",
    "**You may also leave** of your own accord, by notice of your own to your landlord. Take advice first: you may "
    "lose your right to be housed.",
    "**If you pay or agree.** Tell us at once if you can pay, if the figures look wrong, or if your benefit has "
    "changed.",
)


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Notice seeking possession (assured tenancy, new rules)",
        running="Notice seeking possession",
        mark="Notice under s.8 Housing Act 1988 as amended · form’s content in our own words · v{{ paper.version }}",
    )
    form.head(
        "Notice seeking\npossession",
        "(assured tenancy, rules since 1 May 2026)",
        [
            ("Under", "Section 8, Housing Act 1988"),
            ("Landlord", "{{ landlord.name }}"),
            ("Date of notice", "{{ made_on|long_date }}"),
        ],
    )
    dates = Box("5", "When the court may be asked")
    dates.words("The claim for possession will not be started before **{{ notice.specified_on|long_date }}**.")
    dates.words(
        "That date may not be earlier than the Act allows for the grounds relied on; where there are several, the "
        "longest time counts, but with ground 7A or 14 the claim may be started from the day of service. A claim must "
        "be started within twelve months of the day on which this notice is served{% if notice.lapse_on %}, that is by "
        "**{{ notice.lapse_on|long_date }}**{% endif %}.",
        size=8.5,
    )
    form.add(
        warning(
            "Your home may be at risk: please read all of this notice",
            "Your landlord means to ask a court to order you out of your home, for the reasons below. Use the time "
            "before the date in part 5 to talk to us and to get advice.",
        ),
        addressed("1"),
        home("2"),
        grounds("3", "The ground or grounds relied on, from Schedule 2 to the Housing Act 1988:"),
        well("4", "A full explanation of why each ground is relied on:", PARTICULARS),
        dates.whole(),
        advice("6"),
        signature(
            "7   Signed by or for the landlord",
            capacity=[("True", "Landlord"), ("False", "Joint landlords"), ("False", "Landlord’s agent")],
        ),
        meaning(MEANING, keep=True),
        service_record(),
        attached(),
    )
    return form


if __name__ == "__main__":
    build().save(HERE / "notice_s8_new.docx")
