"""The answers for Possession Claim Online, field by field, lengths counted (PD 55B)."""

from pathlib import Path

from court_templates.answer_sheet import answers, head
from court_templates.kit import Form

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Answers for Possession Claim Online",
        running="Possession Claim Online: what to enter",
        mark="Working sheet, not for the court · v{{ paper.version }}",
    )
    head(
        form,
        "Possession Claim Online:\nwhat to enter",
        "(PD 55B; rent arrears only)",
        "Copy each answer as it stands. The sizes of this service’s boxes are not published: each answer is held to "
        "the limit of the newer service for the same question (confidence C).",
        "pcol_too_long",
    )
    form.add(answers("pcol_pages"))
    return form


if __name__ == "__main__":
    build().save(HERE / "pcol_sheet.docx")
