"""Which recorded facts can be put right, and what sort of value each takes.

What a new value may be is read from the act's model, so that a fact and its correction can never differ in type.
"""

from datetime import date, datetime, time
from typing import Any, get_args

from cases import commands as c
from cases.base import Value
from cases.fact_table import FACTS, Fact

__all__ = ["FACTS", "Fact", "choices", "model_of", "named_choices", "value_field"]

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


def named_choices(act: str, field: str) -> tuple[tuple[str, str], ...]:
    """The same words, each with how people read it."""
    kinds = [kind for kind in _inside(_MODELS[act].model_fields[field].annotation) if hasattr(kind, "__members__")]
    labels = {str(m.value): str(getattr(m, "label", "")) for kind in kinds for m in kind}
    return tuple((one, labels.get(one) or one.replace("_", " ").capitalize()) for one in choices(act, field))


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
