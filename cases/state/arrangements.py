"""Arrangements to pay, and benefit that is due but late."""

from datetime import date

from cases.base import ExplainedDate, Pence, TextRef, Value
from cases.court_words import ArrangementEnd, ArrangementKind
from cases.state.orders import Breached
from cases.state.people import Person


class ExpectedBenefit(Value):
    """Housing costs that benefit is to pay: shown beside an arrangement, never counted as paid."""

    id: str
    due_on: date
    pence: Pence
    source: str


class Arrangement(Value):
    """An agreement to pay, from its offer to its end.

    It asks for the current rent (nothing where that is no part of it), for instalments, for a lump sum, or for both,
    until `total_pence` is cleared. `arrears_pence` is what the account showed when it was agreed. Under an adjournment
    on terms `hearing_id` says which. `tenant_asked`: the tenant began the talk.
    """

    id: str
    kind: ArrangementKind
    offered_on: date
    offered_by: Person
    arrears_pence: Pence
    total_pence: Pence
    current_rent_pence: Pence = 0
    instalment_pence: Pence = 0
    frequency: str = ""
    first_payment: date | None = None
    lump_sum_pence: Pence = 0
    lump_sum_on: date | None = None
    reply_by: ExplainedDate | None = None
    agreed_on: date | None = None
    hearing_id: str = ""
    other_terms: TextRef | None = None
    breach: Breached | None = None
    times_broken: int = 0
    warned_on: date | None = None
    pay_by: date | None = None
    expected_benefit: tuple[ExpectedBenefit, ...] = ()
    ended_on: date | None = None
    ended: ArrangementEnd | None = None
    tenant_asked: bool = False

    @property
    def open(self) -> bool:
        """Offered or agreed, and not at its end."""
        return self.ended is None

    @property
    def live(self) -> bool:
        """Agreed and not at its end."""
        return self.agreed_on is not None and self.open

    @property
    def kept(self) -> bool:
        """Live, with no payment found missed."""
        return self.live and self.breach is None
