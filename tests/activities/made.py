"""A made-up landlord with tenants in arrears, and acts upon them without an engine."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from temporalio.testing import ActivityEnvironment

from activities.context import Context
from activities.contract import StepInput, StepResult
from activities.record_step import RecordStep
from cases.commands import OpenCase
from cases.state import Person as Actor
from cases.words import Role
from documents.files import FileStore
from store import accounts, landlords, texts
from store.engine import sessions
from store.tables import Person, Posting, Tenancy

LANDLORD = "sample-borough-council"
TENANCY = "T900001"
OFFICER = Actor(user_id="officer.a", role=Role.OFFICER)
SENIOR = Actor(user_id="senior", role=Role.SENIOR)
SYSTEM = Actor(user_id="system", role=Role.SYSTEM)
WEEKLY_RENT = 100_00
WEEKS_UNPAID = 20
TODAY = datetime(2026, 11, 23, 10, tzinfo=UTC)
FIRST_MONDAY = date(2020, 1, 6)


async def a_landlord(session: AsyncSession, *refs: str, until: date | None = None) -> None:
    """The sample council with its staff and one weekly secure tenancy for each reference, twenty weeks in arrears."""
    slug = await landlords.ensure(session, "Sample Borough Council", sample=True)
    for user_id, name, role in (("officer.a", "Amal Reid", Role.OFFICER), ("senior", "Sam Okoro", Role.SENIOR)):
        await accounts.create(
            session, user_id=user_id, username=user_id, display_name=name, role=role, password_hash="x"
        )
    for ref in refs or (TENANCY,):
        await _a_tenancy(session, slug, ref, until or TODAY.date())


async def _a_tenancy(session: AsyncSession, slug: str, ref: str, until: date) -> None:
    home = Tenancy(
        landlord=slug,
        tenancy_ref=ref,
        occupancy="secure",
        social_housing=True,
        country="England",
        address_line_1="1 Mill Terrace",
        town="Rugby",
        postcode="CV21 1AA",
        start_date=FIRST_MONDAY,
        period_unit="week",
        period_anchor=FIRST_MONDAY,
        rent_pence=WEEKLY_RENT,
        service_charge_pence=0,
        officer="officer.a",
    )
    session.add(home)
    await session.flush()
    assert home.id is not None
    for number, name in ((1, "Alex"), (2, "Robin")):
        session.add(
            Person(
                person_id=f"{ref}-{number}",
                tenancy_id=home.id,
                number=number,
                role="tenant",
                title="Mx",
                first_name=name,
                last_name="Sample",
            )
        )
    monday = until - timedelta(days=until.weekday())
    for week in range(WEEKS_UNPAID):
        session.add(
            Posting(
                tenancy_id=home.id,
                posted_on=monday - timedelta(weeks=WEEKS_UNPAID - 1 - week),
                kind="rent",
                due_pence=WEEKLY_RENT,
                paid_pence=0,
                narrative="Rent charge",
            )
        )
    await session.flush()


def a_context(database: AsyncEngine, folder: Path, **more: Any) -> Context:
    """What activities work with in a test."""
    return Context(database, FileStore(folder / "files"), **more)


def an_opening(key: str = "open-1", ref: str = TENANCY, at: datetime = TODAY) -> StepInput:
    """Opening the case of a tenancy."""
    return StepInput(
        key=key,
        landlord=LANDLORD,
        tenancy_ref=ref,
        case_id=None,
        seen_revision=None,
        command=OpenCase(tenancy_ref=ref, landlord=LANDLORD, officer=OFFICER.user_id),
        actor=OFFICER,
        as_at=at,
    )


class Acting:
    """Acts on one case through the real step, in order, without an engine."""

    def __init__(self, context: Context, ref: str = TENANCY) -> None:
        self.context = context
        self.ref = ref
        self.case_id = ""
        self.at = TODAY

    async def open(self) -> StepResult:
        """Open the case."""
        result = await record(self.context, an_opening(ref=self.ref, at=self.at))
        self.case_id = result.case_id or ""
        return result

    async def act(self, command: Any, actor: Actor = OFFICER, key: str = "") -> StepResult:
        """Do something to it that must be accepted."""
        result = await self.ask(command, actor, key)
        assert result.decision.accepted, [r.says for r in result.decision.refusals]
        return result

    async def ask(self, command: Any, actor: Actor = OFFICER, key: str = "") -> StepResult:
        """Ask something of it."""
        step = an_opening().model_copy(
            update={
                "key": key or uuid.uuid4().hex,
                "tenancy_ref": self.ref,
                "case_id": self.case_id,
                "command": command,
                "actor": actor,
                "as_at": self.at,
            }
        )
        return await record(self.context, step)

    async def words(self, text: str) -> Any:
        """Stage words, as the API does."""
        async with sessions(self.context.engine).begin() as session:
            return await texts.stage(session, text, key=uuid.uuid4().hex, field="text")


async def record(context: Context, step: StepInput) -> StepResult:
    """Run the step as an activity."""
    return await ActivityEnvironment().run(RecordStep(context).record_step, step)
