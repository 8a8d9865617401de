"""An officer whose page asks again, with the same key, until it is answered."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine
from temporalio.client import WithStartWorkflowOperation, WorkflowHandle
from temporalio.common import WorkflowIDConflictPolicy

from activities.contract import StepResult
from cases.base import TextRef
from cases.commands import (
    AddNote,
    Approve,
    DraftNotice,
    OpenCase,
    RecordAssessment,
    RecordContact,
    RecordSearch,
    RequestPaper,
)
from cases.instants import legal_day
from cases.state import CaseState, PaperMade, Person
from cases.words import NoticeKind, PaperKind, StepBefore
from store import cases, texts
from store.engine import readers, sessions
from store.tables import EventRow, OutboxRow, Step
from store.verify import verify_chain
from tests.activities.made import LANDLORD, OFFICER, SENIOR, Acting
from tests.activities.road import BEFORE_NOTICE
from tests.faults.plant import Plant
from tests.workflows.acting import until
from workflows.messages import CaseArgs, StepRequest, Wake, workflow_id
from workflows.names import CASES_QUEUE
from workflows.possession_case import PossessionCase


@dataclass
class Office:
    """One tenancy and its case."""

    plant: Plant
    database: AsyncEngine
    ref: str
    continue_after: int = 200

    @property
    def handle(self) -> WorkflowHandle[Any, Any]:
        """The case's newest run."""
        return self.plant.client.get_workflow_handle_for(PossessionCase.run, workflow_id(LANDLORD, self.ref))

    @property
    def case_id(self) -> str:
        return f"{self.ref}-1"

    async def open(self) -> StepResult:
        return await self._insist(self._open_once)

    async def act(self, command: Any, key: str, actor: Person = OFFICER) -> StepResult:
        request = StepRequest(key=f"{self.ref}:{key}", command=command, actor=actor)

        async def once() -> StepResult:
            return await self.handle.execute_update(PossessionCase.act, request, id=request.key)

        result = await self._insist(once)
        assert result.decision.accepted, [r.says for r in result.decision.refusals]
        return result

    async def words(self, text: str) -> TextRef:
        async with sessions(self.database).begin() as session:
            return await texts.stage(session, text, key=f"{self.ref}:{text}", field="t")

    async def note(self, key: str) -> StepResult:
        return await self.act(AddNote(text=await self.words(key)), key)

    async def paper(self, kind: PaperKind, subject: str, patience: float) -> PaperMade:
        """Ask for a paper, and wait until it is made or given up."""
        await self.act(RequestPaper(paper=kind, subject=subject), f"{kind.value} of {subject}")

        async def settled() -> bool:
            made = (await self.state()).papers[-1]
            return made.file is not None or made.failed is not None

        await until(settled, patience=patience)
        return (await self.state()).papers[-1]

    async def state(self) -> CaseState:
        async with readers(self.database)() as session:
            found = await cases.load_state(session, self.case_id)
        assert found is not None
        return found

    async def kinds(self) -> Counter[str]:
        """How many steps of each kind are on the record."""
        async with readers(self.database)() as session:
            rows = await session.execute(select(Step.command_kind).where(Step.tenancy_ref == self.ref))  # type: ignore[call-overload]
            return Counter(rows.scalars())

    async def assert_sound(self) -> None:
        """The chain is whole, no step has its events twice, and the run holds what the record holds."""
        async with readers(self.database)() as session:
            assert (await verify_chain(session, self.case_id)).whole
            rows = (await session.execute(select(EventRow).where(EventRow.case_id == self.case_id))).scalars().all()
            told = (await session.execute(select(OutboxRow).where(OutboxRow.case_id == self.case_id))).scalars().all()
        revisions = {row.key: row.revision for row in rows}
        assert sorted(revisions.values()) == list(range(1, len(revisions) + 1))
        assert len({(row.deadline_id, row.level, row.due) for row in told}) == len(told)
        await until(self._in_step, patience=60)
        assert not (await self.handle.query(PossessionCase.details)).problems

    async def _in_step(self) -> bool:
        """Whether the run has heard of all that is on the record; it does so a moment after the commit."""
        try:
            async with asyncio.timeout(3):
                details = await self.handle.query(PossessionCase.details)
        except TimeoutError:
            return False
        return bool(details.revision == (await self.state()).revision)

    async def _open_once(self) -> StepResult:
        command = OpenCase(tenancy_ref=self.ref, landlord=LANDLORD, officer=OFFICER.user_id)
        start = WithStartWorkflowOperation(
            PossessionCase.run,
            CaseArgs(landlord=LANDLORD, tenancy_ref=self.ref, continue_after=self.continue_after),
            id=workflow_id(LANDLORD, self.ref),
            task_queue=CASES_QUEUE,
            id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
        )
        request = StepRequest(key=f"{self.ref}:open", command=command, actor=OFFICER)
        return await self.plant.client.execute_update_with_start_workflow(
            PossessionCase.open_case, request, start_workflow_operation=start, id=request.key
        )

    async def _insist(self, once: Any) -> StepResult:
        while True:
            try:
                async with asyncio.timeout(3):
                    return await once()  # type: ignore[no-any-return]
            except Exception as unknown:
                if type(unknown).__name__ == "WorkflowUpdateFailedError":
                    raise
                await asyncio.sleep(0.1)


class Walker(Acting):
    """Walks a road of `tests.activities` on the running case, whose clock it moves ahead as the road needs it."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.ref = office.ref
        self.case_id = office.case_id
        monday = datetime.now(UTC) + timedelta(days=7 - datetime.now(UTC).weekday())
        self.at = monday.replace(hour=10, minute=0, second=0, microsecond=0)
        self._said = self.at
        self._acts = 0

    async def open(self) -> StepResult:
        result = await self.office.open()
        await self._move_the_clock()
        return result

    async def act(self, command: Any, actor: Person = OFFICER, key: str = "") -> StepResult:
        if self.at != self._said:
            await self._move_the_clock()
        self._acts += 1
        return await self.office.act(command, key or f"walk {self._acts}", actor=actor)

    async def words(self, text: str) -> TextRef:
        return await self.office.words(text)

    async def _move_the_clock(self) -> None:
        self._said = self.at
        ahead = self.at - datetime.now(UTC) + timedelta(seconds=1)
        await self.office.handle.signal(PossessionCase.wake, Wake(clock_offset_seconds=int(ahead.total_seconds())))


async def many_notes(office: Office, number: int) -> None:
    for each in range(number):
        await office.note(f"note {each}")


async def an_approved_notice(office: Office) -> str:
    opened = await office.open()
    assert opened.decision.accepted
    today = legal_day(datetime.now(UTC))
    tenants = (f"{office.ref}-1", f"{office.ref}-2")
    note = await office.words("Sent.")
    for step in BEFORE_NOTICE:
        command = RecordContact(step=step, on=today, tenants=tenants, method="letter", note=note)
        await office.act(command, step)
    await office.act(RecordSearch(on=today, before=StepBefore.NOTICE, clear=True), "search")
    assessment = RecordAssessment(on=today, before=StepBefore.NOTICE, proceed=True, reasons=note)
    await office.act(assessment, "assessment")
    draft = DraftNotice(notice=NoticeKind.S83, grounds=("1",), planned_service=today, particulars=note)
    await office.act(draft, "draft")
    notice = (await office.state()).notices[0].id
    await office.act(Approve(subject=notice), "approve", actor=SENIOR)
    return notice
