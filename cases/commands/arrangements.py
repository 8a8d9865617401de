"""Arrangements to pay, and benefit that is due but late."""

from datetime import date
from typing import Literal

from cases.base import Pence, TextRef, Value
from cases.court_words import ArrangementEnd, ArrangementKind

Frequency = Literal["weekly", "fortnightly", "four_weekly", "monthly"]


class OfferArrangement(Value):
    """Offer an arrangement, or record one that was agreed on the spot (`agreed_on`).

    Instalments on top of the current rent, a lump sum, or both, until `total_pence` (the arrears of the day, where it
    is empty) is cleared. `tenant_asked` says that the tenant began the talk, which matters in a breathing space.
    """

    kind: Literal["offer_arrangement"] = "offer_arrangement"
    arrangement: ArrangementKind
    total_pence: Pence | None = None
    with_rent: bool = True
    instalment_pence: Pence | None = None
    frequency: Frequency | None = None
    first_payment: date | None = None
    lump_sum_pence: Pence | None = None
    lump_sum_on: date | None = None
    agreed_on: date | None = None
    reply_by: date | None = None
    tenant_asked: bool = False
    other_terms: TextRef | None = None


class AgreeArrangement(Value):
    """The arrangement that was offered was agreed."""

    kind: Literal["agree_arrangement"] = "agree_arrangement"
    arrangement_id: str
    on: date


class RefuseArrangement(Value):
    """Nothing came of an offer: the tenant or the landlord refused it, or no answer came."""

    kind: Literal["refuse_arrangement"] = "refuse_arrangement"
    arrangement_id: str
    on: date
    by: ArrangementEnd
    reason: TextRef


class WarnArrangement(Value):
    """The tenants were told that the arrangement is broken, what will follow, and by when to catch up.

    `new_rent_only`: in a breathing space, it asks for nothing but rent that fell due since it began.
    """

    kind: Literal["warn_arrangement"] = "warn_arrangement"
    arrangement_id: str
    on: date
    method: str
    pay_by: date
    new_rent_only: bool = False


class EndArrangement(Value):
    """What was agreed is at its end, for a reason."""

    kind: Literal["end_arrangement"] = "end_arrangement"
    arrangement_id: str
    on: date
    because: ArrangementEnd
    reason: TextRef


class ExpectBenefit(Value):
    """Housing costs that benefit is to pay towards the rent under an arrangement. They are not a payment."""

    kind: Literal["expect_benefit"] = "expect_benefit"
    arrangement_id: str
    due_on: date
    pence: Pence
    source: Literal["hb", "uc", "uc_apa", "dwp_tpd", "dhp"]
