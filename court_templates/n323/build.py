"""Request for a warrant of control: the boxes of N323 (CCA 1984 s.85; CPR 83), in our own words."""

from pathlib import Path

from court_templates.judgments import request, signed, sums
from court_templates.kit import Box, Form

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = request(
        "Request for a warrant of control",
        "Request for a\nwarrant of control",
        "(goods to be taken for a judgment of the County Court)",
        "N323",
    )
    made = Box("1", "The judgment")
    made.line(
        (5, "Made on"),
        (7, "{{ judgment.made_on|long_date }}", "well"),
        (5, "   How it was got"),
        (7, "{{ judgment.how }}", "well"),
    )
    made.line(
        (5, "To be paid"),
        (
            19,
            "{% if judgment.instalment_pence %}{{ judgment.instalment_pence|money }} each {{ judgment.frequency }}, "
            "from {{ judgment.pay_by|long_date }}{% else %}by {{ judgment.pay_by|long_date }}{% endif %}",
            "well",
        ),
    )
    certify = Box("4", "Certificate")
    certify.words("I certify that:", keep=True)
    certify.choice("True", "the whole or a part of an instalment, or of the sum ordered, has not been paid;")
    certify.choice("True", "the sum for which the warrant is to issue is what is now due and not paid (box 2);")
    certify.choice("True", "no stay, payment in time or breathing space stands in the way of this request.")
    certify.words(
        "The bailiffs of the County Court take up to £5,000; above that the judgment goes to the High Court (High "
        "Court and County Courts Jurisdiction Order 1991 art.8).",
        size=8.5,
    )
    known = Box("3", "What the bailiff should know", note="Work, goods, vehicles, access, and anybody vulnerable.")
    known.well("{{ judgment.reasons }}", height=12, split=True)
    form.add(made.done(), sums("2", "Sums due").done(), known.done(), certify.done(keep=True), signed())
    return form


if __name__ == "__main__":
    build().save(HERE / "n323.docx")
