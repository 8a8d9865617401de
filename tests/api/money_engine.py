"""The gateway of tests, for money cases too: each act straight to the step."""

from datetime import timedelta
from typing import Any

from temporalio.testing import ActivityEnvironment

from activities.contract import MoneyStepInput, MoneyStepResult
from activities.money_case import RecordMoneyStep
from store import cases, clock
from store.engine import readers
from tests.api.serving import NoEngine
from workflows.messages import MoneyStepRequest


class MoneyEngine(NoEngine):
    """A gateway without an engine."""

    async def open_money(self, landlord: str, ref: str, request: MoneyStepRequest, clock_offset: timedelta) -> Any:
        return await self._money(landlord, ref, None, request)

    async def act_money(self, landlord: str, ref: str, request: MoneyStepRequest) -> Any:
        async with readers(self._context.engine)() as session:
            case_id = await cases.open_case_of(session, landlord, ref, "money")
        return await self._money(landlord, ref, case_id, request)

    async def _money(self, landlord: str, ref: str, case_id: str | None, request: MoneyStepRequest) -> MoneyStepResult:
        async with readers(self._context.engine)() as session:
            at = await clock.now(session, landlord)
        step = MoneyStepInput(
            key=request.key,
            landlord=landlord,
            tenancy_ref=ref,
            case_id=case_id,
            seen_revision=request.seen_revision,
            command=request.command,
            actor=request.actor,
            as_at=at,
        )
        return await ActivityEnvironment().run(RecordMoneyStep(self._context).record_money_step, step)
