"""Canonical JSON and the hash that ties an event to the one before it."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

GENESIS = "0" * 64
"""What the first event of a chain stands on."""


def canonical(value: Any) -> str:
    """JSON with sorted keys and no spaces: equal values give equal text, whichever database kept them."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def digest(value: Any) -> str:
    """SHA-256 over the canonical JSON, in hex."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def event_hash(row: Mapping[str, Any]) -> str:
    """The hash of an event row: all its columns but `hash` itself; instants as UTC."""
    return digest({name: _plain(value) for name, value in row.items() if name != "hash"})


def _plain(value: Any) -> Any:
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value
