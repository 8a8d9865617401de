"""The team's own records: policies by date, who stands in for whom, statements without a case, feeds, digests."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKeyConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from store.columns import BigId, Json, UtcDateTime


class PolicyVersion(SQLModel, table=True):
    """A landlord's own rules from a day on, until the next version's day. Of two with one day the later set holds."""

    __tablename__ = "policy_version"
    __table_args__ = (Index("ix_policy_version_landlord", "landlord", "from_day"),)

    id: int | None = Field(default=None, primary_key=True, sa_type=BigId)
    landlord: str = Field(foreign_key="landlord.slug")
    from_day: date
    policy: dict[str, Any] = Field(sa_type=Json)
    set_by: str
    set_at: datetime = Field(sa_type=UtcDateTime)
    note: str = ""


class Delegation(SQLModel, table=True):
    """Who approves in whose absence, from a day to a day, both included. Rows are ended, never removed."""

    __tablename__ = "delegation"
    __table_args__ = (Index("ix_delegation_to", "landlord", "to_user", "last_day"),)

    id: int | None = Field(default=None, primary_key=True, sa_type=BigId)
    landlord: str = Field(foreign_key="landlord.slug")
    by_user: str = Field(foreign_key="account.user_id")
    to_user: str = Field(foreign_key="account.user_id")
    first_day: date
    last_day: date
    set_by: str
    set_at: datetime = Field(sa_type=UtcDateTime)
    ended_by: str | None = None
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class AccountStatement(SQLModel, table=True):
    """A rent statement that went to the tenants of an account without a case (Protocol 2.3)."""

    __tablename__ = "account_statement"
    __table_args__ = (
        ForeignKeyConstraint(
            ["landlord", "tenancy_ref"],
            ["tenancy.landlord", "tenancy.tenancy_ref"],
            name="fk_account_statement_tenancy",
        ),
    )

    landlord: str = Field(primary_key=True)
    tenancy_ref: str = Field(primary_key=True)
    sent_on: date = Field(primary_key=True)
    method: str
    recorded_by: str
    recorded_at: datetime = Field(sa_type=UtcDateTime)


class CalendarFeed(SQLModel, table=True):
    """The digest of the secret word under which a person's dates can be read by a calendar. The word is not kept."""

    __tablename__ = "calendar_feed"
    __table_args__ = (UniqueConstraint("digest", name="uq_calendar_feed_digest"),)

    user_id: str = Field(foreign_key="account.user_id", primary_key=True)
    digest: str
    made_at: datetime = Field(sa_type=UtcDateTime)


class DailyDigest(SQLModel, table=True):
    """One message a day to a person: what they were told, what is due, what waits for them. No tenant's name."""

    __tablename__ = "daily_digest"

    landlord: str = Field(foreign_key="landlord.slug", primary_key=True)
    user_id: str = Field(foreign_key="account.user_id", primary_key=True)
    on: date = Field(primary_key=True)
    lines: list[dict[str, str]] = Field(sa_type=Json)
    made_at: datetime = Field(sa_type=UtcDateTime)
    mail_tries: int = 0
    mail_tried_at: datetime | None = Field(default=None, sa_type=UtcDateTime, nullable=True)
    mailed_at: datetime | None = Field(default=None, sa_type=UtcDateTime, nullable=True)
