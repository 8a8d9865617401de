"""A statement of costs for summary assessment (PD 44 9.5; N260 in substance)."""

from pathlib import Path

from court_templates.kit import Box, Form, ruled_table
from court_templates.road_parts import proceedings, proceedings_title

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Statement of costs",
        running="Statement of costs",
        mark="Statement of costs, contents as in N260 · own wording, not the HMCTS form · v{{ paper.version }}",
    )
    form.add(proceedings(), proceedings_title("{{ costs.party }}’s statement of costs for summary assessment"))
    form.words(
        "{% if costs.heard_on %}For the hearing on **{{ costs.heard_on|long_date }}**. {% endif %}File it and serve it "
        "at least 24 hours before the hearing. Fixed costs, where the rules allow only those, are claimed instead of "
        "this statement.",
        size=9,
        after=5,
    )
    form.heading("Who did the work")
    form.add(
        ruled_table(
            [
                ("Name", 96.0, "left", "{{ e.name }}"),
                ("Grade", 30.0, "left", "{{ e.grade }}"),
                ("Rate an hour", 52.0, "right", "{{ e.rate_pence|money }}"),
            ],
            "e in costs.earners",
            size=9,
            empty="Nobody whose time is charged.",
        )
    )
    form.heading("Work done", before=8)
    form.add(
        ruled_table(
            [
                ("Work", 82.0, "left", "{{ w.what }}"),
                ("By", 30.0, "left", "{{ w.who }}"),
                ("Time", 18.0, "right", "{{ w.minutes // 60 }}:{{ '%02d' % (w.minutes % 60) }}"),
                ("Rate", 22.0, "right", "{{ w.rate_pence|money }}"),
                ("Amount", 26.0, "right", "{{ w.pence|money }}"),
            ],
            "w in costs.work",
            size=8.5,
            empty="No time is charged.",
            total=(
                "Total of work",
                "",
                "{{ work_minutes // 60 }}:{{ '%02d' % (work_minutes % 60) }}",
                "",
                "{{ work_pence|money }}",
            ),
        )
    )
    form.heading("Paid out", before=8)
    form.add(
        ruled_table(
            [
                ("For", 152.0, "left", "{{ p.what }}"),
                ("Amount", 26.0, "right", "{{ p.pence|money }}"),
            ],
            "p in costs.paid",
            size=8.5,
            empty="Nothing was paid out.",
            total=("Total paid out", "{{ paid_out_pence|money }}"),
        )
    )
    form.words("", after=6)
    form.add(_sum().done(keep=True), _signed().whole())
    return form


def _sum() -> Box:
    box = Box("", "In all")
    for label, amount in (
        ("Work", "work_pence"),
        ("Paid out", "paid_out_pence"),
        ("VAT", "costs.vat_pence"),
        ("**Total**", "costs.total_pence"),
    ):
        box.line((16, label), (8, "{{ " + amount + "|money }}", "well"), height=6)
    return box


def _signed() -> Box:
    box = Box("", "Certificate", frame=12)
    box.words(
        "The costs stated above are not more than the party who claims them is liable to pay for the work that this "
        "statement covers. {{ tenants|names }} will be served with a copy.",
        after=2,
    )
    box.line((4, "**Signed**"), (12, "", "well"), (2, "   Date"), (6, "", "well"), height=11)
    box.line(
        (4, "**Name**"),
        (8, "{{ truth.name or landlord.signatory_name }}", "well"),
        (4, "   **Position**"),
        (8, "{{ truth.position or landlord.signatory_position }}", "well"),
    )
    return box


if __name__ == "__main__":
    build().save(HERE / "costs_schedule.docx")
