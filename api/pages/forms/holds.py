"""Forms of what holds a case, and of benefit claims that are not decided."""

from api.pages.forms.fields import Field
from api.pages.forms.options import ON, REASON, ActForm, labels, tenants, today
from cases.words import HoldKind

_ENDED = Field("ended_on", "What was its last day?", "date", first=today)

HOLDS: dict[str, ActForm] = {
    "start_hold": ActForm(
        "Record what holds the case",
        "Record it",
        "It is on the record; what it bars waits.",
        (
            Field("hold", "What is it?", "radios", options=labels(list(HoldKind))),
            Field("started_on", "When did it start?", "date", first=today),
            Field(
                "ends_on",
                "Last day, if it is known",
                "date",
                hint="The landlord's own hold needs one. A debt relief order is taken to last a year.",
                optional=True,
            ),
            Field(
                "tenants",
                "Whom is it about?",
                "checkboxes",
                hint="Needed for an insolvency and for a death.",
                options=tenants,
                optional=True,
            ),
            REASON,
        ),
        intro="A breathing space is recorded by its own act.",
    ),
    "extend_hold": ActForm(
        "Record that a hold lasts longer",
        "Record it",
        "The new last day is on the record.",
        (Field("ends_on", "New last day", "date"), REASON),
        subject_field="hold_id",
    ),
    "end_hold": ActForm(
        "Record the end of a hold",
        "Record the end",
        "The end is on the record; what it barred may go on from the day after.",
        (_ENDED, REASON),
        subject_field="hold_id",
    ),
    "record_court_told": ActForm(
        "Record that the court was told",
        "Record it",
        "It is on the record.",
        (ON,),
        subject_field="held_by",
        intro="Tell the court in writing, and the bailiff where an eviction is booked.",
    ),
    "record_benefit_claim": ActForm(
        "Record a benefit claim that is not decided",
        "Record it",
        "The benefit claim is on the record.",
        (
            Field(
                "benefit",
                "Which benefit?",
                "radios",
                options=lambda s: [
                    ("universal_credit", "Universal Credit"),
                    ("housing_benefit", "Housing Benefit"),
                ],
            ),
            Field("made_on", "When was it claimed?", "date"),
            Field("evidence_complete", "Has the office all the evidence it needs?", "yes_no"),
            Field("likely", "May it reasonably be expected to succeed?", "yes_no"),
            Field("rest_paid", "Is what it will not cover being paid?", "yes_no"),
        ),
        intro="Three times yes: no arrears claim begins until it is decided or a senior releases it (Protocol 2.6).",
    ),
    "decide_benefit_claim": ActForm(
        "Record the decision on a benefit claim",
        "Record the decision",
        "The decision is on the record.",
        (ON, Field("awarded", "Was it awarded?", "yes_no")),
        subject_field="benefit_claim_id",
    ),
    "release_benefit_claim": ActForm(
        "Let the case go on although a benefit claim is not decided",
        "Let it go on",
        "The case may go on; your reason is on the record.",
        (REASON,),
        subject_field="benefit_claim_id",
    ),
}
