"""From what a person sent to a command: free text is staged in the store and replaced by its reference.

Which fields are words is read from the command's own model, so no list of fields can fall behind.
"""

import re
from datetime import datetime
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from sqlalchemy.ext.asyncio import AsyncSession

from api.problems import Problem, invalid, of_validation
from cases.base import TextRef, Value
from cases.commands import SYSTEM_COMMANDS, Command
from store import texts
from store.errors import KeyReused

MOST_CHARACTERS = 6_400
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff\uffff]")
_COMMAND: TypeAdapter[Command] = TypeAdapter(Command)


@cache
def command_models() -> dict[str, type[Value]]:
    """The commands a person may send, by kind."""
    union = get_args(get_args(Command)[0]) or get_args(Command)
    models = {model.model_fields["kind"].default: model for model in union if hasattr(model, "model_fields")}
    return {kind: model for kind, model in models.items() if kind not in SYSTEM_COMMANDS}


@cache
def words_of(kind: str) -> tuple[str, ...]:
    """The fields of a command that hold free text."""
    model = command_models()[kind]
    return tuple(name for name, field in model.model_fields.items() if _is_text(field.annotation))


async def command_of(session: AsyncSession, sent: Any, key: str) -> Command:
    """The typed command, its words staged under the key. Raises Problem naming each wrong field."""
    kind = sent.get("kind") if isinstance(sent, dict) else None
    if kind not in command_models():
        raise invalid(
            "unknown_command", "There is no such command.", "Use a command from the API's documentation.", "kind"
        )
    fields = {name: value for name, value in sent.items() if value is not None}
    problems: list[Problem] = []
    for name in words_of(kind):
        if name not in fields:
            continue
        words = clean(fields[name], name)
        if not words:
            del fields[name]
            continue
        try:
            fields[name] = (await texts.stage(session, words, key=key, field=name)).model_dump()
        except KeyReused:
            problems.append(
                invalid("key_reused", "This key was used with other words.", "Send the act with a new key.", name)
            )
    if problems:
        raise problems[0]
    try:
        return _COMMAND.validate_python(fields, strict=False)
    except ValidationError as wrong:
        raise of_validation(wrong.errors(), within=(str(kind),)) from None


def clean(words: Any, field: str) -> str:
    """Free text as it is kept: no control or direction-changing characters, line ends as \\n, no more than 6,400."""
    if not isinstance(words, str):
        raise invalid("not_text", f"{field.replace('_', ' ').capitalize()} is not text.", "Send words.", field)
    kept = _UNSEEN.sub("", words.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if len(kept) > MOST_CHARACTERS:
        raise invalid(
            "too_long",
            f"{field.replace('_', ' ').capitalize()} has {len(kept):,} characters; {MOST_CHARACTERS:,} is the most.",
            "Shorten it.",
            field,
        )
    return kept


def aware(text: str) -> datetime:
    """An instant from ISO text; raises ValueError without a time zone."""
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise ValueError("an instant must carry its time zone")
    return instant


def _is_text(annotation: Any) -> bool:
    if annotation is TextRef:
        return True
    return get_origin(annotation) in (Union, UnionType) and TextRef in get_args(annotation)
