"""Notice to quit (or to end a licence) with the prescribed information (PEA 1977 s.5; SI 1988/2201). No form."""

from pathlib import Path

from court_templates.kit import Form, signature
from court_templates.parts import addressed, advice, home, meaning, service_record, warning
from court_templates.quitting import WITHOUT_PREJUDICE, decision, ending, prescribed

HERE = Path(__file__).parent

MEANING = (
    "**Your {{ leaving.holding }} ends** when this notice runs out. You do not have to leave then: your landlord must "
    "first get a court order, and only a court bailiff or enforcement officer may make you leave.",
    "**Money after that day.** Go on paying. What you pay is taken as a charge for use and occupation and not as rent; "
    "taking it makes no new {{ leaving.holding }}.",
    "**What the court does.** If the {{ leaving.holding }} was rightly ended and you have no other right to stay, the "
    "court must make the order. It can look at whether your landlord acted lawfully, and at your human rights.",
    "**Tell us** at once about anyone in your home who is ill, disabled, a child or at risk, and if you will have "
    "nowhere to go: the council’s housing options team must help people who may be homeless.",
)


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Notice to quit",
        mark="Notice to quit with the information of SI 1988/2201 · in our own words · v{{ paper.version }}",
    )
    form.head(
        "{% if leaving.holding == 'licence' %}Notice to end\na licence{% else %}Notice to quit{% endif %}",
        "(by the landlord, with prescribed information)",
        [
            ("Under", "Section 5, Protection from Eviction Act 1977"),
            ("Landlord", "{{ landlord.name }}"),
            ("Date of notice", "{{ made_on|long_date }}"),
        ],
    )
    form.add(
        warning(
            "Your home is at risk: please read all of this notice",
            "This notice ends your {{ leaving.holding }}. You do not have to leave without a court order. Take it "
            "to somebody who can advise you as soon as you can.",
        ),
        addressed("1", note="Everyone named in the agreement."),
        home("2", "The home:"),
        ending("3"),
        decision("4"),
        WITHOUT_PREJUDICE,
        prescribed(),
        signature("For the landlord"),
        advice(),
        meaning(MEANING, keep=True),
        service_record(),
    )
    return form


if __name__ == "__main__":
    build().save(HERE / "notice_to_quit.docx")
