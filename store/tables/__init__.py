"""Every table, so that metadata is whole wherever one of them is imported."""

from sqlmodel import SQLModel

from store.tables.housing import PARTIES, Landlord, Person, Posting, RentBalance, Tenancy
from store.tables.people import Account, FormDraft, OutboxRow, Sighting, Visit
from store.tables.record import CaseDeadline, CaseView, EventRow, Seal, SealedHead, Step, Sweep, Text
from store.tables.restricted import RestrictedTo, Restriction
from store.tables.team import AccountStatement, CalendarFeed, DailyDigest, Delegation, PolicyVersion

metadata = SQLModel.metadata

__all__ = [
    "PARTIES",
    "Account",
    "AccountStatement",
    "CalendarFeed",
    "CaseDeadline",
    "CaseView",
    "DailyDigest",
    "Delegation",
    "EventRow",
    "FormDraft",
    "Landlord",
    "OutboxRow",
    "Person",
    "PolicyVersion",
    "Posting",
    "RentBalance",
    "RestrictedTo",
    "Restriction",
    "Seal",
    "SealedHead",
    "Sighting",
    "Step",
    "Sweep",
    "Tenancy",
    "Text",
    "Visit",
    "metadata",
]
