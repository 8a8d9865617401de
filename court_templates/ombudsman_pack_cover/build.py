"""The cover of a case's papers for the Housing Ombudsman: complaint, chronology, index, contact."""

from pathlib import Path

from court_templates.kit import Box, Form, signature
from court_templates.packs import chronology, index, left_out

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Papers for the ombudsman",
        running="Papers for the ombudsman",
        mark="Cover, chronology and index · v{{ paper.version }}",
    )
    form.head(
        "Papers for\nthe ombudsman",
        "(cover, chronology and index)",
        [
            ("Ombudsman’s ref.", "{{ pack.reference }}"),
            ("Landlord", "{{ landlord.name }}"),
            ("Resident(s)", "{{ tenants|names }}"),
            ("Home", "{{ property_address|lines }}"),
            ("Asked for on", "{{ pack.asked_on|long_date }}"),
            ("Answer due", "{{ pack.due_on|long_date }}"),
        ],
    )
    form.add(
        Box("1", "What was asked").well("{{ pack.asked or 'All papers on this case.' }}", height=10, split=True).done()
    )
    chronology(form)
    index(form)
    form.add(Box("2", "Left out, and why").well(left_out("Nothing was left out."), height=8, split=True).done())
    form.add(_tenancy().done(keep=True), signature("For the landlord"))
    return form


def _tenancy() -> Box:
    box = Box("3", "The tenancy and the account")
    box.line(
        (4, "Tenancy"),
        (8, "{{ tenancy.occupancy }}, from {{ tenancy.start_date|long_date }}", "well"),
        (4, "   Rent"),
        (8, "{{ tenancy.rent_pence|money }} a {{ tenancy.period }}", "well"),
    )
    box.line(
        (4, "Arrears"),
        (8, "{{ arrears_pence|money }} on {{ arrears_as_at|long_date }}", "well"),
        (4, "   Claim no."),
        (8, "{{ claim_number or 'No claim' }}", "well"),
    )
    return box


if __name__ == "__main__":
    build().save(HERE / "ombudsman_pack_cover.docx")
