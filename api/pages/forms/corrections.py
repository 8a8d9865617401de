"""The form that puts a recorded fact right: one new value, of the fact's own sort, beside the old one."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from api.pages.forms.fields import Field, Option, Seen, Widget
from api.pages.forms.options import CONDITIONS, REASON, ActForm, plain, service_methods, steps, tenants
from cases.correctable import FACTS, Fact, model_of, named_choices, value_field
from cases.recorded import find
from cases.stages.correction import shown

_WIDGETS: dict[str, Widget] = {
    "day": "date",
    "clock": "time",
    "instant": "instant",
    "pence": "money",
    "yes": "yes_no",
    "codes": "checkboxes",
}


def _notices(seen: Seen) -> list[Option]:
    return [(n.id, f"{n.id}: {n.kind.label}") for n in seen.state.notices]


_OPTIONS: dict[tuple[str, str], Callable[[Seen], Sequence[Option]]] = {
    ("serve_notice", "method"): service_methods,
    ("record_contact", "step"): steps,
    ("request_review", "tenant"): tenants,
    ("draft_claim", "also_on"): _notices,
    ("draft_notice", "condition"): lambda seen: list(CONDITIONS.items()),
}
_FREQUENCIES = plain(["weekly", "fortnightly", "four_weekly", "monthly"])
_BESIDES = (
    Field("grounds_proved", "Grounds proved, if possession was ordered", "checkboxes", optional=True),
    Field("possession_on", "Possession date, if one was given", "date", optional=True),
    Field("judgment_pence", "Money judgment, in pounds", "money", optional=True),
    Field("instalment_pence", "On terms: instalment on top of rent, in pounds", "money", optional=True),
    Field("frequency", "On terms: how often?", "select", options=_FREQUENCIES, optional=True),
    Field("first_payment", "On terms: first payment", "date", optional=True),
    Field("other_terms", "On terms: in the order's own words", "words", optional=True),
    Field("next_hearing_on", "Next hearing, if there is one", "date", optional=True),
    Field("begins_on", "Takes effect on, if it lasts a time", "date", optional=True),
    Field("ends_on", "Ends on, if it lasts a time", "date", optional=True),
    Field("stayed_until", "Stayed until, if it was stayed", "date", optional=True),
)


def fields_for(address: str) -> tuple[Field, ...]:
    """The fields of the form for the fact at an address; the reason alone where there is no such fact."""
    _, _, rest = address.partition("/")
    kind, _, name = rest.partition("/")
    fact = FACTS.get((kind, name))
    if fact is None:
        return (REASON,)
    into = value_field(kind, name)
    named = named_choices(kind, name)
    options = _OPTIONS.get((kind, name))
    widget: Widget = _WIDGETS.get(into, "select" if named or options else "text")

    def offered(seen: Seen) -> list[Option]:
        if options is not None:
            return list(options(seen))
        if into == "codes" and not named:
            return tenants(seen) if name == "tenants" else _grounds(seen)
        return list(named)

    changed = Field(into, f"{fact.title}: as it should be", widget, _hint(fact), offered, _first, fact.removable)
    if fact.turning:
        return (changed, *_needed(kind), REASON)
    if not fact.removable:
        return (changed, REASON)
    gone = Field("remove", "Did it never happen?", "yes_no", first=lambda s: "no")
    return (changed, gone, REASON)


def _hint(fact: Fact) -> str:
    if fact.turning:
        return "What followed from it as recorded is taken back, and done again. Give below what that needs."
    return "Dates that the law counts from rest on it: a senior, a team leader or legal puts it right." * fact.weighty


def _needed(kind: str) -> tuple[Field, ...]:
    """What the order or answer that was made instead may need, of the fields that the act has."""
    fields = model_of(kind).model_fields
    return tuple(
        replace(one, options=_grounds) if one.name == "grounds_proved" else one
        for one in _BESIDES
        if one.name in fields
    )


def _first(seen: Seen) -> Any:
    """The value as it is recorded, so that the person sees what they change."""
    found = find(seen.state, seen.subject)
    if found is None:
        return None
    act, name = found
    value = getattr(act.command, name)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:%H:%M}" if value_field(act.command.kind, name) == "clock" and value else value


def _grounds(seen: Seen) -> list[Option]:
    return [(g, f"Ground {g}") for g in sorted({g for notice in seen.state.notices for g in notice.grounds})]


def recorded_as(seen: Seen) -> str:
    """What the form says of the fact as it stands."""
    found = find(seen.state, seen.subject)
    if found is None:
        return "This case has no such fact."
    act, name = found
    title = FACTS[act.command.kind, name].title
    return f"{title} is recorded as: {shown(getattr(act.command, name))}. The old value stays in the record."


CORRECTIONS: dict[str, ActForm] = {
    "correct": ActForm(
        "Put a recorded fact right",
        "Put it right",
        "It is put right; every date that rests on it was worked out again.",
        (REASON,),
        subject_field="fact",
        fields_for=fields_for,
        tells=recorded_as,
    )
}
