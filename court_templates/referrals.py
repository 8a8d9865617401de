"""What referrals have in common: to whom, about whom, by whom."""

from typing import Any

from court_templates.boxes import Box
from court_templates.kit import Form
from court_templates.road_parts import listed
from court_templates.wml import tick


def head(form: Form, title: str, subtitle: str) -> None:
    """Title and the panel of who writes to whom."""
    form.head(
        title,
        subtitle,
        [
            ("To", "{{ referral.to_name }}"),
            ("Address", "{{ referral.to_address|lines }}"),
            ("From", "{{ landlord.name }}"),
            ("Date", "{{ made_on|long_date }}"),
            ("Reference", "{{ case_id }}"),
        ],
    )


def about() -> list[Any]:
    """The person, how to reach them, and the household."""
    box = Box("1", "Who this is about")
    box.line(
        (4, "Name"),
        (10, "**{{ referral.person_name }}**", "well"),
        (4, "   Date of birth"),
        (6, "{{ referral.born_on|long_date }}", "well"),
    )
    box.line((4, "Address"), (20, "{{ property_address|lines }}", "well"))
    box.line((4, "Telephone"), (10, "{{ referral.phone }}", "well"), (10, ""))
    box.line((4, "Tenants"), (20, "{{ tenants|names }} ({{ tenancy.occupancy }} tenancy)", "well"))
    box.words("Others in the household, with ages where known:", size=9, keep=True)
    box.well(listed("one in referral.household", "{{ one }}", "Not recorded."), height=7, split=True)
    return box.done()


def author() -> list[Any]:
    """Who makes the referral and can be asked about it."""
    box = Box("", "Who makes this referral", frame=12)
    box.line(
        (4, "**Name**"),
        (8, "{{ referral.author_name or landlord.signatory_name }}", "well"),
        (4, "   **Position**"),
        (8, "{{ referral.author_position or landlord.signatory_position }}", "well"),
    )
    box.line(
        (4, "**Telephone**"),
        (8, "{{ referral.author_phone or landlord.phone }}", "well"),
        (4, "   E-mail"),
        (8, "{{ landlord.email }}", "well"),
    )
    box.line((4, "**Signed**"), (12, "", "well"), (2, "   Date"), (6, "", "well"), height=10)
    return box.whole()


def told(box: Box) -> Box:
    """Whether the person knows of the referral."""
    return box.words(
        "The person has been told of this referral:   ",
        tick("referral.told"),
        "yes    ",
        tick("not referral.told"),
        "not yet",
    )
