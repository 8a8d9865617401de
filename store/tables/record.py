"""The legal record: steps with their answers, chained events, erasable words, seals; and the case as pages read it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from store.columns import Json, UtcDateTime


class Step(SQLModel, table=True):
    """One command that was decided, and its answer; asked again with the same key, the answer is this one.

    `asked` is a digest of the command, empty for steps recorded before it was kept.
    """

    __tablename__ = "step"

    key: str = Field(primary_key=True)
    landlord: str
    tenancy_ref: str
    case_id: str | None = None
    command_kind: str
    accepted: bool
    answer: dict[str, Any] = Field(sa_type=Json)
    asked: str = Field(default="", sa_column_kwargs={"server_default": ""})
    as_at: datetime = Field(sa_type=UtcDateTime)
    recorded_at: datetime = Field(sa_type=UtcDateTime)


class CaseView(SQLModel, table=True):
    """A case as lists and pages show it, with its whole state, and where its chain stands.

    `kind` is possession or money; one of each may be open on an account.
    """

    __tablename__ = "case_view"
    __table_args__ = (
        ForeignKeyConstraint(
            ["landlord", "tenancy_ref"], ["tenancy.landlord", "tenancy.tenancy_ref"], name="fk_case_view_tenancy"
        ),
        Index(
            "uq_case_view_open",
            "landlord",
            "tenancy_ref",
            "kind",
            unique=True,
            sqlite_where=text("closed_on IS NULL"),
            postgresql_where=text("closed_on IS NULL"),
        ),
        Index("ix_case_view_officer", "landlord", "officer"),
        Index("ix_case_view_next_due", "landlord", "next_due_at"),
    )

    case_id: str = Field(primary_key=True)
    kind: str = Field(default="possession", sa_column_kwargs={"server_default": "possession"})
    landlord: str
    tenancy_ref: str
    track: str
    stage: str
    stage_since: date
    officer: str
    patch: str
    opened_on: date
    closed_on: date | None = None
    result: str | None = None
    next_due_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    next_due_title: str = ""
    next_due_on: date | None = None
    arrears_pence: int = 0
    at_risk: list[str] = Field(default_factory=list, sa_type=Json)
    at_risk_count: int = 0
    approvals: list[dict[str, str]] = Field(default_factory=list, sa_type=Json)
    approvals_count: int = 0
    attention: str | None = None
    revision: int
    last_seq: int
    last_hash: str
    state: dict[str, Any] = Field(sa_type=Json)
    updated_at: datetime = Field(sa_type=UtcDateTime)


class CaseDeadline(SQLModel, table=True):
    """A date that an open case waits for, as the forecast lists it. `spoken`: the date itself has come."""

    __tablename__ = "case_deadline"
    __table_args__ = (Index("ix_case_deadline_on", "on"),)

    case_id: str = Field(foreign_key="case_view.case_id", primary_key=True)
    deadline_id: str = Field(primary_key=True)
    kind: str
    title: str
    on: date
    subject: str = ""
    spoken: bool = False


class EventRow(SQLModel, table=True):
    """One event, for ever: the database refuses to change or delete it. `hash` covers every other column and `prev`."""

    __tablename__ = "event"
    __table_args__ = (Index("ix_event_key", "key"),)

    case_id: str = Field(foreign_key="case_view.case_id", primary_key=True)
    seq: int = Field(primary_key=True)
    revision: int
    kind: str
    payload: dict[str, Any] = Field(sa_type=Json)
    actor_id: str
    actor_role: str
    command_kind: str
    key: str = Field(foreign_key="step.key")
    as_at: datetime = Field(sa_type=UtcDateTime)
    recorded_at: datetime = Field(sa_type=UtcDateTime)
    prev: str
    hash: str


class Text(SQLModel, table=True):
    """Personal words, outside the chain so that they can be erased; with the salt gone too, a digest tells nothing.

    `kept_by` is the case whose record refers to them; None for words of an act that was refused or never came.
    """

    __tablename__ = "text"
    __table_args__ = (Index("ix_text_staged", "kept_by", "staged_at"),)

    id: str = Field(primary_key=True)
    digest: str
    salt: str | None
    body: str | None
    field: str
    staged_at: datetime = Field(sa_type=UtcDateTime)
    erased_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    erased_by: str | None = None
    kept_by: str | None = None


class Sweep(SQLModel, table=True):
    """What one daily sweep found and did; `swept_at` is the engine's clock."""

    __tablename__ = "sweep"

    swept_at: datetime = Field(sa_type=UtcDateTime, primary_key=True)
    woken: int
    restarted: int
    failed: int
    raised: int
    outbox_waiting: int
    delivered: int
    words_erased: int


class Seal(SQLModel, table=True):
    """One head over all chains, made once a day. Kept outside the database as well, it shows a rewritten past."""

    __tablename__ = "seal"
    __table_args__ = (UniqueConstraint("number", name="uq_seal_number"),)

    sealed_on: date = Field(primary_key=True)
    number: int
    head: str
    prev: str
    chains: int
    made_at: datetime = Field(sa_type=UtcDateTime)


class SealedHead(SQLModel, table=True):
    """The end of one chain as a seal saw it; only chains that grew since the seal before."""

    __tablename__ = "sealed_head"
    __table_args__ = (Index("ix_sealed_head_case", "case_id", "seq"),)

    sealed_on: date = Field(foreign_key="seal.sealed_on", primary_key=True)
    case_id: str = Field(primary_key=True)
    seq: int
    hash: str
