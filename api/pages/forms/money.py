"""Forms of a money case, made from its commands' own fields; the table gives each its words."""

from functools import cache
from typing import Any, get_args

from api.pages.forms.fields import Field, Option
from api.pages.forms.options import ActForm
from api.shapes import leaves
from api.staging import MONEY, command_models, words_of
from cases.money.commands import Frequency, Way
from law.debt import ENFORCEMENTS

_TITLES = {
    "record_trace": ("Record a trace", "The trace is on the record."),
    "search_register": ("Record a breathing-space search", "The search is on the record."),
    "assess_debtors": ("Record a vulnerability and Equality Act assessment", "The assessment is on the record."),
    "send_letter_of_claim": ("Record the letter of claim", "The letter is on the record."),
    "record_reply": ("Record a reply", "The reply is on the record."),
    "send_documents": ("Record that documents were sent", "It is on the record."),
    "record_means": ("Record income and expenditure", "It is on the record."),
    "record_acknowledgement": ("Record a signed acknowledgement", "It is on the record."),
    "offer_arrangement": ("Record an offer of instalments", "The offer is on the record."),
    "agree_arrangement": ("Record that instalments are agreed", "They are watched from now on."),
    "end_arrangement": ("End the arrangement", "The arrangement is over."),
    "hold_money_case": ("Hold the case", "The case is held."),
    "end_money_hold": ("End the hold", "The hold is over."),
    "strike_out_hold": ("Strike out a hold recorded by mistake", "It is struck out; every date was worked out again."),
    "start_breathing_space": ("Record a breathing space", "Steps to collect are held."),
    "end_breathing_space": ("Record the end of a breathing space", "The end is on the record."),
    "send_intention": ("Give notice of the claim", "The notice is on the record."),
    "draft_money_claim": ("Draft the claim", "The claim waits for approval."),
    "approve": ("Approve", "Approved."),
    "send_back": ("Send back", "Sent back to its drafter."),
    "withdraw": ("Withdraw", "Withdrawn."),
    "issue_money_claim": ("Record the issue of the claim", "The claim is issued."),
    "record_money_service": ("Record service of the claim", "Service is on the record."),
    "record_response": ("Record what the defendants answered", "The answer is on the record."),
    "ask_judgment": ("Record the request for judgment", "The request is on the record."),
    "record_judgment": ("Record the judgment", "The judgment is watched from now on."),
    "end_money_claim": ("Record that the claim is over", "It is on the record."),
    "set_judgment_aside": ("Record that the judgment was set aside", "It is on the record."),
    "choose_enforcement": ("Choose how to enforce the judgment", "It waits for approval."),
    "request_enforcement": ("Record the request to the court", "The request is on the record."),
    "record_enforcement": ("Record what came of it", "It is on the record."),
    "record_satisfaction": ("Record that the judgment is satisfied", "Tell the court, if it was not told."),
    "propose_write_off": ("Propose a write-off", "It waits for approval."),
    "add_note": ("Add a note", "The note is on the file."),
    "reassign": ("Give the case to another officer", "The case has a new officer."),
    "clear_attention": ("Say that you have looked", "Cleared."),
    "close_money_case": ("Close the case", "The case is closed."),
}
_LABELS = {
    "on": "Date",
    "issued_on": "Date of issue",
    "sent_on": "When was it sent?",
    "debtor": "Which debtor?",
    "debtors": "Which debtors?",
    "before": "Which step is it for?",
    "found": "Was a present address found?",
    "address": "The address that was found, line by line",
    "clear": "Was the register clear?",
    "proceed": "Is it right to go on?",
    "method": "How?",
    "hold": "Why?",
    "why": "Why?",
    "pence": "How much, in pounds",
    "until": "Until which day?",
    "began_on": "Since which day, if it began before today?",
    "text": "In your own words",
    "signer": "Who will sign the statement of truth?",
    "documents_asked": "Does it ask for documents?",
    "advice": "Is debt advice being taken?",
    "interest": "Claim interest?",
    "recoverable": "May it be taken up again later?",
    "recovered": "Was the money recovered?",
    "moratorium": "Which kind?",
}
_SUBJECTS = (
    "reply_id",
    "arrangement_id",
    "hold_id",
    "breathing_space_id",
    "held_by",
    "claim_id",
    "judgment_id",
    "enforcement_id",
)
_METHODS = ("letter", "email", "visit", "telephone", "tracing_agent", "by_hand")
_LEFT_OUT = frozenset({"kind", "subject", "tenants", "overrides", *_SUBJECTS})
_CHOICES: dict[str, tuple[Option, ...]] = {
    "method": tuple((one, one.replace("_", " ").capitalize()) for one in _METHODS),
    "frequency": tuple((one, one.replace("_", " ").capitalize()) for one in get_args(Frequency)),
    "moratorium": (("standard", "Standard, 60 days"), ("crisis", "Mental-health crisis")),
}


@cache
def money_forms() -> dict[str, ActForm]:
    """Every act on a money case by its command's kind."""
    return {kind: _form(kind, *words) for kind, words in _TITLES.items()}


def _form(kind: str, title: str, done: str) -> ActForm:
    model = command_models(MONEY)[kind]
    subject = next((name for name in ("subject", *_SUBJECTS) if name in model.model_fields), "")
    fields = tuple(
        _field(kind, name, field.annotation, field.is_required())
        for name, field in model.model_fields.items()
        if name not in _LEFT_OUT
    )
    return ActForm(title, title, done, fields, subject_field=subject)


def _field(kind: str, name: str, annotation: Any, required: bool) -> Field:
    plain = name.removesuffix("_pence").replace("_", " ").capitalize()
    label = _LABELS.get(name, f"{plain}, in pounds" if name.endswith("_pence") else plain)
    if name in words_of(kind, MONEY):
        return Field(name, label, "words", optional=not required)
    kinds = leaves(annotation)
    names = {getattr(one, "__name__", "") for one in kinds}
    choice = next((one for one in kinds if hasattr(one, "__members__")), None)
    if "date" in names:
        return Field(name, label, "date", first=_today if required else _nothing, optional=not required)
    if "bool" in names:
        return Field(name, label, "yes_no", first=_no if not required else _nothing, optional=not required)
    if "int" in names:
        return Field(name, label, "money", optional=not required)
    if name in ("debtor", "debtors"):
        return Field(
            name,
            label,
            "radios" if name == "debtor" else "checkboxes",
            options=_debtors,
            first=_one if name == "debtor" else _nothing if kind == "hold_money_case" else _all,
            optional=not required,
        )
    if choice is not None:
        return Field(name, label, "radios", options=lambda seen: [(one.value, one.label) for one in choice])
    if kind == "choose_enforcement" and name == "method":
        hint = "Choose what fits what is known of the debtor."
        return Field(name, label, "radios", hint=hint, options=lambda seen: _ways())
    if name in _CHOICES:
        return Field(name, label, "select", options=lambda seen: _CHOICES[name], optional=not required)
    if name == "officer":
        return Field(name, "To whom?", "select", options=lambda seen: seen.officers)
    return Field(name, label, "text", optional=not required)


def _ways() -> list[Option]:
    return [(code, f"{ENFORCEMENTS[code].title}: {ENFORCEMENTS[code].fits}") for code in get_args(Way)]


def _debtors(seen: Any) -> list[Option]:
    return [(who, seen.tenants[who].name if who in seen.tenants else who) for who in seen.state.tenants]


def _all(seen: Any) -> Any:
    return seen.state.tenants


def _one(seen: Any) -> Any:
    return seen.state.tenants[0] if len(seen.state.tenants) == 1 else None


def _today(seen: Any) -> Any:
    return seen.today


def _no(seen: Any) -> str:
    return "no"


def _nothing(seen: Any) -> None:
    return None
