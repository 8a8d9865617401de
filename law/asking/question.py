"""One question: the facts it needs and may take, and how it is answered."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from typing import Any

from law.asking.facts import Facts
from law.explained import Explained
from law.tenancies import TENANCIES, Occupancy

Answer = object  # an Explained, a dataclass or tuple that holds some, or a plain sentence


@dataclass(frozen=True)
class Question:
    """A question by its name. `occupancy` is set where the question is about one occupancy type."""

    name: str
    needs: tuple[str, ...]
    takes: tuple[str, ...]
    answer: Callable[[Facts], Iterator[Answer]]
    occupancy: Occupancy | None = None
    title: str = ""

    @property
    def heading(self) -> str:
        """What the question is about, in words."""
        return TENANCIES[self.occupancy].title if self.occupancy else self.title


def notice_facts(*more: str) -> tuple[str, ...]:
    """The facts every notice with a date in it may be asked with, and more."""
    return ("period", "anchor", "specified", *more)


def explained(answer: Answer, name: str = "") -> Iterator[tuple[str, Explained[Any] | str]]:
    """Each explained result in an answer with the name of its field; a plain sentence as it is."""
    if isinstance(answer, Explained) or (isinstance(answer, str) and not isinstance(answer, Enum)):
        yield name, answer
    elif is_dataclass(answer):
        for field in fields(answer):
            yield from explained(getattr(answer, field.name), field.name.replace("_", " "))
