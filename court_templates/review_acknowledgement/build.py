"""Letter that takes in a request for a review, or says that it came too late.

HA 1985 ss.85ZA, 107E; HA 1996 ss.125B, 129, 143F, and the regulations on each review.
"""

from pathlib import Path

from court_templates.kit import Box, Form, gap, tag
from court_templates.letters import letter_end, letter_top, section, section_if
from court_templates.reviews import DECISION

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Your request for a review",
        running="Your request for a review",
        mark="Letter on a request for a review · v{{ paper.version }}",
    )
    form.add(letter_top("Your request for a review: {{ property_address|lines }}"))
    form.words(
        "On **{{ review.asked_on|long_date }}** we received a request for a review of our decision " + DECISION + "."
    )
    form.add(
        tag("if review.in_time"),
        _how(),
        gap(5),
        section_if("review.said", "What you have told us so far", "{{ review.said }}"),
        tag("if review.oral"),
        section(
            "At the hearing",
            "You may speak, bring somebody to speak for you, call people to say what they know, and put questions "
            "to anyone who speaks. If you cannot come that day, tell us before then and say why: we can put it off. "
            "If you do not come and have not told us, the review may be decided without you.",
        ),
        tag("else"),
        section(
            "What to send",
            "Send us, in writing or by e-mail, all that you want the reviewer to read{% if "
            "review.representations_by %}, to reach us by **{{ review.representations_by|long_date }}**{% endif %}. "
            "If you cannot write it yourself, call us: we will write it down for you.",
        ),
        tag("endif"),
        section(
            "Who decides",
            "{% if review.reviewer_name %}{{ review.reviewer_name }}{% if review.reviewer_position %}, {{ "
            "review.reviewer_position }}{% endif %},{% else %}Somebody{% endif %} who took no part in the decision, "
            "and is senior to whoever made it, will decide the review. We will write to you with the result and the "
            "reasons{% if review.decide_by %} by **{{ review.decide_by|long_date }}**{% endif %}.{% if review.of "
            "not in ('extension', 'flexible') %} We will not ask the court for possession before the review is "
            "decided.{% endif %}",
        ),
        tag("else"),
        section(
            "Your request came too late",
            "The law gives {{ review.days }} days, beginning with the day on which the notice was served, to ask{% "
            "if review.ask_by %}: the last day was **{{ review.ask_by|long_date }}**{% endif %}. We cannot carry "
            "out the review. If you asked us before that day in another way, or the notice reached you later than "
            "we think, tell us at once and send what shows it.",
            "We still want to hear from you: tell us why you think that the decision is wrong, and we will consider "
            "it.",
        ),
        tag("endif"),
        letter_end(
            closing=section(
                "Where to get help",
                "You can get free advice from a citizens advice bureau, a law centre, a housing aid centre, Shelter "
                "or a solicitor. Tell us if you need this letter in another language or form, or help to take part.",
            ),
        ),
    )
    return form


def _how() -> list[object]:
    box = Box("", "Your review")
    box.loop("if review.oral")
    box.line(
        (4, "Hearing"),
        (
            20,
            "{% if review.hearing_at %}**{{ review.hearing_at|london_day|weekday_date }} at {{ "
            "review.hearing_at|clock }}**{% else %}We will write to you with the day, at least five days before "
            "it.{% endif %}",
            "well",
        ),
    )
    box.line((4, "Place"), (20, "{{ review.hearing_place }}", "well"))
    box.loop("endif")
    box.words(
        "{% if review.oral %}You asked for a hearing.{% elif review.oral is none %}You did not say whether you want "
        "a hearing. Tell us at once if you do; if not, we will decide on what you send us.{% else %}You did not ask "
        "for a hearing: the review will be decided on what you send us.{% endif %}"
    )
    return box.whole()


if __name__ == "__main__":
    build().save(HERE / "review_acknowledgement.docx")
