"""Schedule of rent due and paid with a running total (PD 55A 2.3(2))."""

from pathlib import Path

from court_templates.kit import Align, Box, Form, para, ruled_table, tag

HERE = Path(__file__).parent

COLUMNS: list[tuple[str, float, Align, str]] = [
    ("Date", 18.0, "left", "{{ row.on|short_date }}"),
    ("Entry", 61.0, "left", "{{ row.what }}"),
    ("Due", 20.5, "right", "{{ row.due_pence|money_or_blank }}"),
    ("Paid", 20.5, "right", "{{ row.paid_pence|money_or_blank }}"),
    ("Paid by", 36.0, "left", "{{ row.source }}"),
    ("Balance", 22.0, "right", "{{ row.balance_pence|money }}"),
]
TOTAL = (
    "",
    "Totals, and balance on {{ arrears_as_at|short_date }}",
    "{{ rent_due_pence|money }}",
    "{{ rent_paid_pence|money }}",
    "",
    "{{ arrears_pence|money }}",
)


OPENING = (
    "opening_pence",
    ("", "Balance brought forward from before the period shown", "", "", "", "{{ opening_pence|money }}"),
)


def lines() -> object:
    """The table of charges and payments, with its opening balance and totals."""
    return ruled_table(COLUMNS, "row in rent_rows", total=TOTAL, size=8, first=OPENING)


def attached(*, own_page: bool = True, title: str = "Schedule of rent due and paid") -> list[object]:
    """The schedule at the end of another paper; nothing where there is no rent account to show."""
    return [
        tag("if rent_rows"),
        para(
            title,
            style="Heading1",
            size=14,
            bold=True,
            break_before=own_page,
            keep=True,
            before=0 if own_page else 12,
            after=2,
        ),
        para(
            "{{ tenants|names }}, {{ property_address|lines }}. Balance on {{ arrears_as_at|long_date }}: "
            "**{{ arrears_pence|money }}**.",
            after=5,
            keep=True,
        ),
        lines(),
        tag("endif"),
    ]


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Rent schedule",
        running="Rent schedule",
        mark="Schedule of rent due and paid (PD 55A 2.3(2)) · v{{ paper.version }}",
    )
    form.head(
        "Rent schedule",
        "(every sum due and paid, with a running total)",
        [
            ("Landlord", "{{ landlord.name }}"),
            ("Tenant(s)", "{{ tenants|names }}"),
            ("Property", "{{ property_address|lines }}"),
            ("Claim no.", "{{ claim_number }}"),
        ],
    )
    box = Box("", "In short")
    box.line(
        (5, "Balance"),
        (7, "**{{ arrears_pence|money }}**", "well"),
        (4, "   on"),
        (8, "{{ arrears_as_at|long_date }}", "well"),
    )
    box.line(
        (5, "Period shown"),
        (7, "{{ first_row.on|short_date }} to {{ rent_rows[-1].on|short_date }}", "well"),
        (4, "   Balance before"),
        (8, "{{ opening_pence|money }}", "well"),
    )
    box.line(
        (5, "Rent now"),
        (7, "{{ tenancy.rent_pence|money }} a {{ tenancy.period }}", "well"),
        (4, "   Daily rate"),
        (8, "{{ tenancy.daily_rate_pence|money }} ({{ tenancy.daily_rate_convention }})", "well"),
    )
    box.words(
        "Only rent lawfully due under this tenancy is counted, with service charges that are part of the rent. Court "
        "costs, recharges, overpaid benefit and debts from another tenancy are left out. “CR” is money in "
        "the tenant’s favour.",
        size=8.5,
    )
    form.add(box.done())
    form.add(lines())
    return form


if __name__ == "__main__":
    build().save(HERE / "rent_schedule.docx")
