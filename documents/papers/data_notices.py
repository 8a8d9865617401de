"""Facts that only notices and the letters about them print: reviews, terms, conditions, estates, leaving.

As in `data`, nothing here is worked out. Days counted by a rule (`days`, `ask_by`, `decide_by`) come from the case.
"""

from datetime import date, datetime
from typing import Literal

from documents.papers.base import Confidence, Facts, Lines

Reviewed = Literal["introductory", "extension", "demoted", "flexible", "absolute"]


class ReviewData(Facts):
    """The right to a review of a decision, and what became of it.

    `days` is how long the tenant has to ask, beginning with the day of service (HA 1985 ss.85ZA, 107E; HA 1996
    ss.125B, 129, 143F). `ask_by` is the last of those days if the notice is served on `served_on`; both None while the
    day of service is open. `decide_by` is the last day for the decision to be told. `oral`: a hearing was asked for;
    None where nothing was said. `upheld` None: not yet decided. `address` empty: the landlord's own.
    """

    of: Reviewed
    days: int
    served_on: date | None = None
    ask_by: date | None = None
    decide_by: date | None = None
    address: Lines = ()
    email: str = ""
    asked_on: date | None = None
    in_time: bool = True
    oral: bool | None = None
    said: str = ""
    representations_by: date | None = None
    hearing_at: datetime | None = None
    hearing_place: str = ""
    reviewer_name: str = ""
    reviewer_position: str = ""
    upheld: bool | None = None
    decided_on: date | None = None
    reasons: str = ""


class TrialData(Facts):
    """A trial year (introductory) or a demotion: its first and last day, and the new last day if it is extended."""

    began_on: date
    ends_on: date
    extended_to: date | None = None


class TermData(Facts):
    """A fixed or flexible term. `early_end_clause` is the clause that lets it be ended before its last day.

    `ask_to_end`: the court is asked to end the term first (HA 1985 s.82(3)). `non_renewal_given_on` is the service of
    the notice that no further tenancy would be granted (s.107D(3)), `non_renewal_review` what came of a review.
    """

    began_on: date
    ends_on: date
    early_end_clause: str = ""
    ask_to_end: bool = False
    non_renewal_given_on: date | None = None
    non_renewal_review: str = ""


class ConditionData(Facts):
    """A condition of the absolute ground relied on (HA 1985 s.84A) and the court's decision that meets it.

    `what`: the offence, breach or order; `who`: the person it concerns; `decided_on`: conviction, finding or order;
    `appeal`: what is known of an appeal. `substance` is our own summary, `official_text` the Act's words if supplied.
    """

    number: int
    title: str
    substance: str
    citation: str
    confidence: Confidence = "C"
    official_text: str | None = None
    what: str
    who: str
    court: str
    decided_on: date
    appeal: str = ""


class DeceasedData(Facts):
    """A tenant who has died. `representatives` are those named in a grant; empty: none is known to us.

    `address` is the last known home, to which the notice goes (Law of Property (Miscellaneous Provisions) Act 1994
    s.18); empty: the property's. `account_reference` is the landlord's, for the Public Trustee's answer.
    """

    full_name: str
    died_on: date | None = None
    address: Lines = ()
    representatives: Lines = ()
    account_reference: str = ""


class IncidentLine(Facts):
    """Something that happened, and the term of the agreement that it broke."""

    on: date | None
    text: str
    term: str = ""


class LeavingData(Facts):
    """How an occupation without security comes to an end.

    `leave_on` is the last day: of a notice to quit, the day on which it expires. `leave_at` is the time of day as
    printed ("11 am"). `at_least` is the least notice in words ("four weeks"). `holding` is what is ended; `protected`
    says that the Protection from Eviction Act 1977 ss.3 and 5 apply. `duty` is the homelessness duty under which the
    home was provided, `decision` and `decision_on` the decision that ended it, `homeless_review_by` the last day to
    ask for a review of that. `agreement_on` and `clause` are the agreement and its term on ending.
    `in_alternative_to` names another notice given with this one, in case security was not lost after all ("the notice
    seeking possession of this day").
    """

    leave_on: date
    leave_at: str = ""
    at_least: str = "four weeks"
    holding: Literal["tenancy", "licence", "none"] = "tenancy"
    protected: bool = True
    duty: str = ""
    decision: str = ""
    decision_on: date | None = None
    homeless_review_by: date | None = None
    agreement_on: date | None = None
    clause: str = ""
    in_alternative_to: str = ""
    incidents: tuple[IncidentLine, ...] = ()
    belongings: str = ""
