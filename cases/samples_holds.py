"""The acts beside the road that record holds and benefit claims, each in its plainest form, to be tried dry."""

from collections.abc import Iterator
from datetime import date, timedelta

from cases import held
from cases.commands import (
    Command,
    DecideBenefitClaim,
    EndHold,
    ExtendHold,
    RecordBenefitClaim,
    RecordCourtTold,
    ReleaseBenefitClaim,
    StartHold,
)
from cases.facts import Facts
from cases.samples_court import TEXT, Offer
from cases.stages.benefit import outstanding
from cases.stages.holding import EXTENDABLE
from cases.state import CaseState
from cases.words import HoldKind, Role

_SOON = timedelta(days=28)


def on_holds(state: CaseState, facts: Facts, today: date) -> Iterator[Offer]:
    """Starting, lengthening and ending holds, telling the court, and what becomes of a benefit claim."""
    whose = state.tenants[:1]
    # An officer may not hold the case for the landlord, but may record what others brought about.
    kind = HoldKind.BANKRUPTCY if facts.actor.role in (Role.OFFICER, Role.LEGAL) else HoldKind.POLICY
    free = not any(h.kind is kind and h.ended_on is None for h in state.holds)
    if free:
        started = StartHold(hold=kind, started_on=today, ends_on=today + _SOON, tenants=whose, reason=TEXT)
        yield Offer(started, "", "Record what holds the case")
    for one in (h for h in state.holds if h.ended_on is None):
        name = f"{one.kind.label.lower()} {one.id}"
        if one.kind in EXTENDABLE:
            longer = max(today, one.ends.on if one.ends else today) + _SOON
            yield Offer(ExtendHold(hold_id=one.id, ends_on=longer, reason=TEXT), one.id, f"Extend {name}")
        ended: Command = EndHold(hold_id=one.id, ended_on=max(today, one.started_on), reason=TEXT)
        yield Offer(ended, one.id, f"Record the end of {name}")
    for each in held.everything(state):
        if held.to_tell(state, each) and each.started_on <= today:
            yield Offer(
                RecordCourtTold(held_by=each.id, on=today), each.id, f"Record that the court was told of {each.id}"
            )
    waiting = RecordBenefitClaim(
        benefit="universal_credit", made_on=today, evidence_complete=True, likely=True, rest_paid=True
    )
    yield Offer(waiting, "", "Record a benefit claim that is not decided")
    for claim in (b for b in state.benefit_claims if b.decided_on is None):
        decided = DecideBenefitClaim(benefit_claim_id=claim.id, on=today, awarded=True)
        yield Offer(decided, claim.id, f"Record the decision on benefit claim {claim.id}")
        if claim in outstanding(state):
            release = ReleaseBenefitClaim(benefit_claim_id=claim.id, reason=TEXT)
            yield Offer(release, claim.id, f"Let the case go on although benefit claim {claim.id} is not decided")
