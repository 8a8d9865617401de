"""The notice of proceedings on an introductory or a demoted tenancy: two Acts' sections that ask for the same."""

from dataclasses import dataclass

from court_templates.kit import Box, Form, signature
from court_templates.parts import (
    REASONS,
    addressed,
    advice,
    home,
    meaning,
    review_request,
    review_right,
    service_record,
    warning,
    well,
)
from court_templates.rent_schedule.build import attached

MEANING = (
    "**You do not have to leave on any date in this notice.** Your tenancy goes on, and so does the rent, until a "
    "court order is carried out. Only a court bailiff or enforcement officer may make you leave.",
    "**What the court does.** If this notice was rightly given and the rules on reviews were kept, the court must make "
    "the order. It can look at whether the decision was lawful and at your human rights.",
    "**Putting it right.** If you pay, keep to an agreement or put right what is complained of, tell us at once and "
    "say so if you ask for a review: we can withdraw this notice. "
    "**Tell us** about anyone in your home who is ill, disabled, a child or at risk.",
)


@dataclass(frozen=True)
class Trial:
    """What differs between the two notices. `holding` is the note on what the tenancy is and will become."""

    title: str
    tenancy: str
    section: str
    short: str
    holding: str


def notice_of_proceedings(trial: Trial) -> Form:
    """The paper, ready to save."""
    form = Form(
        trial.title,
        running="Notice of proceedings",
        mark=f"Notice under {trial.short} · in our own words · v{{{{ paper.version }}}}",
    )
    form.head(
        "Notice of proceedings\nfor possession",
        f"({trial.tenancy})",
        [
            ("Under", trial.section),
            ("Landlord", "{{ landlord.name }}"),
            ("Date of notice", "{{ made_on|long_date }}"),
        ],
    )
    dates = Box("4", "When the court may be asked")
    dates.words("The claim for possession may be started only after **{{ notice.specified_on|long_date }}**.")
    dates.words(
        "It may not be earlier than the day on which a notice to quit given with this notice could have ended your "
        "tenancy.",
        size=8.5,
    )
    form.add(
        warning(
            "Your home is at risk: please read all of this notice",
            "Your landlord has decided to ask a court to order you out of your home. You may ask for a review of that "
            "decision, but only for a short time: see part 5.",
        ),
        addressed("1"),
        home("2", "{{ landlord.name }} will ask the court to make an order for possession of:"),
        well("3", "Why {{ landlord.name }} has decided to ask for the order:", REASONS),
        dates.whole(),
        review_right("5", by="before the date in part 4"),
        advice("6"),
        signature("For the landlord"),
        meaning((trial.holding, *MEANING)),
        review_request(),
        service_record(),
        attached(),
    )
    return form
