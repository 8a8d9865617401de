"""People who sign in, what is to be sent to them, what they looked at, and the forms they have begun."""

from datetime import date, datetime

from sqlalchemy import ForeignKeyConstraint, Index, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from store.columns import BigId, UtcDateTime


class Account(SQLModel, table=True):
    """Somebody who signs in. The record keeps the opaque `user_id`; `landlord` None means every landlord.

    `email` is where the daily digest goes; empty where it is only shown.
    """

    __tablename__ = "account"
    __table_args__ = (UniqueConstraint("username", name="uq_account_username"),)

    user_id: str = Field(primary_key=True)
    username: str
    display_name: str
    role: str
    landlord: str | None = Field(default=None, foreign_key="landlord.slug")
    password_hash: str
    disabled: bool = False
    created_at: datetime = Field(sa_type=UtcDateTime)
    email: str = ""


class Visit(SQLModel, table=True):
    """A stretch of being signed in. While its row is there and not over, its token opens the door; deleted, it ends."""

    __tablename__ = "visit"
    __table_args__ = (Index("ix_visit_user", "user_id"),)

    visit_id: str = Field(primary_key=True)
    user_id: str = Field(foreign_key="account.user_id")
    began_at: datetime = Field(sa_type=UtcDateTime)
    ends_at: datetime = Field(sa_type=UtcDateTime)


class OutboxRow(SQLModel, table=True):
    """Something to be told to somebody once. Its words are made from `body_code` when it is shown or sent."""

    __tablename__ = "outbox"
    __table_args__ = (
        UniqueConstraint("case_id", "deadline_id", "level", "due", name="uq_outbox_alarm"),
        Index("ix_outbox_delivered", "delivered_at"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=BigId)
    landlord: str
    case_id: str = Field(foreign_key="case_view.case_id")
    deadline_id: str
    level: str
    due: datetime = Field(sa_type=UtcDateTime)
    kind: str
    to_role: str
    to_user: str | None = None
    title: str
    on: date
    body_code: str
    created_at: datetime = Field(sa_type=UtcDateTime)
    delivered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Sighting(SQLModel, table=True):
    """Who looked at what, and when."""

    __tablename__ = "sighting"
    __table_args__ = (Index("ix_sighting_subject", "subject", "seen_at"),)

    id: int | None = Field(default=None, primary_key=True, sa_type=BigId)
    user_id: str
    what: str
    subject: str
    seen_at: datetime = Field(sa_type=UtcDateTime)


class FormDraft(SQLModel, table=True):
    """A form that somebody has begun and will come back to: one for a person, a case and a command.

    `case_id` is empty for the form that opens a case on the tenancy. What was typed is sealed with a key of the ring;
    the days are the landlord's, `saved_at` is the world's instant. `revision` is the case as the person saw it.
    """

    __tablename__ = "form_draft"
    __table_args__ = (
        ForeignKeyConstraint(
            ["landlord", "tenancy_ref"], ["tenancy.landlord", "tenancy.tenancy_ref"], name="fk_form_draft_tenancy"
        ),
        Index("ix_form_draft_case", "landlord", "case_id"),
        Index("ix_form_draft_saved", "saved_at"),
    )

    user_id: str = Field(foreign_key="account.user_id", primary_key=True)
    landlord: str = Field(primary_key=True)
    tenancy_ref: str = Field(primary_key=True)
    case_id: str = Field(primary_key=True)
    command: str = Field(primary_key=True)
    kind: str
    subject: str
    revision: int
    key_id: str
    sealed: bytes = Field(sa_type=LargeBinary)
    began_on: date
    saved_on: date
    saved_at: datetime = Field(sa_type=UtcDateTime)
