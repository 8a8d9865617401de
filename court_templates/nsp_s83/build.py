"""Notice of seeking possession of a secure periodic tenancy: content of SI 1987/755 Sch Part I, in our own words."""

from pathlib import Path

from court_templates.kit import Box, Form, signature
from court_templates.parts import PARTICULARS, addressed, grounds, home, meaning, warning, well
from court_templates.rent_schedule.build import attached

HERE = Path(__file__).parent

MEANING = (
    "**You do not have to leave on any date in this notice.** Your tenancy goes on, and so does the rent, "
    "until a court "
    "order is carried out. Only a court bailiff or enforcement officer may make you leave.",
    "**A judge decides.** Under grounds 1 to 8 the judge must think it reasonable to make an order. Under "
    "grounds 9 to 11 "
    "you must be offered somewhere suitable to live. Under grounds 12 to 15A both are needed. "
    "The court can allow a ground to be added or changed.",
    "**How long this notice lasts.** If no claim is started within twelve months after the date in part 5, this notice "
    "has no more effect and a new one would have to be given.",
    "**If you pay or agree.** Tell us at once if you can pay, if the figures look wrong, or if your benefit "
    "has changed. "
    "If you keep to an agreement, your landlord should hold back from a claim.",
    "**If you go.** If you are willing to give up the home without a court order, tell your landlord in writing first, "
    "and take advice: you may lose your right to be housed again.",
)


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Notice of seeking possession",
        mark="Notice under s.83 Housing Act 1985 · content of SI 1987/755 in our own words · v{{ paper.version }}",
    )
    form.head(
        "Notice of seeking\npossession",
        "(secure periodic tenancy)",
        [
            ("Under", "Section 83, Housing Act 1985"),
            ("Landlord", "{{ landlord.name }}"),
            ("Date of notice", "{{ made_on|long_date }}"),
        ],
    )
    form.add(
        warning(
            "Your home may be at risk: please read all of this notice",
            "Your landlord may ask a court to order you out of your home. If anything here is unclear, or you want "
            "help to answer it, take it straight away to Citizens Advice, a housing advice centre, a law centre or a "
            "solicitor. Free legal advice on losing your home is available from the day you get this notice.",
        ),
        addressed("1"),
        home("2"),
        grounds("3", "The ground or grounds relied on, from Schedule 2 to the Housing Act 1985:"),
    )
    form.add(well("4", "Why the ground or grounds are relied on (particulars):", PARTICULARS))
    form.add(_dates().done())
    form.add(signature("For the landlord"))
    form.add(meaning(MEANING), *attached())
    return form


def _dates() -> Box:
    box = Box("5", "When the court may be asked")
    box.loop("if not immediate")
    box.words(
        "The claim for possession will not be started until after **{{ notice.specified_on|long_date }}**.",
    )
    box.loop("endif")
    box.loop("if immediate")
    box.words(
        "Ground 2 is relied on. The claim for possession may be started **at once**. The date on which your landlord "
        "asks you to give up possession is **{{ notice.specified_on|long_date }}**.",
    )
    box.loop("endif")
    box.words(
        "This notice then stays in force for twelve months, {% if notice.lapse_on %}to "
        "**{{ notice.lapse_on|long_date }}**{% else %}counted from that date{% endif %}. The date in this "
        "part may not be earlier than the day on which your tenancy could have been ended by a notice to quit given on "
        "the same day as this notice.",
        size=8.5,
    )
    return box


if __name__ == "__main__":
    build().save(HERE / "nsp_s83.docx")
