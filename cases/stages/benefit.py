"""A benefit claim that is not decided: no arrears claim begins while it would cover the rent (Protocol 2.6)."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from cases.commands import DecideBenefitClaim, RecordBenefitClaim, ReleaseBenefitClaim
from cases.events import BenefitClaimChanged, Event
from cases.facts import Facts
from cases.gates import Gate, Question, Why, hold
from cases.instants import legal_day
from cases.refusals import NotFound, Refusal
from cases.stages.shared import arrears_step, not_future
from cases.state import BenefitClaim, CaseState
from cases.waiting import Wait, by_policy
from cases.words import Role
from law.explained import long_date

RECORD = ("record_benefit_claim",)
DECIDE = ("decide_benefit_claim",)
RELEASE = ("release_benefit_claim",)
CLAIM = ("draft_claim", "issue_claim")
ASK_AGAIN = timedelta(days=28)
RELEASERS = frozenset({Role.SENIOR, Role.TEAM_LEADER})
NAMES = {"universal_credit": "Universal Credit", "housing_benefit": "Housing Benefit"}


def outstanding(state: CaseState) -> tuple[BenefitClaim, ...]:
    """The benefit claims that stand in the way of a claim for possession: whole, likely, the rest paid."""
    return tuple(
        one
        for one in state.benefit_claims
        if one.decided_on is None and one.released_on is None and one.evidence_complete and one.likely and one.rest_paid
    )


def _found(q: Question[Any]) -> BenefitClaim:
    for one in q.case.benefit_claims:
        if one.id == q.command.benefit_claim_id:
            return one
    raise NotFound(
        Refusal(
            code="no_benefit_claim",
            says=f"This case has no benefit claim {q.command.benefit_claim_id}.",
            mend="Look at the case again.",
        )
    )


def _stands_in_the_way(q: Question[Any]) -> Why | None:
    if not arrears_step(q):
        return None
    for one in outstanding(q.case):
        says = (
            f"{NAMES[one.benefit]} claim {one.id} of {long_date(one.made_on)} is not decided: its evidence is whole, "
            "it may be expected to succeed, and what it will not cover is paid."
        )
        return Why(says)
    return None


def _undecided(q: Question[Any]) -> str | None:
    one = _found(q)
    return f"It was decided on {long_date(one.decided_on)}." if one.decided_on else None


def _after_claim(q: Question[DecideBenefitClaim]) -> str | None:
    one = _found(q)
    if q.command.on >= one.made_on:
        return None
    return f"{long_date(q.command.on)} is before the claim of {long_date(one.made_on)}."


def _to_release(q: Question[ReleaseBenefitClaim]) -> str | None:
    one = _found(q)
    if one.released_on:
        return f"It was released on {long_date(one.released_on)}."
    return None if one in outstanding(q.case) or one.decided_on else "It does not stand in the way of anything."


def _senior(q: Question[ReleaseBenefitClaim]) -> str | None:
    if q.actor.role in RELEASERS and q.actor.user_id != _found(q).recorded_by.user_id:
        return None
    return "Only a senior officer or a team leader who did not record it may let the case go on regardless."


BARS: tuple[Gate[Any], ...] = (
    Gate(
        "benefit_outstanding",
        CLAIM,
        "Is no sound benefit claim waiting to be decided?",
        _stands_in_the_way,
        "Wait for the decision and record it, or have a senior release it with the reason.",
        "Pre-Action Protocol 2.6",
        "B",
    ),
)
"""Asked of every claim, beside its own gates."""

GATES: tuple[Gate[Any], ...] = (
    not_future(RECORD, lambda q: q.command.made_on, "made_on", "A benefit claim"),
    not_future(DECIDE, lambda q: q.command.on, "on", "The decision"),
    Gate("already_decided", DECIDE + RELEASE, "Is it undecided?", _undecided, "Nothing to record."),
    Gate("before_benefit_claim", DECIDE, "Was it after the claim?", _after_claim, "Correct the date.", field="on"),
    Gate("nothing_to_release", RELEASE, "Does it stand in the way?", _to_release, "Nothing to do."),
    Gate(
        "release_needs_senior",
        RELEASE,
        "Is it a second person, a senior, who releases it?",
        _senior,
        "Ask another senior officer or team leader.",
        "Landlord's policy",
    ),
)


def record_benefit_claim(q: Question[RecordBenefitClaim]) -> Sequence[Event]:
    """A benefit claim is outstanding; the three answers decide whether it stands in the way."""
    hold(GATES, q)
    c = q.command
    one = BenefitClaim(
        id=f"F{len(q.case.benefit_claims) + 1}",
        benefit=c.benefit,
        made_on=c.made_on,
        evidence_complete=c.evidence_complete,
        likely=c.likely,
        rest_paid=c.rest_paid,
        recorded_by=q.actor,
    )
    return [BenefitClaimChanged(what="recorded", benefit_claim=one)]


def decide_benefit_claim(q: Question[DecideBenefitClaim]) -> Sequence[Event]:
    """The benefit office decided."""
    one = _found(q)
    hold(GATES, q)
    decided = one.model_copy(update={"decided_on": q.command.on, "awarded": q.command.awarded})
    return [BenefitClaimChanged(what="decided", benefit_claim=decided)]


def release_benefit_claim(q: Question[ReleaseBenefitClaim]) -> Sequence[Event]:
    """A named senior lets the case go on although it is undecided, with the reason."""
    one = _found(q)
    hold(GATES, q)
    changes = {"released_on": q.today, "released_by": q.actor, "released_reason": q.command.reason}
    return [BenefitClaimChanged(what="released", benefit_claim=one.model_copy(update=changes))]


def waits(state: CaseState, facts: Facts, as_at: datetime) -> Iterator[Wait]:
    """Asking the benefit office again, every four weeks while a claim stands in the way."""
    for one in outstanding(state):
        due = one.made_on + ASK_AGAIN
        while due < legal_day(as_at):
            due += ASK_AGAIN
        since = f"{NAMES[one.benefit]} claimed on {long_date(one.made_on)}, not decided"
        told = by_policy(due, since, "Ask the benefit office again")
        title = f"Benefit claim {one.id} is not decided: ask again, and record the answer"
        yield Wait(f"{one.id}.benefit", "benefit_claim", title, told, one.id, remind=(), escalates=False)
