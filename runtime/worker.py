"""The worker: runs the workflows and what they have done for them, until it is told to stop."""

from __future__ import annotations

from temporalio.worker.workflow_sandbox import SandboxedWorkflowRunner, SandboxRestrictions

# Pure or held to rules by our own tests: importing them once instead of for each replay is 12 ms against 49 or more.
PASSED_THROUGH = ("law", "cases", "activities", "pydantic", "pydantic_core", "annotated_types", "typing_extensions")


def sandbox() -> SandboxedWorkflowRunner:
    """The sandbox that workflows run in, in the worker, in replays and in tests."""
    return SandboxedWorkflowRunner(restrictions=SandboxRestrictions.default.with_passthrough_modules(*PASSED_THROUGH))
