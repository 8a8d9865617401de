"""Signed tokens: the cookie of a page session and the bearer token of an API client. Neither holds a name."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass

from itsdangerous import BadSignature, URLSafeTimedSerializer

SESSION_SECONDS = 10 * 3600
KNOWN_SECONDS = 90 * 24 * 3600


@dataclass(frozen=True)
class Token:
    """Whose token it is, and of which visit; the visit must still be on the books for the token to count."""

    user_id: str
    visit_id: str


class Signer:
    """Signs and reads tokens with the session secret."""

    def __init__(self, secret: str) -> None:
        self._secret = secret
        self._cookies = URLSafeTimedSerializer(secret, salt="page-session")
        self._bearers = URLSafeTimedSerializer(secret, salt="api-bearer")
        self._known = URLSafeTimedSerializer(secret, salt="known-browser")

    def cookie(self, token: Token) -> str:
        """The cookie's value."""
        return self._cookies.dumps([token.user_id, token.visit_id])

    def bearer(self, token: Token) -> str:
        """The bearer token."""
        return self._bearers.dumps([token.user_id, token.visit_id])

    def read_cookie(self, value: str) -> Token | None:
        """The token in a cookie; None if it is not ours, altered, or too old."""
        return _read(self._cookies, value)

    def read_bearer(self, value: str) -> Token | None:
        """The token in an Authorization header; None if it is not ours, altered, or too old."""
        return _read(self._bearers, value)

    def form_mark(self, about: str) -> str:
        """What a form must send back, so that another site cannot send it for the person.

        `about` is the visit, or before signing in the browser's own random word.
        """
        return hmac.new(self._secret.encode(), f"form:{about}".encode(), hashlib.sha256).hexdigest()[:40]

    def known(self, user_id: str) -> str:
        """A cookie by which a browser shows that this person signed in there before. It opens nothing."""
        return self._known.dumps([user_id, secrets.token_urlsafe(9)])

    def read_known(self, value: str) -> Token | None:
        """Who signed in there before, and the browser's own number."""
        return _read(self._known, value, KNOWN_SECONDS)


def _read(serializer: URLSafeTimedSerializer, value: str, seconds: int = SESSION_SECONDS) -> Token | None:
    try:
        user_id, visit_id = serializer.loads(value, max_age=seconds)
    except (BadSignature, ValueError, TypeError):
        return None
    return Token(str(user_id), str(visit_id))
