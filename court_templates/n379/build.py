"""Application for a charging order on land: the boxes of N379 (CPR 73.3; PD 73 1), in our own words."""

from pathlib import Path

from court_templates.judgments import judgment_box, owing, request
from court_templates.kit import Box, Form, truth
from court_templates.road_parts import address_box

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = request(
        "Application for a charging order on land",
        "Application for a\ncharging order",
        "(on land or property that the debtor owns)",
        "N379",
    )
    land = Box("3", "The land to be charged", note="Attach the register entries.")
    for label in ("Address, with postcode", "Title number"):
        land.line((8, label), (16, "", "well"))
    land.words("The debtor’s interest in it:", keep=True)
    for words in (
        "owned by the debtor alone",
        "owned with somebody else (who):",
        "held on trust, or another interest:",
    ):
        land.choice("False", words)
    land.well("", height=7)
    land.words("Official copies of the register and plan are attached:   ☐ yes   ☐ the land is not registered")
    known = Box("4", "How the claimant knows of the interest")
    known.well("{{ judgment.reasons }}", height=9, split=True)
    others = Box("5", "Who else is to be told", note="Spouse or civil partner, co-owners, trustees, other creditors.")
    others.words("Other creditors of the debtor whom the claimant knows of, with their addresses:", keep=True)
    others.well("", height=7)
    others.words("Others to be served with the interim order, with their addresses:", keep=True)
    others.well("", height=7)
    more = Box("6", "Anything else the court should know")
    more.words(
        "Where the debt is to be paid by instalments, the court weighs whether they are kept (Charging Orders Act 1979 "
        "s.1). An order for sale is another claim.",
        after=2,
    )
    more.well("", height=7)
    form.add(judgment_box("1").done(), owing("2").done(), land.done(), known.done(), others.done())
    form.add(more.done(keep=True), truth("this application notice"), address_box())
    return form


if __name__ == "__main__":
    build().save(HERE / "n379.docx")
