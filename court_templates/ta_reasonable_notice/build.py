"""Reasonable notice that accommodation provided while a council decides is to end (HA 1996 ss.188, 190, 200, 204)."""

from pathlib import Path

from court_templates.kit import Box, Form, gap
from court_templates.letters import letter_end, letter_top, section, section_if

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Notice that your accommodation is ending",
        running="Your accommodation is ending",
        mark="Letter giving reasonable notice · v{{ paper.version }}",
    )
    form.add(letter_top("Your accommodation at {{ property_address|lines }} is ending"))
    form.words(
        "{{ landlord.name }} has provided this accommodation for you for the time being{% if leaving.duty %}, under "
        "{{ leaving.duty }}{% endif %}. We are now ending it. **Please leave, and give back the keys, by the day "
        "below.**"
    )
    box = Box("", "When you must leave")
    box.line(
        (4, "Leave by"),
        (
            20,
            "**{{ leaving.leave_on|weekday_date }}{% if leaving.leave_at %}, {{ leaving.leave_at }}{% endif %}**",
            "well",
        ),
    )
    form.add(
        box.whole(),
        gap(5),
        section(
            "Why it is ending",
            "{{ leaving.decision }}{% if leaving.decision_on %} We wrote to you with that decision and its reasons on "
            "{{ leaving.decision_on|long_date }}.{% endif %}{% if reasons %} {{ reasons }}{% endif %}",
        ),
        section_if(
            "leaving.homeless_review_by",
            "If you think that the decision is wrong",
            "You may ask us to review it, by **{{ leaving.homeless_review_by|long_date }}** (Housing Act 1996 "
            "s.202). You may also ask us to go on accommodating you while we decide the review. We do not have to, "
            "but we must consider it and tell you: ask at once, and say why.",
        ),
        section(
            "Your rights",
            "This accommodation was provided while we looked into your case, or for a short time after. The law "
            "does not require a notice to quit or a court order before it ends, only notice that is reasonable. If "
            "you think that the time is too short, for instance because of illness, disability or school, tell us "
            "today.",
            "You can get free advice at once from a citizens advice bureau, a law centre, a housing aid centre, "
            "Shelter or a solicitor. Take this letter and the decision with you.",
        ),
        letter_end(
            closing=section(
                "Before you go",
                "{{ leaving.belongings or 'Take everything with you. If you cannot take or store your belongings, "
                "tell us before you leave: we may have a duty to protect them (Housing Act 1996 s.211).' }}",
                "If you have children or need care and have nowhere to go, we can put you in touch with social "
                "services: call us before the day above.",
            ),
        ),
    )
    return form


if __name__ == "__main__":
    build().save(HERE / "ta_reasonable_notice.docx")
