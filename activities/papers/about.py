"""What a paper is about: the notice, claim, hearing, order and warrant that belong to its subject."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from cases.state import CaseState, Claim, Hearing, Notice, Order, Warrant


class _Named(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Named)


@dataclass(frozen=True)
class About:
    """The items of one line of the case: a warrant with its order, hearing, claim and notice, as far as they go."""

    subject: str
    notice: Notice | None = None
    claim: Claim | None = None
    hearing: Hearing | None = None
    order: Order | None = None
    warrant: Warrant | None = None


def about(state: CaseState, subject: str) -> About:
    """The line that `subject` (the id of any of its items) belongs to; of anything else, the newest line there is."""
    warrant = _by_id(state.warrants, subject)
    order = _by_id(state.orders, warrant.order_id if warrant else subject)
    hearing = _by_id(state.hearings, order.hearing_id if order else subject)
    claim = _by_id(state.claims, order.claim_id if order else hearing.claim_id if hearing else subject)
    notice = _by_id(state.notices, claim.notice_id if claim else subject)
    if notice is None and claim is None:
        claim = state.claims[-1] if state.claims else None
        notice = _by_id(state.notices, claim.notice_id) if claim else (state.notices[-1] if state.notices else None)
    if claim is not None and hearing is None:
        hearing = next((h for h in reversed(state.hearings) if h.claim_id == claim.id), None)
    return About(subject=subject, notice=notice, claim=claim, hearing=hearing, order=order, warrant=warrant)


def _by_id(items: Sequence[T], id: str) -> T | None:
    return next((item for item in items if item.id == id), None)
