"""The gate that nothing of a tenancy happened before it began."""

from collections.abc import Callable
from datetime import date
from typing import Any

from cases.gates import Gate, Question
from law.explained import long_date


def in_tenancy(guards: tuple[str, ...], day: Callable[[Question[Any]], date | None], field: str) -> Gate[Any]:
    """What is recorded happened during the tenancy; a day that is not given is not asked about."""

    def says(q: Question[Any]) -> str | None:
        on, began = day(q), q.facts.tenancy.start_date
        if on is None or on >= began:
            return None
        return f"{long_date(on)} is before the tenancy began on {long_date(began)}."

    return Gate(
        code="before_tenancy",
        guards=guards,
        asks="Was it during the tenancy?",
        says=says,
        mend="Correct the date.",
        field=field,
    )
