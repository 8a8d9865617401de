"""Notice that no further tenancy will be granted after a flexible term (HA 1985 s.107D(3)). No form is prescribed."""

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
    "**You do not have to leave on the day on which the term ends.** If you stay, your tenancy goes on from period to "
    "period, and so does the rent, until a court order is carried out.",
    "**The next notice.** Before your landlord can go to court it must also give you a notice of at least two months "
    "that it requires possession, on or before the last day of the term.",
    "**What the court does.** If both notices were rightly given and the decision was not unlawful, the court must "
    "make the order; it may refuse it if a review that you asked for in time was not carried out or was decided "
    "wrongly in law.",
    "**In time.** This notice counts only if it is served at least six months before the last day of the term.",
    "**Where to live next.** Ask us or the council’s housing options team for advice now; we can also help you to "
    "look.",
)


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Notice that no further tenancy will be granted",
        running="Notice of non-renewal",
        mark="Notice under s.107D(3) Housing Act 1985 · in our own words · v{{ paper.version }}",
    )
    form.head(
        "Notice that no further\ntenancy will be granted",
        "(flexible tenancy)",
        [
            ("Under", "Section 107D(3), Housing Act 1985"),
            ("Landlord", "{{ landlord.name }}"),
            ("Date of notice", "{{ made_on|long_date }}"),
        ],
    )
    term = Box("3", "{{ landlord.name }} does not propose to grant you another tenancy when this term ends:")
    term.line(
        (5, "Term began on"),
        (7, "{{ term.began_on|long_date }}", "well"),
        (5, "   Last day of term"),
        (7, "**{{ term.ends_on|long_date }}**", "well"),
    )
    form.add(
        warning(
            "Your tenancy will not be renewed: please read all of this notice",
            "We have decided not to give you another tenancy of your home. You may ask for a review of that "
            "decision, but only for a short time: see part 5.",
        ),
        addressed("1"),
        home("2", "Your flexible tenancy is of:"),
        term.whole(),
        well("4", "Why {{ landlord.name }} has decided so:", REASONS),
        review_right("5", by="before the last day of the term", late=True),
        advice("6"),
        signature("For the landlord"),
        meaning(MEANING),
        review_request(),
        service_record(),
        attached(),
    )
    return form


if __name__ == "__main__":
    build().save(HERE / "notice_s107d_nonrenewal.docx")
