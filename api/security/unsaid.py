"""Keeps the ids of restricted cases out of what is shown of other cases, where they were recorded before.

A hold that another case knew of, the title of a date, a note made by our own button: they name a case that was not
restricted yet. What a person asks for by its id themselves is said back, as of anything that is not there.
"""

from urllib.parse import unquote

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from store.veil import unsaid

_SORTS = ("text/", "application/json", "application/problem+json")
_LOOKS = ("GET", "HEAD")


class Unsaid:
    """Rewrites an answer to a look, only for somebody from whom a case is kept."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] != "http" or scope["method"] not in _LOOKS:
            await self._app(scope, receive, send)
            return
        begun: list[Message] = []
        body = bytearray()

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start" and _kept(scope) and _is_words(message):
                begun.append(message)
                return
            if not begun or message["type"] != "http.response.body":
                await send(message)
                return
            body.extend(message.get("body", b""))
            if message.get("more_body"):
                return
            said = unsaid(body.decode("utf-8", "surrogateescape"), _kept(scope)).encode("utf-8", "surrogateescape")
            headers = MutableHeaders(scope=begun[0])
            if "content-length" in headers:
                headers["content-length"] = str(len(said))
            await send(begun[0])
            await send({"type": "http.response.body", "body": said})

        await self._app(scope, receive, sending)


def _kept(scope: Scope) -> frozenset[str]:
    kept: frozenset[str] = scope.get("state", {}).get("unsaid", frozenset())
    asked = f"{scope['path']} {unquote(scope['query_string'].decode('latin-1'))}".upper()
    return frozenset(each for each in kept if each.upper() not in asked)


def _is_words(start: Message) -> bool:
    return MutableHeaders(scope=start).get("content-type", "").startswith(_SORTS)
