"""Application that a debtor attend court for questioning: the boxes of N316 (CPR 71.2), in our own words."""

from pathlib import Path

from court_templates.judgments import judgment_box, owing, request, signed
from court_templates.kit import Box, Form

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = request(
        "Application that a debtor attend court for questioning",
        "Application for an order\nthat a debtor attend court",
        "(to be questioned about means)",
        "N316",
    )
    asked = Box("2", "What is asked for")
    asked.words(
        "An order that the judgment debtor attend the County Court hearing centre that serves where they live, bring "
        "the documents named below, and answer on oath about their means and what else is needed to enforce the "
        "judgment (CPR 71.2).",
        after=2,
    )
    asked.choice("True", "to be questioned by an officer of the court")
    asked.choice("False", "to be questioned by a judge, for these compelling reasons (draft questions attached):")
    asked.well("", height=7)
    papers = Box("4", "What the debtor is asked to bring")
    papers.words(
        "Pay slips and proof of benefits; bank and savings statements; the rent or mortgage account; bills, loan and "
        "card statements; papers of a business, if there is one; anything else that shows what comes in, what goes "
        "out and what is owned.",
    )
    known = Box("5", "What is known of the debtor’s means, and questions besides the usual ones")
    known.well("{{ judgment.reasons }}", height=14, split=True)
    certify = Box("6", "Certificate")
    certify.words(
        "I certify that the sum in box 3 is owed under the judgment and has not been paid, and that no stay or "
        "breathing space stands in the way of this application. The order must be served on the debtor in person, and "
        "the debtor may ask for the cost of travelling to court (CPR 71.3, 71.4).",
    )
    form.add(judgment_box("1").done(), asked.done(), owing("3").done(), papers.done(), known.done())
    form.add(certify.done(keep=True), signed())
    return form


if __name__ == "__main__":
    build().save(HERE / "n316.docx")
