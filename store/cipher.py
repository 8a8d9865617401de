"""Encryption with the landlord's ring of keys, of what lies in a database or an engine where others might read it."""

import os
from collections.abc import Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE_BYTES = 12


class CannotOpen(Exception):
    """No key of the ring opens it, or it was altered. The text names the key's id only."""


class Ring:
    """AES-256-GCM with several keys of 32 bytes: the first encrypts, the one named beside what is sealed decrypts."""

    def __init__(self, keys: Mapping[str, bytes]) -> None:
        self._keys = {key_id: AESGCM(key) for key_id, key in keys.items()}
        self._current = next(iter(self._keys))

    def seal(self, plain: bytes, about: bytes = b"") -> tuple[str, bytes]:
        """The id of the key and the sealed bytes, which open only with the same `about`."""
        nonce = os.urandom(NONCE_BYTES)
        key_id = self._current
        return key_id, nonce + self._keys[key_id].encrypt(nonce, plain, key_id.encode() + about)

    def open(self, key_id: str, sealed: bytes, about: bytes = b"") -> bytes:
        """What was sealed. Raises CannotOpen."""
        cipher = self._keys.get(key_id)
        if cipher is None:
            raise CannotOpen(f"was written with key '{key_id}', which is not in the ring")
        try:
            return cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], key_id.encode() + about)
        except InvalidTag:
            raise CannotOpen(f"does not open with key '{key_id}'") from None
