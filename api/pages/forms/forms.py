"""The form of every act that a person can do, as a table. Words are for officers; what is lawful the case decides."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from api.pages.forms.fields import Field, Option, Seen
from cases.state import Claim, Hearing, Notice, Order, Warrant
from cases.words import Breach, CloseResult, NoticeKind, OutcomeKind, PaperKind, Route, StepBefore, Track
from law.protocol import steps_for
from law.service import SERVICE_METHODS

CONTACT_METHODS = ("letter", "telephone", "visit", "text_message", "email", "portal", "meeting", "file_note")


@dataclass(frozen=True)
class ActForm:
    """One act: what it is called, what it asks, and which field of the command its subject goes into."""

    title: str
    button: str
    done: str
    fields: tuple[Field, ...]
    subject_field: str = ""
    intro: str = ""


def _today(seen: Seen) -> date:
    return seen.today


def _labels(values: Sequence[Any]) -> Callable[[Seen], Sequence[Option]]:
    return lambda seen: [(value.value, value.label) for value in values]


def _plain(values: Sequence[Any]) -> Callable[[Seen], Sequence[Option]]:
    return lambda seen: [(str(value), str(value).replace("_", " ").capitalize()) for value in values]


def _tenants(seen: Seen) -> list[Option]:
    return [(who, seen.tenants[who].name if who in seen.tenants else who) for who in seen.state.tenants]


def _not_served(seen: Seen) -> list[Option]:
    notice: Notice | None = seen.item("notices")
    done = {service.tenant for service in notice.services} if notice else set()
    return [option for option in _tenants(seen) if option[0] not in done]


def _only(options: Callable[[Seen], Sequence[Option]]) -> Callable[[Seen], Any]:
    """The first option, where there is only one to choose."""

    def first(seen: Seen) -> Any:
        found = options(seen)
        return found[0][0] if len(found) == 1 else None

    return first


def _grounds(seen: Seen) -> list[Option]:
    if seen.state.track is Track.SECURE_ARREARS:
        return [("1", "Ground 1: rent lawfully due has not been paid")]
    return [
        ("8", "Ground 8: serious arrears, mandatory"),
        ("10", "Ground 10: some rent unpaid, discretionary"),
        ("11", "Ground 11: persistent delay, discretionary"),
    ]


def _notice_kind(seen: Seen) -> str:
    return (NoticeKind.S83 if seen.state.track is Track.SECURE_ARREARS else NoticeKind.S8).value


def _notice_grounds(seen: Seen) -> list[Option]:
    hearing: Hearing | None = seen.item("hearings")
    claim: Claim | None = next((c for c in seen.state.claims if hearing and c.id == hearing.claim_id), None)
    notice = next((n for n in seen.state.notices if claim and n.id == claim.notice_id), None)
    wanted = set(notice.grounds) if notice else set()
    return [option for option in _grounds(seen) if option[0] in wanted]


def _steps(seen: Seen) -> list[Option]:
    return [(step.code, f"{step.para} {step.title}") for step in steps_for(2)]


def _service_methods(seen: Seen) -> list[Option]:
    return [(code, method.title) for code, method in SERVICE_METHODS.items()]


def _officers(seen: Seen) -> Sequence[Option]:
    return seen.officers


def _hearing_day(seen: Seen) -> date | None:
    hearing: Hearing | None = seen.item("hearings")
    return hearing.on if hearing else None


def _appointment(seen: Seen) -> date | None:
    warrant: Warrant | None = seen.item("warrants")
    return warrant.appointment_on if warrant else None


def _breach(seen: Seen) -> str:
    order: Order | None = seen.item("orders")
    if order is None or order.terms is None:
        return Breach.NONE.value
    return (Breach.PAYMENT if order.breach else order.breach_kind).value


def _next_before(seen: Seen) -> str:
    state = seen.state
    if any(w.live and w.appointment_on for w in state.warrants):
        return StepBefore.EVICTION.value
    if any(o.live for o in state.orders):
        return StepBefore.WARRANT.value
    if any(c.live and c.issued_on for c in state.claims):
        return StepBefore.HEARING.value
    return (StepBefore.CLAIM if any(n.live and n.served for n in state.notices) else StepBefore.NOTICE).value


ON = Field("on", "Date", "date", first=_today)
BEFORE = Field(
    "before", "Which step is it for?", "radios", options=_plain([s.value for s in StepBefore]), first=_next_before
)
REASON = Field("reason", "Reason", "words")
NOTE = Field("note", "Note", "words", hint="What happened, in your own words.", optional=True)

FORMS: dict[str, ActForm] = {
    "record_contact": ActForm(
        "Record a Protocol step",
        "Record the step",
        "The step is on the record.",
        (
            Field("step", "Which step of the Pre-Action Protocol?", "select", options=_steps),
            ON,
            Field(
                "tenants",
                "Which tenants did it reach?",
                "checkboxes",
                options=_tenants,
                first=lambda s: s.state.tenants,
            ),
            Field("method", "How?", "select", options=_plain(CONTACT_METHODS)),
            NOTE,
        ),
    ),
    "record_search": ActForm(
        "Record a breathing-space search",
        "Record the search",
        "The search is on the record.",
        (
            ON,
            BEFORE,
            Field("clear", "Was the register clear?", "yes_no", hint="No means that a moratorium was found."),
        ),
        intro="Search the register for every tenant on the day of the step itself.",
    ),
    "record_assessment": ActForm(
        "Record a vulnerability and Equality Act assessment",
        "Record the assessment",
        "The assessment is on the record.",
        (
            ON,
            BEFORE,
            Field("proceed", "Is it right to go on?", "yes_no"),
            Field("reasons", "What is known, what was weighed, and why", "words"),
        ),
    ),
    "start_breathing_space": ActForm(
        "Record a breathing space",
        "Record it",
        "The breathing space is on the record; arrears steps are held.",
        (
            Field(
                "moratorium",
                "Which kind?",
                "radios",
                options=lambda s: [("standard", "Standard, 60 days"), ("crisis", "Mental-health crisis")],
            ),
            Field("started_on", "When did it start?", "date", hint="The day after it was put on the register."),
        ),
    ),
    "end_breathing_space": ActForm(
        "Record the end of a breathing space",
        "Record the end",
        "The end is on the record.",
        (Field("ended_on", "When did it end?", "date", first=_today),),
        subject_field="breathing_space_id",
    ),
    "draft_notice": ActForm(
        "Draft the notice",
        "Draft the notice",
        "The notice is drafted and waits for a senior.",
        (
            Field("notice", "Notice", "hidden", first=_notice_kind),
            Field("grounds", "Grounds", "checkboxes", options=_grounds, first=lambda s: [g for g, _ in _grounds(s)]),
            Field("planned_service", "When will it be served?", "date", first=_today),
            Field(
                "specified_on",
                "Specified date",
                "date",
                hint="Leave empty to take the recommended date for that day of service.",
                optional=True,
            ),
            Field("particulars", "Particulars of each ground", "words", hint="The figure and the schedule are added."),
        ),
    ),
    "approve": ActForm("Approve", "Approve", "Approved.", (), subject_field="subject"),
    "send_back": ActForm("Send back", "Send back", "Sent back to its drafter.", (REASON,), subject_field="subject"),
    "withdraw": ActForm("Withdraw", "Withdraw", "Withdrawn.", (REASON,), subject_field="subject"),
    "serve_notice": ActForm(
        "Record service of the notice",
        "Record service",
        "Service is on the record.",
        (
            Field("tenant", "Which tenant?", "radios", options=_not_served, first=_only(_not_served)),
            Field("method", "How was it served?", "select", options=_service_methods),
            Field("sent_at", "When was it handed over, left or posted?", "instant", first=_today),
            Field("proof", "Proof of service", "words", hint="Who served it, where, photograph, tracking number."),
        ),
        subject_field="notice_id",
        intro="Record each joint tenant. When a posted notice counts as given is worked out by the rules for notices.",
    ),
    "draft_claim": ActForm(
        "Prepare the claim",
        "Prepare the claim",
        "The claim is prepared and waits for a senior.",
        (
            Field(
                "signer",
                "Who will sign the statement of truth?",
                "text",
                hint="Their position, such as Income manager. They must be permitted to sign.",
            ),
        ),
        subject_field="notice_id",
    ),
    "issue_claim": ActForm(
        "Record the issue of the claim",
        "Record issue",
        "The claim is issued.",
        (
            Field("route", "How was it issued?", "radios", options=_labels(list(Route))),
            Field("route_reason", "Why this route?", "words"),
            Field("claim_number", "Claim number", "text"),
            Field("court", "Court", "text"),
            Field("issued_on", "Date of issue", "date", first=_today),
            Field(
                "fee_pence",
                "Court fee, in pounds",
                "money",
                hint="Only where the fee table has no figure for the day; it is marked to be confirmed.",
                optional=True,
            ),
        ),
        subject_field="claim_id",
    ),
    "list_hearing": ActForm(
        "Record the hearing",
        "Record the hearing",
        "The hearing is listed.",
        (
            Field("on", "Date of the hearing", "date"),
            Field("at", "Time", "time", hint="Like 10:30"),
            Field("court", "Court", "text", first=lambda s: s.item("claims").court if s.item("claims") else None),
        ),
        subject_field="claim_id",
    ),
    "record_claim_service": ActForm(
        "Record service of the claim",
        "Record service",
        "Service of the claim is on the record.",
        (Field("sent_on", "When was the claim sent?", "date", first=_today),),
        subject_field="hearing_id",
    ),
    "record_ten_day_letter": ActForm(
        "Record the ten-day letter",
        "Record the letter",
        "The letter is on the record.",
        (Field("sent_on", "When was it sent to every tenant?", "date", first=_today),),
        subject_field="hearing_id",
        intro="With an up-to-date rent statement and what is known of the benefit position.",
    ),
    "record_outcome": ActForm(
        "Record what the court ordered",
        "Record the outcome",
        "The outcome is on the record.",
        (
            Field("outcome", "What did the court do?", "radios", options=_labels(list(OutcomeKind))),
            Field("on", "Date", "date", first=_hearing_day),
            Field("grounds_proved", "Grounds proved", "checkboxes", options=_notice_grounds, optional=True),
            Field("possession_on", "Possession date in the order", "date", optional=True),
            Field(
                "hardship", "Did the court find exceptional hardship?", "yes_no", first=lambda s: "no", optional=True
            ),
            Field("judgment_pence", "Money judgment for rent, in pounds", "money", optional=True),
            Field("costs_pence", "Costs, in pounds", "money", optional=True),
            Field("instalment_pence", "Suspended: instalment on top of rent, in pounds", "money", optional=True),
            Field(
                "frequency",
                "Suspended: how often?",
                "select",
                options=_plain(["weekly", "fortnightly", "four_weekly", "monthly"]),
                optional=True,
            ),
            Field("first_payment", "Suspended: first payment by", "date", optional=True),
            Field("other_terms", "Suspended: other terms", "words", optional=True),
            Field("next_hearing_on", "Adjourned: next hearing", "date", optional=True),
            Field("next_hearing_at", "Adjourned: time", "time", optional=True),
            NOTE,
        ),
        subject_field="hearing_id",
        intro="Copy the sealed order. Answer what belongs to this outcome and leave the rest empty.",
    ),
    "record_breach": ActForm(
        "Record a breach of the other terms",
        "Record the breach",
        "The breach is on the record.",
        (ON, Field("details", "What happened", "words")),
        subject_field="order_id",
        intro="Missed payments are found from the rent account; record here what the account cannot show.",
    ),
    "record_breach_warning": ActForm(
        "Record the warning",
        "Record the warning",
        "The warning is on the record.",
        (ON, Field("method", "How?", "select", options=_plain(CONTACT_METHODS))),
        subject_field="order_id",
    ),
    "record_permission": ActForm(
        "Record the court's answer on permission",
        "Record the answer",
        "The answer is on the record.",
        (ON, Field("granted", "Did the court give permission?", "yes_no")),
        subject_field="order_id",
    ),
    "draft_warrant": ActForm(
        "Prepare the warrant",
        "Prepare the request",
        "The request is prepared and waits for a senior.",
        (Field("breach", "What is relied on?", "radios", options=_plain([b.value for b in Breach]), first=_breach),),
        subject_field="order_id",
    ),
    "request_warrant": ActForm(
        "Record the request for the warrant",
        "Record the request",
        "The request is on the record.",
        (
            ON,
            Field(
                "fee_pence",
                "Court fee, in pounds",
                "money",
                hint="Only where the fee table has no figure for the day; it is marked to be confirmed.",
                optional=True,
            ),
        ),
        subject_field="warrant_id",
    ),
    "record_warrant_issued": ActForm(
        "Record the issue of the warrant",
        "Record issue",
        "The warrant is issued.",
        (ON, Field("number", "Warrant number", "text")),
        subject_field="warrant_id",
    ),
    "book_eviction": ActForm(
        "Record the eviction appointment",
        "Record the appointment",
        "The appointment is on the record.",
        (
            Field("n54_delivered_on", "When was the notice of eviction (N54) delivered?", "date", first=_today),
            Field("on", "Date of the appointment", "date"),
            Field("at", "Time", "time", hint="Like 10:30"),
        ),
        subject_field="warrant_id",
    ),
    "record_eviction": ActForm(
        "Record the eviction",
        "Record it",
        "It is on the record.",
        (
            Field("on", "Date", "date", first=_appointment),
            Field("executed", "Was possession taken?", "yes_no", hint="No means that the appointment was cancelled."),
            NOTE,
        ),
        subject_field="warrant_id",
    ),
    "discharge_order": ActForm(
        "Record that the order is discharged",
        "Record it",
        "The discharge is on the record.",
        (ON, REASON),
        subject_field="order_id",
    ),
    "request_paper": ActForm(
        "Make a paper",
        "Make the paper",
        "The paper is being made.",
        (Field("paper", "Paper", "select", options=_labels(list(PaperKind))),),
        subject_field="subject",
    ),
    "add_note": ActForm("Add a note", "Add the note", "The note is on the file.", (Field("text", "Note", "words"),)),
    "reassign": ActForm(
        "Give the case to another officer",
        "Give the case",
        "The case has a new officer.",
        (Field("officer", "To whom?", "select", options=_officers),),
    ),
    "clear_attention": ActForm("Say that you have looked", "I have looked", "Cleared.", ()),
    "close_case": ActForm(
        "Close the case",
        "Close the case",
        "The case is closed.",
        (Field("result", "How did it end?", "radios", options=_labels(list(CloseResult))), NOTE),
    ),
}
"""Every act by its command's kind."""
