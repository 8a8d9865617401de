"""Signed tokens: the cookie of a page session and the bearer token of an API client. Neither holds a name."""

import hashlib
import hmac
from dataclasses import dataclass

from itsdangerous import BadSignature, URLSafeTimedSerializer

SESSION_SECONDS = 10 * 3600


@dataclass(frozen=True)
class Token:
    """Whose token it is, and the mark that a form of this session must carry."""

    user_id: str
    session_id: str


class Signer:
    """Signs and reads tokens with the session secret."""

    def __init__(self, secret: str) -> None:
        self._secret = secret
        self._cookies = URLSafeTimedSerializer(secret, salt="page-session")
        self._bearers = URLSafeTimedSerializer(secret, salt="api-bearer")

    def cookie(self, token: Token) -> str:
        """The cookie's value."""
        return self._cookies.dumps([token.user_id, token.session_id])

    def bearer(self, token: Token) -> str:
        """The bearer token."""
        return self._bearers.dumps([token.user_id, token.session_id])

    def read_cookie(self, value: str) -> Token | None:
        """The token in a cookie; None if it is not ours, altered, or too old."""
        return _read(self._cookies, value)

    def read_bearer(self, value: str) -> Token | None:
        """The token in an Authorization header; None if it is not ours, altered, or too old."""
        return _read(self._bearers, value)

    def form_mark(self, token: Token | None) -> str:
        """What a form must send back, so that another site cannot send it for the person."""
        about = token.session_id if token else "signed-out"
        return hmac.new(self._secret.encode(), f"form:{about}".encode(), hashlib.sha256).hexdigest()[:40]


def _read(serializer: URLSafeTimedSerializer, value: str) -> Token | None:
    try:
        user_id, session_id = serializer.loads(value, max_age=SESSION_SECONDS)
    except (BadSignature, ValueError, TypeError):
        return None
    return Token(str(user_id), str(session_id))
