"""What was done to a case, told again as the commands that did it, and the facts that they recorded.

The record keeps events; this reads the items of the case back into commands, so that an act can be worked out again
from a corrected fact by the very function that took it, and asked again whether it was open.
"""

from collections.abc import Iterator
from typing import Any

from cases.fact_table import FACTS
from cases.retold import orders, people, proceedings, ways
from cases.retold.act import Act, entered, ran_out
from cases.state import CaseState

__all__ = ["Act", "acts", "entered", "facts_of", "find", "ran_out"]

_SHOWN_IF_ENTERED = frozenset(
    {"record_outcome", "record_papers_decision", "decide_application", "offer_arrangement", "set_ask", "draft_notice"}
)


def acts(state: CaseState) -> Iterator[Act]:
    """Every act that the case's items show, in the order of the road."""
    yield from ways.whole_case(state)
    yield from ways.ledger(state)
    for decision in state.decisions:
        yield from ways.decision(decision)
    for benefit_claim in state.benefit_claims:
        yield from ways.benefit_claim(benefit_claim)
    for space in state.breathing_spaces:
        yield from ways.space(space)
    for hold in state.holds:
        yield from ways.hold(hold)
    for arrangement in state.arrangements:
        yield from ways.arrangement(arrangement)
    for notice in state.notices:
        yield from proceedings.notice(notice)
    for review in state.reviews:
        yield from proceedings.review(review)
    for claim in state.claims:
        yield from proceedings.claim(state, claim)
    for hearing in state.hearings:
        yield from proceedings.hearing(state, hearing)
    for order in state.orders:
        yield from orders.order(state, order)
    for application in state.applications:
        yield from orders.application(state, application)
    for warrant in state.warrants:
        yield from proceedings.warrant(warrant)
    for change in state.party_changes:
        yield from people.change(change)
    for right_to_buy in state.right_to_buys:
        yield from people.right_to_buy(right_to_buy)


def find(state: CaseState, address: str) -> tuple[Act, str] | None:
    """The act and the field at an address; None where the case has no such fact."""
    subject, _, rest = address.partition("/")
    kind, _, field = rest.partition("/")
    if (kind, field) not in FACTS:
        return None
    act = next((act for act in acts(state) if act.subject == subject and act.command.kind == kind), None)
    return None if act is None else (act, field)


def facts_of(state: CaseState) -> tuple[tuple[str, str, Any], ...]:
    """Every fact on the record that can be put right: its address, its title, its value as it stands."""
    return tuple(
        (act.address(field), fact.title, getattr(act.command, field))
        for act in acts(state)
        for (kind, field), fact in FACTS.items()
        if kind == act.command.kind and _shown(state, act, field)
    )


def _shown(state: CaseState, act: Act, field: str) -> bool:
    kind, value = act.command.kind, getattr(act.command, field)
    if kind == "record_contact" and field in ("income_pence", "spending_pence"):
        return getattr(act.command, "step", "") == "income_expenditure"
    if kind == "draft_notice" and field == "planned_service":
        return not any(n.services for n in state.notices if n.id == act.item)
    if kind == "record_outcome" and not act.subject.startswith("O") and field in ("hardship", "costs_pence"):
        return False  # only an order has them
    return kind not in _SHOWN_IF_ENTERED or value not in (None, ())
