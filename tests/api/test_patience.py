"""A call to the engine that is not answered in time is let go of, and leaves nothing behind."""

import asyncio
import gc
from datetime import timedelta
from typing import Any

import pytest
from temporalio.client import WithStartWorkflowOperation
from temporalio.common import WorkflowIDConflictPolicy

from api.patience import opened, within
from cases.commands import OpenCase
from tests.activities.made import LANDLORD, OFFICER
from tests.temporal import Engine, unique
from workflows.messages import CaseArgs, StepRequest, workflow_id
from workflows.possession_case import PossessionCase


@pytest.fixture(autouse=True)
def today() -> None:
    """The engine's clock is the world's."""


def an_opening(engine: Engine, ref: str, rpc_timeout: timedelta) -> Any:
    """An opening that no worker will answer."""
    command = OpenCase(tenancy_ref=ref, landlord=LANDLORD, officer=OFFICER.user_id)
    start = WithStartWorkflowOperation(
        PossessionCase.run,
        CaseArgs(landlord=LANDLORD, tenancy_ref=ref),
        id=workflow_id(LANDLORD, ref),
        id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
        task_queue=unique("nobody"),
    )
    asked = engine.client.execute_update_with_start_workflow(
        PossessionCase.open_case,
        StepRequest(key=ref, command=command, actor=OFFICER),
        id=ref,
        start_workflow_operation=start,
        rpc_timeout=rpc_timeout,
    )
    return opened(asked, start.workflow_handle)


async def test_a_call_that_ran_out_of_time_is_reported_by_nobody(engine: Engine) -> None:
    reported: list[Any] = []
    loop = asyncio.get_running_loop()
    before = loop.get_exception_handler()
    loop.set_exception_handler(lambda _, context: reported.append(context))
    try:
        for _ in range(3):
            with pytest.raises(TimeoutError):
                await within(0.2, an_opening(engine, unique("T"), timedelta(seconds=0.5)))
        # The calls end by their own limit, half a second after they were made; none may be left after that.
        async with asyncio.timeout(10):
            while any("opened" in str(task.get_coro()) for task in asyncio.all_tasks()):
                await asyncio.sleep(0.05)
        gc.collect()
        await asyncio.sleep(0)
    finally:
        loop.set_exception_handler(before)
    assert not reported


async def test_an_answer_in_time_is_given_and_a_failure_raised() -> None:
    async def answer() -> int:
        return 7

    async def fail() -> int:
        raise LookupError("nothing there")

    assert await within(1, answer()) == 7
    with pytest.raises(LookupError):
        await within(1, fail())
