"""Every table, so that metadata is whole wherever one of them is imported."""

from sqlmodel import SQLModel

from store.tables.housing import PARTIES, Landlord, Person, Posting, RentBalance, Tenancy
from store.tables.people import Account, OutboxRow, Sighting, Visit
from store.tables.record import CaseDeadline, CaseView, EventRow, Seal, SealedHead, Step, Text

metadata = SQLModel.metadata

__all__ = [
    "PARTIES",
    "Account",
    "CaseDeadline",
    "CaseView",
    "EventRow",
    "Landlord",
    "OutboxRow",
    "Person",
    "Posting",
    "RentBalance",
    "Seal",
    "SealedHead",
    "Sighting",
    "Step",
    "Tenancy",
    "Text",
    "Visit",
    "metadata",
]
