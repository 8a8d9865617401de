"""A landlord's policy in words: each rule with its title, its value as people say it, and where it comes from."""

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Any, Literal

from cases.base import Value
from cases.facts import Policy
from cases.policy_file import write_policy
from law.explained import long_date, pounds

Widget = Literal["number", "yes_no", "day", "numbers", "roles", "table"]
_OWN = "the landlord's own"
_TITLES: dict[str, tuple[str, str, str]] = {
    "notice_margin_days": ("Days added to every notice's shortest period", "{} days", _OWN),
    "reminder_days": ("Reminders before a date", "{} days before", _OWN),
    "escalate_after_days": ("Days after a date until its team leader is told", "{} days after", _OWN),
    "breach_grace_days": ("Days of grace before terms count as broken", "{} days", _OWN),
    "stale_draft_days": ("Days until a draft that nobody approved is stale", "{} days", _OWN),
    "minimum_arrears_weeks": ("Weeks of rent owed before a notice for arrears", "{} weeks", _OWN),
    "overrides": ("Rules that may be set aside with a reason", "{}", _OWN),
    "money": ("Limits of money claims", "{}", _OWN),
    "social_commencement": (
        "Day the new regime reaches social lets",
        "{}",
        "Renters' Rights Act 2025; set by an order that has not been made",
    ),
    "own_review_days": ("Days to ask for a review of a section 21 notice", "{} days", _OWN),
    "service_margin_days": ("Working days added for the planned way of service", "{} working days", _OWN),
    "conduct_warning_first": ("A warning comes before a notice for conduct", "{}", _OWN),
    "part3_reply_days": ("Days occupants have to answer the invitation", "{} days", "Pre-Action Protocol 3.2"),
    "approvals": ("Who approves what, up to which sum", "{}", _OWN),
    "ladder": ("Rungs of the arrears ladder", "{}", "the landlord's published arrears policy"),
    "require_official_texts": ("The Act's own words must be installed to approve a notice", "{}", _OWN),
    "require_paper_before_service": ("The notice's paper must be made before service", "{}", _OWN),
    "require_proof_of_service": ("Proof of service must be on file to issue", "{}", _OWN),
    "require_sealed_order": ("The order must be on file to ask for a warrant", "{}", _OWN),
    "last_check_days": ("Days before an eviction of the last check", "{} days", _OWN),
    "last_check_roles": ("Who makes the last check", "{}", _OWN),
    "signers": ("Who signs statements of truth", "{}", "CPR 22.1, PD 22 para 3"),
}


class Rule(Value):
    """One rule: its key, its title, its value in words, as text that can be edited, and where it comes from.

    `own` is true where the landlord set it, and it is not as the product has it.
    """

    key: str
    title: str
    says: str
    source: str
    own: bool
    widget: Widget
    text: str = ""


def told(policy: Policy) -> tuple[Rule, ...]:
    """Every rule of a policy, in the policy's order."""
    return tuple(_rule(key, policy) for key in Policy.model_fields)


def as_toml(typed: dict[str, str], tables: str) -> str:
    """What was typed for each rule that is one value, and the tables as TOML, as the text of one policy.

    A rule that was left empty is as the product has it.
    """
    lines = [line for rule in told(Policy()) if (line := _line(rule, typed.get(rule.key, "").strip()))]
    return "\n".join([*lines, "", tables])


def tables_of(policy: Policy) -> str:
    """The rules that are more than one value, as TOML; those that stand as the product has them are left out."""
    kept = {rule.key: getattr(policy, rule.key) for rule in told(policy) if rule.widget == "table"}
    return write_policy(Policy().model_copy(update=kept)).strip()


def _rule(key: str, policy: Policy) -> Rule:
    value, standard = getattr(policy, key), Policy.model_fields[key].default
    title, says, source = _TITLES[key]
    return Rule(
        key=key,
        title=title,
        says=says.format(_words(value)) if value not in (None, ()) and not isinstance(value, bool) else _words(value),
        source=source,
        own=value != standard,
        widget=_widget(key, standard),
        text=_text(value),
    )


def _widget(key: str, standard: Any) -> Widget:
    if key == "social_commencement":
        return "day"
    if isinstance(standard, bool):
        return "yes_no"
    if key == "reminder_days":
        return "numbers"
    if key == "last_check_roles":
        return "roles"
    return "number" if standard is None or isinstance(standard, int) else "table"


def _words(value: Any) -> str:
    if value is None:
        return "not set"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return long_date(value)
    if isinstance(value, StrEnum):
        return str(getattr(value, "label", value.value))
    if isinstance(value, tuple):
        return ("; " if any(isinstance(each, Value) for each in value) else ", ").join(map(_words, value)) or "none"
    if isinstance(value, Value):
        return ", ".join(_parts(value))
    return str(value)


def _parts(value: Value) -> Iterator[str]:
    for name, inner in value:
        if inner in (None, "", ()):
            continue
        plain = name.removesuffix("_pence").replace("_", " ")
        yield f"{plain} {pounds(inner) if name.endswith('_pence') else _words(inner)}"


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple) and all(isinstance(each, int | str) for each in value):
        return ", ".join(str(getattr(each, "value", each)) for each in value)
    return str(value) if isinstance(value, int | date) else ""


def _line(rule: Rule, typed: str) -> str:
    if not typed or rule.widget == "table":
        return ""
    many = [each.strip() for each in typed.split(",") if each.strip()]
    match rule.widget:
        case "yes_no":
            return f"{rule.key} = {'true' if typed == 'yes' else 'false'}"
        case "numbers":
            return f"{rule.key} = [{', '.join(_quoted(each) for each in many)}]"
        case "roles":
            return f"{rule.key} = [{', '.join(_as_text(each) for each in many)}]"
        case "day":
            return f"{rule.key} = {_as_text(typed)}"
    return f"{rule.key} = {_quoted(typed)}"


def _quoted(typed: str) -> str:
    """A whole number as it is; anything else as text, which the policy then refuses by name."""
    return str(int(typed)) if re.fullmatch(r"-?[0-9]{1,9}", typed, re.ASCII) else _as_text(typed)


def _as_text(typed: str) -> str:
    plain = "".join(each for each in typed if each.isprintable()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'
