"""Opening a case, and the acts that fit at any stage of it: a note, another officer, a correction, an end."""

from datetime import date, time
from typing import Literal

from cases.base import Instant, Pence, TextRef, Value
from cases.commands.arrangements import Frequency
from cases.words import Cause, CloseResult, Track


class OpenCase(Value):
    """Open a possession case on a tenancy. One may be open at a time. Without a track or a cause, the plain ones
    are taken."""

    kind: Literal["open_case"] = "open_case"
    tenancy_ref: str
    landlord: str
    officer: str
    reason: TextRef | None = None
    track: Track | None = None
    cause: Cause | None = None


class Override(Value):
    """Set one of the landlord's own rules aside for this step: the code of the refusal, and why."""

    code: str
    reason: TextRef


class Correct(Value):
    """Put a recorded fact right.

    `fact` is its address: the item, the act that recorded it and the act's field, as `C1/issue_claim/issued_on`. The
    new value goes into the one of the next seven that fits the field; `remove` says that it never happened.
    The rest is given only where the court did something else than was recorded, and the order needs it.
    """

    kind: Literal["correct"] = "correct"
    fact: str
    day: date | None = None
    clock: time | None = None
    instant: Instant | None = None
    pence: Pence | None = None
    label: str | None = None
    codes: tuple[str, ...] | None = None
    yes: bool | None = None
    remove: bool = False
    reason: TextRef
    grounds_proved: tuple[str, ...] | None = None
    possession_on: date | None = None
    judgment_pence: Pence | None = None
    instalment_pence: Pence | None = None
    frequency: Frequency | None = None
    first_payment: date | None = None
    next_hearing_on: date | None = None
    begins_on: date | None = None
    ends_on: date | None = None
    stayed_until: date | None = None
    other_terms: TextRef | None = None


class AddNote(Value):
    """A note on the file."""

    kind: Literal["add_note"] = "add_note"
    text: TextRef


class Reassign(Value):
    """Give the case to another officer."""

    kind: Literal["reassign"] = "reassign"
    officer: str


class ClearAttention(Value):
    """A person has looked at what went wrong."""

    kind: Literal["clear_attention"] = "clear_attention"


class CloseCase(Value):
    """Close the case with its result."""

    kind: Literal["close_case"] = "close_case"
    result: CloseResult
    note: TextRef | None = None
