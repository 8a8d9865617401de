"""What stops a case for a time: breathing space, holds, and telling the court."""

from datetime import date
from typing import Literal

from cases.base import TextRef, Value
from cases.words import HoldKind


class StartBreathingSpace(Value):
    """A moratorium was notified. `moratorium` is `standard` or `crisis`."""

    kind: Literal["start_breathing_space"] = "start_breathing_space"
    moratorium: Literal["standard", "crisis"]
    started_on: date
    tenants: tuple[str, ...] = ()


class EndBreathingSpace(Value):
    """The moratorium ended (or was cancelled) on a day."""

    kind: Literal["end_breathing_space"] = "end_breathing_space"
    breathing_space_id: str
    ended_on: date


class StartHold(Value):
    """Something else holds the case: an insolvency, a stay, a death, the landlord's own decision with an end date.

    `tenants` are those whom it is about; `ends_on` its last day, where that is known.
    """

    kind: Literal["start_hold"] = "start_hold"
    hold: HoldKind
    started_on: date
    ends_on: date | None = None
    tenants: tuple[str, ...] = ()
    reason: TextRef


class ExtendHold(Value):
    """A hold lasts longer than was known: its new last day."""

    kind: Literal["extend_hold"] = "extend_hold"
    hold_id: str
    ends_on: date
    reason: TextRef


class EndHold(Value):
    """A hold ended on a day, which is its last."""

    kind: Literal["end_hold"] = "end_hold"
    hold_id: str
    ended_on: date
    reason: TextRef


class RecordCourtTold(Value):
    """The court was told of a breathing space or a hold (`held_by` is its id)."""

    kind: Literal["record_court_told"] = "record_court_told"
    held_by: str
    on: date
