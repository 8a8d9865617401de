"""A landlord's policy as a TOML file: read with every fault named, and written so that it reads back the same."""

import json
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from cases.delegation import APPROVERS
from cases.facts import Policy
from cases.overriding import OVERRIDABLE
from cases.roles import CASE_WORKERS
from law.tenancies import Occupancy

_MOST_DAYS, _MOST_REMINDERS = 366, 20
_MOST = {
    **{name: _MOST_DAYS for name in Policy.model_fields if name.endswith("_days") and name != "reminder_days"},
    "minimum_arrears_weeks": 520,
}
"""The largest number that a rule takes: a slip of the hand beyond it would carry dates out of the calendar."""


class BadPolicy(ValueError):
    """The file is no policy; `problems` says where and why, one sentence each."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        self.problems = problems
        super().__init__(" ".join(problems))


def read_policy(text: str) -> Policy:
    """The policy in a TOML text. Raises BadPolicy with everything that is wrong with it."""
    try:
        written = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise BadPolicy((f"This is not TOML: {fault}.",)) from None
    return checked(written)


def checked(written: Mapping[str, Any]) -> Policy:
    """The policy of rules by their names, from wherever they were read. Raises BadPolicy with all that is wrong."""
    problems = list(_unknown(written, Policy, ""))
    try:
        policy = Policy.model_validate(written)
    except ValidationError as fault:
        problems += [f"{_place(error['loc'])}: {_rule(error['msg'])}." for error in fault.errors()]
        raise BadPolicy(tuple(problems)) from None
    problems += _faults(policy)
    if problems:
        raise BadPolicy(tuple(problems))
    return policy


def write_policy(policy: Policy) -> str:
    """The policy as TOML; rules that stand as the product has them are left out."""
    told = policy.model_dump(mode="json", exclude_defaults=True)
    lines = [f"{name} = {_value(value)}" for name, value in told.items() if not _is_table(value)]
    for name, value in told.items():
        if isinstance(value, dict):
            lines += ["", f"[{name}]", *(f"{key} = {_value(inner)}" for key, inner in value.items())]
        elif _is_table(value):
            for row in value:
                lines += ["", f"[[{name}]]", *(f"{key} = {_value(inner)}" for key, inner in row.items())]
    return "\n".join(lines).strip() + "\n"


def _faults(policy: Policy) -> Iterator[str]:
    if any(not 0 < days <= _MOST_DAYS for days in policy.reminder_days) or len(policy.reminder_days) > _MOST_REMINDERS:
        yield f"reminder_days: each is a number of days before a date, 1 to {_MOST_DAYS}; {_MOST_REMINDERS} at most."
    for field, most in _MOST.items():
        number = getattr(policy, field) or 0
        if number < 0:
            yield f"{field}: it cannot be less than 0."
        if number > most:
            yield f"{field}: it cannot be more than {most:,}."
    if not CASE_WORKERS & set(policy.last_check_roles):
        yield "last_check_roles: nobody could decide on an eviction; name officers, senior officers or team leaders."
    for code, times in Counter(rung.code for rung in policy.ladder).items():
        if times > 1:
            yield f"ladder: {times} rungs are called '{code}'; each needs a code of its own."
    known = {each.value for each in Occupancy}
    for rung in policy.ladder:
        if rung.empty:
            yield f"ladder.{rung.code}: it asks for nothing, so every account in arrears would stand on it."
        for unknown in sorted(set(rung.occupancies) - known):
            yield f"ladder.{rung.code}: there is no occupancy '{unknown}'; these are: {', '.join(sorted(known))}."
    for kind in dict.fromkeys(rule.kind for rule in policy.approvals):
        rules = [rule for rule in policy.approvals if rule.kind == kind]
        if not any(rule.up_to_pence is None and rule.roles for rule in rules):
            yield f"approvals: nobody could approve a {kind} above the highest limit; leave one rule without a limit."
        for role in sorted({role for rule in rules for role in rule.roles} - APPROVERS):
            yield f"approvals: {role.label} does not approve; a {kind} is approved by senior officers or team leaders."
    for rule_ in policy.overrides:
        if rule_.code not in OVERRIDABLE:
            yield f"overrides: '{rule_.code}' is no rule that may be set aside; these are: {', '.join(OVERRIDABLE)}."
        for role in sorted(set(rule_.roles) - OVERRIDABLE.get(rule_.code, frozenset(rule_.roles))):
            yield f"overrides: '{rule_.code}' may not be set aside by: {role.label}."


def _unknown(written: Any, model: type[BaseModel], place: str) -> Iterator[str]:
    """Names that the model does not have, wherever they stand: a misspelt rule would otherwise be no rule at all."""
    if not isinstance(written, dict):
        return
    for name, value in written.items():
        where = f"{place}.{name}" if place else name
        if name not in model.model_fields:
            where = where.encode("ascii", "replace").decode()
            yield f"{where}: there is no such rule; these are: {', '.join(model.model_fields)}."
            continue
        inner = _inner(model.model_fields[name].annotation)
        if inner is not None:
            for row in value if isinstance(value, list) else [value]:
                yield from _unknown(row, inner, where)


def _inner(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for each in getattr(annotation, "__args__", ()) if (found := _inner(each))), None)


def _place(loc: tuple[Any, ...]) -> str:
    return ".".join(str(each + 1) if isinstance(each, int) else str(each) for each in loc) or "The policy"


def _rule(message: str) -> str:
    plain = message.removeprefix("Value error, ")
    return plain[:1].lower() + plain[1:]


def _is_table(value: Any) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and bool(value) and isinstance(value[0], dict))


def _value(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
