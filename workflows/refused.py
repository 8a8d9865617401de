"""Dates whose step was refused: a person is told of each once, and it is tried again under a key of its own."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from temporalio import workflow

from workflows.waiting import Ring

# Histories from before it hold no step that tells of a refusal.
TOLD = "refused-dates-are-told"


class RefusedDates:
    """What a run knows of them, carried from run to run by the keys of their dates."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._keys = set(keys)

    @property
    def keys(self) -> tuple[str, ...]:
        """The dates that were refused and told of, in order."""
        return tuple(sorted(self._keys))

    def key_of(self, ring: Ring, as_at: datetime) -> str:
        """What the step of a date is known by. A refusal is kept by its key, so that another try needs another."""
        return f"{ring.key}:again:{as_at.isoformat()}" if ring.key in self._keys else ring.key

    def went(self, ring: Ring) -> None:
        """The date's step was taken."""
        self._keys.discard(ring.key)

    def news_of(self, ring: Ring, result: Any) -> str | None:
        """What a person is to be told of a step that was refused; None where it was not, or they know."""
        if result is None or result.decision.accepted or ring.key in self._keys or not workflow.patched(TOLD):
            return None
        self._keys.add(ring.key)
        codes = ", ".join(refusal.code for refusal in result.decision.refusals)
        return f"A date has come, and what it brings was refused ({codes}): {ring.title}"
