"""The money case on the real engine, record and law, in virtual time: to judgment, watched, written off."""

import uuid
from datetime import timedelta
from typing import Any

from sqlalchemy import update
from temporalio.client import WithStartWorkflowOperation, WorkflowHandle
from temporalio.common import WorkflowIDConflictPolicy

from activities import all_activities
from activities.context import Context
from cases.commands import Approve
from cases.instants import legal_day
from cases.money import commands as c
from cases.money.state import MoneyState
from cases.money.words import MoneyResult, MoneyRoute, MoneyStep
from cases.state import Person
from store import cases, outbox, texts
from store.engine import readers, sessions
from store.rebuild import agrees
from store.tables import Tenancy
from store.verify import verify_chain
from tests.activities.made import LANDLORD, OFFICER, SENIOR
from tests.temporal import Engine, now, travel
from tests.workflows.acting import in_step, until
from workflows.messages import MoneyArgs, MoneyStepRequest, money_workflow_id
from workflows.money_case import MoneyCase


class MoneyDesk:
    """An officer at work on one account."""

    def __init__(self, engine: Engine, queue: str, context: Context, ref: str) -> None:
        self.engine, self.queue, self.context, self.ref = engine, queue, context, ref

    @property
    def handle(self) -> WorkflowHandle[Any, Any]:
        """The case's newest run."""
        return self.engine.client.get_workflow_handle(money_workflow_id(LANDLORD, self.ref))

    async def open(self) -> Any:
        """Open the case, starting its run if there is none."""
        command = c.OpenMoneyCase(tenancy_ref=self.ref, landlord=LANDLORD, officer=OFFICER.user_id)
        start = WithStartWorkflowOperation(
            MoneyCase.run,
            MoneyArgs(landlord=LANDLORD, tenancy_ref=self.ref, continue_after=6),
            id=money_workflow_id(LANDLORD, self.ref),
            task_queue=self.queue,
            id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
        )
        key = uuid.uuid4().hex
        return await self.engine.client.execute_update_with_start_workflow(
            MoneyCase.open_case,
            MoneyStepRequest(key=key, command=command, actor=OFFICER),
            start_workflow_operation=start,
            id=key,
        )

    async def done(self, command: Any, actor: Person = OFFICER) -> None:
        """An act that must be accepted."""
        key = uuid.uuid4().hex
        request = MoneyStepRequest(key=key, command=command, actor=actor)
        result = await self.handle.execute_update(MoneyCase.act, request, id=key)
        assert result.decision.accepted, [r.says for r in result.decision.refusals]

    async def state(self) -> MoneyState:
        """The case as the record has it."""
        async with readers(self.context.engine)() as session:
            found = await cases.load_money(session, f"{self.ref}-M1")
        assert found is not None
        return found

    async def revision(self) -> int:
        """How many steps are on the record."""
        return (await self.state()).revision

    async def today(self) -> Any:
        """The legal day on the case's clock."""
        return legal_day(await now(self.handle))

    async def later(self, days: int) -> None:
        """Go on by so many days, through whatever new runs there are on the way."""
        until_then = await now(self.handle) + timedelta(days=days)
        while await now(self.handle) < until_then:
            await travel(self.handle, until=until_then)

    async def words(self) -> Any:
        """Staged words."""
        async with sessions(self.context.engine).begin() as session:
            return await texts.stage(session, "Because.", key=uuid.uuid4().hex, field="t")

    async def checked(self, before: MoneyStep) -> None:
        """The search and the assessment before a step."""
        today = await self.today()
        await self.done(c.SearchRegister(on=today, before=before, clear=True))
        await self.done(c.AssessDebtors(on=today, before=before, proceed=True, reasons=await self.words()))


async def a_former_account(context: Context, ref: str) -> None:
    """The test's tenancy becomes a former tenant's account."""
    async with sessions(context.engine).begin() as session:
        await session.execute(update(Tenancy).where(Tenancy.tenancy_ref == ref).values(occupancy="former_tenant"))


async def walk(desk: MoneyDesk) -> None:
    """From opening to a judgment that nobody pays, and its write-off."""
    await desk.open()
    for who in (await desk.state()).tenants:
        await desk.done(c.RecordTrace(on=await desk.today(), debtor=who, found=True, method="trace"))
    await desk.checked(MoneyStep.LETTER)
    debtors = (await desk.state()).tenants
    await desk.done(c.SendLetterOfClaim(on=await desk.today(), debtors=debtors, method="letter"))
    await desk.later(31)
    await desk.done(c.SendIntention(on=await desk.today(), method="letter"))
    await desk.later(16)
    await desk.checked(MoneyStep.CLAIM)
    await desk.done(c.DraftMoneyClaim(signer="Head of Housing"))
    await desk.done(Approve(subject="C1"), SENIOR)
    issue = c.IssueMoneyClaim(
        claim_id="C1",
        route=MoneyRoute.PAPER,
        claim_number="M1",
        court="Sampleton",
        issued_on=await desk.today(),
    )
    await desk.done(issue)
    await desk.done(c.RecordMoneyService(claim_id="C1", sent_on=await desk.today()))
    await desk.later(25)
    await desk.done(c.AskDefaultJudgment(claim_id="C1", on=await desk.today()))
    judgment = c.RecordJudgment(claim_id="C1", judgment="default", on=await desk.today(), sum_pence=200_000)
    await desk.done(judgment)
    await desk.later(30)


async def test_a_debt_goes_to_judgment_is_found_unpaid_by_itself_and_is_written_off(
    engine: Engine, context: Context, ref: str
) -> None:
    await a_former_account(context, ref)
    async with engine.worker(workflows=[MoneyCase], activities=all_activities(context)) as queue:
        desk = MoneyDesk(engine, queue, context, ref)
        await walk(desk)
        await until(lambda: _behind(desk))
        await in_step(desk.handle, desk.revision)
        async with readers(context.engine)() as session:
            told = [row for row in await outbox.rows(session, case_id=f"{ref}-M1") if row.level == "due"]
            assert (await verify_chain(session, f"{ref}-M1")).whole
            assert await agrees(session, f"{ref}-M1")
        assert told
        owed = (await desk.state()).last_owed_pence
        proposal = c.ProposeWriteOff(pence=owed, why="uneconomic", recoverable=True, text=await desk.words())
        await desk.done(proposal)
        leader = SENIOR.model_copy(update={"role": "team_leader"})
        await desk.done(Approve(subject="W1"), Person(user_id="leader", role=leader.role))
        await desk.done(c.CloseMoneyCase(result=MoneyResult.WRITTEN_OFF))
        await until(lambda: _ended(desk))
        closed = (await desk.state()).closed
        assert closed is not None
        assert closed.recoverable_pence == owed


async def test_a_second_opening_is_refused_with_a_link_and_a_lost_run_starts_again(
    engine: Engine, context: Context, ref: str
) -> None:
    await a_former_account(context, ref)
    async with engine.worker(workflows=[MoneyCase], activities=all_activities(context)) as queue:
        desk = MoneyDesk(engine, queue, context, ref)
        await desk.open()
        again = await desk.open()
        assert again.decision.refusals[0].link == f"/money-cases/{ref}-M1"
        recorded = await desk.state()
        await desk.handle.terminate("the cluster was lost")
        handle = await engine.start(
            MoneyCase.run,
            MoneyArgs(landlord=LANDLORD, tenancy_ref=ref, state=recorded),
            queue=queue,
            id=money_workflow_id(LANDLORD, ref),
        )
        await travel(handle, days=15)
        spoken = [a for d in (await desk.state()).deadlines if d.id == "trace" for a in d.alarms if a.fired]
        assert any(a.level == "due" for a in spoken)


async def _behind(desk: MoneyDesk) -> bool:
    return (await desk.state()).judgments[0].breach is not None


async def _ended(desk: MoneyDesk) -> bool:
    found = (await desk.handle.describe()).status
    return bool(found) and found.name == "COMPLETED"
