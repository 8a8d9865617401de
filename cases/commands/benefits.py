"""A benefit claim that is waiting for its decision."""

from datetime import date
from typing import Literal

from cases.base import TextRef, Value


class RecordBenefitClaim(Value):
    """A claim for a benefit that would cover rent is not decided: what Protocol 2.6 asks about it."""

    kind: Literal["record_benefit_claim"] = "record_benefit_claim"
    benefit: Literal["universal_credit", "housing_benefit"]
    made_on: date
    evidence_complete: bool
    likely: bool
    rest_paid: bool


class DecideBenefitClaim(Value):
    """The benefit claim was decided."""

    kind: Literal["decide_benefit_claim"] = "decide_benefit_claim"
    benefit_claim_id: str
    on: date
    awarded: bool


class ReleaseBenefitClaim(Value):
    """A senior lets the case go on although a benefit claim is outstanding, with the reason."""

    kind: Literal["release_benefit_claim"] = "release_benefit_claim"
    benefit_claim_id: str
    reason: TextRef
