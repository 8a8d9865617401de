"""Certificate of the order and request for a writ of possession: the boxes of N293A (CPR 83.13), in our own words."""

from pathlib import Path

from court_templates.kit import Box, Form
from court_templates.n325.build import bailiff, land, parties
from court_templates.wml import para

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Certificate of an order and request for a writ of possession",
        running="Certificate and request for a writ of possession",
        mark="Certificate and request, boxes as in N293A · own wording, not the HMCTS form · v{{ paper.version }}",
    )
    form.head(
        "Certificate and request\nfor a writ of possession",
        "(to enforce in the High Court an order of the County Court)",
        [
            ("In the", "{{ court_name }}"),
            ("Claim no.", "{{ claim_number }}"),
            ("High Court no.", ""),
            ("Fee", "{{ warrant.amounts.fee_pence|money }}"),
        ],
    )
    form.add(parties().done(), _order().done(), land().done(), _sums().done(), _certificate().done())
    form.add(*bailiff(5))
    form.add(_court().whole(), *_signed())
    return form


def _order() -> Box:
    box = Box("1", "The order of the County Court")
    box.line(
        (6, "Made on"),
        (6, "{{ order.made_on|long_date }}", "well"),
        (6, "   Possession by"),
        (6, "{{ order.possession_on|long_date }}", "well"),
    )
    box.line((6, "Kind of order"), (18, "{{ order.kind }}", "well"))
    box.line(
        (6, "Moved to the High Court"),
        (6, "{{ order.high_court_on|long_date }}", "well"),
        (6, "   Permission for a writ"),
        (6, "{{ order.permission_on|long_date if order.permission_on else 'not needed' }}", "well"),
    )
    return box


def _sums() -> Box:
    box = Box("3", "Sums due under the order")
    for label, amount in (
        ("Balance due under the judgment, with the costs ordered", "balance_pence"),
        ("Fee for sealing the writ", "fee_pence"),
    ):
        box.line((15, label), (9, para("{{ warrant.amounts." + amount + "|money }}", align="right"), "well"), height=6)
    box.line((15, "**Total**"), (9, para("**{{ warrant_total_pence|money }}**", align="right"), "well"), height=6)
    return box


def _certificate() -> Box:
    box = Box("4", "What the claimant certifies")
    box.choice("True", "the day fixed for possession has passed and the land has not been given up;")
    box.choice(
        "warrant.occupiers_told_on",
        "every person in actual possession of the whole or a part of the land was told of the proceedings"
        "{% if warrant.occupiers_told_on %}, the last on {{ warrant.occupiers_told_on|long_date }}{% endif %}, in time "
        "to ask the court for relief (CPR 83.13(8)(a));",
    )
    box.choice("True", "no application is pending, and no stay, suspension or breathing space stands in the way;")
    box.choice("True", "the order is not one that only the County Court may enforce.")
    return box


def _court() -> Box:
    box = Box("", "Certificate of the County Court", note="The court completes this.")
    box.words("I certify that the details above are those of the order in this claim.", after=2)
    box.line((4, "Officer"), (8, "", "well"), (4, "   Date and seal"), (8, "", "well"), height=14)
    return box


def _signed() -> list[object]:
    box = Box("", "Request", frame=12)
    box.words(
        "I ask for a writ of possession on this order, directed to an enforcement officer authorised for the district "
        "where the land lies, and I certify what is stated above.",
        after=2,
    )
    box.line((4, "**Signed**"), (20, "{{ truth.signature }}", "well"), height=11)
    box.line(
        (4, "**Full name**"),
        (8, "{{ truth.name }}", "well"),
        (4, "   **Position**"),
        (8, "{{ truth.position }}", "well"),
    )
    box.line(
        (4, "**Date**"),
        (8, "{{ truth.signed_on|long_date }}", "well"),
        (4, "   Reference"),
        (8, "{{ case_id }}", "well"),
    )
    return box.whole()


if __name__ == "__main__":
    build().save(HERE / "n293a.docx")
