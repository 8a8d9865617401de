"""The worker: runs the workflows and what they have done for them, until it is told to stop."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack
from datetime import timedelta
from typing import Any

from temporalio.client import Client
from temporalio.worker import PollerBehaviorAutoscaling, Worker, WorkerDeploymentConfig
from temporalio.worker.workflow_sandbox import SandboxedWorkflowRunner, SandboxRestrictions

from workflows.names import CASES_QUEUE, DOCUMENTS_QUEUE

# Pure or held to rules by our own tests: importing them once instead of for each replay is 12 ms against 49 or more.
PASSED_THROUGH = ("law", "cases", "activities", "pydantic", "pydantic_core", "annotated_types", "typing_extensions")
# Longer than the longest silence allowed to an activity, so that one in hand finishes and is not done twice.
GRACE = timedelta(seconds=40)
# What an officer waits when a worker has just died.
STICKY = timedelta(seconds=2)
# Activities show life every second; sent on more rarely, a live one would look dead to a five-second watch.
HEARTBEATS_SENT_EVERY = timedelta(seconds=1)
CACHED_WORKFLOWS = 1_000
ACTIVITIES_AT_ONCE = 50


def sandbox() -> SandboxedWorkflowRunner:
    """The sandbox that workflows run in, in the worker, in replays and in tests."""
    return SandboxedWorkflowRunner(restrictions=SandboxRestrictions.default.with_passthrough_modules(*PASSED_THROUGH))


def workers(
    client: Client,
    workflows: Sequence[type],
    activities: Sequence[Callable[..., Any]],
    threads: ThreadPoolExecutor,
    *,
    cores: int,
    version: WorkerDeploymentConfig | None = None,
) -> list[Worker]:
    """One worker for cases, and one for papers that takes no more at once than there are cores.

    Both know every activity: which queue an activity is sent to is the workflow's choice. Both are of one `version`;
    None is for a landlord who never runs two side by side.
    """
    cases = Worker(
        client,
        task_queue=CASES_QUEUE,
        workflows=workflows,
        activities=activities,
        activity_executor=threads,
        workflow_runner=sandbox(),
        max_cached_workflows=CACHED_WORKFLOWS,
        max_concurrent_activities=ACTIVITIES_AT_ONCE,
        workflow_task_poller_behavior=PollerBehaviorAutoscaling(),
        activity_task_poller_behavior=PollerBehaviorAutoscaling(),
        sticky_queue_schedule_to_start_timeout=STICKY,
        max_heartbeat_throttle_interval=HEARTBEATS_SENT_EVERY,
        default_heartbeat_throttle_interval=HEARTBEATS_SENT_EVERY,
        graceful_shutdown_timeout=GRACE,
        deployment_config=version,
    )
    documents = Worker(
        client,
        task_queue=DOCUMENTS_QUEUE,
        activities=activities,
        activity_executor=threads,
        max_concurrent_activities=cores,
        max_heartbeat_throttle_interval=HEARTBEATS_SENT_EVERY,
        default_heartbeat_throttle_interval=HEARTBEATS_SENT_EVERY,
        graceful_shutdown_timeout=GRACE,
        deployment_config=version,
    )
    return [cases, documents]


async def serve(
    client: Client,
    workflows: Sequence[type],
    activities: Sequence[Callable[..., Any]],
    ready: Callable[[], None],
    version: WorkerDeploymentConfig | None = None,
) -> None:
    """Work until SIGTERM or SIGINT; then finish what is in hand, for at most `GRACE`."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    cores = os.cpu_count() or 1
    # A thread for every activity that may be in hand; they are only made when one needs them.
    with ThreadPoolExecutor(max(ACTIVITIES_AT_ONCE, cores), thread_name_prefix="activity") as threads:
        async with AsyncExitStack() as running:
            for worker in workers(client, workflows, activities, threads, cores=cores, version=version):
                await running.enter_async_context(worker)
            ready()
            await stop.wait()


def run_to_the_end(main: Any) -> None:
    """`asyncio.run`, and then collect what is left while the interpreter still stands.

    Without it a worker that drained cleanly aborts now and then at exit: the engine's native threads return into an
    interpreter that is winding down.
    """
    try:
        asyncio.run(main)
    finally:
        gc.collect()
