"""Which recorded facts can be put right: a table by the act that recorded them and the act's own field.

What a new value may be is read from the act's model, so that a fact and its correction can never differ in type.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, get_args

from cases import commands as c
from cases.base import Value


@dataclass(frozen=True)
class Fact:
    """A field of an act that can be put right.

    `weighty` needs a senior or legal; `removable` may never have happened; `ahead` may lie in the future.
    """

    title: str
    weighty: bool = False
    removable: bool = False
    ahead: bool = False


FACTS: Mapping[tuple[str, str], Fact] = {
    ("record_contact", "step"): Fact("Protocol step"),
    ("record_contact", "on"): Fact("Day of the contact"),
    ("record_contact", "tenants"): Fact("Tenants it reached"),
    ("record_contact", "method"): Fact("How they were contacted"),
    ("record_contact", "document"): Fact("Where the proof of the step lies"),
    ("record_search", "on"): Fact("Day of the register search"),
    ("record_search", "before"): Fact("Step the search was for"),
    ("record_search", "clear"): Fact("Register clear"),
    ("record_assessment", "on"): Fact("Day of the assessment"),
    ("record_assessment", "before"): Fact("Step the assessment was for"),
    ("record_assessment", "proceed"): Fact("Assessment says to go on"),
    ("record_assessment", "needs"): Fact("What the assessment found to be needed"),
    ("start_breathing_space", "moratorium"): Fact("Kind of breathing space", True),
    ("start_breathing_space", "started_on"): Fact("First day of the breathing space", True, ahead=True),
    ("start_breathing_space", "tenants"): Fact("Whose breathing space it is"),
    ("end_breathing_space", "ended_on"): Fact("Last day of the breathing space", True, True),
    ("start_hold", "started_on"): Fact("First day of the hold", True),
    ("start_hold", "ends_on"): Fact("Last day of the hold, as planned", True, ahead=True),
    ("start_hold", "tenants"): Fact("Whom the hold is about"),
    ("end_hold", "ended_on"): Fact("Last day of the hold", True, True),
    ("record_court_told", "on"): Fact("Day the court was told", removable=True),
    ("draft_notice", "planned_service"): Fact("Planned day of service", ahead=True),
    ("serve_notice", "sent_at"): Fact("When the notice was handed over, left or posted", True),
    ("serve_notice", "method"): Fact("How the notice was served", True),
    ("issue_claim", "issued_on"): Fact("Day of issue", True),
    ("issue_claim", "claim_number"): Fact("Claim number"),
    ("issue_claim", "court"): Fact("Court"),
    ("issue_claim", "route"): Fact("How the claim was issued", True),
    ("issue_claim", "fee_pence"): Fact("Court fee"),
    ("list_hearing", "on"): Fact("Day of the hearing", True, ahead=True),
    ("list_hearing", "at"): Fact("Time of the hearing"),
    ("list_hearing", "court"): Fact("Court of the hearing"),
    ("record_claim_service", "sent_on"): Fact("Day the claim was sent to the defendants", True, True),
    ("record_ten_day_letter", "sent_on"): Fact("Day the ten-day letter was sent", removable=True),
    ("record_outcome", "outcome"): Fact("What the court did", True),
    ("record_outcome", "on"): Fact("Day of the order or outcome", True),
    ("record_outcome", "grounds_proved"): Fact("Grounds proved", True),
    ("record_outcome", "possession_on"): Fact("Possession date", True, ahead=True),
    ("record_outcome", "hardship"): Fact("Exceptional hardship found", True),
    ("record_outcome", "judgment_pence"): Fact("Money judgment", True),
    ("record_outcome", "costs_pence"): Fact("Costs", True),
    ("record_outcome", "instalment_pence"): Fact("Instalment", True),
    ("record_outcome", "frequency"): Fact("How often the instalment is paid", True),
    ("record_outcome", "first_payment"): Fact("First payment", True, ahead=True),
    ("record_breach_warning", "on"): Fact("Day of the warning", removable=True),
    ("record_permission", "on"): Fact("Day of the court's answer on permission", True),
    ("record_permission", "granted"): Fact("Permission given", True),
    ("discharge_order", "on"): Fact("Day of the discharge", True),
    ("request_warrant", "on"): Fact("Day the warrant was requested", True),
    ("request_warrant", "fee_pence"): Fact("Warrant fee"),
    ("record_warrant_issued", "on"): Fact("Day the warrant was issued", True),
    ("record_warrant_issued", "number"): Fact("Warrant number"),
    ("book_eviction", "n54_delivered_on"): Fact("Day the N54 was delivered", True, True),
    ("book_eviction", "on"): Fact("Day of the eviction appointment", True, ahead=True),
    ("book_eviction", "at"): Fact("Time of the eviction appointment"),
    ("record_eviction", "on"): Fact("Day of the eviction", True),
}
"""Every fact that can be put right, by the act that recorded it and the act's field."""

_TYPES: tuple[tuple[type, str], ...] = (
    (datetime, "instant"),
    (date, "day"),
    (time, "clock"),
    (bool, "yes"),
    (int, "pence"),
)


def value_field(act: str, field: str) -> str:
    """The field of `Correct` that takes the new value of a fact, read from the act's own model."""
    annotation = _MODELS[act].model_fields[field].annotation
    inside = _inside(annotation)
    found = next((name for kind, name in _TYPES if kind in inside), None)
    return found or ("codes" if tuple in inside else "label")


def choices(act: str, field: str) -> tuple[str, ...]:
    """The words that a fact can be, where its type names them all; empty where it does not."""
    inside = _inside(_MODELS[act].model_fields[field].annotation)
    named = tuple(str(member.value) for kind in inside if hasattr(kind, "__members__") for member in kind)
    return named or tuple(one for one in inside if isinstance(one, str))


def model_of(act: str) -> type[Value]:
    """The model of an act's command."""
    return _MODELS[act]


def _inside(annotation: Any) -> tuple[Any, ...]:
    origin = getattr(annotation, "__origin__", None)
    args = tuple(one for arg in get_args(annotation) for one in _inside(arg))
    return (*((origin,) if isinstance(origin, type) else ()), *(args or (annotation,)))


_MODELS: dict[str, type[Value]] = {
    model.model_fields["kind"].default: model
    for model in vars(c).values()
    if isinstance(model, type) and issubclass(model, Value) and "kind" in model.model_fields
}
