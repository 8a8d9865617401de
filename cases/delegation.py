"""Delegation in absence: who approves in whose place, for a time, and what no delegation can do.

A delegation gives its delegate the approver's power and nothing more. Nobody approves what they drafted themselves, and
nobody approves in the place of somebody what that somebody drafted. It ends by itself and cannot be passed on.
"""

from datetime import date, timedelta
from typing import Literal

from cases.base import Pence, Value
from cases.refusals import Refusal
from cases.state import Person
from cases.words import Role
from law.explained import long_date

LONGEST = timedelta(days=92)
POWERS = frozenset({"approve", "send_back"})
"""The commands that a delegate may ask in the approver's place."""
APPROVERS = frozenset({Role.SENIOR, Role.TEAM_LEADER})
DELEGATES = frozenset({Role.OFFICER, Role.SENIOR, Role.TEAM_LEADER})
Kind = Literal["notice", "claim", "warrant"]


class ApprovalRule(Value):
    """Who may approve drafts of a kind; with `up_to_pence`, only those whose arrears figure is no greater.

    A kind without a rule may be approved by any senior officer or team leader.
    """

    kind: Kind
    roles: tuple[Role, ...]
    up_to_pence: Pence | None = None


class Delegation(Value):
    """`by` is the approver who is away from `first` to `last`, both included."""

    by: Person
    first: date
    last: date

    def runs(self, day: date) -> bool:
        """Whether it gives power on a day."""
        return self.first <= day <= self.last


def may_approve(role: Role, kind: Kind, pence: int, rules: tuple[ApprovalRule, ...]) -> bool:
    """Whether a role may approve a draft of that kind with that figure, in pence."""
    own = [rule for rule in rules if rule.kind == kind]
    if not own:
        return role in APPROVERS
    return any(role in rule.roles and (rule.up_to_pence is None or pence <= rule.up_to_pence) for rule in own)


def approvers(kind: Kind, pence: int, rules: tuple[ApprovalRule, ...]) -> tuple[Role, ...]:
    """The roles that may approve such a draft."""
    return tuple(role for role in Role if role is not Role.SYSTEM and may_approve(role, kind, pence, rules))


def faults(
    by: Person, to: Person, first: date, last: date, today: date, others: tuple[Delegation, ...] = ()
) -> tuple[Refusal, ...]:
    """Every reason why the delegation cannot be made; `others` are those of the same approver that have not ended."""
    found: list[Refusal] = []
    if by.role not in APPROVERS:
        says = f"{by.role.label}s do not approve, so there is nothing to delegate."
        found.append(Refusal(code="not_approver", says=says, mend="An approver delegates.", field="by"))
    if by.user_id == to.user_id:
        says = "An approver cannot delegate to themselves."
        found.append(Refusal(code="to_oneself", says=says, mend="Name a colleague.", field="to"))
    elif to.role not in DELEGATES:
        says = "A delegate works cases: an officer, a senior officer or a team leader."
        found.append(Refusal(code="not_delegate", says=says, mend="Name one of them.", field="to"))
    if last < first:
        says = f"It would end on {long_date(last)}, before it begins on {long_date(first)}."
        found.append(Refusal(code="ends_before", says=says, mend="Correct the dates.", field="last"))
    elif last < today:
        says = f"It would have ended on {long_date(last)} already."
        found.append(Refusal(code="in_past", says=says, mend="Delegate from today on.", field="last"))
    elif last - first > LONGEST:
        says = f"A delegation lasts {LONGEST.days} days at most."
        found.append(Refusal(code="too_long", says=says, mend="End it sooner, and renew it if need be.", field="last"))
    if first < today and last >= today:
        says = f"It would begin on {long_date(first)}, before today, {long_date(today)}."
        found.append(Refusal(code="backdated", says=says, mend="Begin it today or later.", field="first"))
    overlapping = next((each for each in others if each.first <= last and first <= each.last), None)
    if overlapping is not None:
        from_, to_ = long_date(overlapping.first), long_date(overlapping.last)
        says = f"There is a delegation from {from_} to {to_} already."
        found.append(
            Refusal(code="overlaps", says=says, mend="End that one first, or choose other days.", field="first")
        )
    return tuple(found)
