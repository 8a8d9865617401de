"""From what a person sent to a command: free text is staged in the store and replaced by its reference.

Which fields are words is read from the command's own model, so no list of fields can fall behind. Everything else in a
command stays on the record for ever and readable: only codes, ids, dates and sums pass, and a few short labels.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from sqlalchemy.ext.asyncio import AsyncSession

from api.problems import Problem, invalid, of_validation
from api.shapes import leaves, shape_problem, without_unseen
from cases.base import FileRef, TextRef, Value
from cases.commands import SYSTEM_COMMANDS, Command, EarlierStep
from cases.money.commands import EarlierDebtStep, MoneyCommand
from cases.refusals import Refusal
from store import texts
from store.errors import KeyReused

MOST_CHARACTERS = 6_400
POSSESSION, MONEY = "possession", "money"
_UNIONS: dict[str, Any] = {POSSESSION: Command, MONEY: MoneyCommand}
_COMMANDS: dict[str, TypeAdapter[Any]] = {name: TypeAdapter(union) for name, union in _UNIONS.items()}
OVERRIDES = "overrides"
STEPS = "steps"
MOST_EARLIER = 200
MOST_OVERRIDES = 20
_RULE = re.compile(r"[a-z][a-z0-9_]{0,60}")
_STANDS_IN = {"id": "staged", "digest": "staged"}


@cache
def command_models(of: str = POSSESSION) -> dict[str, type[Value]]:
    """The commands a person may send to a kind of case, by their own kind."""
    models = {model.model_fields["kind"].default: model for model in leaves(_UNIONS[of]) if issubclass(model, Value)}
    return {kind: model for kind, model in models.items() if kind not in SYSTEM_COMMANDS}


@cache
def words_of(kind: str, of: str = POSSESSION) -> tuple[str, ...]:
    """The fields of a command that hold free text."""
    model = command_models(of)[kind]
    return tuple(name for name, field in model.model_fields.items() if TextRef in leaves(field.annotation))


def _overrides(
    sent: dict[str, Any], kind: str, fields: dict[str, Any], wrong: list[Refusal], of: str
) -> dict[str, str]:
    """The reasons for setting rules aside, by the rule's code; what is wrong with them is added to `wrong`."""
    given = sent.get(OVERRIDES)
    if given is None or OVERRIDES not in command_models(of)[kind].model_fields:
        return {}
    reasons: dict[str, str] = {}
    for one in given if isinstance(given, list) else [None]:
        code = one.get("code") if isinstance(one, dict) and "reason" in one else None
        if not isinstance(code, str) or not _RULE.fullmatch(code) or len(reasons) >= MOST_OVERRIDES:
            says = "What is to be set aside is not a list of rules, each with its code and a reason."
            wrong.append(Refusal(code="not_overrides", says=says, mend="Send code and reason.", field=OVERRIDES))
            return {}
        try:
            reasons[code] = clean(one["reason"] if isinstance(one, dict) else None, "reason")
        except Problem as problem:
            wrong += problem.refusals
    if any(not words for words in reasons.values()):
        says = "A rule is set aside without a reason."
        wrong.append(Refusal(code="missing", says=says, mend="Give the reason.", field=OVERRIDES))
    fields[OVERRIDES] = [{"code": code, "reason": _STANDS_IN} for code in reasons]
    return reasons


async def command_of(
    session: AsyncSession, sent: Any, key: str, of: str = POSSESSION, files: Mapping[str, FileRef] | None = None
) -> Any:
    """The typed command, its words staged under the key; `files` are those that were taken in with it, by field.

    Raises Problem naming every wrong field, keeping nothing.
    """
    kind = sent.get("kind") if isinstance(sent, dict) else None
    if not isinstance(kind, str) or kind not in command_models(of):
        raise invalid(
            "unknown_command", "There is no such command.", "Use a command from the API's documentation.", "kind"
        )
    wrong: list[Refusal] = []
    words: dict[str, str] = {}
    fields: dict[str, Any] = {"kind": kind}
    for name, field in command_models(of)[kind].model_fields.items():
        value = sent.get(name)
        if files and name in files:
            fields[name] = files[name]
            continue
        if value is None or name in ("kind", OVERRIDES, STEPS):
            continue
        if name in words_of(kind, of):
            try:
                words[name] = clean(value, name)
            except Problem as problem:
                wrong += problem.refusals
            if words.get(name, "?"):
                fields[name] = _STANDS_IN
            continue
        fault = shape_problem(name, field.annotation, value)
        if fault is None:
            fields[name] = value
        else:
            wrong.append(fault)
    reasons = _overrides(sent, kind, fields, wrong, of)
    if STEPS in command_models(of)[kind].model_fields:
        fields[STEPS] = await _steps(session, sent.get(STEPS), key, wrong, of)
    wrong += _wrong(of, kind, fields, {refusal.field for refusal in wrong})
    if wrong:
        raise Problem("invalid", wrong)
    for name, text in words.items():
        if text:
            fields[name] = await _staged(session, text, key, name)
    if reasons:
        fields[OVERRIDES] = [
            {"code": code, "reason": await _staged(session, text, key, f"{OVERRIDES}.{code}")}
            for code, text in reasons.items()
        ]
    return _COMMANDS[of].validate_python(fields)


async def _steps(session: AsyncSession, sent: Any, key: str, wrong: list[Refusal], of: str) -> list[Value]:
    """What is told of a case's past, step by step; what is wrong with a step is added to `wrong` under its number."""
    if not isinstance(sent, list) or not sent or len(sent) > MOST_EARLIER:
        says = f"The steps are not a list of 1 to {MOST_EARLIER}."
        wrong.append(Refusal(code="not_steps", says=says, mend="Send each step with its day.", field=STEPS))
        return []
    model: type[Value] = EarlierDebtStep if of == MONEY else EarlierStep
    found: list[Value] = []
    for n, one in enumerate(sent, 1):
        own = one if isinstance(one, dict) else {}
        besides = {name: own[name] for name in ("on", "owed_pence") if own.get(name) is not None}
        faults = [shape_problem(name, model.model_fields[name].annotation, v) for name, v in besides.items()]
        told = own.get("step")
        try:
            if any(faults):
                raise Problem("invalid", [fault for fault in faults if fault])
            if isinstance(told, dict) and STEPS in told:
                raise invalid("not_earlier", "A step holds no steps of its own.", "Tell each by itself.", "step")
            step = await command_of(session, told, f"{key}/{n}", of)
            found.append(model.model_validate({"step": step.model_dump(), **besides}))
        except Problem as problem:
            wrong += [each.model_copy(update={"field": f"{STEPS}.{n}.{each.field}"}) for each in problem.refusals]
        except ValidationError:
            says = f"Step {n} is not one that can be told of a case's past."
            mend = "Leave it out: it is done here."
            wrong.append(Refusal(code="not_earlier", says=says, mend=mend, field=f"{STEPS}.{n}"))
    return found


def clean(words: Any, field: str) -> str:
    """Free text as it is kept: no control or direction-changing characters, line ends as \\n, no more than 6,400."""
    if not isinstance(words, str):
        raise invalid("not_text", f"{field.replace('_', ' ').capitalize()} is not text.", "Send words.", field)
    kept = without_unseen(words.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if len(kept) > MOST_CHARACTERS:
        raise invalid(
            "too_long",
            f"{field.replace('_', ' ').capitalize()} has {len(kept):,} characters; {MOST_CHARACTERS:,} is the most.",
            f"Shorten it by {len(kept) - MOST_CHARACTERS:,}.",
            field,
        )
    return kept


def _wrong(of: str, kind: str, fields: dict[str, Any], known: set[str]) -> list[Refusal]:
    try:
        _COMMANDS[of].validate_python(fields)
    except ValidationError as fault:
        found = of_validation(fault.errors(), within=(kind,)).refusals
        return [refusal for refusal in found if refusal.field not in known]
    return []


async def _staged(session: AsyncSession, words: str, key: str, field: str) -> TextRef:
    try:
        return await texts.stage(session, words, key=key, field=field)
    except KeyReused:
        reused = Refusal(
            code="key_reused", says="This key was used with other words.", mend="Send the act with a new key."
        )
        raise Problem("conflict", [reused.model_copy(update={"field": field})]) from None
