"""How an activity fails. Business refusals are values; only these two leave an activity.

Unavailable       the database or the file store is away: tried again without end
anything else     a fault: tried a few times within a minute, then given up
"""

import asyncio
import traceback
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from temporalio import activity
from temporalio.exceptions import ApplicationError

from store.errors import Unavailable

UNAVAILABLE = "Unavailable"
TRIES = 4
SECONDS_A_TRY = 10.0
HEARTBEAT_SECONDS = 1.0


@asynccontextmanager
async def told_apart(seconds: float = SECONDS_A_TRY) -> AsyncIterator[None]:
    """Show life while at work, and raise ApplicationError with the kind of fault as its type.

    Texts of faults may hold names, so they go nowhere: neither into the failure nor into the log.
    """
    beating = asyncio.create_task(_show_life())
    try:
        async with asyncio.timeout(seconds):
            yield
    except ApplicationError:
        raise
    except Unavailable:
        raise ApplicationError("the record is away", type=UNAVAILABLE) from None
    except Exception as fault:
        kind = type(fault).__name__
        where = "".join(traceback.format_tb(fault.__traceback__))
        given_up = activity.info().attempt >= TRIES
        activity.logger.error("fault in an activity: %s%s\n%s", kind, ", given up" if given_up else "", where)
        raise ApplicationError(f"fault: {kind}", type=kind, non_retryable=given_up) from None
    finally:
        beating.cancel()


async def _show_life() -> None:
    """Tell the engine every second that this worker lives, so that another takes over soon when it does not."""
    while True:
        await asyncio.sleep(HEARTBEAT_SECONDS)
        activity.heartbeat()
