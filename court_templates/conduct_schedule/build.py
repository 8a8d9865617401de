"""The schedule of conduct: each incident, and what was done about it, by date (PD 55A 2.4A), in our own words."""

from pathlib import Path

from court_templates.kit import Form, ruled_table

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Schedule of conduct",
        running="Schedule of conduct",
        mark="Schedule to the notice and the particulars of claim · v{{ paper.version }}",
    )
    form.head(
        "Schedule of conduct",
        "(to the notice, and to the particulars of claim)",
        [
            ("Claimant", "{{ landlord.name }}"),
            ("Defendant(s)", "{{ tenants|names }}"),
            ("Property", "{{ property_address|lines }}"),
            ("Claim no.", "{{ claim_number }}"),
        ],
    )
    form.words(
        "This schedule lists what is complained of, and what was done about it, as it was recorded at the time. "
        "{% if grounds_named %}It goes with {{ grounds_named }}.{% endif %}",
        after=6,
    )
    form.heading("What happened")
    form.add(_dated("step in incidents"))
    form.heading("What was done about it", before=10)
    form.add(_dated("step in answered"))
    return form


def _dated(loop: str) -> object:
    """A line for each step: its day, what it was, and what was written of it."""
    return ruled_table(
        [
            ("Date", 24.0, "left", "{{ step.on|short_date }}"),
            ("What was recorded", 154.0, "left", "{{ step.text }}{% if step.note %}\n{{ step.note }}{% endif %}"),
        ],
        loop,
        size=9,
        empty="Nothing is recorded.",
    )


if __name__ == "__main__":
    build().save(HERE / "conduct_schedule.docx")
