"""Act forms: from what was typed to a command."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from api.pages.forms.fields import CannotRead, Field, Seen, first, missing, read, typed
from api.pages.forms.forms import FORMS
from api.pages.forms.limits import too_long
from api.pages.forms.options import ActForm
from cases.refusals import Refusal

OVERRIDE = "override-"
"""What the name of a field begins with that says why one of the landlord's own rules is set aside."""

__all__ = [
    "FORMS",
    "OVERRIDE",
    "ActForm",
    "Field",
    "Seen",
    "chosen_by_link",
    "first",
    "read_command",
    "seen_revision",
    "typed",
]
_REVISION = re.compile(r"[0-9]{1,9}")


def read_command(
    kind: str, form: ActForm, subject: str, sent: Mapping[str, Sequence[str]]
) -> tuple[dict[str, Any], tuple[Refusal, ...]]:
    """The command as the API takes it, and a refusal for every field that is missing or cannot be read."""
    command: dict[str, Any] = {"kind": kind}
    problems: list[Refusal] = []
    if form.subject_field:
        command[form.subject_field] = subject
    if form.from_subject:
        command |= form.from_subject(subject)
    for field in form.fields_of(subject):
        try:
            value = read(field, sent)
        except CannotRead as wrong:
            says = f"{field.label}: {wrong.says[0].lower()}{wrong.says[1:]}"
            problems.append(Refusal(code="cannot_read", says=says, mend=wrong.mend, field=field.name))
            continue
        if value in (None, []) and not field.optional and field.widget != "file":
            problems.append(missing(field))
        elif value is not None:
            command[field.name] = value
            long = too_long(kind, subject, field, value)
            problems += [long] if long else []
    overrides = [
        {"code": name.removeprefix(OVERRIDE), "reason": words[0].strip()}
        for name, words in sent.items()
        if name.startswith(OVERRIDE) and words and words[0].strip()
    ]
    if overrides:
        command["overrides"] = overrides
    return command, tuple(problems)


def seen_revision(sent: Mapping[str, Sequence[str]]) -> int | None:
    """The revision of the case that the form was shown with; None where it does not say."""
    given = (sent.get("seen_revision") or [""])[0]
    return int(given) if _REVISION.fullmatch(given) else None


def chosen_by_link(fields: Iterable[Field], asked: Mapping[str, str]) -> dict[str, str]:
    """What a link to the form chooses on it, by field; `asked` are the link's parameters."""
    chosen = [field.name for field in fields if field.widget in ("select", "radios", "yes_no")]
    return {name: asked[name] for name in chosen if asked.get(name)}
