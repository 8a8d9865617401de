"""Slips of the hand, told before anything is decided: an item that is not named, a date that nobody plans or remembers.

The spans are no law: each says how far from today a date of its sort is meant at the most, with room to spare.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from cases import far_off
from cases.base import Value
from cases.refusals import Refusal
from law.explained import long_date

_YEAR = timedelta(days=366)
_NAMED = frozenset({"subject", "held_by", "direction", "earlier_case", "item", "tenant", "debtor", "person", "fact"})
_MAY_BE_EMPTY = frozenset({"person", "tenant"})


@dataclass(frozen=True)
class Span:
    """How many years back and ahead of today a date of that sort may lie; None where its own gates say."""

    what: str
    past: int | None = None
    ahead: int | None = None


_FIRST = Span("A first payment", 20, 1)
_LUMP = Span("A lump sum", 20, 2)
_HEARD = Span("A hearing", 2, 2)
_POSSESSION = Span("A date for possession", None, 6)
_ON_TERMS = {"first_payment": _FIRST, "lump_sum_on": _LUMP, "next_hearing_on": _HEARD, "possession_on": _POSSESSION}
_BY_ACT: Mapping[str, Mapping[str, Span]] = {
    "offer_arrangement": {
        "agreed_on": Span("An agreement that still runs", 20),
        "first_payment": _FIRST,
        "lump_sum_on": _LUMP,
        "reply_by": Span("A reply", None, 1),
    },
    "start_breathing_space": {"started_on": Span("A breathing space that is recorded now", 5)},
    "start_hold": {"ends_on": Span("The end of a hold", None, 10)},
    "extend_hold": {"ends_on": Span("The end of a hold", None, 10)},
    "warn_arrangement": {"pay_by": Span("The day to catch up", None, 1)},
    "expect_benefit": {"due_on": Span("A benefit that is awaited", 1, 1)},
    "record_benefit_claim": {"made_on": Span("A benefit claim that is not decided", 3)},
    "draft_notice": {
        "planned_service": Span("Service that is planned", None, 1),
        "specified_on": Span("The date in a notice", None, 2),
    },
    "list_hearing": {"on": _HEARD},
    "record_direction": {"by": Span("A direction", 1, 2)},
    "record_outcome": _ON_TERMS | {"pay_by": Span("The day to pay by", None, 6)},
    "record_application": {"hearing_on": _HEARD},
    "decide_application": _ON_TERMS,
    "book_eviction": {"on": Span("An eviction", 2, 1)},
    "request_paper": {
        "asked_on": Span("A request that is answered now", 2, 0),
        "consent_on": Span("A consent", 6, 0),
        "agreement_on": Span("An agreement", 30, 0),
        "reply_by": Span("A reply", None, 1),
    },
    "record_judgment": {"pay_by": Span("The day to pay by", None, 6)},
}
_AFTER_HEARING = timedelta(days=366)
_MEND = "Check the date. This guards against slips; no law says it."


def refuse(command: Value, state: Any, today: date) -> tuple[Refusal, ...]:
    """What is wrong with the command in itself, whatever the case: every reason together."""
    far = far_off.refuse(command, today)
    return (*far, *_unnamed(command), *(() if far else unlikely(command, state, today)))


def unlikely(command: Value, state: Any, today: date) -> Iterator[Refusal]:
    """The dates of a command that lie further from today than a date of their sort is meant."""
    kind = getattr(command, "kind", "")
    for field, span in _BY_ACT.get(kind, {}).items():
        day = getattr(command, field, None)
        says = _beyond(span, day, today) if day is not None else None
        if says is not None:
            yield Refusal(code="unlikely_date", says=says, mend=_MEND, field=field)
    late = _long_after(command, state) if kind == "record_outcome" else None
    if late is not None:
        yield Refusal(code="unlikely_date", says=late, mend=_MEND, field="on")


def _beyond(span: Span, day: date, today: date) -> str | None:
    if span.ahead is not None and day > today + span.ahead * _YEAR:
        ahead = f"more than {_years(span.ahead)} ahead" if span.ahead else f"after today, {long_date(today)}"
        return f"{span.what} is not dated {ahead}: {long_date(day)}."
    if span.past is not None and day < today - span.past * _YEAR:
        ago = f"more than {_years(span.past)} ago" if span.past else "in the past"
        return f"{span.what} is not dated {ago}: {long_date(day)}."
    return None


def _years(number: int) -> str:
    return "a year" if number == 1 else f"{number} years"


def _long_after(command: Any, state: Any) -> str | None:
    heard = next((h for h in getattr(state, "hearings", ()) if h.id == command.hearing_id), None)
    if heard is None or command.on <= heard.on + _AFTER_HEARING:
        return None
    return f"{long_date(command.on)} is more than a year after the hearing of {long_date(heard.on)}."


def _unnamed(command: Value) -> Iterator[Refusal]:
    for field in type(command).model_fields:
        value = getattr(command, field)
        if not (field.endswith("_id") or field in _NAMED or field == "tenants"):
            continue
        names = value if isinstance(value, tuple) else (value,)
        blank = any(isinstance(one, str) and not one.strip() for one in names)
        if not blank or (field in _MAY_BE_EMPTY and value == ""):
            continue
        what = field.removesuffix("_id").replace("_", " ")
        yield Refusal(code="not_named", says=f"It is not said which is meant: {what}.", mend="Choose it.", field=field)
