"""Signing in and out: argon2 hashes, the same time for every answer, and a pause after too many tries.

Tries are counted by person and place together, so that nobody can shut a colleague out from elsewhere; by place, so
that one place cannot try everybody; and by person, for guessing from many places. A browser in which the person signed
in before has a count of its own: whatever is tried elsewhere, they get in from their own desk.
"""

import asyncio
import secrets
import time
from collections import OrderedDict, deque
from datetime import UTC, datetime, timedelta

from starlette.requests import Request

from api.problems import Problem
from api.security.tokens import SESSION_SECONDS, Token
from api.web import Web
from cases.refusals import Refusal
from runtime.passwords import verify_nobody, verify_password
from store import accounts, visits
from store.tables import Account

KNOWN = "duecourse_known"
TRIES = 10
TRIES_FROM_ONE_PLACE = 100
TRIES_AT_ONE_PERSON = 100
WITHIN_SECONDS = 300.0
REMEMBERED = 10_000
# A check takes 64 MB for a moment, on purpose.
CHECKS_AT_ONCE = 4
LONGEST_USERNAME = 100
LONGEST_PASSWORD = 200


class Attempts:
    """Failed tries of late, by what they are counted under. Held in memory: a restart forgives."""

    def __init__(self) -> None:
        self._failed: OrderedDict[str, deque[float]] = OrderedDict()
        self.checking = asyncio.Semaphore(CHECKS_AT_ONCE)

    def too_many(self, about: str, most: int = TRIES) -> bool:
        """Whether this one has to wait."""
        tries = self._failed.get(about)
        if not tries:
            return False
        while tries and time.monotonic() - tries[0] > WITHIN_SECONDS:
            tries.popleft()
        return len(tries) >= most

    def failed(self, about: str) -> None:
        """Count a failed try."""
        self._failed.setdefault(about, deque(maxlen=TRIES_FROM_ONE_PLACE)).append(time.monotonic())
        self._failed.move_to_end(about)
        while len(self._failed) > REMEMBERED:
            self._failed.popitem(last=False)

    def succeeded(self, about: str) -> None:
        """Forget the failed tries."""
        self._failed.pop(about, None)


async def sign_in(web: Web, request: Request, username: str, password: str) -> Account:
    """The account signed in to. Raises Problem, the same one for an unknown name and for a wrong password."""
    if len(username) > LONGEST_USERNAME or len(password) > LONGEST_PASSWORD or "\x00" in username:
        raise _wrong()
    attempts: Attempts = request.app.state.attempts
    async with web.reading() as session:
        account = await accounts.by_username(session, username)
    counted = _counted(web, request, username, account)
    async with attempts.checking:
        if any(attempts.too_many(about, most) for about, most in counted):
            raise _problem("too_many_tries", "There have been too many tries to sign in.", "Wait five minutes.", 429)
        if account is None or account.disabled:
            right = await asyncio.to_thread(verify_nobody, password)
        else:
            right = await asyncio.to_thread(verify_password, account.password_hash, password)
        if account is not None and right:
            attempts.succeeded(counted[0][0])
            return account
        for about, _ in counted:
            attempts.failed(about)
    raise _wrong()


async def begin_visit(web: Web, account: Account) -> Token:
    """Put a new visit on the books; its token counts until it ends, or the password changes, or the account is shut."""
    token = Token(account.user_id, secrets.token_urlsafe(16))
    now = datetime.now(UTC)
    async with web.writing() as session:
        await visits.begin(
            session,
            visit_id=token.visit_id,
            user_id=token.user_id,
            now=now,
            ends_at=now + timedelta(seconds=SESSION_SECONDS),
        )
    return token


async def end_visit(web: Web, visit_id: str) -> None:
    """Sign out: copies of the token count no more."""
    async with web.writing() as session:
        await visits.end(session, visit_id)


def _counted(web: Web, request: Request, username: str, account: Account | None) -> list[tuple[str, int]]:
    """What a try is counted under, the closest first, and how many failed ones each bears."""
    known = web.signer.read_known(request.cookies.get(KNOWN, ""))
    if known and account and known.user_id == account.user_id:
        return [(f"browser:{known.visit_id}", TRIES)]
    who = username.strip().casefold()
    where = request.client.host if request.client else "unknown"
    return [
        (f"both:{where} {who}", TRIES),
        (f"from:{where}", TRIES_FROM_ONE_PLACE),
        (f"user:{who}", TRIES_AT_ONE_PERSON),
    ]


def _wrong() -> Problem:
    return _problem(
        "wrong_sign_in", "The username or the password is wrong.", "Check both, or ask an administrator.", 401
    )


def _problem(code: str, says: str, mend: str, status: int) -> Problem:
    return Problem("not_signed_in", [Refusal(code=code, says=says, mend=mend, field="username")], status=status)
