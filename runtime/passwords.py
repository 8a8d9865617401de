"""Passwords of local accounts: made, hashed and checked."""

from __future__ import annotations

import secrets
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_HASHER = PasswordHasher()
# Without the letters and digits that are read as one another.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def new_password() -> str:
    """A random password that can be typed: four groups of four, 79 bits."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))


def hash_password(password: str) -> str:
    """The argon2id hash to keep; takes about a fifth of a second on purpose."""
    return _HASHER.hash(password)


def verify_password(password_hash: str, password: str) -> bool:
    """Whether the password is the one hashed."""
    try:
        return _HASHER.verify(password_hash, password)
    except (VerificationError, InvalidHashError):
        return False


def verify_nobody(password: str) -> bool:
    """Take as long as a check and say no: the time an answer takes must not tell which accounts exist."""
    verify_password(_nobodys_hash(), password)
    return False


@cache
def _nobodys_hash() -> str:
    return hash_password(new_password())
