"""What to do next on a money case, ranked by the rules that rank the acts on any other."""

from datetime import date, datetime

from cases.available import Action
from cases.instants import legal_day
from cases.money.available import MENDS, Offer, beside, leading_of, road, tried
from cases.money.decide import decide
from cases.money.facts import MoneyFacts
from cases.money.roles import who_may
from cases.money.state import MoneyState
from cases.ranking import Next, Tried, ranked
from cases.soonest import soonest
from cases.state import Person

_ASKED_BY = {
    "approval": ("approve", ""),
    "arrangement_broken": ("end_arrangement", ""),
    "claim_issue": ("issue_money_claim", ""),
    "claim_service": ("record_money_service", ""),
    "documents_due": ("send_documents", ""),
    "enforcement_choice": ("choose_enforcement", ""),
    "enforcement_request": ("request_enforcement", ""),
    "letter_of_claim": ("send_letter_of_claim", ""),
    "satisfaction": ("record_satisfaction", ""),
    "trace": ("record_trace", ""),
}
"""The act that a kind of date asks for."""


def next_of(
    state: MoneyState, facts: MoneyFacts, as_at: datetime, actor: Person | None = None, *, with_days: bool = True
) -> Next:
    """As `cases.ranking.next_of`."""
    if state.closed is not None:
        return Next(recommended=(), not_yet=(), actions=())
    asked = facts.model_copy(update={"actor": actor}) if actor else facts
    today = legal_day(as_at)
    steps, others = tried(state, asked, as_at)
    offers: dict[tuple[str, str], Offer] = {
        (o.command.kind, o.subject): o for o in (*road(state, asked, today), *beside(state, asked, today))
    }

    def from_day(step: Action) -> date | None:
        offer = offers.get((step.command, step.subject))
        return soonest(state, offer.command, asked, as_at, decide, MENDS).on if offer and with_days else None

    found = Tried(state, steps, others, leading_of(steps, others), today)
    return ranked(found, MENDS, _ASKED_BY, who_may, from_day)
