"""Encryption of everything Temporal keeps: arguments, results, state, memos, headers and failure text.

Ids, workflow and activity types and search attributes are not payloads and stay readable: no personal data in those.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from temporalio.api.common.v1 import Payload
from temporalio.converter import PayloadCodec

from store.cipher import CannotOpen, Ring

ENCODING = b"binary/duecourse-aes256gcm"
KEY_ID = "key-id"


class UnreadablePayload(Exception):
    """A payload that no key of the ring opens, or that was altered. The text names the key id only."""


class EncryptionCodec(PayloadCodec):
    """AES-256-GCM with a ring of keys: the first encrypts, the one named in the payload decrypts.

    To rotate, put a new key first and keep the old ones until no run written with them is open or retained.
    Payloads written before encryption was on pass through unchanged.
    """

    def __init__(self, ring: Mapping[str, bytes]) -> None:
        self._ring = Ring(ring)

    async def encode(self, payloads: Sequence[Payload]) -> list[Payload]:
        return [self._encrypt(payload) for payload in payloads]

    async def decode(self, payloads: Sequence[Payload]) -> list[Payload]:
        return [self._decrypt(payload) for payload in payloads]

    def _encrypt(self, payload: Payload) -> Payload:
        key_id, sealed = self._ring.seal(payload.SerializeToString())
        return Payload(metadata={"encoding": ENCODING, KEY_ID: key_id.encode()}, data=sealed)

    def _decrypt(self, payload: Payload) -> Payload:
        if payload.metadata.get("encoding") != ENCODING:
            return payload
        try:
            plain = self._ring.open(payload.metadata[KEY_ID].decode(), payload.data)
        except CannotOpen as why:
            raise UnreadablePayload(f"the payload {why}") from None
        return Payload.FromString(plain)
