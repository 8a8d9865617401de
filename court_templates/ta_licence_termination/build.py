"""Letter that ends a licence of temporary accommodation because its terms were broken (PEA 1977 ss.3, 3A, 5(1A))."""

from pathlib import Path

from court_templates.kit import Box, Form, gap, para, ruled_table, tag
from court_templates.letters import letter_end, letter_top, section
from court_templates.quitting import prescribed, saved

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Notice ending your licence",
        running="Your licence is ending",
        mark="Letter ending a licence for breach of its terms · v{{ paper.version }}",
    )
    form.add(letter_top("Your licence of {{ property_address|lines }} is ended"))
    form.words(
        "You live at this address under a licence{% if leaving.agreement_on %} of "
        "{{ leaving.agreement_on|long_date }}{% endif %}{% if leaving.duty %}, provided under {{ leaving.duty }}"
        "{% endif %}. You have broken its terms, and {{ landlord.name }} gives you notice that the licence is ended on "
        "the day below."
    )
    box = Box("", "When the licence ends")
    box.line(
        (4, "On"),
        (
            20,
            "**{{ leaving.leave_on|weekday_date }}{% if leaving.leave_at %}, {{ leaving.leave_at }}{% endif %}**",
            "well",
        ),
    )
    box.words(
        "{% if leaving.protected %}"
        + saved("licence")
        + "{% else %}Please leave and give back the keys by then.{% endif %}"
    )
    form.add(
        box.whole(),
        gap(5),
        para("**What happened**", after=2, keep=True),
        para("{{ reasons }}", after=4),
        tag("if leaving.incidents"),
        ruled_table(
            [
                ("Day", 28.0, "left", "{{ i.on|short_date }}"),
                ("What happened", 104.0, "left", "{{ i.text }}"),
                ("Term broken", 46.0, "left", "{{ i.term }}"),
            ],
            "i in leaving.incidents",
        ),
        para("", exact=5),
        tag("endif"),
        tag("if leaving.clause"),
        para("The agreement says: {{ leaving.clause }}", after=6),
        tag("endif"),
        tag("if leaving.protected"),
        section(
            "Your rights",
            "If you do not leave, we must get a court order before you can be made to go, and only a court bailiff or "
            "enforcement officer may carry it out. Money paid after the licence ends is taken as a charge for use and "
            "occupation, and makes no new licence.",
        ),
        tag("else"),
        section(
            "Your rights",
            "The law does not require a court order before accommodation of this kind ends, only notice that is "
            "reasonable. If you think that the time is too short, or have something to say about what happened, tell "
            "us today.",
        ),
        tag("endif"),
        prescribed(test="leaving.protected"),
        section(
            "What this does not decide",
            "Ending this licence is not by itself a decision that we no longer owe you a duty as a homeless person. "
            "If we decide that, we will write to you with our reasons and tell you how to ask for a review.",
        ),
        letter_end(
            closing=section(
                "Where to get help",
                "Take this letter at once to a citizens advice bureau, a law centre, a housing aid centre, Shelter "
                "or a solicitor. If you are ill or disabled, have children or need care, tell us now. {{ "
                "leaving.belongings or 'Take everything with you when you go; tell us before then if you cannot.' }}",
            ),
        ),
    )
    return form


if __name__ == "__main__":
    build().save(HERE / "ta_licence_termination.docx")
