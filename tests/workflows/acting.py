"""How tests act on a case: the same calls that the API's gateway makes."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from temporalio.client import WithStartWorkflowOperation, WorkflowHandle, WorkflowUpdateFailedError
from temporalio.common import WorkflowIDConflictPolicy

from activities.contract import StepResult
from cases.commands import OpenCase
from cases.outcome import Decision
from cases.state import CaseState, Person
from cases.words import Role
from tests.temporal import Engine, unique
from workflows.bundle_building import BundleBuilding
from workflows.closed_case import ClosedCase
from workflows.messages import (
    CaseArgs,
    CaseDetails,
    StepRequest,
    closed_workflow_id,
    early_refusal,
    workflow_id,
)
from workflows.possession_case import PossessionCase

LANDLORD = "sample-council"
OFFICER = Person(user_id="officer.a", role=Role.OFFICER)


@dataclass
class Desk:
    """An officer at work on one tenancy."""

    engine: Engine
    queue: str
    tenancy_ref: str = field(default_factory=lambda: unique("T").replace("-", ""))
    landlord: str = LANDLORD
    options: dict[str, Any] = field(default_factory=dict)

    @property
    def handle(self) -> WorkflowHandle[Any, Any]:
        """The case's newest run."""
        return self.engine.client.get_workflow_handle(workflow_id(self.landlord, self.tenancy_ref))

    async def open(self, key: str = "", actor: Person = OFFICER) -> StepResult:
        """Open the case, starting its run if there is none."""
        command = OpenCase(tenancy_ref=self.tenancy_ref, landlord=self.landlord, officer=actor.user_id)
        start = WithStartWorkflowOperation(
            PossessionCase.run,
            CaseArgs(landlord=self.landlord, tenancy_ref=self.tenancy_ref, **self.options),
            id=workflow_id(self.landlord, self.tenancy_ref),
            task_queue=self.queue,
            id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
        )
        key = key or uuid.uuid4().hex
        return await self.engine.client.execute_update_with_start_workflow(
            PossessionCase.open_case,
            StepRequest(key=key, command=command, actor=actor),
            start_workflow_operation=start,
            id=key,
        )

    async def act(self, command: Any, key: str = "", seen: int | None = None, actor: Person = OFFICER) -> StepResult:
        """Send a command to the open case."""
        key = key or uuid.uuid4().hex
        request = StepRequest(key=key, seen_revision=seen, command=command, actor=actor)
        return await self.handle.execute_update(PossessionCase.act, request, id=key)

    async def act_on_closed(self, state: CaseState, command: Any, key: str = "") -> StepResult:
        """Send a command to a closed case, starting a short run for it."""
        key = key or uuid.uuid4().hex
        start = WithStartWorkflowOperation(
            ClosedCase.run,
            CaseArgs(landlord=self.landlord, tenancy_ref=self.tenancy_ref, state=state, **self.options),
            id=closed_workflow_id(self.landlord, self.tenancy_ref, state.case_id),
            task_queue=self.queue,
            id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
        )
        request = StepRequest(key=key, command=command, actor=OFFICER)
        return await self.engine.client.execute_update_with_start_workflow(
            ClosedCase.act, request, start_workflow_operation=start, id=key
        )

    async def refusal(self, command: Any, **how: Any) -> Decision | None:
        """The validator's refusal of a command; None where it was let in."""
        try:
            await self.act(command, **how)
        except WorkflowUpdateFailedError as problem:
            return early_refusal(problem)
        return None

    async def run_id(self) -> str:
        """The id of the newest run."""
        return (await self.handle.describe()).run_id or ""

    async def status(self) -> str:
        """RUNNING, COMPLETED, CONTINUED_AS_NEW ..."""
        found = (await self.handle.describe()).status
        return found.name if found else ""


@asynccontextmanager
async def a_desk(engine: Engine, activities: list[Callable[..., Any]], **options: Any) -> AsyncIterator[Desk]:
    """A worker of its own with these activities, and an officer's desk."""
    documents = unique("documents")
    async with (
        engine.worker(workflows=[PossessionCase, ClosedCase, BundleBuilding], activities=activities) as queue,
        engine.worker(activities=activities, queue=documents),
    ):
        yield Desk(engine, queue, options={"documents_queue": documents, **options})


async def in_step(handle: WorkflowHandle[Any, Any], recorded: Callable[[], Awaitable[int]]) -> None:
    """Wait until the run holds the revision that is on the record: a date may speak between two looks at them."""

    async def agree() -> bool:
        details = await handle.query("details", result_type=CaseDetails)
        return details.revision == await recorded()

    await until(agree)


async def until(holds: Callable[[], Any], patience: float = 10.0) -> None:
    """Wait for something that another process or task brings about; fail if it does not come."""
    async with asyncio.timeout(patience):
        while True:
            found = holds()
            if asyncio.iscoroutine(found):
                found = await found
            if found:
                return
            await asyncio.sleep(0.02)
