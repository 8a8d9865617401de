"""Accounts whose cases only named people may see, and who they are."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKeyConstraint, Index
from sqlmodel import Field, SQLModel

from store.columns import BigId, Json, UtcDateTime


class Restriction(SQLModel, table=True):
    """From when to when an account, with every case on it, was for named people alone. Rows are lifted, never removed.

    `case_id` is the case that it was set for. The reasons are references to erasable words.
    """

    __tablename__ = "restriction"
    __table_args__ = (
        ForeignKeyConstraint(
            ["landlord", "tenancy_ref"], ["tenancy.landlord", "tenancy.tenancy_ref"], name="fk_restriction_tenancy"
        ),
        Index("ix_restriction_tenancy", "landlord", "tenancy_ref"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=BigId)
    landlord: str
    tenancy_ref: str
    case_id: str = Field(foreign_key="case_view.case_id")
    reason: dict[str, Any] = Field(sa_type=Json)
    set_by: str
    set_at: datetime = Field(sa_type=UtcDateTime)
    lifted_by: str | None = None
    lifted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    lifted_reason: dict[str, Any] | None = Field(default=None, sa_type=Json)


class RestrictedTo(SQLModel, table=True):
    """Somebody who may see what a restriction covers."""

    __tablename__ = "restricted_to"

    restriction_id: int = Field(foreign_key="restriction.id", primary_key=True, sa_type=BigId)
    user_id: str = Field(foreign_key="account.user_id", primary_key=True)
