"""Going on in a new run, on the newest version of the workers."""

from typing import TYPE_CHECKING, NoReturn

from temporalio import workflow
from temporalio.workflow import ContinueAsNewVersioningBehavior

if TYPE_CHECKING:
    from workflows.messages import RunArgs


def suggested() -> bool:
    """Whether the engine finds this run's history long enough."""
    return workflow.info().is_continue_as_new_suggested()


def newer_workers() -> bool:
    """Whether workers of a newer version have been made current since this run began on its own.

    Never so for a run whose workers have no version.
    """
    return workflow.info().is_target_worker_deployment_version_changed()


def go_on(carried: "RunArgs") -> NoReturn:
    """End this run and begin the next from what is carried over; a pinned case changes to the current version so."""
    versioned = workflow.info().get_current_deployment_version() is not None
    behavior = ContinueAsNewVersioningBehavior.AUTO_UPGRADE if versioned else None
    workflow.continue_as_new(carried, initial_versioning_behavior=behavior)
