"""A real Temporal server with a clock of its own for each workflow, for tests that walk through months.

Everything that touches the SDK's time-skipping calls (experimental) is in this file. Typical use::

    async def test_a_notice_becomes_ripe(engine: Engine):
        async with engine.worker(workflows=[CaseFlow], activities=[...]) as queue:
            handle = await engine.start(CaseFlow.run, opening, queue=queue)
            await travel(handle, days=28)
            assert (await today(handle)) == date(2026, 12, 20)

A workflow's clock runs with the wall's until the test travels: it starts without skipping, and only `travel` and
`finish` move it. So do workflows started in any other way through `engine.client` (update-with-start, the API).
"""

from __future__ import annotations

import contextlib
import sys
import uuid
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from temporalio.client import Client, WorkflowHandle
from temporalio.testing import TimeSkippingConfig, WorkflowEnvironment
from temporalio.worker import Worker

from runtime.temporal import SEARCH_ATTRIBUTES, data_converter
from runtime.worker import sandbox

TEST_RING = {"test": bytes(range(32))}
LONDON = ZoneInfo("Europe/London")
# The server turns skipping off without a word after 200 skips unless it is told otherwise.
MANY_SKIPS = 100_000
# Off by default in the server; the other two bring a skip from a second to some 40 ms.
FLAGS = (
    "frontend.WorkflowTimeSkippingEnabled=true",
    'history.timerProcessorMaxTimeShift="10ms"',
    "history.timerProcessorMaxPollRPS=2000",
)

_environment: WorkflowEnvironment | None = None


def unique(prefix: str) -> str:
    """An id or task queue name that no other test has."""
    return f"{prefix}-{uuid.uuid4().hex[:12]}"


@dataclass(frozen=True)
class Engine:
    """The session's server: one process, shared; ids and task queues keep tests apart."""

    environment: WorkflowEnvironment

    @property
    def client(self) -> Client:
        """The client that product code gets: same converter, same encryption."""
        return self.environment.client

    @contextlib.asynccontextmanager
    async def worker(
        self,
        *,
        workflows: Sequence[type] = (),
        activities: Sequence[Callable[..., Any]] = (),
        queue: str | None = None,
        **options: Any,
    ) -> AsyncIterator[str]:
        """Run a worker with the product's sandbox rules; yields its task queue (a fresh one unless given)."""
        queue = queue or unique("queue")
        with ThreadPoolExecutor(4) as threads:
            async with Worker(
                self.client,
                task_queue=queue,
                workflows=workflows,
                activities=activities,
                activity_executor=threads,
                workflow_runner=options.pop("workflow_runner", None) or sandbox(),
                graceful_shutdown_timeout=timedelta(seconds=2),
                **options,
            ):
                yield queue

    async def start(
        self, workflow: Any, *args: Any, queue: str, id: str | None = None, **options: Any
    ) -> WorkflowHandle[Any, Any]:
        """Start a workflow whose clock stands at now until the test travels."""
        return await self.client.start_workflow(
            workflow, args=list(args), id=id or unique("test"), task_queue=queue, **options
        )


async def travel(handle: WorkflowHandle[Any, Any], days: float = 0, *, until: datetime | None = None) -> bool:
    """Move this workflow's clock on by `days` of 24 hours, or to the instant `until`, timers firing on the way.

    Returns False if the workflow ended first.
    """
    environment = _running()
    if until is not None:
        days = (until - await now(handle)) / timedelta(days=1)
    if days <= 0:
        raise ValueError("a clock only moves forward")
    return await environment.fast_forward(handle, timedelta(days=days))


async def finish(handle: WorkflowHandle[Any, Any]) -> Any:
    """Skip as far as it takes for the workflow to end, and return its result."""
    await _running().fast_forward(handle)
    return await handle.result()


async def now(handle: WorkflowHandle[Any, Any]) -> datetime:
    """The instant (aware, UTC) that the workflow's own clock shows."""
    return await _running().get_current_time(handle)


async def today(handle: WorkflowHandle[Any, Any]) -> date:
    """The date that the workflow's own clock shows in London."""
    return (await now(handle)).astimezone(LONDON).date()


@contextlib.asynccontextmanager
async def running_engine() -> AsyncIterator[Engine]:
    """Start the one server of a test session (the `engine` fixture in conftest.py does)."""
    global _environment
    flags = [word for flag in FLAGS for word in ("--dynamic-config-value", flag)]
    environment = await WorkflowEnvironment.start_time_skipping_v2(
        ts_config=TimeSkippingConfig(enabled=False, max_session_skip_count=MANY_SKIPS),
        dev_server_existing_path=str(Path(sys.executable).parent / "temporal"),
        dev_server_extra_args=flags,
        dev_server_log_level="error",
        search_attributes=list(SEARCH_ATTRIBUTES),
        data_converter=data_converter(TEST_RING),
    )
    _environment = environment
    try:
        yield Engine(environment)
    finally:
        _environment = None
        await environment.shutdown()


def _running() -> WorkflowEnvironment:
    if _environment is None:
        raise RuntimeError("ask for the `engine` fixture first")
    return _environment
