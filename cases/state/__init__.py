"""The case as a value: lists of notices, claims, hearings, orders and warrants, each with its own life.

Nothing here names a tenant: people are opaque identifiers, words are references. `evolve` alone makes new states.
"""

from datetime import date
from typing import Any

from pydantic import model_validator

from cases import upgrade
from cases.base import Pence, Value
from cases.state.applying import ApplicationDraft
from cases.state.arrangements import Arrangement, ExpectedBenefit
from cases.state.claims import Asked, Claim, Consent, Direction, Hearing, Response
from cases.state.corrections import Attention, Closed, Correction, DateMoved, Doubt, Overridden
from cases.state.dates import Alarm, Deadline
from cases.state.documents import Document
from cases.state.earlier import TakenOn
from cases.state.holds import BenefitClaim, BreathingSpace, Hold
from cases.state.notices import Leaving, NamedDate, Notice, Review, Service, Standing
from cases.state.orders import (
    Aftermath,
    Application,
    BeforeDecision,
    Breached,
    BreachNotice,
    LastCheck,
    Order,
    SuspendedTerms,
    Warrant,
)
from cases.state.papers import BundleEntry, BundleMade, BundlePoint, BundleVolume, PaperDetails, PaperMade
from cases.state.parties import Household, PartyChange, RightToBuy
from cases.state.people import Person
from cases.state.protocol import Assessment, Contact, Decision, Search
from cases.words import Cause, Track

SCHEMA_NUMBER = 1


class CaseState(Value):
    """A possession case, whole. `revision` rises by one with every accepted command.

    `tenants` hold the tenancy now; `first_tenants` held it at the opening, and are empty while nothing has changed.
    `struck_out` are the ids of holds recorded by mistake: they are given to no other.
    """

    schema_number: int = SCHEMA_NUMBER
    case_id: str
    landlord: str
    tenancy_ref: str
    track: Track
    occupancy: str
    landlord_kind: str
    agreement_allows: bool = True
    tenants: tuple[str, ...]
    officer: str
    patch: str = ""
    opened_on: date
    opened_by: Person
    opened_arrears_pence: Pence
    revision: int = 0
    contacts: tuple[Contact, ...] = ()
    searches: tuple[Search, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    breathing_spaces: tuple[BreathingSpace, ...] = ()
    notices: tuple[Notice, ...] = ()
    claims: tuple[Claim, ...] = ()
    hearings: tuple[Hearing, ...] = ()
    orders: tuple[Order, ...] = ()
    warrants: tuple[Warrant, ...] = ()
    arrangements: tuple[Arrangement, ...] = ()
    applications: tuple[Application, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    papers: tuple[PaperMade, ...] = ()
    attention: Attention | None = None
    closed: Closed | None = None
    last_arrears_pence: Pence = 0
    last_arrears_on: date | None = None
    cause: Cause | None = None
    reviews: tuple[Review, ...] = ()
    standing: Standing | None = None
    decisions: tuple[Decision, ...] = ()
    leaving: Leaving | None = None
    holds: tuple[Hold, ...] = ()
    benefit_claims: tuple[BenefitClaim, ...] = ()
    corrections: tuple[Correction, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    overridden: tuple[Overridden, ...] = ()
    documents: tuple[Document, ...] = ()
    taken_on: TakenOn | None = None
    first_tenants: tuple[str, ...] = ()
    party_changes: tuple[PartyChange, ...] = ()
    households: tuple[Household, ...] = ()
    right_to_buys: tuple[RightToBuy, ...] = ()
    struck_out: tuple[str, ...] = ()
    application_drafts: tuple[ApplicationDraft, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _from_earlier(cls, stored: Any) -> Any:
        return upgrade.to_today(stored, upgrade.POSSESSION, SCHEMA_NUMBER)


__all__ = [
    "SCHEMA_NUMBER",
    "Aftermath",
    "Alarm",
    "Application",
    "ApplicationDraft",
    "Arrangement",
    "Asked",
    "Assessment",
    "Attention",
    "BeforeDecision",
    "BenefitClaim",
    "BreachNotice",
    "Breached",
    "BreathingSpace",
    "BundleEntry",
    "BundleMade",
    "BundlePoint",
    "BundleVolume",
    "CaseState",
    "Claim",
    "Closed",
    "Consent",
    "Contact",
    "Correction",
    "DateMoved",
    "Deadline",
    "Decision",
    "Direction",
    "Document",
    "Doubt",
    "ExpectedBenefit",
    "Hearing",
    "Hold",
    "Household",
    "LastCheck",
    "Leaving",
    "NamedDate",
    "Notice",
    "Order",
    "Overridden",
    "PaperDetails",
    "PaperMade",
    "PartyChange",
    "Person",
    "Response",
    "Review",
    "RightToBuy",
    "Search",
    "Service",
    "Standing",
    "SuspendedTerms",
    "TakenOn",
    "Warrant",
]
