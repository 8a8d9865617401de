"""Which fact goes into which box of an official PDF: one file a form, beside our own template of it.

`[text]` gives a box's value in the templates' words; `[tick]` a test that is true where the box is ticked; `[sheet]`
what is set out on a continuation sheet though the form has no box for it; `left` names the boxes left alone; `unsure`
those whose name or meaning is less sure (C) than the list as a whole.
"""

import functools
import tomllib
from collections.abc import Mapping as Mapped
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jinja2

from documents.forms.problems import FormRefused
from documents.forms.words import words
from documents.papers.registry import TEMPLATES


@dataclass(frozen=True, slots=True)
class TextBox:
    """A box for words. `limit` in characters, 0: none; `overflow`: what does not fit goes on a sheet named `title`.

    `short` is written in the value's place where the form's own limit leaves no room for it.
    """

    name: str
    value: str
    title: str
    limit: int = 0
    overflow: bool = True
    short: str = ""


@dataclass(frozen=True, slots=True)
class TickBox:
    """A box that is ticked where `when` holds. `state` is the PDF's name of the ticked state; empty: its first."""

    name: str
    when: str
    state: str = ""


@dataclass(frozen=True)
class Mapping:
    """What is known of a form's boxes. `each` is "name in list": one copy of the form for each. `confidence`: A, B, C.

    Names are compared as they are, letter for letter: a form that writes U+2019 for an apostrophe is mapped so.
    """

    form: str
    edition: str
    confidence: str
    text: tuple[TextBox, ...]
    tick: tuple[TickBox, ...]
    left: tuple[str, ...] = ()
    sheet: Mapped[str, str] = field(default_factory=dict)
    each: str = ""
    unsure: tuple[str, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """Every box that the mapping knows of."""
        return frozenset((*(t.name for t in self.text), *(t.name for t in self.tick), *self.left))


def mapping_path(kind: str) -> Path:
    """Where the mapping of this paper lies, whether or not there is one."""
    return TEMPLATES / kind / f"{kind}.fields.toml"


@functools.cache
def mapping_of(kind: str) -> Mapping:
    """The mapping that comes with the program. Raises FormRefused for a paper that has none."""
    path = mapping_path(kind)
    if not path.exists():
        raise FormRefused(f"There is no list of fields for the paper '{kind}'.")
    return parse_mapping(path.read_text("utf-8"))


def parse_mapping(text: str) -> Mapping:
    """A mapping from its TOML. Raises FormRefused, naming what is wrong."""
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise FormRefused(f"The list of fields is not TOML: {problem}.") from None
    try:
        made = Mapping(
            form=told["form"],
            edition=told.get("edition", ""),
            confidence=told.get("confidence", "C"),
            text=tuple(_text(name, value) for name, value in told.get("text", {}).items()),
            tick=tuple(_tick(name, value) for name, value in told.get("tick", {}).items()),
            left=tuple(told.get("left", ())),
            sheet={title: value.strip() for title, value in told.get("sheet", {}).items()},
            each=told.get("each", ""),
            unsure=tuple(told.get("unsure", ())),
        )
    except (KeyError, TypeError, AttributeError) as problem:
        raise FormRefused(f"The list of fields lacks or misspells something: {problem}.") from None
    _compiles(made)
    return made


def _text(name: str, value: Any) -> TextBox:
    told = {"value": value} if isinstance(value, str) else dict(value)
    return TextBox(name=name, title=told.pop("title", name), value=told.pop("value").strip(), **told)


def _tick(name: str, value: Any) -> TickBox:
    return TickBox(name=name, when=value) if isinstance(value, str) else TickBox(name=name, **value)


def _compiles(mapping: Mapping) -> None:
    names = [*(t.name for t in mapping.text), *(t.name for t in mapping.tick), *mapping.left]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise FormRefused(f"The list of fields names a box twice: {', '.join(twice)}.")
    unknown = [name for name in mapping.unsure if name not in names]
    if unknown:
        raise FormRefused(f"The list of fields is unsure of boxes that it does not name: {', '.join(unknown)}.")
    values = [(t.name, value) for t in mapping.text for value in (t.value, t.short)]
    for name, text in (*values, *mapping.sheet.items()):
        try:
            words().from_string(text)
        except jinja2.TemplateSyntaxError as problem:
            raise FormRefused(f"The value of '{name}' cannot be read: {problem}.") from None
    for tick in mapping.tick:
        try:
            words().compile_expression(tick.when, undefined_to_none=False)
        except jinja2.TemplateSyntaxError as problem:
            raise FormRefused(f"The test of '{tick.name}' cannot be read: {problem}.") from None
