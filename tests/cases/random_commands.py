"""Random commands made from their own models, so that a new command or field is tried without being listed."""

import re
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Any, get_args

from hypothesis import strategies as st
from pydantic.fields import FieldInfo

from cases.base import FileRef, TextRef, Value
from cases.instants import start_of_day

GAPS = re.compile(r"-£|  | [.,;:]|\.\.$")
"""What no refusal may say: a hole where a name was to stand, or a sum below nothing."""
OFFSETS = [-400, -30, -15, -1, 0, 0, 0, 0, 1, 14, 30, 400]
TEXT = TextRef(id="text-1", digest="0" * 64)


def commands_of(union: Any) -> list[Any]:
    """The members of an annotated union of commands."""
    return list(get_args(get_args(union)[0]))


def value_of(field: FieldInfo, name: str, day: date, ids: list[str], people: tuple[str, ...]) -> st.SearchStrategy[Any]:
    """Values of a field: plausible often enough that commands are accepted now and then."""
    return _of(field.annotation, name, day, ids, people)


def _of(kind: Any, name: str, day: date, ids: list[str], people: tuple[str, ...]) -> st.SearchStrategy[Any]:
    days = st.sampled_from([day + timedelta(days=n) for n in OFFSETS])
    inside = get_args(kind)
    if type(None) in inside:
        some = next(one for one in inside if one is not type(None))
        if isinstance(some, type) and issubclass(some, Value) and some not in (TextRef, FileRef):
            return st.none()
        return st.none() | _of(some, name, day, ids, people)
    if hasattr(kind, "__metadata__"):
        return _of(inside[0], name, day, ids, people)
    if inside and all(isinstance(one, str) for one in inside):
        return st.sampled_from(inside)
    if str(kind).startswith("tuple"):
        return st.sampled_from([people[:-1], people[:1], people, ()]) if inside[:1] == (str,) else st.just(())
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(list(kind))
    plain: dict[Any, st.SearchStrategy[Any]] = {
        date: days,
        datetime: days.map(start_of_day),
        time: st.just(time(10)),
        bool: st.booleans(),
        int: st.sampled_from([-1, 0, 1, 5_000, 12_000, 120_000, 10**9]),
        TextRef: st.just(TEXT),
        FileRef: st.just(FileRef(sha256="0" * 64, size=1, name="a.pdf", kind="pdf")),
    }
    if kind in plain:
        return plain[kind]
    if name in ("debtor", "tenant"):
        return st.sampled_from(people)
    return st.sampled_from([*ids, "Head of Housing", "letter"])
