"""What no request of ours is: huge, or with control characters in its address. Turned away before anything reads it."""

import re
from urllib.parse import unquote_to_bytes

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BYTES = 256 * 1024
LONGEST_ADDRESS = 4_000
_CONTROL = re.compile(rb"[\x00-\x1f\x7f]")


class Limits:
    """Raises HTTPException 400, 413 or 414, which `api.faults` answers."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        query: bytes = scope.get("query_string", b"")
        if len(scope["path"]) + len(query) > LONGEST_ADDRESS:
            raise HTTPException(414)
        if _CONTROL.search(scope["path"].encode("utf-8", "replace")) or _CONTROL.search(unquote_to_bytes(query)):
            raise HTTPException(400)
        length = Headers(scope=scope).get("content-length", "")
        if length.isdecimal() and int(length[:20]) > MOST_BYTES:
            raise HTTPException(413)
        taken = 0

        async def receiving() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > MOST_BYTES:
                raise HTTPException(413)
            return message

        await self._app(scope, receiving, send)
