"""A journey as a table: whose home, which notice, what is recorded before each step, and the scenes it is played in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from runtime.journeys.cast import Cast

BEFORE_NOTICE = (
    (
        "contact_each_tenant",
        "telephone",
        "Called about the arrears: the cause, what the household can afford, what to do next.",
    ),
    ("income_expenditure", "visit", "Income and expenditure gone through together; the form is on file."),
    ("arrangement_offered", "letter", "Current rent and £5.00 a week offered, with a date to answer by."),
    ("rent_statement", "letter", "Statement of the last thirteen weeks sent."),
    ("benefit_help", "telephone", "Help with a claim for benefit offered; an appointment was declined."),
    ("benefit_enquiry", "email", "Asked about housing costs: nothing is outstanding."),
    ("debt_advice", "letter", "Citizens Advice and the free housing loss prevention scheme named."),
)
BEFORE_CLAIM = (
    ("post_notice_contact", "telephone", "Called after the notice: the sum, the cause, and how to put it right."),
    ("protocol_copy_sent", "letter", "A copy of the Protocol sent."),
    ("adr", "letter", "Mediation offered; no answer."),
    ("benefit_enquiry", "email", "Asked again about housing costs: nothing is outstanding."),
    ("rent_statement", "letter", "Up-to-date statement sent."),
)


CONDUCT = (
    ("incident_log", "visit", "Loud music after midnight on nine nights; two neighbours kept diaries. Dates on file."),
    ("conduct_warning", "letter", "Warned in writing of what was reported and what may follow."),
    ("conduct_answer", "meeting", "The tenant's side was heard; mediation and support were offered."),
    ("agencies_asked", "email", "The police and adult social care were asked what they know."),
)
INVITED = (
    ("part3_invite", "letter", "Told why possession is sought; asked for their circumstances within fourteen days."),
)
PART_3 = (
    ("part3_reasons", "file_note", "Nothing was heard; what is known was weighed. Going on is proportionate."),
    ("part3_schedule", "file_note", "The schedule of these steps goes with the particulars."),
)
ARREARS_WORDS = "The rent in the attached schedule is not paid. Each tenant has been written to and called."
ENDED_WORDS = "The tenancy will not go on after its term, for the reasons given in the decision that is attached."
CONDUCT_WORDS = "The incidents in the attached schedule: each with its date, what happened and who saw it."


@dataclass(frozen=True)
class Road:
    """One journey: whose home it starts from, its notice and grounds, and the scenes it is played in.

    Without a tenancy the account of that occupancy with the largest arrears is taken. `more` are further fields of the
    notice, `proved` the grounds of the order, `route` the way of issue. `rent` says whether arrears are what it is for.
    """

    name: str
    title: str
    occupancy: str
    notice: str
    grounds: tuple[str, ...] = ()
    scenes: "tuple[Callable[[Road, Cast], None], ...]" = ()
    tenancy_ref: str = ""
    landlord: str = "sample-borough-council"
    track: str = ""
    cause: str = ""
    more: Mapping[str, Any] = field(default_factory=dict)
    proved: tuple[str, ...] | None = None
    route: str = "paper"
    suspended: bool = False
    mandatory: bool = False
    rent: bool = True
    conduct: bool = False

    @property
    def ordered_on(self) -> tuple[str, ...]:
        """The grounds that the order rests on."""
        return self.grounds if self.proved is None else self.proved

    @property
    def before_notice(self) -> tuple[tuple[str, str, str], ...]:
        """What is recorded before the notice."""
        first = BEFORE_NOTICE if self.rent else CONDUCT if self.conduct else ()
        return (*first, *(INVITED if self.mandatory else ()))

    @property
    def particulars(self) -> str:
        """The particulars of the notice."""
        return ARREARS_WORDS if self.rent else CONDUCT_WORDS if self.conduct else ENDED_WORDS

    @property
    def before_claim(self) -> tuple[tuple[str, str, str], ...]:
        """What is recorded before the claim."""
        return (*(BEFORE_CLAIM if self.rent else ()), *(PART_3 if self.mandatory else ()))


def play(road: Road, cast: Cast) -> None:
    """Play the road, scene by scene."""
    for scene in road.scenes:
        scene(road, cast)
