"""Encryption of everything Temporal keeps: arguments, results, state, memos, headers and failure text.

Ids, workflow and activity types and search attributes are not payloads and stay readable: no personal data in those.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from temporalio.api.common.v1 import Payload
from temporalio.converter import PayloadCodec

ENCODING = b"binary/duecourse-aes256gcm"
KEY_ID = "key-id"
NONCE_BYTES = 12


class UnreadablePayload(Exception):
    """A payload that no key of the ring opens, or that was altered. The text names the key id only."""


class EncryptionCodec(PayloadCodec):
    """AES-256-GCM with a ring of keys: the first encrypts, the one named in the payload decrypts.

    To rotate, put a new key first and keep the old ones until no run written with them is open or retained.
    Payloads written before encryption was on pass through unchanged.
    """

    def __init__(self, ring: Mapping[str, bytes]) -> None:
        self._ring = {key_id: AESGCM(key) for key_id, key in ring.items()}
        self._current = next(iter(self._ring))

    async def encode(self, payloads: Sequence[Payload]) -> list[Payload]:
        return [self._encrypt(payload) for payload in payloads]

    async def decode(self, payloads: Sequence[Payload]) -> list[Payload]:
        return [self._decrypt(payload) for payload in payloads]

    def _encrypt(self, payload: Payload) -> Payload:
        nonce = os.urandom(NONCE_BYTES)
        key_id = self._current.encode()
        sealed = self._ring[self._current].encrypt(nonce, payload.SerializeToString(), key_id)
        return Payload(metadata={"encoding": ENCODING, KEY_ID: key_id}, data=nonce + sealed)

    def _decrypt(self, payload: Payload) -> Payload:
        if payload.metadata.get("encoding") != ENCODING:
            return payload
        key_id = payload.metadata[KEY_ID]
        cipher = self._ring.get(key_id.decode())
        if cipher is None:
            raise UnreadablePayload(f"the payload was written with key '{key_id.decode()}', which is not in the ring")
        try:
            plain = cipher.decrypt(payload.data[:NONCE_BYTES], payload.data[NONCE_BYTES:], key_id)
        except InvalidTag:
            raise UnreadablePayload(f"the payload does not open with key '{key_id.decode()}'") from None
        return Payload.FromString(plain)
