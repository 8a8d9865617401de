"""Forms of reviews of a notice, and of a claim that a judge decides on papers."""

from api.pages.forms.fields import Field
from api.pages.forms.options import NOTE, ON, ActForm, only, tenants, today

_TOLD = Field("told_on", "When was the tenant told, in writing?", "date", first=today)

REVIEWS: dict[str, ActForm] = {
    "request_review": ActForm(
        "Record a request for a review",
        "Record the request",
        "The request is on the record.",
        (
            Field("tenant", "Which tenant asked?", "radios", options=tenants, first=only(tenants)),
            Field("asked_on", "When did the request come?", "date", first=today),
            Field("hearing_wanted", "Is a hearing asked for?", "yes_no"),
            NOTE,
        ),
        subject_field="notice_id",
        intro="A request that comes after the last day is kept, and stops nothing.",
    ),
    "arrange_review_hearing": ActForm(
        "Arrange the hearing of the review",
        "Arrange the hearing",
        "The hearing is arranged.",
        (Field("on", "When will it be heard?", "date"), _TOLD),
        subject_field="review_id",
        intro="The tenant has five clear days' notice of it.",
    ),
    "decide_review": ActForm(
        "Decide the review",
        "Record the decision",
        "The review is decided.",
        (
            ON,
            Field("upheld", "Does the decision stand?", "yes_no", hint="No withdraws the notice."),
            Field("reasons", "Reasons, as the tenant is told them", "words"),
            _TOLD,
        ),
        subject_field="review_id",
        intro="By somebody senior who neither drafted nor approved the notice.",
    ),
    "withdraw_review": ActForm(
        "Record that the review is withdrawn",
        "Record it",
        "The review is withdrawn.",
        (ON,),
        subject_field="review_id",
    ),
    "record_papers_served": ActForm(
        "Record service of the accelerated claim",
        "Record service",
        "Service is on the record, and the last day for a defence.",
        (Field("sent_on", "When did the court send it?", "date", first=today),),
        subject_field="claim_id",
    ),
    "ask_for_papers_order": ActForm(
        "Ask for the order on papers",
        "Record the request",
        "The request is on the record.",
        (ON,),
        subject_field="claim_id",
        intro="When the time for a defence is over and none has come.",
    ),
    "record_papers_decision": ActForm(
        "Record the judge's decision on papers",
        "Record the decision",
        "The decision is on the record.",
        (
            Field(
                "decision",
                "What did the judge do?",
                "radios",
                options=lambda s: [
                    ("order", "Ordered possession"),
                    ("hearing", "Sent it to a hearing"),
                    ("struck_out", "Struck the claim out"),
                ],
            ),
            ON,
            Field("possession_on", "Possession by", "date", hint="Of an order.", optional=True),
            Field("hardship", "Was exceptional hardship found?", "yes_no", optional=True),
            Field("costs_pence", "Costs, in pounds", "money", optional=True),
            Field(
                "reasons_served_on",
                "When were the reasons served?",
                "date",
                hint="Of a claim struck out: the time to have it restored runs from then.",
                optional=True,
            ),
            NOTE,
        ),
        subject_field="claim_id",
    ),
}
