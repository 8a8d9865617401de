"""What requests about a judgment for money have in common: the head, the parties, the sums, the signature."""

from court_templates.kit import Box, Form, para
from court_templates.road_parts import address_box

SUMS = (
    ("The debt {{ 'claimed' if not judgment.made_on else 'adjudged' }}", "judgment.sum_pence"),
    ("Interest{% if judgment.interest_to %} to {{ judgment.interest_to|long_date }}{% endif %}",
     "judgment.interest_pence"),
    ("Court fee and costs", "judgment.costs_pence"),
    ("Less what was paid since", "judgment.received_pence"),
)  # fmt: skip


def request(title: str, heading: str, subtitle: str, form_name: str) -> Form:
    """The paper with its head and its parties."""
    form = Form(
        title, mark=f"Request, boxes as in {form_name} · own wording, not the HMCTS form · v{{{{ paper.version }}}}"
    )
    form.head(
        heading,
        subtitle,
        [
            ("In the", "{{ court_name }}"),
            ("Claim no.", "{{ claim_number }}"),
            ("Claimant", "{{ landlord.name }}"),
            ("Defendant(s)", "{{ tenants|names }}"),
        ],
    )
    people = (
        "{% for t in tenants %}{{ t.full_name }}, {{ t.address|lines }}{% if not loop.last %}\n{% endif %}{% endfor %}"
    )
    form.add(Box("", "Defendant(s)", note="Name and present address, with postcode.").well(people, height=9).done())
    return form


def sums(number: str, heading: str) -> Box:
    """The sums, ending in what is asked for."""
    box = Box(number, heading)
    for label, amount in SUMS:
        box.line((15, label), (9, [para("{{ " + amount + "|money }}", align="right")], "well"), height=6)
    box.line(
        (15, "**Total now**"),
        (9, [para("**{{ judgment.total_pence|money }}**", align="right")], "well"),
        height=6,
    )
    return box


def judgment_box(number: str) -> Box:
    """The judgment: when and how it was given, and how it is to be paid."""
    box = Box(number, "The judgment")
    box.line(
        (5, "Made on"),
        (7, "{{ judgment.made_on|long_date }}", "well"),
        (5, "   How it was got"),
        (7, "{{ judgment.how }}", "well"),
    )
    box.line(
        (5, "To be paid"),
        (
            19,
            "{% if judgment.instalment_pence %}{{ judgment.instalment_pence|money }} each {{ judgment.frequency }}, "
            "from {{ judgment.pay_by|long_date }}{% else %}by {{ judgment.pay_by|long_date }}{% endif %}",
            "well",
        ),
    )
    return box


def owing(number: str) -> Box:
    """What is left of the judgment, and that it is due."""
    box = sums(number, "What is owed under it")
    box.words(
        "{% if judgment.instalment_pence %}The judgment is payable by instalments, and at least one that has fallen "
        "due is unpaid{% else %}The day for payment has passed{% endif %}; the total is unpaid today, "
        "{{ made_on|long_date }}.",
        size=9,
    )
    return box


def signed() -> list[object]:
    """The certificate's signature, and where the claimant is reached."""
    box = Box("", "Signature", frame=12)
    box.line((4, "**Signed**"), (12, "", "well"), (2, "   Date"), (6, "", "well"), height=11)
    box.line(
        (4, "**Name**"),
        (8, "{{ truth.name or landlord.signatory_name }}", "well"),
        (4, "   **Position**"),
        (8, "{{ truth.position or landlord.signatory_position }}", "well"),
    )
    return [*box.whole(), *address_box()]
