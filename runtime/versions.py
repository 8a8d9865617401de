"""Workers of several versions side by side: which one a worker is, and which one new runs begin on."""

from __future__ import annotations

import asyncio
import time

from temporalio.api.enums.v1 import RoutingConfigUpdateState
from temporalio.api.workflowservice.v1 import (
    DescribeWorkerDeploymentRequest,
    SetWorkerDeploymentCurrentVersionRequest,
)
from temporalio.client import Client
from temporalio.common import VersioningBehavior, WorkerDeploymentVersion
from temporalio.service import RPCError, RPCStatusCode
from temporalio.worker import WorkerDeploymentConfig

from runtime.settings import Settings

DEPLOYMENT = "duecourse"
BEHAVIORS = {"pinned": VersioningBehavior.PINNED, "auto_upgrade": VersioningBehavior.AUTO_UPGRADE}
PAUSE_SECONDS = 0.2
SPREADING = RoutingConfigUpdateState.ROUTING_CONFIG_UPDATE_STATE_IN_PROGRESS


class NoSuchVersion(Exception):
    """No worker of that version has ever shown itself to the engine."""


def of(settings: Settings, deployment: str = DEPLOYMENT) -> WorkerDeploymentConfig | None:
    """How this worker presents itself; None where it has no version."""
    if not settings.worker_build:
        return None
    return WorkerDeploymentConfig(
        version=WorkerDeploymentVersion(deployment, settings.worker_build),
        use_worker_versioning=True,
        default_versioning_behavior=BEHAVIORS[settings.worker_versioning],
    )


async def current(client: Client, deployment: str = DEPLOYMENT) -> str:
    """The build that new runs begin on; empty where there is none."""
    try:
        found = await client.workflow_service.describe_worker_deployment(
            DescribeWorkerDeploymentRequest(namespace=client.namespace, deployment_name=deployment)
        )
    except RPCError as problem:
        if problem.status == RPCStatusCode.NOT_FOUND:
            return ""
        raise
    return found.worker_deployment_info.routing_config.current_deployment_version.build_id


async def make_current(client: Client, build: str, *, patience: float = 30.0, deployment: str = DEPLOYMENT) -> None:
    """Let new runs begin on the workers of this build.

    Waits up to `patience` seconds for the first of them to show itself, then raises NoSuchVersion; and until every part
    of the engine has heard: a case woken before that would not see that there is something to change to.
    """
    until = time.monotonic() + patience
    while True:
        try:
            await client.workflow_service.set_worker_deployment_current_version(
                SetWorkerDeploymentCurrentVersionRequest(
                    namespace=client.namespace, deployment_name=deployment, build_id=build
                )
            )
        except RPCError as problem:
            if problem.status not in (RPCStatusCode.NOT_FOUND, RPCStatusCode.FAILED_PRECONDITION):
                raise
            if time.monotonic() >= until:
                raise NoSuchVersion(f"no worker of version {build} has come; start one first") from None
            await asyncio.sleep(PAUSE_SECONDS)
        else:
            break
    while await _still_spreading(client, deployment) and time.monotonic() < until:
        await asyncio.sleep(PAUSE_SECONDS)


async def _still_spreading(client: Client, deployment: str) -> bool:
    found = await client.workflow_service.describe_worker_deployment(
        DescribeWorkerDeploymentRequest(namespace=client.namespace, deployment_name=deployment)
    )
    return found.worker_deployment_info.routing_config_update_state == SPREADING
