"""The schedule that shows Part 3 of the Protocol was kept before a claim the court must grant (Protocol 3.2, 3.3)."""

from pathlib import Path

from court_templates.kit import Box, Form, signature, tick
from court_templates.road_parts import listed

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Schedule under Part 3 of the Pre-Action Protocol",
        running="Pre-Action Protocol, Part 3",
        mark="Schedule to the particulars (Protocol 3.3) · v{{ paper.version }}",
    )
    form.head(
        "Schedule: Part 3 of the\nPre-Action Protocol",
        "(to the particulars of claim, or to a statement under CPR 55.8(3))",
        [
            ("In the", "{{ court_name or 'No claim has been issued yet' }}"),
            ("Claim no.", "{{ claim_number }}"),
            ("Claimant", "{{ landlord.name }}"),
            ("Defendant(s)", "{{ tenants|names }}"),
            ("Property", "{{ property_address|lines }}"),
        ],
    )
    form.words(
        "The court’s power to put off possession in this case is limited by section 89(1) of the Housing Act 1980. "
        "This schedule shows what the claimant did before the claim to learn of the occupiers’ circumstances and to "
        "weigh them.",
        after=5,
    )
    invited = Box("(a)", "The occupiers were invited to say what they wished")
    invited.words(
        "On **{{ part_3.invited_on|long_date }}** the claimant wrote to {{ tenants|names }}, said why it means to ask "
        "for possession, and invited them to write by "
        "**{{ part_3.reply_by|long_date or 'a day named in the letter' }}** of their personal circumstances and "
        "anything else they wished it to take into account. "
        "{% if part_3.how %}The letter was sent so: {{ part_3.how }}.{% endif %}",
        after=2,
    )
    form.add(invited.done())
    weighed = Box("(b)", "What they said was considered")
    weighed.words(tick("part_3.replied"), "They replied:    ", tick("not part_3.replied"), "No reply came.", keep=True)
    weighed.well("{{ part_3.replies or 'Nothing was said to the claimant.' }}", height=12, split=True)
    weighed.line(
        (5, "Considered on"),
        (7, "{{ part_3.considered_on|long_date }}", "well"),
        (2, "   by"),
        (10, "{{ part_3.considered_by }}", "well"),
    )
    form.add(weighed.done())
    form.add(
        Box("(c)", "Why the claimant decided to go on", note="In brief.")
        .well("{{ part_3.reasons }}", height=14, split=True)
        .words(
            "{% if part_3.reasons_sent_on %}These reasons were given to the occupiers in writing on "
            "**{{ part_3.reasons_sent_on|long_date }}**.{% else %}When these reasons were given to the occupiers in "
            "writing is not recorded.{% endif %}"
        )
        .done()
    )
    form.add(
        Box("(d)", "Documents relied on", note="On whether it is proportionate to ask for possession. Attached.")
        .well(listed("x in part_3.documents", "{{ x }}", "No documents."), height=8, split=True)
        .done(keep=True)
    )
    form.add(signature("For the claimant"))
    return form


if __name__ == "__main__":
    build().save(HERE / "part3_schedule.docx")
