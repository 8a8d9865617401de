"""A landlord's policy tried on a case before it is used: what would be different today, and nothing else."""

from datetime import datetime

from cases.available import available
from cases.base import Value
from cases.deadlines import required
from cases.facts import Facts, Policy
from cases.state import CaseState
from cases.words import Role
from law.explained import long_date


class PolicyDifference(Value):
    """One thing that the other policy changes on a case: an act opened or shut, a date that comes, goes or moves."""

    case_id: str
    what: str
    now: str
    then: str


def try_policy(state: CaseState, facts: Facts, policy: Policy, as_at: datetime) -> tuple[PolicyDifference, ...]:
    """What would be different on a case today if the policy were this one. The case is not touched."""
    other = facts.model_copy(update={"policy": policy})
    return (*_acts(state, facts, other, as_at), *_dates(state, facts, other, as_at))


def _acts(state: CaseState, facts: Facts, other: Facts, as_at: datetime) -> list[PolicyDifference]:
    now = {(a.command, a.subject, a.label): a for a in available(state, facts, Role.SENIOR, as_at)}
    then = {(a.command, a.subject, a.label): a for a in available(state, other, Role.SENIOR, as_at)}
    found = []
    for key in dict.fromkeys((*now, *then)):
        before, after = (_told(each.get(key)) for each in (now, then))
        if before != after:
            found.append(PolicyDifference(case_id=state.case_id, what=key[2], now=before, then=after))
    return found


def _told(action: object) -> str:
    if action is None:
        return "not offered"
    refusals = getattr(action, "refusals", ())
    return " ".join(r.says for r in refusals) if refusals else "may be done"


def _dates(state: CaseState, facts: Facts, other: Facts, as_at: datetime) -> list[PolicyDifference]:
    now = {d.id: d for d in required(state, facts, as_at)}
    then = {d.id: d for d in required(state, other, as_at)}
    found = []
    for key in sorted(now.keys() | then.keys()):
        before, after = now.get(key), then.get(key)
        old = f"{long_date(before.date.on)}, {len(before.alarms)} reminders" if before else "not waited for"
        new = f"{long_date(after.date.on)}, {len(after.alarms)} reminders" if after else "not waited for"
        if old != new:
            title = (after or before).title  # type: ignore[union-attr]  # one of the two is there
            found.append(PolicyDifference(case_id=state.case_id, what=title, now=old, then=new))
    return found
