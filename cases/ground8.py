"""Ground 8 on a case: the threshold of the regime that governs it, and the arrears that count on a day."""

from datetime import date

from cases import tenancy as tenancies
from cases.account import rent_lines
from cases.facts import Facts
from cases.state import CaseState
from law.errors import NotThisRoute
from law.regime import Regime, regime_for
from law.tenancies import Occupancy


def regime_of(facts: Facts, on: date) -> Regime | None:
    """The version of HA 1988 that governs the tenancy on a day; None for a tenancy under another Act."""
    try:
        occupancy = Occupancy(tenancies.occupancy_of(facts.tenancy))
        return regime_for(occupancy, on, facts.policy.social_commencement)
    except (ValueError, NotThisRoute):
        return None


def awaited_pence(state: CaseState, facts: Facts, on: date) -> int:
    """Rent charged on or after the day of a Universal Credit claim that is not decided by `on`, in pence.

    The new regime leaves out what is unpaid only because such an award was not received (RRA 2025 Sch 1 para 24).
    """
    asked = [
        claim.made_on
        for claim in state.benefit_claims
        if claim.benefit == "universal_credit"
        and claim.made_on <= on
        and (claim.decided_on is None or claim.decided_on > on)
    ]
    if not asked:
        return 0
    since = min(asked)
    lines = rent_lines(facts.postings, facts.tenancy)
    return sum(line.due_pence for line in lines if since <= line.on <= on)


def short_of_ground8(state: CaseState, facts: Facts, on: date) -> str | None:
    """Why ground 8 is not made out on a day, with both figures; None if it is. Raises LawError."""
    regime = regime_of(facts, on) or "old"
    left_out = awaited_pence(state, facts, on) if regime == "new" else 0
    return tenancies.short_of_ground8(facts.tenancy, facts.postings, on, regime, left_out)
