"""What an officer gives when asking for a paper, because the case holds it nowhere: one row a detail and paper."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cases.commands import RequestPaper
from cases.gates import Gate, Question, Why
from cases.state import PaperDetails
from cases.words import PaperKind

REQUEST = ("request_paper",)


@dataclass(frozen=True)
class Detail:
    """One detail of one paper: the field of `PaperDetails`, what is asked in words, and whether the paper needs it."""

    name: str
    asks: str
    hint: str = ""
    needed: bool = False


def _needed(name: str, asks: str, hint: str = "") -> Detail:
    return Detail(name, asks, hint, needed=True)


_TO = _needed("to", "To whom", "The name on the first line, the address below it.")
_PERSON = _needed("person", "About whom")
_LETTER = (
    Detail("reply_by", "Last day to answer", "Left empty, 14 days from today."),
    Detail("meeting_at", "Appointment offered"),
    Detail("place", "Place of the appointment"),
)
_CLAUSE = Detail("lines", "The term of the agreement on ending it", "As it stands in the agreement.")
_BUNDLE = (
    Detail("leave_out", "Leave out", "Titles of sections or documents."),
    Detail("put_in", "Put in besides", "Papers on file that the rule leaves out of such a bundle."),
    Detail("lines", "Sections or papers in another order", "A title a line; those not named follow."),
    Detail("hide", "Words to hide in a redacted copy", "A line each, such as the name of a neighbour."),
    Detail(
        "hide_at",
        "Places to hide in a redacted copy",
        "A line each: title of the paper; its page; millimetres from the left; from the top; wide; high. "
        "Such as: Log of incidents; 2; 20; 105; 80; 12",
    ),
    Detail("largest_mb", "The court's limit for one file, in MB", "Left empty, 36. A larger one is cut into volumes."),
    Detail("late_to", "Late pages of which bundle?", "Only what that one lacks is added, after its last page."),
)
_AGREEMENT = Detail("agreement_on", "Date of the agreement")
_P = PaperKind

ASKS: Mapping[PaperKind, tuple[Detail, ...]] = {
    _P.ARREARS_LETTER_1: _LETTER[:1],
    _P.ARREARS_LETTER_2: _LETTER,
    _P.PROTOCOL_LETTER_BEFORE_NOTICE: _LETTER,
    _P.PROTOCOL_LETTER_AFTER_NOTICE: _LETTER,
    _P.BREACH_WARNING: _LETTER[:1],
    _P.INCOME_AND_EXPENDITURE: _LETTER[:1],
    _P.NSP_S83_FIXED: (_CLAUSE,),
    _P.NOTICE_S83ZA: (
        _needed(
            "lines",
            "The conviction, finding or order",
            "Three lines: what it was; whom it concerns; which court. A fourth, where there was an appeal.",
        ),
    ),
    _P.GARAGE_NOTICE: (_AGREEMENT, _CLAUSE),
    _P.TA_LICENCE_TERMINATION: (_AGREEMENT, _CLAUSE),
    _P.REVIEW_ACKNOWLEDGEMENT: (
        Detail("reply_by", "Last day for what the tenant wants to say"),
        Detail("meeting_at", "Day and time of the hearing, where one is held"),
        Detail("place", "Place of the hearing"),
    ),
    _P.N5B: (
        _needed("agreement_on", "Date of the written tenancy agreement"),
        _needed("deposit_pence", "Deposit taken", "0.00 where none was taken."),
        Detail("lines", "Deposit scheme", "Two lines: the scheme; its reference."),
    ),
    _P.PART3_SCHEDULE: (
        Detail("reply_by", "Last day that was given for an answer"),
        Detail("needs", "What the occupiers answered", "Left empty where no answer came."),
    ),
    _P.COSTS_SCHEDULE: (
        _needed(
            "lines",
            "The work done",
            "A line each: what; grade A to D; minutes; pounds an hour. Such as: Letters and calls; C; 90; 178.00",
        ),
    ),
    _P.N244: (
        _needed("reasons", "Why it is asked for"),
        Detail("needs", "The facts relied on", "Left empty, the witness statement."),
    ),
    _P.N279: (Detail("reasons", "Which part of the claim is given up", "Left empty, the whole claim."),),
    _P.HOMELESSNESS_REFERRAL: (
        _TO,
        _PERSON,
        _needed("consent", "Did the person agree to the referral?"),
        _needed("consent_on", "When they agreed"),
        _needed("reasons", "Reasons for the referral"),
        Detail("needs", "What they need"),
        Detail("urgent", "Is it urgent?"),
    ),
    _P.SAFEGUARDING_REFERRAL: (
        _TO,
        _PERSON,
        _needed("consent", "Did the person agree to the referral?", "It may be made without; the answer is recorded."),
        Detail("consent_on", "When they answered"),
        _needed("reasons", "Reasons for the referral"),
        Detail("risk", "The risk, as it is seen"),
        Detail("needs", "What they need"),
        Detail("urgent", "Is it urgent?"),
    ),
    _P.OMBUDSMAN_PACK_COVER: (
        _TO,
        _needed("asked_on", "The day it was asked for"),
        _needed("reasons", "What is asked for"),
    ),
    _P.SAR_PACK_COVER: (
        _TO,
        _needed("asked_on", "The day it was asked for"),
        _needed("reasons", "What is asked for"),
    ),
    **dict.fromkeys((_P.BUNDLE, _P.APPLICATION_BUNDLE, _P.WARRANT_BUNDLE), _BUNDLE),
    **dict.fromkeys((_P.OMBUDSMAN_BUNDLE, _P.SUBJECT_ACCESS_BUNDLE), _BUNDLE[:6]),
}
"""By paper, what may or must be given with its request, in the order of its form."""


def given(command: RequestPaper) -> PaperDetails | None:
    """What the request gives that its paper asks for; None where that is nothing."""
    wanted = {detail.name for detail in ASKS.get(command.paper, ())}
    blank = PaperDetails()
    found = {name: value for name in wanted if (value := getattr(command, name)) != getattr(blank, name)}
    return PaperDetails(**found) if found else None


def missing(paper: PaperKind, details: PaperDetails | None) -> Iterator[Detail]:
    """The details that the paper needs and has not been given."""
    for detail in ASKS.get(paper, ()):
        if detail.needed and getattr(details or PaperDetails(), detail.name) in (None, ""):
            yield detail


def _lacks(name: str) -> Any:
    def says(q: Question[RequestPaper]) -> str | None:
        details = given(q.command)
        lacking = next((d for d in missing(q.command.paper, details) if d.name == name), None)
        return f"'{q.command.paper.label}' needs an answer to '{lacking.asks}'." if lacking else None

    return says


def _no_consent(q: Question[RequestPaper]) -> Why | None:
    agreed = q.command.consent
    if q.command.paper is not PaperKind.HOMELESSNESS_REFERRAL or agreed in (None, "given"):
        return None
    return Why("A referral to a housing authority is made only where the person has agreed to it.")


def _unknown_person(q: Question[RequestPaper]) -> str | None:
    who = q.command.person
    return f"{who} is not a tenant of this case." if who and who not in q.case.tenants else None


GATES: tuple[Gate[Any], ...] = (
    *(
        Gate(
            "detail_needed",
            REQUEST,
            "Is everything given that the paper says and the case does not hold?",
            _lacks(name),
            "Fill it in on the form of the paper.",
            field=name,
        )
        for name in dict.fromkeys(d.name for details in ASKS.values() for d in details if d.needed)
    ),
    Gate(
        "consent_needed",
        REQUEST,
        "Did the person agree to the referral?",
        _no_consent,
        "Ask for their consent, and record the day it was given.",
        "HA 1996 s.213B(2)",
        "B",
        "consent",
    ),
    Gate("person_unknown", REQUEST, "Is it a tenant of this case?", _unknown_person, "Choose one.", field="person"),
)
