"""The API as in production, that kills itself at an armed point. `python -m tests.faults.api_process`."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Iterable
from datetime import timedelta
from typing import Any

import uvicorn

from api.app import create_app
from api.gateway import TemporalGateway
from cases.state import CaseState
from runtime import processes
from runtime import settings as settings_module
from tests.faults.trap import Trap
from workflows.messages import StepRequest, Wake
from workflows.steps import StepResult

ON_ITS_WAY = 0.01


class TrappedGateway:
    """Temporal's own gateway, with a trap before it sends, while it waits, and before the API answers."""

    def __init__(self, inner: TemporalGateway, trap: Trap) -> None:
        self._inner = inner
        self._trap = trap

    async def open_case(
        self, landlord: str, tenancy_ref: str, request: StepRequest, clock_offset: timedelta
    ) -> StepResult | None:
        return await self._trapped(tenancy_ref, self._inner.open_case(landlord, tenancy_ref, request, clock_offset))

    async def act(self, landlord: str, tenancy_ref: str, request: StepRequest) -> StepResult | None:
        return await self._trapped(tenancy_ref, self._inner.act(landlord, tenancy_ref, request))

    async def act_on_closed(self, state: CaseState, request: StepRequest, clock_offset: timedelta) -> StepResult | None:
        return await self._trapped(state.tenancy_ref, self._inner.act_on_closed(state, request, clock_offset))

    async def wake(self, cases: Iterable[tuple[str, str]], why: Wake) -> int:
        return await self._inner.wake(cases, why)

    async def _trapped(self, ref: str, call: Awaitable[StepResult | None]) -> StepResult | None:
        self._trap.reached(f"api {ref} before it sends")
        sent = asyncio.ensure_future(call)
        await asyncio.wait((sent,), timeout=ON_ITS_WAY)
        self._trap.reached(f"api {ref} before it is accepted")
        answer = await sent
        self._trap.reached(f"api {ref} before it answers")
        return answer


class Server(uvicorn.Server):
    """Says when it listens."""

    async def startup(self, sockets: Any = None) -> None:
        await super().startup(sockets=sockets)
        processes.say_ready()


def main() -> None:
    """Serve until killed."""
    settings = settings_module.load()
    app = create_app(settings, TrappedGateway(TemporalGateway(settings), Trap(settings.data_dir)))
    Server(uvicorn.Config(app, host=settings.web_host, port=settings.web_port, log_level="warning")).run()


if __name__ == "__main__":
    main()
