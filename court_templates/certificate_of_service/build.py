"""Certificate of service of a notice: the boxes of N215 (CPR 6.17, 55.8(6)), in our own words, one part a person."""

from pathlib import Path

from court_templates.kit import Box, Form, tag, tick, truth

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Certificate of service",
        mark="Certificate, boxes as in N215 · own wording, not the HMCTS form · v{{ paper.version }}",
    )
    form.head(
        "Certificate of service",
        "(of a notice to a tenant)",
        [
            ("In the", "{{ court_name or 'No claim has been issued yet' }}"),
            ("Claim no.", "{{ claim_number }}"),
            ("Claimant", "{{ landlord.name }}"),
            ("Defendant(s)", "{{ tenants|names }}"),
        ],
    )
    what = Box("", "What was served")
    what.words("A copy of each document is attached to this certificate.", size=8.5, after=2)
    what.well("{{ notice.kind }}, giving {{ notice.specified_on|long_date }} as its date.", height=7)
    form.add(what.done())
    form.add(tag("for s in notice.served"), _person(), tag("endfor"))
    place = Box("", "How the day of service was settled")
    place.words(
        "A notice to a tenant is served under the tenancy agreement and the Acts that apply to it, not under the rules "
        "for court papers. Where it was posted, the day shown is the day it would arrive in the ordinary "
        "course of post "
        "(Interpretation Act 1978 s.7), unless the tenant shows otherwise.",
        after=2,
    )
    form.add(place.done(keep=True))
    form.add(truth("this certificate", claimant=False))
    return form


def _person() -> list[object]:
    box = Box("", "Served on {{ s.person_name }}")
    box.line(
        (5, "Sent, left or handed on"),
        (7, "{{ s.sent_on|long_date }}{% if s.sent_at %}, {{ s.sent_at|clock }}{% endif %}", "well"),
        (5, "   Day of service"),
        (7, "**{{ s.served_on|long_date }}**", "well"),
        height=6,
    )
    box.words(
        tick("s.means == 'handed'"),
        "handed to the person    ",
        tick("s.means == 'left'"),
        "left at a permitted place    ",
        tick("s.means == 'post'"),
        "first class or other next-day post",
        after=1.5,
    )
    box.words(
        tick("s.means == 'electronic'"),
        "e-mail or other electronic means    ",
        tick("False"),
        "document exchange    ",
        tick("False"),
        "fax    ",
        tick("s.means == 'other'"),
        "other",
        after=2,
    )
    box.line((5, "Details"), (19, "{{ s.method }}", "well"), height=6)
    box.line((5, "Address"), (19, "{{ (s.address or property_address)|lines }}", "well"), height=6)
    box.words(
        "Being the person’s:   ",
        tick("not s.address or s.address == property_address"),
        "usual or last known home    ",
        tick("s.address and s.address != property_address"),
        "other address given for service",
        after=2,
    )
    box.line((5, "Served by"), (19, "{{ s.served_by }}", "well"), height=6)
    box.line((5, "Proof kept"), (19, "{{ s.proof }}", "well"), height=6)
    return box.whole()


if __name__ == "__main__":
    build().save(HERE / "certificate_of_service.docx")
