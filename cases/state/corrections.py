"""What was put right, what is in doubt, what a role overrode, what asks for attention, and how a case closed."""

from datetime import date

from cases.base import ExplainedDate, Instant, TextRef, Value
from cases.state.people import Person
from cases.words import CloseResult


class Correction(Value):
    """A recorded fact that was put right. `old` and `new` are as people read them."""

    id: str
    fact: str
    title: str
    old: str
    new: str
    on: date
    by: Person
    reason: TextRef


class DateMoved(Value):
    """A date that a correction moved: the item it belongs to, what it is, and both explanations."""

    subject: str
    title: str
    old: ExplainedDate | None
    new: ExplainedDate | None


class Doubt(Value):
    """A step that was taken and, as the facts now stand, was not open: at risk until a person has decided."""

    subject: str
    step: str
    code: str
    says: str
    mend: str
    authority: str = ""
    confidence: str = ""


class Overridden(Value):
    """A rule of the landlord's own that somebody allowed to set aside for one step, with the reason."""

    on: date
    by: Person
    command: str
    code: str
    said: str
    reason: TextRef


class Attention(Value):
    """Something went wrong in the works; the case waits for a person."""

    since: Instant
    what: str
    command: str


class Closed(Value):
    """How and when the case ended."""

    on: date
    result: CloseResult
    note: TextRef | None = None
