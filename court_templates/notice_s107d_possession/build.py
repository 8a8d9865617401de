"""Notice requiring possession at the end of a flexible term (HA 1985 s.107D(4)-(5)). No form is prescribed."""

from pathlib import Path

from court_templates.kit import Box, Form, signature
from court_templates.parts import addressed, advice, home, meaning, service_record, warning

HERE = Path(__file__).parent

MEANING = (
    "**You do not have to leave without a court order.** When the term ends your tenancy goes on from period to "
    "period, and so does the rent, until a court order is carried out. Only a court bailiff or enforcement officer "
    "may make you leave.",
    "**What the court does.** If this notice and the earlier one were rightly given, the court must make the order. It "
    "may refuse it if a review that you asked for in time was not carried out, or was decided wrongly in law.",
    "**When you would have to go.** Such an order takes effect within fourteen days, or in a case of exceptional "
    "hardship within six weeks, of the day on which it is made (Housing Act 1980 s.89).",
    "**If you will be homeless,** ask the council’s housing options team now: it has duties if you may lose your home "
    "within 56 days.",
)


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Notice requiring possession (flexible tenancy)",
        running="Notice requiring possession",
        mark="Notice under s.107D(4) Housing Act 1985 · in our own words · v{{ paper.version }}",
    )
    form.head(
        "Notice requiring\npossession",
        "(end of a flexible tenancy)",
        [
            ("Under", "Section 107D(4), Housing Act 1985"),
            ("Landlord", "{{ landlord.name }}"),
            ("Date of notice", "{{ made_on|long_date }}"),
        ],
    )
    form.add(
        warning(
            "Your home is at risk: please read all of this notice",
            "We told you that you would not be given another tenancy. Your landlord now requires possession of your "
            "home, and will ask a court for an order if you do not leave.",
        ),
        addressed("1"),
        home("2", "{{ landlord.name }} requires possession of:"),
        _dates(),
        _before(),
        advice("5"),
        signature("For the landlord"),
        meaning(MEANING, keep=True),
        service_record(),
    )
    return form


def _dates() -> list[object]:
    box = Box("3", "When possession is required")
    box.line(
        (6, "Last day of the term"),
        (6, "{{ term.ends_on|long_date }}", "well"),
        (6, "   Possession required on"),
        (6, "**{{ notice.specified_on|long_date }}**", "well"),
    )
    box.words(
        "That day is not less than two months after the day on which this notice is served, and this notice is "
        "given on or before the last day of the term. No claim will be started until both have passed.",
        size=8.5,
    )
    return box.whole()


def _before() -> list[object]:
    box = Box("4", "The notice that you were given before")
    box.line(
        (12, "Notice of no further tenancy, served on"),
        (12, "{{ term.non_renewal_given_on|long_date }}", "well"),
    )
    box.line((4, "Review"), (20, "{{ term.non_renewal_review or 'No review was asked for.' }}", "well"))
    return box.whole()


if __name__ == "__main__":
    build().save(HERE / "notice_s107d_possession.docx")
