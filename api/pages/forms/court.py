"""Forms of the acts at court: the claim, the hearing, what was ordered."""

from api.pages.forms.fields import Field, Seen
from api.pages.forms.options import (
    APPROVE,
    NOTE,
    ActForm,
    hearing_day,
    labels,
    notice_grounds,
    only,
    other_notices,
    plain,
    today,
)
from cases.court_words import SignerCapacity
from cases.failing import FailedBy
from cases.routing import of_subject
from cases.words import OutcomeKind, Route


def _recommended(seen: Seen) -> str:
    """The route recommended for the claim; empty where none is."""
    return next((each.route.value for each in of_subject(seen.state, seen.subject, seen.today, seen.courts)), "")


AT_COURT: dict[str, ActForm] = {
    "draft_claim": ActForm(
        "Prepare the claim",
        "Prepare the claim",
        "The claim is prepared and waits for a senior.",
        (
            Field(
                "signer",
                "Who will sign the statement of truth?",
                "text",
                hint="Name and position, such as Priya Raman, Income manager. They must be permitted to sign.",
                options=lambda seen: seen.signers,
                first=only(lambda seen: seen.signers),
            ),
            Field("signer_capacity", "As what do they sign?", "radios", options=labels(list(SignerCapacity))),
            Field(
                "also_on",
                "Other notices to rely on in the alternative",
                "checkboxes",
                options=other_notices,
                optional=True,
            ),
            Field(
                "rent_claimed",
                "Are the arrears claimed too?",
                "yes_no",
                hint="Leave it to claim them where the notice is for arrears. An accelerated claim claims none.",
                optional=True,
            ),
        ),
        subject_field="notice_id",
    ),
    "issue_claim": ActForm(
        "Record the issue of the claim",
        "Record issue",
        "The claim is issued.",
        (
            Field("route", "How was it issued?", "radios", options=labels(list(Route)), first=_recommended),
            Field("route_reason", "Why this route?", "words"),
            Field("claim_number", "Claim number", "text"),
            Field("court", "Court", "text", first=lambda seen: seen.court),
            Field("issued_on", "Date of issue", "date", first=today),
            Field(
                "fee_pence",
                "Court fee, in pounds",
                "money",
                hint="Only where the fee table has no figure for the day; it is marked to be confirmed.",
                optional=True,
            ),
            APPROVE,
        ),
        subject_field="claim_id",
    ),
    "choose_court": ActForm(
        "Choose the court of the claim",
        "Choose this court",
        "The papers and the data of the claim name that court.",
        (
            Field(
                "court",
                "County Court hearing centre",
                "text",
                hint="As it is named in papers, such as County Court at Sampleton.",
                first=lambda seen: seen.court,
            ),
            Field("reason", "Why this court?", "words"),
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
            Field(
                "time_shortened",
                "Did the court shorten the usual time?",
                "yes_no",
                hint="As it may for assault, threats or serious damage (CPR 3.1(2)(a)).",
                first=lambda s: "no",
                optional=True,
            ),
        ),
        subject_field="claim_id",
    ),
    "record_claim_service": ActForm(
        "Record service of the claim",
        "Record service",
        "Service of the claim is on the record.",
        (Field("sent_on", "When was the claim sent?", "date", first=today),),
        subject_field="hearing_id",
    ),
    "record_ten_day_letter": ActForm(
        "Record the ten-day letter",
        "Record the letter",
        "The letter is on the record.",
        (Field("sent_on", "When was it sent to every tenant?", "date", first=today),),
        subject_field="hearing_id",
        intro="With an up-to-date rent statement and what is known of the benefit position.",
    ),
    "record_outcome": ActForm(
        "Record what the court ordered",
        "Record the outcome",
        "The outcome is on the record.",
        (
            Field("outcome", "What did the court do?", "radios", options=labels(list(OutcomeKind))),
            Field("on", "Date", "date", first=hearing_day),
            Field("grounds_proved", "Grounds proved", "checkboxes", options=notice_grounds, optional=True),
            Field("possession_on", "Possession date in the order", "date", optional=True),
            Field(
                "hardship", "Did the court find exceptional hardship?", "yes_no", first=lambda s: "no", optional=True
            ),
            Field("judgment_pence", "Money judgment for rent, in pounds", "money", optional=True),
            Field("costs_pence", "Costs, in pounds", "money", optional=True),
            Field("instalment_pence", "On terms: instalment on top of rent, in pounds", "money", optional=True),
            Field(
                "frequency",
                "On terms: how often?",
                "select",
                options=plain(["weekly", "fortnightly", "four_weekly", "monthly"]),
                optional=True,
            ),
            Field("first_payment", "On terms: first payment by", "date", optional=True),
            Field("lump_sum_pence", "On terms: lump sum towards the debt, in pounds", "money", optional=True),
            Field("lump_sum_on", "On terms: lump sum by", "date", optional=True),
            Field(
                "with_costs",
                "On terms: do the payments clear the costs too?",
                "yes_no",
                hint="Form N28 totals the arrears and the costs in one sum. Not answered, they are counted so.",
                optional=True,
            ),
            Field("other_terms", "On terms: other terms", "words", optional=True),
            Field("next_hearing_on", "Adjourned to a date: next hearing", "date", optional=True),
            Field("next_hearing_at", "Adjourned to a date: time", "time", optional=True),
            Field(
                "restore_by",
                "Adjourned, stayed or struck out: to be restored by",
                "date",
                hint="The last day in the order, after which the claim is struck out or stays so.",
                optional=True,
            ),
            Field(
                "failed_by",
                "Adjourned, dismissed or struck out: why?",
                "select",
                hint="Counted for the team, with the check that catches it before court.",
                options=labels(list(FailedBy)),
                optional=True,
            ),
            Field("reasons_served_on", "Struck out on paper: when did the reasons come?", "date", optional=True),
            Field("pay_by", "Money judgment only: to be paid by", "date", optional=True),
            Field("begins_on", "Demotion or right to buy: from", "date", optional=True),
            Field("ends_on", "Demotion or right to buy: until", "date", optional=True),
            NOTE,
        ),
        subject_field="hearing_id",
        intro="Copy the sealed order. Answer what belongs to this outcome and leave the rest empty.",
    ),
}
