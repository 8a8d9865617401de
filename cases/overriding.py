"""Setting a rule of the landlord's own aside for one step: which rules, by whom, and the report of it.

Law is never set aside. A gate that rests on the Protocol or on the landlord's own policy may be, by a role that this
table names at the most and the landlord's policy in fact, with a reason that goes on the record.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from cases.base import TextRef, Value
from cases.events import Event, GateOverridden
from cases.facts import Policy
from cases.refusals import Refusal
from cases.state import CaseState, Overridden, Person
from cases.words import Role

_SENIORS = frozenset({Role.SENIOR, Role.TEAM_LEADER})
_LEADERS = frozenset({Role.TEAM_LEADER})

OVERRIDABLE: Mapping[str, frozenset[Role]] = {
    "policy_minimum": _SENIORS,
    "policy_hold": _LEADERS,
    "figure_stale": _SENIORS,
    "papers_not_made": _SENIORS,
    "papers_stale": _SENIORS,
    "not_warned": _LEADERS,
    "eviction_unchecked": _LEADERS,
    "not_asked_to_leave": _SENIORS,
    "affordability_needed": _LEADERS,
    "statement_needed": _LEADERS,
    "benefit_needed": _LEADERS,
    "debt_advice_needed": _LEADERS,
    "adr_needed": _LEADERS,
    "support_referral_needed": _LEADERS,
    "debt_advice_referral_needed": _LEADERS,
    "case_conference_needed": _LEADERS,
}
"""By a gate's code, the roles that a landlord's policy may let set it aside. No gate of statute is here."""


class OverrideCount(Value):
    """How often one rule was set aside, and by people of which role."""

    code: str
    role: Role
    times: int
    cases: tuple[str, ...]


def who_may(code: str, policy: Policy) -> tuple[Role, ...]:
    """The roles that may set a gate aside under a landlord's policy; empty where nobody may."""
    most = OVERRIDABLE.get(code, frozenset())
    allowed = {role for rule in policy.overrides if rule.code == code for role in rule.roles}
    return tuple(sorted(most & allowed))


def set_aside(refusal: Refusal, command: Any, actor: Person) -> bool:
    """Whether the command sets this refusal aside, and its sender may."""
    return actor.role in refusal.may_override and reason_for(refusal.code, command) is not None


def reason_for(code: str, command: Any) -> TextRef | None:
    """The reason that a command gives for setting a gate aside; None where it gives none."""
    return next((one.reason for one in getattr(command, "overrides", ()) if one.code == code), None)


def overrides_report(cases: Iterable[CaseState]) -> tuple[OverrideCount, ...]:
    """What was set aside over many cases, the commonest first: it shows where a rule does not fit the work."""
    return _counted((case.case_id, one) for case in cases for one in case.overridden)


def overrides_in(events: Iterable[tuple[str, Event]]) -> tuple[OverrideCount, ...]:
    """The same from the record itself, given as (case, event)."""
    return _counted((case, event.overridden) for case, event in events if isinstance(event, GateOverridden))


def _counted(found: Iterable[tuple[str, Overridden]]) -> tuple[OverrideCount, ...]:
    times: Counter[tuple[str, Role]] = Counter()
    where: dict[tuple[str, Role], dict[str, None]] = {}
    for case, one in found:
        key = (one.code, one.by.role)
        times[key] += 1
        where.setdefault(key, {})[case] = None
    ordered = sorted(times, key=lambda key: (-times[key], key))
    return tuple(OverrideCount(code=c, role=r, times=times[c, r], cases=tuple(where[c, r])) for c, r in ordered)
