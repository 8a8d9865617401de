"""Letter with the result of a review and its reasons: the decision stands, or it does not.

HA 1985 ss.85ZA, 107E; HA 1996 ss.125B, 129, 143F.
"""

from pathlib import Path

from court_templates.kit import Box, Form, gap, tag
from court_templates.letters import letter_end, letter_top, section
from court_templates.reviews import DECISION, by_decision

HERE = Path(__file__).parent

_CLAIM = (
    "We may now ask the court for possession{% if notice %}, after {{ notice.specified_on|long_date }}{% endif %}. You "
    "do not have to leave before a court order is carried out, and the rent goes on. You will hear from the court, and "
    "can come to the hearing."
)
_DROPPED = (
    "The notice is withdrawn, and we will not ask the court for possession on it. Your tenancy goes on as before."
)
STANDS = by_decision(
    {
        "extension": "Your trial period {% if trial and trial.extended_to %}will end on "
        "**{{ trial.extended_to|long_date }}**{% else %}is six months longer{% endif %}. If all goes well your "
        "tenancy then becomes secure.",
        "flexible": "You will not be granted another tenancy{% if term %} when the term ends on "
        "**{{ term.ends_on|long_date }}**{% endif %}. Before we can ask the court for possession we must give you a "
        "notice of at least two months.",
        "introductory": _CLAIM,
        "demoted": _CLAIM,
        "absolute": _CLAIM,
    }
)
FALLS = by_decision(
    {
        "extension": "Your trial period is not extended{% if trial %}: it ends on **{{ trial.ends_on|long_date "
        "}}**, as before{% endif %}.",
        "flexible": "The notice that you would not be granted another tenancy is withdrawn. We will write to you about "
        "the tenancy that we offer you next.",
        "introductory": _DROPPED,
        "demoted": _DROPPED,
        "absolute": _DROPPED,
    }
)


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Result of your review",
        running="Result of your review",
        mark="Letter with the result of a review and its reasons · v{{ paper.version }}",
    )
    form.add(letter_top("The result of your review: {{ property_address|lines }}"))
    form.words(
        "You asked us{% if review.asked_on %} on {{ review.asked_on|long_date }}{% endif %} to review our decision "
        + DECISION
        + "{% if review.served_on %}, of which we served notice on {{ review.served_on|long_date }}{% endif %}."
    )
    result = Box("", "The result")
    result.well(
        "{% if review.upheld %}**The decision stands.**{% else %}**The decision is changed in your favour.**{% "
        "endif %}",
        height=8,
    )
    result.line(
        (4, "Decided on"),
        (7, "{{ review.decided_on|long_date }}", "well"),
        (3, "   by"),
        (
            10,
            "{{ review.reviewer_name }}{% if review.reviewer_position %}, {{ review.reviewer_position }}{% endif %}",
            "well",
        ),
    )
    result.words("The reviewer took no part in the decision and is senior to whoever made it.", size=8.5)
    form.add(
        result.whole(),
        gap(5),
        section("The reasons", "{{ review.reasons }}"),
        letter_end(
            closing=[
                tag("if review.upheld"),
                *section("What happens next", STANDS),
                *section(
                    "If you do not agree",
                    "There is no second review. Take this letter at once to a citizens advice bureau, a law centre, "
                    "a housing aid centre or a solicitor, who can tell you whether it can be challenged in court. "
                    "You can also still talk to us: if you pay, keep to an agreement or put things right, tell us.",
                ),
                tag("else"),
                *section("What happens next", FALLS),
                tag("endif"),
            ]
        ),
    )
    return form


if __name__ == "__main__":
    build().save(HERE / "review_outcome.docx")
