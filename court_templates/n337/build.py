"""Request for an attachment of earnings order: the boxes of N337 (CPR 89), in our own words."""

from pathlib import Path

from court_templates.judgments import request, signed, sums
from court_templates.kit import Box, Form

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = request(
        "Request for an attachment of earnings order",
        "Request for an attachment\nof earnings order",
        "(a part of each wage to be paid to the court)",
        "N337",
    )
    made = Box("1", "The judgment")
    made.line(
        (5, "Made on"),
        (7, "{{ judgment.made_on|long_date }}", "well"),
        (5, "   How it was got"),
        (7, "{{ judgment.how }}", "well"),
    )
    work = Box("3", "The defendant’s employment", note="One form for each defendant; the employer’s name and address.")
    for label in ("Employer", "Address, with postcode", "Works as, and at", "Payroll number"):
        work.line((7, label), (17, "", "well"))
    why = Box("4", "What is known of the defendant’s means")
    why.well("{{ judgment.reasons }}", height=12, split=True)
    certify = Box("5", "Certificate")
    certify.words(
        "I certify that a sum due under the judgment has not been paid, that the sum in box 2 is what is left, and "
        "that no stay or breathing space stands in the way. An order is made only where £50 or more is left.",
    )
    form.add(made.done(), sums("2", "Sums due").done(), work.done(), why.done(), certify.done(keep=True), signed())
    return form


if __name__ == "__main__":
    build().save(HERE / "n337.docx")
