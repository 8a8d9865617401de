"""Application for a third party debt order: the boxes of N349 (CPR 72.3; PD 72 1), in our own words."""

from pathlib import Path

from court_templates.judgments import judgment_box, owing, request
from court_templates.kit import Box, Form, truth
from court_templates.road_parts import address_box

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = request(
        "Application for a third party debt order",
        "Application for a\nthird party debt order",
        "(money that a bank or somebody else owes the debtor)",
        "N349",
    )
    third = Box("3", "The third party", note="Of a bank: its head office and the branch.")
    third.words(
        "To the claimant’s knowledge or belief the third party is within England and Wales, and owes money to the "
        "judgment debtor or holds money to their credit.",
        keep=True,
    )
    for label in ("Name", "Address, with postcode", "Bank: branch, and its address", "Account name and number",
                  "Sort code"):  # fmt: skip
        third.line((8, label), (16, "", "well"))
    third.choice("False", "the third party is not a bank or building society, and owes the debtor this sum:")
    third.well("", height=7)
    source = Box("4", "How the claimant knows of the debt or the account")
    source.well("{{ judgment.reasons }}", height=12, split=True)
    others = Box("5", "Other people, and other applications")
    others.words("To the claimant’s knowledge or belief:", keep=True)
    others.choice("False", "nobody else has a claim to the money;")
    others.choice("False", "somebody else has a claim to it (who, and what is known of the claim):")
    others.well("", height=7)
    others.choice("False", "no other application for a third party debt order is made on this judgment;")
    others.choice("False", "another is made (against whom, and its number):")
    others.well("", height=7)
    form.add(judgment_box("1").done(), owing("2").done(), third.done(), source.done(), others.done(keep=True))
    form.add(truth("this application notice"), address_box())
    return form


if __name__ == "__main__":
    build().save(HERE / "n349.docx")
