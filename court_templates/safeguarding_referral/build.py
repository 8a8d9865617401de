"""A safeguarding referral about an adult or a child at risk (Care Act 2014 s.42; Children Act 1989 s.47)."""

from pathlib import Path

from court_templates.kit import Box, Form, tick
from court_templates.referrals import about, author, head, told

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Safeguarding referral",
        running="Safeguarding referral: confidential",
        mark="Safeguarding referral · confidential · v{{ paper.version }}",
    )
    head(form, "Safeguarding referral", "(confidential: for the person or team named only)")
    form.words(
        "If anybody is in danger now, call 999 first. This referral does not replace a telephone call where the "
        "concern is urgent.",
        size=9,
        after=5,
    )
    form.add(about())
    form.add(
        Box("2", "What is the concern?", note="What was seen, heard or said, by whom, when and where.")
        .well("{{ referral.reasons }}", height=16, split=True)
        .done()
    )
    form.add(
        Box("3", "The risk, to whom, and what has been done so far")
        .well("{{ referral.risk or 'Not recorded.' }}", height=12, split=True)
        .done()
    )
    form.add(
        Box("4", "Care and support needs", note="Health, disability, mental capacity, language, who already helps.")
        .well("{{ referral.needs or 'Not recorded.' }}", height=10, split=True)
        .done()
    )
    form.add(_consent().done(), _case().done(keep=True), author())
    return form


def _consent() -> Box:
    box = Box("5", "Consent and what the person wants")
    box.words(
        tick("referral.consent == 'given'"),
        "agrees{% if referral.consent_on %} ({{ referral.consent_on|short_date }}){% endif %}    ",
        tick("referral.consent == 'refused'"),
        "does not agree    ",
        tick("referral.consent == 'not_asked'"),
        "not asked    ",
        tick("referral.consent == 'not_needed'"),
        "not needed: others are at risk, or asking would add to the risk",
        after=2,
    )
    return told(box)


def _case() -> Box:
    box = Box("6", "The landlord’s case")
    box.words(
        tick("referral.urgent"),
        "urgent    ",
        tick("not referral.urgent"),
        "not urgent      {% if referral.likely_on %}The home may be lost on **{{ referral.likely_on|long_date }}**."
        "{% else %}No day is known on which the home may be lost.{% endif %}",
    )
    return box


if __name__ == "__main__":
    build().save(HERE / "safeguarding_referral.docx")
