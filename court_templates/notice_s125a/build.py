"""Notice that the trial period of an introductory tenancy is extended (HA 1996 s.125A). No form is prescribed."""

from pathlib import Path

from court_templates.kit import Box, Form, signature
from court_templates.parts import (
    REASONS,
    addressed,
    advice,
    home,
    meaning,
    review_request,
    review_right,
    service_record,
    warning,
    well,
)
from court_templates.rent_schedule.build import attached

HERE = Path(__file__).parent

MEANING = (
    "**You do not have to leave.** This notice does not end your tenancy and does not ask a court for anything.",
    "**What stays the same.** You remain an introductory tenant, with the same home, rent and duties.",
    "**What comes next.** If all goes well your tenancy becomes secure when the longer trial ends. A trial can be "
    "extended once only. If things go wrong before then, we may give you a notice of proceedings, with a review of its "
    "own.",
    "**In time.** This notice counts only if it is served at least eight weeks before the day on which the trial would "
    "have ended.",
)


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Notice that your trial period is extended",
        running="Notice of extension",
        mark="Notice under s.125A Housing Act 1996 · in our own words · v{{ paper.version }}",
    )
    form.head(
        "Notice of extension\nof the trial period",
        "(introductory tenancy)",
        [
            ("Under", "Section 125A, Housing Act 1996"),
            ("Landlord", "{{ landlord.name }}"),
            ("Date of notice", "{{ made_on|long_date }}"),
        ],
    )
    dates = Box("3", "{{ landlord.name }} has decided that your trial period should be extended by six months:")
    dates.line(
        (6, "It would have ended on"),
        (6, "{{ trial.ends_on|long_date }}", "well"),
        (6, "   It will now end on"),
        (6, "**{{ trial.extended_to|long_date }}**", "well"),
    )
    form.add(
        warning(
            "Your trial period will last longer: please read all of this notice",
            "We are not asking you to leave. We tell you here why your tenancy does not become secure yet, and how to "
            "ask for a review.",
        ),
        addressed("1"),
        home("2", "Your introductory tenancy, which began on {{ trial.began_on|long_date }}, is of:"),
        dates.whole(),
        well("4", "Why {{ landlord.name }} has decided so:", REASONS),
        review_right("5", by="before {{ trial.ends_on|long_date }}"),
        advice("6", losing=False),
        signature("For the landlord"),
        meaning(MEANING),
        review_request(),
        service_record(),
        attached(),
    )
    return form


if __name__ == "__main__":
    build().save(HERE / "notice_s125a.docx")
