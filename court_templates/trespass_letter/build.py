"""Letter before a claim to somebody who occupies without any right: leave, or the court is asked (CPR 55.1(b))."""

from pathlib import Path

from court_templates.kit import Box, Form, gap
from court_templates.letters import letter_end, letter_top, section, section_if

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Requirement to leave",
        running="Requirement to leave",
        mark="Letter before a claim against trespassers · v{{ paper.version }}",
    )
    form.add(letter_top("You must leave {{ property_address|lines }}"))
    form.words(
        "{{ landlord.name }} owns, or has the right to possession of, this property. Our records show that you are "
        "living there without our permission and that you have no tenancy or licence from us. This letter is to you "
        "and to everyone else who lives there."
    )
    box = Box("", "What we require")
    box.line(
        (7, "Leave, with all that is yours, by"),
        (
            17,
            "**{{ leaving.leave_on|weekday_date }}{% if leaving.leave_at %}, {{ leaving.leave_at }}{% endif %}**",
            "well",
        ),
    )
    box.words("Give all keys to us at the address at the top of this letter.")
    form.add(
        box.whole(),
        gap(5),
        section("Why we say that you have no right to be there", "{{ reasons }}"),
        section(
            "If you do not leave",
            "We will ask the county court for an order for possession without writing again, and for our costs. No "
            "notice to quit is needed. If the court finds that nobody gave you a right to live there it must make "
            "the order, and a court bailiff or enforcement officer can carry it out.",
            "We do not take any money from you as rent, and nothing in this letter makes you our tenant or "
            "licensee. We may claim a sum for each day of occupation{% if tenancy.daily_rate_pence %}, at {{ "
            "tenancy.daily_rate_pence|money }} a day{% endif %}. To enter a home as a trespasser and live in it may "
            "be a crime (Legal Aid, Sentencing and Punishment of Offenders Act 2012 s.144).",
        ),
        section(
            "If you think that you have a right to stay",
            "Tell us before the day above, and send us what shows it: an agreement, a rent book, letters, or proof "
            "that you lived there with a tenant who has died or left. We will look at it before we go to court.",
        ),
        section_if("leaving.belongings", "Your belongings", "{{ leaving.belongings }}"),
        letter_end(
            closing=section(
                "Where to get help",
                "Take this letter at once to a citizens advice bureau, a law centre, a housing aid centre, Shelter "
                "or a solicitor. If you will be homeless, ask the council’s housing options team. Tell us if anyone "
                "there is a child, ill, disabled, pregnant or at risk.",
            ),
        ),
    )
    return form


if __name__ == "__main__":
    build().save(HERE / "trespass_letter.docx")
