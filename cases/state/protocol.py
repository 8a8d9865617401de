"""What the Protocol's ledger holds: contacts, searches, assessments, decisions of public law."""

from datetime import date

from cases.base import ExplainedDate, Pence, TextRef, Value
from cases.care import Need
from cases.resolving import AdrResult
from cases.state.people import Person
from cases.words import DecisionKind, StepBefore


class Contact(Value):
    """A protocol contact or step, as evidence. `step` is a code of `protocol.known_steps`; `document` says where its
    proof lies, empty where there is none. `result` is what came of an offer of dispute resolution, and when.
    `income_pence` and `spending_pence` are what came in and went out, in pence a week, where that was gone through.
    With `answered` false it is an attempt that reached nobody: `tenants` were tried, and no step is taken by it.
    """

    id: str
    step: str
    on: date
    tenants: tuple[str, ...]
    method: str
    note: TextRef | None = None
    recorded_by: Person
    document: str = ""
    result: AdrResult | None = None
    result_on: date | None = None
    income_pence: Pence | None = None
    spending_pence: Pence | None = None
    answered: bool | None = None

    @property
    def reached(self) -> bool:
        """Whether it reached somebody, as everything recorded without an answer to that did."""
        return self.answered is not False


class Search(Value):
    """A look at the breathing-space register, for one step."""

    on: date
    before: StepBefore
    clear: bool
    recorded_by: Person


class Assessment(Value):
    """A vulnerability and Equality Act assessment at one of its times, and what it found the household to need."""

    on: date
    before: StepBefore
    proceed: bool
    reasons: TextRef
    recorded_by: Person
    needs: tuple[Need, ...] = ()


class Decision(Value):
    """A public-law decision that goes before a notice. `told_on` is the day the household was told; `review_by` the
    last day to ask for a review; `upheld` what a review decided."""

    id: str
    decision: DecisionKind
    on: date
    told_on: date | None = None
    reasons: TextRef
    decided_by: Person
    review_by: ExplainedDate | None = None
    review_asked_on: date | None = None
    review_decided_on: date | None = None
    upheld: bool | None = None
