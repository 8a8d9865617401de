"""Forms of agreements to pay, of what goes to the court before a hearing, and of applications to it."""

from api.pages.forms.fields import Field, Option, Seen
from api.pages.forms.options import CONTACT_METHODS, NEW_RENT_ONLY, NOTE, ON, REASON, ActForm, labels, plain, today
from cases.court_words import ENDINGS, REFUSALS, ApplicationFor, ArrangementKind, Party
from cases.means import afforded, of_case, told_of
from cases.stages.application_gates import NOT_ON_ORDER, ON_CLAIM
from cases.stages.arrangement import offered_kind
from cases.stages.filing import ASKABLE

FREQUENCIES = ("weekly", "fortnightly", "four_weekly", "monthly")
_EVERY = Field("frequency", "How often?", "select", options=plain(FREQUENCIES), optional=True)
_FIRST = Field("first_payment", "First payment by", "date", optional=True)
_BENEFIT = (
    ("hb", "Housing Benefit"),
    ("uc", "Universal Credit, paid to the tenant"),
    ("uc_apa", "Universal Credit, paid to the landlord"),
    ("dwp_tpd", "Deductions from benefit (third-party deductions)"),
    ("dhp", "Discretionary Housing Payment"),
)


def _arrears(seen: Seen) -> int | None:
    return seen.state.last_arrears_pence if seen.state.last_arrears_pence > 0 else None


def means_told(seen: Seen) -> str:
    """What is left over by the figures on record, beside what the offer asks for where the form is about one."""
    left = of_case(seen.state)
    if left is None:
        return "No figures of income and spending are on record: record them with the Protocol step, and offer by them."
    offer = seen.item("arrangements")
    asked = afforded(left, offer.instalment_pence, offer.frequency) if offer else None
    return asked.says if asked else f"By what is on record, {told_of(left)} Ask for no more than can be kept to."


def _directions(seen: Seen) -> list[Option]:
    hearing = seen.item("hearings")
    return [(d.id, f"{d.id}, by {d.by:%d/%m/%Y}") for d in (hearing.directions if hearing else ()) if d.done_on is None]


def attending(seen: Seen) -> str:
    """Who was named to attend; else the case's officer."""
    hearing = seen.item("hearings")
    if hearing is not None and hearing.asked is not None and hearing.asked.attends:
        return str(hearing.asked.attends)
    return dict(seen.officers).get(seen.state.officer, "")


def purposes(seen: Seen) -> list[Option]:
    """What may be asked about the claim or the order that the form is about."""
    on_claim = seen.item("claims") is not None
    return [(p.value, p.label) for p in ApplicationFor if (p in ON_CLAIM if on_claim else p not in NOT_ON_ORDER)]


AGREEMENTS: dict[str, ActForm] = {
    "offer_arrangement": ActForm(
        "Offer or agree an arrangement",
        "Record the arrangement",
        "The arrangement is on the record.",
        (
            Field(
                "arrangement",
                "Which kind?",
                "radios",
                options=labels(list(ArrangementKind)),
                first=lambda s: offered_kind(s.state).value,
            ),
            Field("total_pence", "What it is to clear, in pounds", "money", first=_arrears, optional=True),
            Field("with_rent", "Is the current rent paid with it?", "yes_no", first=lambda s: "yes"),
            Field("instalment_pence", "Instalment on top of rent, in pounds", "money", optional=True),
            _EVERY,
            _FIRST,
            Field("lump_sum_pence", "Lump sum, in pounds", "money", optional=True),
            Field("lump_sum_on", "Lump sum by", "date", optional=True),
            Field(
                "agreed_on",
                "When was it agreed?",
                "date",
                hint="Leave it empty while it is only offered.",
                optional=True,
            ),
            Field("reply_by", "If it is only offered: reply by", "date", optional=True),
            Field(
                "tenant_asked",
                "Did the tenant ask for it?",
                "yes_no",
                hint="In a breathing space the landlord may not.",
                first=lambda s: "no",
            ),
            Field("other_terms", "Other terms", "words", optional=True),
        ),
        tells=means_told,
        intro="Instalments, a lump sum, or both. Every payment is then held against the rent account to the penny.",
    ),
    "agree_arrangement": ActForm(
        "Record that the arrangement was agreed",
        "Record it",
        "The arrangement is agreed; its payments are watched.",
        (ON,),
        subject_field="arrangement_id",
        tells=means_told,
    ),
    "refuse_arrangement": ActForm(
        "Record that the arrangement was refused",
        "Record it",
        "The refusal is on the record.",
        (ON, Field("by", "Who refused?", "radios", options=labels(REFUSALS)), REASON),
        subject_field="arrangement_id",
    ),
    "warn_arrangement": ActForm(
        "Record the warning about the arrangement",
        "Record the warning",
        "The warning is on the record.",
        (
            ON,
            Field("method", "How?", "select", options=plain(CONTACT_METHODS)),
            Field("pay_by", "By when are they to catch up?", "date"),
            NEW_RENT_ONLY,
        ),
        subject_field="arrangement_id",
        intro="The Protocol asks for clear time limits: say what will follow, and by when to catch up.",
    ),
    "end_arrangement": ActForm(
        "End the arrangement",
        "End it",
        "The arrangement is ended.",
        (ON, Field("because", "Why?", "radios", options=labels(ENDINGS)), REASON),
        subject_field="arrangement_id",
        intro="An arrangement that is paid up is completed by itself.",
    ),
    "expect_benefit": ActForm(
        "Record benefit that is expected",
        "Record it",
        "The benefit is shown as expected.",
        (
            Field("due_on", "When is it due?", "date", first=today),
            Field("pence", "Sum, in pounds", "money"),
            Field("source", "What?", "select", options=lambda s: _BENEFIT),
        ),
        subject_field="arrangement_id",
        intro="It is shown beside the payments and is not counted as paid until it comes.",
    ),
    "set_ask": ActForm(
        "Say what the court will be asked for",
        "Record it",
        "What is asked is on the record; the order will be compared with it.",
        (
            Field("outcome", "Which order?", "radios", options=labels(ASKABLE)),
            Field("possession_on", "Possession by", "date", optional=True),
            Field("judgment_pence", "Money judgment, in pounds", "money", first=_arrears, optional=True),
            Field("costs_pence", "Costs, in pounds", "money", optional=True),
            Field("instalment_pence", "Instalment on top of rent, in pounds", "money", optional=True),
            _EVERY,
            _FIRST,
            Field("other_terms", "Other terms, such as on conduct", "words", optional=True),
            Field(
                "attends",
                "Who attends for the landlord?",
                "text",
                hint="Name and position, such as Priya Raman, Income manager.",
                first=attending,
                optional=True,
            ),
        ),
        subject_field="hearing_id",
    ),
    "record_filing": ActForm(
        "Record the filing of the witness statement",
        "Record it",
        "The filing is on the record.",
        (
            Field("filed_on", "When was it filed at court?", "date", first=today),
            Field("served_on", "When was it served on the defendants?", "date", first=today),
        ),
        subject_field="hearing_id",
    ),
    "record_direction": ActForm(
        "Record a direction of the court",
        "Record the direction",
        "The direction is on the record.",
        (Field("what", "What is to be done?", "words"), Field("by", "By when?", "date")),
        subject_field="hearing_id",
    ),
    "record_direction_met": ActForm(
        "Record that a direction was met",
        "Record it",
        "It is on the record.",
        (Field("direction", "Which direction?", "radios", options=_directions), ON),
        subject_field="hearing_id",
    ),
    "record_application": ActForm(
        "Record an application to the court",
        "Record the application",
        "The application is on the record.",
        (
            Field("purpose", "What is asked?", "radios", options=purposes),
            Field("by", "Who asks?", "radios", options=labels(list(Party))),
            Field("made_on", "Date of the application", "date", first=today),
            Field("hearing_on", "When is it heard?", "date", hint="Leave it empty while no day is set.", optional=True),
            Field("by_consent", "Is it by consent, or without notice?", "yes_no", first=lambda s: "no"),
            Field(
                "fee_pence",
                "Court fee",
                "money",
                hint="Leave empty to take the table's. Nothing for an application that is not ours.",
                optional=True,
            ),
        ),
        subject_field="subject",
    ),
    "decide_application": ActForm(
        "Record what the court decided on the application",
        "Record the decision",
        "The decision is on the record.",
        (
            ON,
            Field("granted", "Was it granted?", "yes_no"),
            Field("possession_on", "Date for possession in the order", "date", optional=True),
            Field("judgment_pence", "New terms: sum to be cleared, in pounds", "money", optional=True),
            Field("instalment_pence", "New terms: instalment on top of rent, in pounds", "money", optional=True),
            _EVERY,
            _FIRST,
            Field("lump_sum_pence", "New terms: lump sum of it, in pounds", "money", optional=True),
            Field("lump_sum_on", "New terms: lump sum by", "date", optional=True),
            Field("stayed_until", "Stayed until", "date", optional=True),
            Field("next_hearing_on", "Next hearing", "date", optional=True),
            Field("next_hearing_at", "Time of it", "time", optional=True),
            NOTE,
        ),
        subject_field="application_id",
        intro="Copy the order. Answer what belongs to this decision and leave the rest empty.",
    ),
}
