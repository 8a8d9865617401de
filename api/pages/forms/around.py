"""Forms of what comes around the road: answers to a claim, its end, the days before an eviction, what follows."""

from api.pages.forms.fields import Field, Seen
from api.pages.forms.options import NOTE, ON, ActForm, labels, tenants
from api.pages.forms.people import household_told
from cases.court_words import AfterEviction, ClaimEnd, Referral, ResponseKind
from cases.instants import LONDON
from cases.stages.last_check import confirm_by


def _whom(seen: Seen) -> list[tuple[str, str]]:
    return [("", "All of them, or a solicitor"), *tenants(seen)]


def _by_when(seen: Seen) -> str:
    warrant = seen.item("warrants")
    found = confirm_by(warrant) if warrant is not None else None
    if found is None:
        return ""
    last, told = found
    return f"Confirm by {last.astimezone(LONDON):%H:%M} on {told.on:%-d %B %Y}. {told.sentence}"


AROUND: dict[str, ActForm] = {
    "record_response": ActForm(
        "Record an answer to the claim",
        "Record it",
        "The answer is on the record.",
        (
            Field("what", "What came?", "radios", options=labels(list(ResponseKind))),
            Field("on", "On which day?", "date", hint="Of a counterclaim: the day it was served on the landlord."),
            Field("by", "From whom?", "select", options=_whom, optional=True),
            Field("disputed", "Are the facts disputed?", "yes_no", first=lambda seen: "no"),
            Field("disrepair", "Is disrepair raised?", "yes_no", first=lambda seen: "no"),
            Field(
                "counterclaim_pence",
                "Sum of the counterclaim, in pounds",
                "money",
                hint="Only where a counterclaim names one.",
                optional=True,
            ),
            Field("details", "What is said", "words", optional=True),
        ),
        subject_field="claim_id",
    ),
    "end_claim": ActForm(
        "Record the end of the claim without a hearing",
        "Record the end",
        "The claim is over. Go on with the case, or close it.",
        (
            Field("how", "How did it end?", "radios", options=labels(list(ClaimEnd))),
            ON,
            Field(
                "terms",
                "What was agreed",
                "words",
                hint="Payments, costs, and what happens if it is not kept. Who discontinues pays the other side's "
                "costs unless the court orders otherwise (CPR 38.6).",
                optional=True,
            ),
        ),
        subject_field="claim_id",
        intro="A notice of discontinuance (N279) is filed and served on every defendant; it is among the papers.",
    ),
    "record_last_check": ActForm(
        "Last check before eviction",
        "Record the check",
        "The last check is on the record with your name.",
        (
            ON,
            Field(
                "referral",
                "What became of the homelessness referral?",
                "radios",
                options=labels(list(Referral)),
                optional=True,
            ),
            Field("referred_on", "On which day was it sent?", "date", optional=True),
            Field("proceed", "Does the eviction go on?", "yes_no"),
            Field(
                "reasons",
                "Reasons",
                "words",
                hint="Who lives there now, their health and needs, where they can go, what else was tried, and why the "
                "eviction is or is not still right.",
            ),
        ),
        subject_field="warrant_id",
        tells=household_told,
        intro="You decide whether the eviction goes on. An assessment and a search of the breathing-space register "
        "before the eviction come first.",
    ),
    "confirm_eviction": ActForm(
        "Confirm the eviction to the bailiffs",
        "Record the confirmation",
        "The confirmation is on the record.",
        (Field("sent_at", "When was it confirmed?", "instant", first=lambda seen: seen.today),),
        subject_field="warrant_id",
        tells=_by_when,
    ),
    "record_aftermath": ActForm(
        "Record what happened after the eviction",
        "Record it",
        "It is on the record.",
        (
            Field("what", "What happened?", "radios", options=labels(list(AfterEviction))),
            ON,
            Field(
                "money_claimed",
                "Does the notice about the goods ask for money for keeping them?",
                "yes_no",
                hint="Only of a notice about goods: three months must pass then before they may be sold.",
                first=lambda seen: "no",
            ),
            NOTE,
        ),
        subject_field="warrant_id",
    ),
}
