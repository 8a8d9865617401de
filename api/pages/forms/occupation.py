"""Forms of the acts beside rent arrears: decisions of public law, an estate's notice, an occupation that ended."""

from api.pages.forms.fields import Field
from api.pages.forms.options import NOTE, ON, ActForm, labels, today
from cases.words import DecisionKind, LeavingKind

OCCUPATION: dict[str, ActForm] = {
    "record_decision": ActForm(
        "Record the decision to end the accommodation",
        "Record the decision",
        "The decision is on the record.",
        (
            Field("decision", "What was decided?", "radios", options=labels(list(DecisionKind))),
            Field("on", "When was it made?", "date", first=today),
            Field("told_on", "When was it sent to the household?", "date", hint="Empty until it is.", optional=True),
            Field("reasons", "The reasons, as the household was told them", "words"),
        ),
    ),
    "record_decision_review": ActForm(
        "Record a review of the decision",
        "Record the review",
        "The review is on the record.",
        (
            Field("asked_on", "When was it asked for?", "date", hint="Where it is asked for now.", optional=True),
            Field("decided_on", "When was it decided?", "date", hint="Empty while it is not.", optional=True),
            Field("upheld", "Was the decision upheld?", "yes_no", hint="Empty while it is not decided.", optional=True),
            Field("reasons", "What was said", "words", optional=True),
        ),
        subject_field="decision_id",
    ),
    "record_trustee_copy": ActForm(
        "Record the copy for the Public Trustee",
        "Record the copy",
        "The copy is on the record.",
        (Field("on", "When did the Public Trustee receive it?", "date", first=today),),
        subject_field="notice_id",
        intro="The copy must reach the Public Trustee before the notice to quit expires (LP(MP)A 1994 s.18).",
    ),
    "record_leaving": ActForm(
        "Record that the occupation ended",
        "Record it",
        "The end of the occupation is on the record.",
        (ON, Field("how", "How did it end?", "radios", options=labels(list(LeavingKind))), NOTE),
    ),
}
