"""Starting every open case again from the record, where the workflow engine has lost it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from temporalio.client import Client
from temporalio.common import WorkflowIDConflictPolicy
from temporalio.exceptions import WorkflowAlreadyStartedError
from temporalio.service import RPCError

from cases.alarms import next_alarm
from store import recovery
from store.engine import readers, sessions, transaction
from workflows.again import again
from workflows.names import CASES_QUEUE

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

AT_ONCE = 10
CALL_LIMIT = timedelta(seconds=10)
Result = Literal["started", "running", "closed", "making", "failed"]


@dataclass(frozen=True)
class Told:
    """What became of one case. `waits_for` is the title and instant of what it speaks of next, in words; of a closed
    case the ids of the papers that are still to come."""

    case_id: str
    result: Result
    waits_for: str = ""
    mended: bool = False
    problem: str = ""


async def recover(
    client: Client,
    database: AsyncEngine,
    tell: Callable[[Told], None],
    *,
    landlord: str | None = None,
    queue: str = CASES_QUEUE,
) -> list[Told]:
    """Start again each open case that does not run, a few at a time; `tell` hears of each.

    A closed case with a paper or a bundle still asked for gets the short run again that makes it.

    Running cases are left alone (the engine itself allows one run a case), so that doing it twice starts nothing twice.
    """
    async with transaction(readers(database)) as session:
        cases = await recovery.open_cases(session, landlord)
        cases += await recovery.closed_at_work(session, landlord)
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(case: recovery.OpenCase) -> Told:
        async with gate:
            told = await _one(client, database, case, queue)
        tell(told)
        return told

    return list(await asyncio.gather(*(one(case) for case in cases)))


async def _one(client: Client, database: AsyncEngine, case: recovery.OpenCase, queue: str) -> Told:
    try:
        async with transaction(sessions(database)) as session:
            found = await recovery.from_record(session, case)
    # Whatever is wrong with one case must not keep the others from starting; its text may hold names.
    except Exception as fault:
        return Told(case.case_id, "failed", problem=f"its record cannot be read ({type(fault).__name__})")
    left = [paper.id for paper in found.state.papers if paper.file is None and paper.failed is None]
    if found.state.closed is not None and not left:
        return Told(case.case_id, "closed", mended=found.mended, problem=found.problem or "")
    run = again(found.state, "hand", found.clock_offset_seconds, found.recent)
    result: Result = "started"
    try:
        await client.start_workflow(
            run.workflow,
            run.args,
            id=run.id,
            task_queue=queue,
            id_conflict_policy=WorkflowIDConflictPolicy.FAIL,
            rpc_timeout=CALL_LIMIT,
        )
    except WorkflowAlreadyStartedError:
        result = "running"
    except RPCError as fault:
        problem = f"the engine did not take it ({fault.status.name.lower()})"
        return Told(case.case_id, "failed", mended=found.mended, problem=problem)
    if found.state.closed is not None:
        result = "making" if result == "started" else result
        return Told(case.case_id, result, ", ".join(left), found.mended, found.problem or "")
    alarm = next_alarm(found.state.deadlines)
    waits = f"{alarm[0].title}, {alarm[1].level} {alarm[1].at:%Y-%m-%d %H:%M} UTC" if alarm else "a person"
    return Told(case.case_id, result, waits, found.mended, found.problem or "")
