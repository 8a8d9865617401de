"""The only place that talks to the workflow engine. Calls have a time limit; an unknown answer is said to be one."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from datetime import timedelta
from typing import Protocol, TypeVar

from temporalio.client import (
    Client,
    WithStartWorkflowOperation,
    WorkflowUpdateFailedError,
    WorkflowUpdateRPCTimeoutOrCancelledError,
)
from temporalio.common import WorkflowIDConflictPolicy
from temporalio.service import RPCError, RPCStatusCode

from api.patience import opened, within
from cases.money.decide import MoneyDecision
from cases.outcome import Decision
from cases.refusals import Refusal
from cases.state import CaseState
from runtime.settings import Settings
from runtime.temporal import EngineAway, connect
from runtime.waking import wake
from workflows.closed_case import ClosedCase
from workflows.messages import (
    CaseArgs,
    MoneyArgs,
    MoneyStepRequest,
    StepRequest,
    Wake,
    closed_workflow_id,
    early_refusal,
    money_workflow_id,
    was_not_recorded,
    workflow_id,
)
from workflows.money_case import MoneyCase
from workflows.names import CASES_QUEUE
from workflows.possession_case import PossessionCase
from workflows.steps import MoneyStepResult, StepResult

TIME_LIMIT_SECONDS = 3.0
# The call's own limit, a try: one that is no longer waited for ends by itself.
RPC_LIMIT = timedelta(seconds=TIME_LIMIT_SECONDS)
R = TypeVar("R")


class NotRecorded(Exception):
    """The act failed for a reason of ours and was not put on the record; the case has been flagged."""


class EngineUnreachable(Exception):
    """The workflow engine did not answer at all; nothing was sent."""


class Gateway(Protocol):
    """What the API asks of the engine. None means: not known yet, ask the record by the key."""

    async def open_case(
        self, landlord: str, tenancy_ref: str, request: StepRequest, clock_offset: timedelta
    ) -> StepResult | None: ...

    async def act(self, landlord: str, tenancy_ref: str, request: StepRequest) -> StepResult | None: ...

    async def act_on_closed(
        self, state: CaseState, request: StepRequest, clock_offset: timedelta
    ) -> StepResult | None: ...

    async def open_money(
        self, landlord: str, account_ref: str, request: MoneyStepRequest, clock_offset: timedelta
    ) -> MoneyStepResult | None: ...

    async def act_money(self, landlord: str, account_ref: str, request: MoneyStepRequest) -> MoneyStepResult | None: ...

    async def wake(self, cases: Iterable[tuple[str, str]], why: Wake) -> int: ...


class TemporalGateway:
    """The engine itself. Connects when first asked and keeps the connection."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._client: Client | None = None
        self._connecting = asyncio.Lock()

    async def open_case(
        self, landlord: str, tenancy_ref: str, request: StepRequest, clock_offset: timedelta
    ) -> StepResult | None:
        """Start the tenancy's case (or meet the one that is open) and put the opening to it."""
        client = await self._connected()
        start = WithStartWorkflowOperation(
            PossessionCase.run,
            CaseArgs(
                landlord=landlord, tenancy_ref=tenancy_ref, clock_offset_seconds=int(clock_offset.total_seconds())
            ),
            id=workflow_id(landlord, tenancy_ref),
            id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
            task_queue=CASES_QUEUE,
        )
        asked = client.execute_update_with_start_workflow(
            PossessionCase.open_case, request, id=request.key, start_workflow_operation=start, rpc_timeout=RPC_LIMIT
        )
        return await _answer(opened(asked, start.workflow_handle), _possession)

    async def act(self, landlord: str, tenancy_ref: str, request: StepRequest) -> StepResult | None:
        """Put an act to an open case."""
        client = await self._connected()
        handle = client.get_workflow_handle_for(PossessionCase.run, workflow_id(landlord, tenancy_ref))
        asked = handle.execute_update(PossessionCase.act, request, id=request.key, rpc_timeout=RPC_LIMIT)
        return await _answer(asked, _possession)

    async def act_on_closed(self, state: CaseState, request: StepRequest, clock_offset: timedelta) -> StepResult | None:
        """Start a short run on a closed case from its record (or meet the one that is at it) and put the act to it."""
        client = await self._connected()
        where = {"landlord": state.landlord, "tenancy_ref": state.tenancy_ref}
        start = WithStartWorkflowOperation(
            ClosedCase.run,
            CaseArgs(**where, clock_offset_seconds=int(clock_offset.total_seconds()), state=state),
            id=closed_workflow_id(state.landlord, state.tenancy_ref, state.case_id),
            id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
            task_queue=CASES_QUEUE,
        )
        asked = client.execute_update_with_start_workflow(
            ClosedCase.act, request, id=request.key, start_workflow_operation=start, rpc_timeout=RPC_LIMIT
        )
        return await _answer(asked, _possession)

    async def open_money(
        self, landlord: str, account_ref: str, request: MoneyStepRequest, clock_offset: timedelta
    ) -> MoneyStepResult | None:
        """Start the account's money case (or meet the one that is open) and put the opening to it."""
        client = await self._connected()
        ahead = int(clock_offset.total_seconds())
        start = WithStartWorkflowOperation(
            MoneyCase.run,
            MoneyArgs(landlord=landlord, tenancy_ref=account_ref, clock_offset_seconds=ahead),
            id=money_workflow_id(landlord, account_ref),
            id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
            task_queue=CASES_QUEUE,
        )
        asked = client.execute_update_with_start_workflow(
            MoneyCase.open_case, request, id=request.key, start_workflow_operation=start, rpc_timeout=RPC_LIMIT
        )
        return await _answer(opened(asked, start.workflow_handle), _money)

    async def act_money(self, landlord: str, account_ref: str, request: MoneyStepRequest) -> MoneyStepResult | None:
        """Put an act to an open money case."""
        client = await self._connected()
        handle = client.get_workflow_handle_for(MoneyCase.run, money_workflow_id(landlord, account_ref))
        asked = handle.execute_update(MoneyCase.act, request, id=request.key, rpc_timeout=RPC_LIMIT)
        return await _answer(asked, _money)

    async def wake(self, cases: Iterable[tuple[str, str]], why: Wake) -> int:
        """Nudge running cases; how many there were."""
        try:
            return await wake(await self._connected(), cases, why)
        except RPCError as problem:
            raise EngineUnreachable from problem

    async def _connected(self) -> Client:
        async with self._connecting:
            if self._client is None:
                try:
                    self._client = await within(TIME_LIMIT_SECONDS, connect(self._settings))
                except (EngineAway, TimeoutError) as away:
                    raise EngineUnreachable from away
            return self._client


def _possession(decision: Decision) -> StepResult:
    return StepResult(decision=decision, case_id=None, revision=0)


def _money(decision: Decision) -> MoneyStepResult:
    refused = MoneyDecision(kind=decision.kind, refusals=decision.refusals)
    return MoneyStepResult(decision=refused, case_id=None, revision=0)


async def _answer(call: Awaitable[R], refused: Callable[[Decision], R]) -> R | None:
    try:
        return await within(TIME_LIMIT_SECONDS, call)
    except WorkflowUpdateFailedError as failed:
        decision = early_refusal(failed.cause)
        if decision is not None:
            return refused(decision)
        if was_not_recorded(failed.cause):
            raise NotRecorded from None
        raise
    except RPCError as problem:
        if problem.status == RPCStatusCode.NOT_FOUND:
            return refused(_not_running())
        return None
    except (TimeoutError, WorkflowUpdateRPCTimeoutOrCancelledError):
        return None


def _not_running() -> Decision:
    closed = Refusal(
        code="case_closed",
        says="This case is closed, so nothing more can be done to it.",
        mend="Open a new case on the tenancy if there is one to be opened.",
    )
    return Decision(kind="refused", refusals=(closed,))
