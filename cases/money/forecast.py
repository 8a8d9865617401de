"""What will go wrong on a money case in the days ahead unless somebody acts, told as that of any other case."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from cases.forecast import DAYS, Ahead, blocked, breaking, dates, in_order
from cases.instants import legal_day
from cases.money import debt
from cases.money.available import MENDS, beside, leading_of, road, tried
from cases.money.decide import decide
from cases.money.facts import MoneyFacts
from cases.money.state import Arrangement, Judgment, MoneyState
from cases.moratoria import spans
from cases.soonest import soonest

_LAPSES = frozenset({"limitation", "claim_stay", "six_years"})
"""Dates after which something can no longer be done, or only with permission."""
_OURS = frozenset(
    {
        "approval",
        "arrangement_broken",
        "claim_issue",
        "claim_service",
        "documents_due",
        "enforcement_choice",
        "enforcement_request",
        "letter_of_claim",
        "satisfaction",
        "trace",
    }
)
"""Dates by which the landlord has to have done something."""
_WAITING_IS_RIGHT = frozenset(MENDS.waits) | {"not_allowed", "own_draft"}


def ahead(state: MoneyState, facts: MoneyFacts, as_at: datetime, days: int = DAYS) -> tuple[Ahead, ...]:
    """What goes wrong on a case up to so many days ahead, the earliest first, what is blocked last."""
    if state.closed is not None:
        return ()
    today = legal_day(as_at)
    found = (
        *dates(state, today, days, _LAPSES, _OURS),
        *_breaches(state, facts, today, days),
        *_blocked(state, facts, as_at),
    )
    return in_order((each.model_copy(update={"money": True}) for each in found), today)


def _breaches(state: MoneyState, facts: MoneyFacts, today: date, days: int) -> Iterator[Ahead]:
    promises: list[tuple[str, Arrangement | Judgment]] = [
        *((f"arrangement {a.id}", a) for a in state.arrangements if a.live and a.breach is None),
        *((f"judgment {j.id}", j) for j in state.judgments if j.live and j.breach is None),
    ]
    frozen = spans(state.breathing_spaces)
    for name, item in promises:
        for n in range(days + 1):
            day = today + timedelta(days=n)
            short = debt.breach_of(item, facts, day, frozen)
            if short is not None:
                yield breaking(state, day, name, short, item.id)
                break


def _blocked(state: MoneyState, facts: MoneyFacts, as_at: datetime) -> Iterator[Ahead]:
    steps, others = tried(state, facts, as_at)
    if any(step.allowed or _WAITING_IS_RIGHT & {each.code for each in step.refusals} for step in steps):
        return
    lead = leading_of(steps, others)
    if lead is None or lead.allowed:
        return
    today = legal_day(as_at)
    offers = (*road(state, facts, today), *beside(state, facts, today))
    for offer in (o for o in offers if (o.command.kind, o.subject) == (lead.command, lead.subject)):
        found = soonest(state, offer.command, facts, as_at, decide, MENDS)
        yield from blocked(state, lead, found, _WAITING_IS_RIGHT)
        return
