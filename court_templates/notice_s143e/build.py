"""Notice of proceedings on a council's demoted tenancy, with the right to a review (HA 1996 s.143E). No form."""

from pathlib import Path

from court_templates.kit import Form
from court_templates.proceedings import Trial, notice_of_proceedings

HERE = Path(__file__).parent

TRIAL = Trial(
    title="Notice of proceedings (demoted tenancy)",
    tenancy="demoted tenancy",
    section="Section 143E, Housing Act 1996",
    short="s.143E Housing Act 1996",
    holding=(
        "**Your tenancy is demoted.** It was demoted on {{ trial.began_on|long_date }} and would be secure again after "
        "{{ (trial.extended_to or trial.ends_on)|long_date }}. This notice keeps it demoted until it is withdrawn, the "
        "case ends in your favour, or six months beginning with its service have passed without a claim."
    ),
)


def build() -> Form:
    """The paper, ready to save."""
    return notice_of_proceedings(TRIAL)


if __name__ == "__main__":
    build().save(HERE / "notice_s143e.docx")
