"""The form that puts a recorded fact right: one new value, of the fact's own sort, beside the old one."""

from typing import Any

from api.pages.forms.fields import Field, Option, Seen, Widget
from api.pages.forms.options import REASON, ActForm, service_methods, steps, tenants
from cases.correctable import FACTS, choices, value_field
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
_OPTIONS = {("serve_notice", "method"): service_methods, ("record_contact", "step"): steps}


def fields_for(address: str) -> tuple[Field, ...]:
    """The fields of the form for the fact at an address; the reason alone where there is no such fact."""
    _, _, rest = address.partition("/")
    kind, _, name = rest.partition("/")
    fact = FACTS.get((kind, name))
    if fact is None:
        return (REASON,)
    into = value_field(kind, name)
    named = choices(kind, name)
    options = _OPTIONS.get((kind, name))
    widget: Widget = _WIDGETS.get(into, "select" if named or options else "text")

    def offered(seen: Seen) -> list[Option]:
        if options is not None:
            return list(options(seen))
        if into == "codes":
            return tenants(seen) if name == "tenants" else [(g, f"Ground {g}") for g in _grounds(seen)]
        return [(one, one.replace("_", " ").capitalize()) for one in named]

    changed = Field(into, f"{fact.title}: as it should be", widget, "", offered, _first, optional=fact.removable)
    if not fact.removable:
        return (changed, REASON)
    gone = Field("remove", "Did it never happen?", "yes_no", first=lambda s: "no")
    return (changed, gone, REASON)


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


def _grounds(seen: Seen) -> list[str]:
    return sorted({g for notice in seen.state.notices for g in notice.grounds})


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
