"""Forms of the acts after an order, and of those that fit at any time."""

from api.pages.forms.fields import Field
from api.pages.forms.options import (
    APPROVE,
    CONTACT_METHODS,
    NOTE,
    ON,
    REASON,
    ActForm,
    appointment,
    appointment_time,
    breach,
    labels,
    officers,
    plain,
)
from api.pages.forms.papers import paper_asked, paper_fields, paper_told
from cases.words import Breach, CloseResult, PaperKind, Risk

AFTER_ORDER: dict[str, ActForm] = {
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
        (ON, Field("method", "How?", "select", options=plain(CONTACT_METHODS))),
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
        (
            Field("breach", "What is relied on?", "radios", options=plain([b.value for b in Breach]), first=breach),
            Field(
                "risk",
                "Is a risk to the bailiff known?",
                "radios",
                hint="Violence, weapons, drugs, dogs, protest, illness. The court's form says what you answer here.",
                options=labels(list(Risk)),
            ),
            Field("risk_details", "What is the risk?", "words", hint="Only where there is one.", optional=True),
            Field(
                "vulnerable",
                "Children and vulnerable people",
                "words",
                hint="What the bailiff should know beyond what the housing system notes of the tenants.",
                optional=True,
            ),
            Field(
                "access",
                "Access",
                "words",
                hint="Entry, keys, locks, parking, and who meets the bailiff.",
                optional=True,
            ),
        ),
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
            APPROVE,
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
            Field("on", "Date of the appointment", "date", first=appointment),
            Field("at", "Time", "time", hint="Like 10:30", first=appointment_time),
            Field(
                "n54_delivered_on",
                "When was the notice of eviction (N54) delivered?",
                "date",
                hint="Leave it empty until the bailiff has delivered it. A changed appointment needs a new N54.",
                optional=True,
            ),
        ),
        subject_field="warrant_id",
    ),
    "record_eviction": ActForm(
        "Record the eviction",
        "Record it",
        "It is on the record.",
        (
            Field("on", "Date", "date", first=appointment),
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
        (Field("paper", "Paper", "select", options=labels(list(PaperKind))),),
        subject_field="subject",
        fields_for=paper_fields,
        tells=paper_told,
        from_subject=paper_asked,
    ),
    "stop_paper": ActForm("Stop making a bundle", "Stop it", "It is being stopped.", (), subject_field="paper_id"),
    "add_note": ActForm("Add a note", "Add the note", "The note is on the file.", (Field("text", "Note", "words"),)),
    "reassign": ActForm(
        "Give the case to another officer",
        "Give the case",
        "The case has a new officer.",
        (Field("officer", "To whom?", "select", options=officers),),
    ),
    "clear_attention": ActForm("Say that you have looked", "I have looked", "Cleared.", ()),
    "close_case": ActForm(
        "Close the case",
        "Close the case",
        "The case is closed.",
        (Field("result", "How did it end?", "radios", options=labels(list(CloseResult))), NOTE),
    ),
}
