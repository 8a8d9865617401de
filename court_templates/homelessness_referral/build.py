"""A referral to the council's homelessness service, with the person's consent (HA 1996 s.213B, HRA 2017)."""

from pathlib import Path

from court_templates.kit import Box, Form, para, tick
from court_templates.referrals import about, author, head, told

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Referral to the homelessness service",
        running="Homelessness referral",
        mark="Referral of a household at risk of homelessness · v{{ paper.version }}",
    )
    head(form, "Homelessness\nreferral", "(a household that may lose its home)")
    form.words(
        "We refer this household because it may become homeless. Social landlords are not on the list of authorities "
        "under the duty to refer (Housing Act 1996 s.213B); this referral is made of our own accord, in the same terms "
        "and with the person’s consent.",
        size=9,
        after=5,
    )
    form.add(about(), _risk().done())
    form.add(
        Box("3", "Why the household may lose its home").well("{{ referral.reasons }}", height=14, split=True).done()
    )
    form.add(
        Box("4", "Needs and support", note="Health, disability, abuse, age, language, who already helps.")
        .well("{{ referral.needs or 'Not recorded.' }}", height=10, split=True)
        .done()
    )
    form.add(_consent().done(keep=True), author())
    return form


def _consent() -> Box:
    box = Box("5", "Consent")
    box.words(
        tick("referral.consent == 'given'"),
        "The person agreed to this referral, to the authority it goes to, and to be contacted"
        "{% if referral.consent_on %}, on **{{ referral.consent_on|long_date }}**{% endif %}.",
        indent=7,
        hang=7,
    )
    return told(box)


def _risk() -> Box:
    box = Box("2", "Where things stand")
    box.words(
        tick("notice and not claim_number"),
        "notice given    ",
        tick("claim_number and not order"),
        "claim issued    ",
        tick("order and not eviction"),
        "order made    ",
        tick("eviction"),
        "eviction date fixed",
        after=2,
    )
    box.line(
        (7, "The home may be lost on"),
        (9, "{{ referral.likely_on|long_date or 'No day is known' }}", "well"),
        (4, "   Urgent"),
        (4, [_urgent()]),
    )
    box.line(
        (7, "Rent owed"),
        (9, "{{ arrears_pence|money }} on {{ arrears_as_at|short_date }}", "well"),
        (4, "   Rent"),
        (4, "{{ tenancy.rent_pence|money }} a {{ tenancy.period }}"),
    )
    return box


def _urgent() -> object:
    return para(tick("referral.urgent"), "yes")


if __name__ == "__main__":
    build().save(HERE / "homelessness_referral.docx")
