"""A claim to buy the home beside the case: the officer is told at issue, at an order, and when it is recorded."""

from typing import Any

from cases import parties
from cases.events import AlarmRaised, Event
from cases.gates import Question
from cases.state import CaseState, RightToBuy
from cases.words import OutcomeKind, Role
from law import parties as law
from law.explained import long_date

_TOLD_AT = frozenset({"issue_claim", "record_outcome", "record_papers_decision", "record_right_to_buy", "correct"})
_TELL = "Tell whoever handles the purchase"


def says(state: CaseState) -> str:
    """What a claim to buy that runs means where the case stands, with its authority and mark; empty where none runs."""
    runs = parties.buying(state)
    if runs is None:
        return ""
    rule = law.BUY_AND_ORDER if _ordered(state) else law.BUY_AND_CLAIM
    told = f"{rule.why[:1].upper()}{rule.why[1:]} ({rule.authority}; {rule.confidence.value}: {rule.confidence.label})."
    return f"A claim to buy the home ({runs.id}) runs since {long_date(runs.claimed_on)}. {told}"


def told(q: Question[Any], after: CaseState | None) -> list[Event]:
    """The word to the officer where a step brings a claim or an order for possession beside a claim to buy."""
    if after is None or q.command.kind not in _TOLD_AT or after.closed is not None:
        return []
    runs = parties.buying(after)
    if runs is None:
        return []
    before = q.case
    known = parties.buying(before) is not None
    claimed = [c.id for c in after.claims if c.live and c.issued_on and not (known and _issued(before, c.id))]
    ordered = [o for o in _ordered(after) if not (known and o in _ordered(before))]
    return [_alarm(q, after, runs, subject) for subject in dict.fromkeys((*(ordered or claimed),))]


def _ordered(state: CaseState) -> tuple[str, ...]:
    postponed = OutcomeKind.POSTPONED
    return tuple(o.id for o in state.orders if o.live and (o.possession is not None or o.kind is postponed))


def _issued(state: CaseState, claim_id: str) -> bool:
    return any(c.id == claim_id and c.issued_on for c in state.claims)


def _alarm(q: Question[Any], after: CaseState, runs: RightToBuy, subject: str) -> AlarmRaised:
    return AlarmRaised(
        deadline_id=f"buy:{runs.id}.{subject}",
        level="due",
        due=q.as_at,
        to_role=Role.OFFICER,
        to_user=after.officer,
        title=f"{subject}: {says(after)} {_TELL}",
        on=q.today,
    )
