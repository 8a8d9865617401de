"""The idempotency key that every act carries."""

import re
from typing import Annotated

from fastapi import Header

from api.problems import invalid

_KEY = re.compile(r"[A-Za-z0-9._:-]{8,100}")


def is_key(text: str) -> bool:
    """Whether this can be a key."""
    return _KEY.fullmatch(text) is not None


def idempotency_key(
    key: Annotated[
        str, Header(alias="Idempotency-Key", description="A new one for each act; the same one when sending it again.")
    ] = "",
) -> str:
    """The key. Raises a problem when it is missing or cannot be one."""
    if not is_key(key):
        raise invalid(
            "no_key",
            "An act needs an Idempotency-Key header of 8 to 100 letters, digits, dots, colons or dashes.",
            "Make a new random key for each act, and send the same one again when you repeat it.",
            "Idempotency-Key",
        )
    return key
