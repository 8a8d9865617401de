"""What the housing system told us: landlords, tenancies, people and rent accounts. Money is in pence."""

from datetime import date
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from store.columns import BigId, Json


class Landlord(SQLModel, table=True):
    """A landlord. Only a `sample` one may have its clock moved (`clock_offset_seconds`) and its rent made up."""

    __tablename__ = "landlord"

    slug: str = Field(primary_key=True)
    name: str
    kind: str
    sample: bool = False
    clock_offset_seconds: int = 0
    rent_made_to: date | None = None
    policy: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    details: dict[str, Any] = Field(default_factory=dict, sa_type=Json, sa_column_kwargs={"server_default": "{}"})


class Tenancy(SQLModel, table=True):
    """A tenancy as the housing system has it.

    A reference is unique over all landlords here: a case's id and its web address are made from the reference alone.
    `habit` is how a sample tenant pays: full, part, never; None leaves it to the reference's hash.
    `right_to_buy_claimed_on` is the day of a Right to Buy claim that is open; None where there is none.
    """

    __tablename__ = "tenancy"
    __table_args__ = (
        UniqueConstraint("landlord", "tenancy_ref", name="uq_tenancy_landlord_ref"),
        UniqueConstraint("tenancy_ref", name="uq_tenancy_ref"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=BigId)
    landlord: str = Field(foreign_key="landlord.slug")
    tenancy_ref: str
    occupancy: str
    social_housing: bool
    country: str
    address_line_1: str
    town: str
    postcode: str
    start_date: date
    fixed_term_end: date | None = None
    end_date: date | None = None
    period_unit: str
    period_anchor: date
    weeks_charged_a_year: int | None = None
    rent_pence: int
    service_charge_pence: int
    service_charge_is_rent: bool = True
    agreement_allows_post: bool = True
    patch: str = ""
    officer: str = ""
    search_text: str = ""
    duty: str = ""
    demoted_on: date | None = None
    trial_extended: bool = False
    first_tenancy_start: date | None = None
    died_on: date | None = None
    right_to_buy_claimed_on: date | None = None
    habit: str | None = None
    habit_extra_pence: int = 0


PARTIES = ("tenant", "personal_representative", "occupier")
"""The roles of those whom a case is against."""


class Person(SQLModel, table=True):
    """Somebody of a tenancy. `person_id` (`T100037-P1`) is what cases know them by; everything else is personal.

    `was_named` is the name before the one that an import brought on `renamed_on`.
    """

    __tablename__ = "person"
    __table_args__ = (UniqueConstraint("tenancy_id", "number", name="uq_person_number"),)

    person_id: str = Field(primary_key=True)
    tenancy_id: int = Field(foreign_key="tenancy.id", sa_type=BigId)
    number: int
    role: str
    title: str = ""
    first_name: str
    last_name: str
    date_of_birth: date | None = None
    email: str = ""
    phone: str = ""
    preferred_contact: str = ""
    vulnerability_note: str = ""
    interpreter_language: str = ""
    benefit: str = ""
    search_text: str = ""
    current: bool = True
    was_named: str = Field(default="", sa_column_kwargs={"server_default": ""})
    renamed_on: date | None = None


class Posting(SQLModel, table=True):
    """One line of the rent account. The export gives lines no number: `occurrence` tells equal lines of a day apart.

    `made` marks a line made up for a sample landlord as its clock moved.
    """

    __tablename__ = "posting"
    __table_args__ = (
        # Also the index that every account is read by.
        UniqueConstraint(
            "tenancy_id",
            "posted_on",
            "kind",
            "due_pence",
            "paid_pence",
            "narrative",
            "occurrence",
            name="uq_posting_line",
        ),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=BigId)
    tenancy_id: int = Field(foreign_key="tenancy.id", sa_type=BigId)
    posted_on: date
    kind: str
    due_pence: int
    paid_pence: int
    source: str = ""
    narrative: str = ""
    occurrence: int = 1
    made: bool = False


class RentBalance(SQLModel, table=True):
    """Where each rent account stands, for lists. Rent lawfully due leaves out court costs; a credit is negative.

    `weekly_pence` is the charge of one average week, for "weeks in arrears".
    """

    __tablename__ = "rent_balance"
    __table_args__ = (Index("ix_rent_balance_arrears", "landlord", "rent_arrears_pence", "tenancy_id"),)

    tenancy_id: int = Field(foreign_key="tenancy.id", primary_key=True, sa_type=BigId)
    landlord: str
    rent_arrears_pence: int
    court_costs_pence: int
    weekly_pence: int
    last_payment_on: date | None = None
    last_payment_pence: int = 0
    last_posted_on: date | None = None
    as_at: date
