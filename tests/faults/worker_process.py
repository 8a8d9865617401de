"""A worker as in production, that kills itself at an armed point. `python -m tests.faults.worker_process`."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NoReturn

from temporalio import workflow
from temporalio.client import Client
from temporalio.client import Interceptor as ClientInterceptor
from temporalio.worker import (
    ContinueAsNewInput,
    Interceptor,
    WorkflowInboundInterceptor,
    WorkflowInterceptorClassInput,
    WorkflowOutboundInterceptor,
)

from activities import all_activities
from activities.context import Context, Options, open_context
from documents.files import FileStore
from runtime import processes
from runtime import settings as settings_module
from runtime.temporal import connect, prepare_namespace
from runtime.worker import run_to_the_end, serve
from tests.faults.trap import Trap
from workflows import all_workflows


class TrappedFiles(FileStore):
    """Dies as it reads a file back: in the middle of making a bundle from papers on file."""

    def __init__(self, root: Path, trap: Trap) -> None:
        super().__init__(root)
        self._trap = trap

    def get(self, sha256: str) -> bytes:
        self._trap.reached(f"reading {sha256}")
        return super().get(sha256)


class _Outbound(WorkflowOutboundInterceptor):
    def continue_as_new(self, input: ContinueAsNewInput) -> NoReturn:
        ref = workflow.info().workflow_id.rpartition("/")[2]
        workflow.extern_functions()["reached"](f"continuing {ref}")
        super().continue_as_new(input)


class _Inbound(WorkflowInboundInterceptor):
    def init(self, outbound: WorkflowOutboundInterceptor) -> None:
        super().init(_Outbound(outbound))


class AtContinuing(ClientInterceptor, Interceptor):
    """Lets the trap see a case that is about to go on in a new run."""

    def __init__(self, trap: Trap) -> None:
        self._trap = trap

    def workflow_interceptor_class(self, input: WorkflowInterceptorClassInput) -> Any:
        input.unsafe_extern_functions["reached"] = self._trap.reached  # type: ignore[typeddict-unknown-key]
        return _Inbound


async def main() -> None:
    """Serve until killed."""
    settings = settings_module.load()
    trap = Trap(settings.data_dir)
    client = await connect(settings, patience=30)
    await prepare_namespace(client, settings.temporal_retention_days)
    trapped = Client(**{**client.config(), "interceptors": [AtContinuing(trap)]})
    async with open_context(Options(settings.database, Path(settings.files))) as context:
        context = Context(context.engine, TrappedFiles(context.files.root, trap), trap.reached)
        await serve(trapped, all_workflows(), all_activities(context), processes.say_ready)


if __name__ == "__main__":
    run_to_the_end(main())
