"""Signing in: argon2 hashes, the same time for every answer, and a pause after too many tries."""

import asyncio
import time
from collections import OrderedDict, deque

from starlette.requests import Request

from api.problems import Problem
from api.web import Web
from cases.refusals import Refusal
from runtime.passwords import verify_nobody, verify_password
from store import accounts
from store.tables import Account

TRIES = 10
WITHIN_SECONDS = 300.0
REMEMBERED = 10_000


class Attempts:
    """Failed tries of late, by who is tried and from where. Held in memory: a restart forgives."""

    def __init__(self) -> None:
        self._failed: OrderedDict[str, deque[float]] = OrderedDict()

    def too_many(self, about: str) -> bool:
        """Whether this one has to wait."""
        tries = self._failed.get(about)
        if not tries:
            return False
        while tries and time.monotonic() - tries[0] > WITHIN_SECONDS:
            tries.popleft()
        return len(tries) >= TRIES

    def failed(self, about: str) -> None:
        """Count a failed try."""
        self._failed.setdefault(about, deque()).append(time.monotonic())
        self._failed.move_to_end(about)
        while len(self._failed) > REMEMBERED:
            self._failed.popitem(last=False)

    def succeeded(self, about: str) -> None:
        """Forget the failed tries."""
        self._failed.pop(about, None)


async def sign_in(web: Web, request: Request, username: str, password: str) -> Account:
    """The account signed in to. Raises Problem, the same one for an unknown name and for a wrong password."""
    attempts: Attempts = request.app.state.attempts
    where = request.client.host if request.client else "unknown"
    about = [f"user:{username.strip().casefold()[:100]}", f"from:{where}"]
    if attempts.too_many(about[0]) or attempts.too_many(about[1]):
        raise _problem("too_many_tries", "There have been too many tries to sign in.", "Wait five minutes.", 429)
    async with web.reading() as session:
        account = await accounts.by_username(session, username)
    if account is None or account.disabled:
        await asyncio.to_thread(verify_nobody, password)
    elif await asyncio.to_thread(verify_password, account.password_hash, password):
        attempts.succeeded(about[0])
        return account
    for one in about:
        attempts.failed(one)
    raise _problem(
        "wrong_sign_in", "The username or the password is wrong.", "Check both, or ask an administrator.", 401
    )


def _problem(code: str, says: str, mend: str, status: int) -> Problem:
    return Problem("not_signed_in", [Refusal(code=code, says=says, mend=mend, field="username")], status=status)
