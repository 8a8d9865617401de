"""Forms of the acts before a claim: evidence, holds, the notice."""

from api.pages.forms.fields import Field
from api.pages.forms.options import (
    BEFORE,
    CONTACT_METHODS,
    NOTE,
    ON,
    REASON,
    ActForm,
    grounds,
    not_served,
    notice_kind,
    notice_kinds,
    only,
    plain,
    road_grounds,
    service_methods,
    steps,
    tenants,
    today,
)

BEFORE_CLAIM: dict[str, ActForm] = {
    "record_contact": ActForm(
        "Record a Protocol step",
        "Record the step",
        "The step is on the record.",
        (
            Field("step", "Which step of the Pre-Action Protocol?", "select", options=steps),
            ON,
            Field(
                "tenants",
                "Which tenants did it reach?",
                "checkboxes",
                options=tenants,
                first=lambda s: s.state.tenants,
            ),
            Field("method", "How?", "select", options=plain(CONTACT_METHODS)),
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
        (Field("ended_on", "When did it end?", "date", first=today),),
        subject_field="breathing_space_id",
    ),
    "draft_notice": ActForm(
        "Draft the notice",
        "Draft the notice",
        "The notice is drafted and waits for a senior.",
        (
            Field("notice", "Notice", "radios", options=notice_kinds, first=notice_kind),
            Field("grounds", "Grounds", "checkboxes", options=grounds, first=road_grounds, optional=True),
            Field("planned_service", "When will it be served?", "date", first=today),
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
            Field("tenant", "Which tenant?", "radios", options=not_served, first=only(not_served)),
            Field("method", "How was it served?", "select", options=service_methods),
            Field("sent_at", "When was it handed over, left or posted?", "instant", first=today),
            Field("proof", "Proof of service", "words", hint="Who served it, where, photograph, tracking number."),
        ),
        subject_field="notice_id",
        intro="Record each joint tenant. When a posted notice counts as given is worked out by the rules for notices.",
    ),
}
