"""Notice of proceedings on an introductory tenancy, with the right to a review (HA 1996 s.128). No form."""

from pathlib import Path

from court_templates.kit import Form
from court_templates.proceedings import Trial, notice_of_proceedings

HERE = Path(__file__).parent

TRIAL = Trial(
    title="Notice of proceedings (introductory tenancy)",
    tenancy="introductory tenancy",
    section="Section 128, Housing Act 1996",
    short="s.128 Housing Act 1996",
    holding=(
        "**Your tenancy is on trial.** It began on {{ trial.began_on|long_date }}. It would become secure after "
        "{{ (trial.extended_to or trial.ends_on)|long_date }}; but if a claim is started by then, it stays "
        "introductory until the claim is over."
    ),
)


def build() -> Form:
    """The paper, ready to save."""
    return notice_of_proceedings(TRIAL)


if __name__ == "__main__":
    build().save(HERE / "notice_s128.docx")
