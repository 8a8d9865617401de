"""What no request of ours is: huge, or with control characters in its address. Turned away before anything reads it.

A document that is put on a case's file may be larger; it is read from the stream onto the disk, never into memory.
"""

import re
from urllib.parse import unquote_to_bytes

from starlette.datastructures import FormData, Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BYTES = 256 * 1024
LONGEST_ADDRESS = 4_000
UPLOAD = re.compile(r"(/api/v1)?/cases/[^/]+/documents")
TABLE = "/taking-on"
"""The page that is sent a table as text, once it was tried as a file."""
TEMPLATE = re.compile(r"/templates/[^/]+/[^/]+")
MOST_TEMPLATE_BYTES = 6_000_000
# What a form holds besides its file. A file a little too large is thus refused on its own form, beside its field.
SLACK = 8_000_000
LARGEST_FIELD = 64 * 1024
_CONTROL = re.compile(rb"[\x00-\x1f\x7f]")


class Limits:
    """Raises HTTPException 400, 413 or 414, which `api.faults` answers. `largest_file` is in bytes."""

    def __init__(self, app: ASGIApp, largest_file: int = MOST_BYTES) -> None:
        self._app = app
        self._largest = largest_file

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
        most = self._most(scope["path"]) if scope["method"] == "POST" else MOST_BYTES
        length = Headers(scope=scope).get("content-length", "")
        if length.isdecimal() and int(length[:20]) > most:
            raise HTTPException(413, _told(most))
        taken = 0

        async def receiving() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > most:
                raise HTTPException(413, _told(most))
            return message

        await self._app(scope, receiving, send)

    def _most(self, path: str) -> int:
        if UPLOAD.fullmatch(path):
            return self._largest + SLACK
        return MOST_TEMPLATE_BYTES if TEMPLATE.fullmatch(path) else MOST_BYTES


async def form_of(request: Request) -> FormData:
    """What a form sent, read once: fields in memory, each small; one file at the most, on disk when it is large."""
    if request.headers.get("content-type", "").startswith("multipart/"):
        largest = MOST_BYTES if request.url.path == TABLE else LARGEST_FIELD
        return await request.form(max_files=1, max_part_size=largest)
    return await request.form()


def _told(most: int) -> str:
    if most == MOST_TEMPLATE_BYTES:
        return f"{most // 1_000_000} MB"
    return "256 kB" if most == MOST_BYTES else f"{(most - SLACK) // 1_000_000} MB"
