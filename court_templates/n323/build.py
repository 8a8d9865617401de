"""Request for a warrant of control: the boxes of N323 (CCA 1984 s.85; CPR 83), in our own words."""

from pathlib import Path

from court_templates.judgments import judgment_box, request, signed, sums
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
    form.add(judgment_box("1").done(), sums("2", "Sums due").done(), known.done(), certify.done(keep=True), signed())
    return form


if __name__ == "__main__":
    build().save(HERE / "n323.docx")
