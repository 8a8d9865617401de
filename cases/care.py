"""What a household may need beside the Protocol's own steps, and what each kind of case asks for before its notice.

An assessment says what it found to be needed; the step that answers it is then a gap until it is on the record.
"""

from dataclasses import dataclass
from enum import StrEnum

from cases.words import Track


class Need(StrEnum):
    """What an assessment found a household to need."""

    UNDERSTANDING = "understanding"
    CAPACITY = "capacity"
    SUPPORT = "support"
    DEBT = "debt"
    CARE = "care"
    CHILD = "child"
    AGENCIES = "agencies"
    PROCEEDINGS = "proceedings"

    @property
    def label(self) -> str:
        """As an officer answers what the assessment found."""
        return {
            Need.UNDERSTANDING: "help to read or understand",
            Need.CAPACITY: "capacity to be looked at, or a litigation friend",
            Need.SUPPORT: "tenancy support",
            Need.DEBT: "a debt adviser's help",
            Need.CARE: "an adult's care and support to be assessed",
            Need.CHILD: "children's services to know of a child",
            Need.AGENCIES: "the agencies that know the household to confer",
            Need.PROCEEDINGS: "a report for social-care proceedings",
        }[self]


@dataclass(frozen=True)
class OwnStep:
    """A step that is not in the Protocol's table. `para` is the paragraph it serves, empty where there is none.

    `need` is the finding that calls for it; one without belongs to every case of its `tracks`.
    """

    code: str
    title: str
    when: str
    evidence: str
    authority: str
    confidence: str
    para: str = ""
    need: Need | None = None
    tracks: frozenset[Track] = frozenset()


_SOON = "as soon as an assessment finds the need, before notice"
_CONDUCT = "before notice"

CARE_STEPS: tuple[OwnStep, ...] = (
    OwnStep(
        "capacity_considered",
        "Consider capacity and a litigation friend",
        "early, before notice; again before claim",
        "capacity note, and who was asked to act",
        "Pre-Action Protocol 1.7; CPR 21",
        "B",
        "1.7",
        Need.CAPACITY,
    ),
    OwnStep(
        "support_referral",
        "Refer for tenancy support",
        _SOON,
        "referral and its reply",
        "Pre-Action Protocol 1.7",
        "B",
        "1.7",
        Need.SUPPORT,
    ),
    OwnStep(
        "debt_advice_referral",
        "Refer to a debt adviser, and not only point to one",
        "before notice",
        "referral or appointment note",
        "Pre-Action Protocol 2.7",
        "B",
        "2.7",
        Need.DEBT,
    ),
    OwnStep(
        "social_services_referral",
        "Ask adult social services to assess care and support",
        _SOON,
        "referral and its reply",
        "Pre-Action Protocol 1.7; Care Act 2014 s.9",
        "C",
        "1.7",
        Need.CARE,
    ),
    OwnStep(
        "children_referral",
        "Tell children's services of a child in need or at risk",
        "at once; again before eviction",
        "referral and its reply",
        "Children Act 1989 s.17; Children Act 2004 s.11",
        "C",
        "1.7",
        Need.CHILD,
    ),
    OwnStep(
        "case_conference",
        "Hold a case conference with the agencies that know the household",
        "before notice; again before eviction",
        "who came, what was agreed, minutes",
        "Pre-Action Protocol 1.7",
        "C",
        "1.7",
        Need.AGENCIES,
    ),
    OwnStep(
        "social_care_report",
        "Report on the tenancy for social-care proceedings",
        "when a council or court asks, or proceedings are likely",
        "the report and the day it was sent",
        "Children Act 1989 ss.17, 47; Care Act 2014 s.42",
        "C",
        "1.7",
        Need.PROCEEDINGS,
    ),
)
"""The steps of care, each answering a need."""

CONDUCT = (
    OwnStep(
        "incident_log",
        "Record an incident: what happened, when, who saw it",
        _CONDUCT,
        "dated log, with witnesses",
        "practice: the ground has to be proved",
        "B",
    ),
    OwnStep(
        "conduct_warning",
        "Warn the tenant about the conduct",
        _CONDUCT,
        "warning letter or call note",
        "practice; the landlord's own policy",
        "B",
    ),
    OwnStep(
        "conduct_answer",
        "Hear the tenant's side, and what support would help",
        _CONDUCT,
        "interview note",
        "Equality Act 2010 ss.15, 149",
        "B",
    ),
    OwnStep(
        "agencies_asked",
        "Ask the police, social services and other agencies",
        _CONDUCT,
        "enquiry and reply",
        "practice",
        "C",
    ),
)
"""What is recorded on the road for conduct."""

ROAD_STEPS: tuple[OwnStep, ...] = (
    OwnStep(
        "succession_enquiry",
        "Find out who lives in the home, and whether anybody may succeed",
        "before notice",
        "visit note, enquiry and answers",
        "HA 1985 s.87; HA 1988 s.17",
        "B",
        tracks=frozenset({Track.NO_SUCCESSOR}),
    ),
    OwnStep(
        "estate_enquiry",
        "Look for a will, personal representatives or next of kin",
        "before notice",
        "probate search, letters",
        "LP(MP)A 1994 s.18",
        "B",
        tracks=frozenset({Track.NO_SUCCESSOR}),
    ),
    OwnStep(
        "occupiers_asked",
        "Ask the occupiers who they are and by what right they are there",
        "before asking them to leave",
        "visit note",
        "CPR 55.3(4), 55.6",
        "B",
        tracks=frozenset({Track.TRESPASS}),
    ),
    OwnStep(
        "garage_warning",
        "Warn of the broken garage agreement and give time to put it right",
        "before notice",
        "letter",
        "practice; the garage agreement",
        "C",
        tracks=frozenset({Track.GARAGE}),
    ),
    OwnStep(
        "move_on_help",
        "Talk through where the household can go, and what help there is",
        "before notice",
        "housing advice note",
        "HA 1996 ss.188-195; practice",
        "C",
        tracks=frozenset({Track.TEMPORARY, Track.TEMPORARY_LICENCE, Track.INTERIM}),
    ),
    OwnStep(
        "trial_review_meeting",
        "Meet the tenant about how the trial is going, and what would mend it",
        "before notice",
        "meeting note",
        "practice; HA 1996 s.129",
        "C",
        tracks=frozenset({Track.INTRODUCTORY, Track.DEMOTED_COUNCIL, Track.DEMOTED_PROVIDER, Track.SHORTHOLD}),
    ),
    OwnStep(
        "end_of_term_talk",
        "Talk with the tenant about the end of the term and the reasons",
        "before the notice of non-renewal",
        "meeting note",
        "practice; HA 1985 s.107D",
        "C",
        tracks=frozenset({Track.FLEXIBLE}),
    ),
)
"""What one kind of case asks for before its notice, beside the Protocol."""

OWN_STEPS: dict[str, OwnStep] = {step.code: step for step in (*CARE_STEPS, *CONDUCT, *ROAD_STEPS)}
"""Every step that is not the Protocol's, by its code."""

ANSWERS: dict[Need, str] = {Need.UNDERSTANDING: "understanding"} | {
    step.need: step.code for step in CARE_STEPS if step.need is not None
}
"""The step that answers each need."""
