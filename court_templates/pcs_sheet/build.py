"""The answers for the HMCTS digital possession service, in the order of its pages, lengths counted."""

from pathlib import Path

from court_templates.answer_sheet import answers, head
from court_templates.kit import Form

HERE = Path(__file__).parent


def build() -> Form:
    """The paper, ready to save."""
    form = Form(
        "Answers for the digital possession service",
        running="Digital possession service: what to enter",
        mark="Working sheet, not for the court · pages as of 22 August 2026 · v{{ paper.version }}",
    )
    head(
        form,
        "Digital possession\nservice: what to enter",
        "(in the order of its pages)",
        "Copy each answer as it stands. Sums are pounds without sign or comma. The service may have changed since "
        "22 August 2026: where a page differs, follow the page. Whether the claim may go in there at all (claimant, "
        "who files, court by postcode) must be settled first.",
        "pcs_too_long",
    )
    form.add(answers("pcs_pages"))
    return form


if __name__ == "__main__":
    build().save(HERE / "pcs_sheet.docx")
