"""What the housing system notes of a case's tenants, wherever it has to be weighed."""

from collections.abc import Iterable

from store.people import PersonRow


def noted(people: Iterable[PersonRow]) -> list[PersonRow]:
    """Those of whom a vulnerability or the need of an interpreter is noted."""
    return [one for one in people if one.vulnerability_note or one.interpreter_language]
