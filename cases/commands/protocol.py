"""The Protocol's ledger: contacts, register searches, assessments, and decisions of public law with their reviews."""

from datetime import date
from typing import Literal

from cases.base import Pence, TextRef, Value
from cases.care import Need
from cases.resolving import AdrResult
from cases.words import DecisionKind, StepBefore


class RecordContact(Value):
    """A protocol step with its evidence. `step` is a code of `protocol.known_steps`; `tenants` whom it reached. With
    `answered` false it is an attempt: those tenants were tried, nobody was reached, and the step is not taken.

    `document` says where its proof lies: a paper of the case by its id, or the landlord's own file reference.
    `result`, on `result_on`, is what came of an offer to resolve the dispute otherwise (ADR), of which `on` is the day.
    `income_pence` and `spending_pence` (the current rent among it) are pence a week, of those tenants together, where
    income and expenditure were gone through.
    """

    kind: Literal["record_contact"] = "record_contact"
    step: str
    on: date
    tenants: tuple[str, ...]
    method: str
    note: TextRef | None = None
    document: str = ""
    result: AdrResult | None = None
    result_on: date | None = None
    income_pence: Pence | None = None
    spending_pence: Pence | None = None
    answered: bool | None = None


class RecordSearch(Value):
    """A search of the breathing-space register before a step."""

    kind: Literal["record_search"] = "record_search"
    on: date
    before: StepBefore
    clear: bool


class RecordAssessment(Value):
    """A vulnerability and Equality Act assessment before a step, what it found the household to need, and whether to
    go on."""

    kind: Literal["record_assessment"] = "record_assessment"
    on: date
    before: StepBefore
    proceed: bool
    reasons: TextRef
    needs: tuple[Need, ...] = ()


class RecordDecision(Value):
    """A public-law decision to end the accommodation was made, and told to the household once `told_on` is given."""

    kind: Literal["record_decision"] = "record_decision"
    decision: DecisionKind
    on: date
    told_on: date | None = None
    reasons: TextRef


class RecordDecisionReview(Value):
    """A review of a decision was asked for, or decided (HA 1996 s.202)."""

    kind: Literal["record_decision_review"] = "record_decision_review"
    decision_id: str
    asked_on: date | None = None
    decided_on: date | None = None
    upheld: bool | None = None
    reasons: TextRef | None = None
