"""Waiting for the engine for so long and no longer, without breaking off what was asked of it."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any, TypeVar

R = TypeVar("R")


async def within(seconds: float, call: Awaitable[R]) -> R:
    """The answer, or TimeoutError after that many seconds; the call itself then ends by its own time limit.

    It is not cancelled: the client's native half would fail a future that nobody awaits any more, which is reported as
    a fault whenever rubbish is collected.
    """
    asked = asyncio.ensure_future(call)
    try:
        done, _ = await asyncio.wait((asked,), timeout=seconds)
    finally:
        asked.add_done_callback(_let_go)
    if not done:
        raise TimeoutError
    return asked.result()


async def opened(call: Awaitable[R], started: Callable[[], Awaitable[Any]]) -> R:
    """The answer of an update that starts its workflow; where it fails, the start has failed with it, and is looked at.

    `started` is the start operation's own answer. The client keeps the failure twice, and reports this copy.
    """
    try:
        return await call
    except BaseException:
        with suppress(Exception):
            await started()
        raise


def _let_go(asked: asyncio.Future[Any]) -> None:
    """Look at how it ended, so that a late failure is nobody's."""
    if not asked.cancelled():
        asked.exception()
