"""Telling running cases to look again: their landlord's clock moved, or their rent account changed.

A wake-up may be lost (the daily sweep mends that), so cases that do not answer are counted and passed by.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from temporalio.client import Client
from temporalio.service import RPCError, RPCStatusCode

from workflows.messages import Wake, money_workflow_id, workflow_id
from workflows.possession_case import PossessionCase

AT_ONCE = 10


async def wake(client: Client, cases: Iterable[tuple[str, str]], why: Wake) -> int:
    """Signal the running case of each (landlord, tenancy reference); returns how many there were.

    Tenancies without a running case are passed by. A few at a time: an import can name thousands.
    """
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(running: str) -> bool:
        async with gate:
            handle = client.get_workflow_handle(running)
            try:
                await handle.signal(PossessionCase.wake, why)
            except RPCError as problem:
                if problem.status != RPCStatusCode.NOT_FOUND:
                    raise
                return False
            return True

    # An account may have a possession case and a money case; the signal is of both.
    ids = dict.fromkeys(named(*case) for case in cases for named in (workflow_id, money_workflow_id))
    return sum(await asyncio.gather(*(one(running) for running in ids)))
