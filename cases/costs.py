"""Court fees that the landlord paid on a case, each with its rule: what costs are asked for from."""

from datetime import date

from cases.base import ExplainedSum, Pence, Value
from cases.court_words import Party
from cases.money.state import MoneyState
from cases.state import CaseState


class FeePaid(Value):
    """One court fee. `confirmed` is false where the officer's figure stands for one that no table has."""

    subject: str
    what: str
    on: date
    pence: Pence
    confirmed: bool
    sentence: str
    authority: str
    confidence: str


def fees_paid(state: CaseState) -> tuple[FeePaid, ...]:
    """Every court fee of a possession case, the oldest first: claims, the landlord's own applications, warrants."""
    found = [
        *(_paid(c.id, "Claim", c.issued_on, c.fee, c.fee_confirmed) for c in state.claims),
        *(
            _paid(a.id, f"Application: {a.purpose.label.lower()}", a.made_on, a.fee, a.fee_confirmed)
            for a in state.applications
            if a.by is Party.LANDLORD
        ),
        *(_paid(w.id, f"Warrant ({w.form})", w.requested_on, w.fee, w.fee_confirmed) for w in state.warrants),
    ]
    return _in_order(found)


def fees_of_money(state: MoneyState) -> tuple[FeePaid, ...]:
    """Every court fee of a money case, the oldest first: claims and enforcement."""
    found = [
        *(_paid(c.id, "Claim", c.issued_on, c.fee, True) for c in state.claims),
        *(_paid(e.id, f"Enforcement ({e.form})", e.requested_on, e.fee, False) for e in state.enforcements),
    ]
    return _in_order(found)


def _in_order(found: list[FeePaid | None]) -> tuple[FeePaid, ...]:
    return tuple(sorted((each for each in found if each), key=lambda each: (each.on, each.subject)))


def _paid(subject: str, what: str, on: date | None, fee: ExplainedSum | None, confirmed: bool) -> FeePaid | None:
    if on is None or fee is None or fee.pence is None:
        return None
    return FeePaid(
        subject=subject,
        what=what,
        on=on,
        pence=fee.pence,
        confirmed=confirmed,
        sentence=fee.sentence,
        authority=fee.authority,
        confidence=str(fee.confidence),
    )
