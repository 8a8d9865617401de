"""What a walk on paper takes for granted, and what it tells."""

from datetime import date
from typing import Literal

from cases.base import Value


class Assumptions(Value):
    """What is taken for granted. `listing_days` run from issue to the hearing, `bailiff_days` from the warrant to the
    eviction, in calendar days; `pays` what comes into the account from now on; `fee_pence` where the table has none."""

    outcome: Literal["outright", "suspended", "dismissed"] = "outright"
    listing_days: int = 42
    bailiff_days: int = 42
    pays: Literal["nothing", "rent"] = "nothing"
    fee_pence: int = 0

    def told(self) -> tuple[str, ...]:
        """The assumptions as sentences."""
        paid = "nothing more is paid" if self.pays == "nothing" else "the current rent is paid and nothing off the debt"
        return (
            "Every step is taken on the first day on which it may be, with its Protocol step and its check that day.",
            f"The court lists the hearing about {self.listing_days} days after issue.",
            f"At the hearing the claim is {_OUTCOMES[self.outcome]}.",
            f"The bailiff comes about {self.bailiff_days} days after the warrant.",
            f"From now on {paid}.",
        )


_OUTCOMES = {
    "outright": "met with an outright order",
    "suspended": "met with an order suspended on current rent and £5.00 a week",
    "dismissed": "dismissed",
}


class Coming(Value):
    """One thing on the rest of the road: a step taken, a date that comes, or the place where it stops. `waited_for` is
    what kept a step from being sooner."""

    on: date
    kind: Literal["step", "date", "stop"]
    what: str
    why: str = ""
    authority: str = ""
    confidence: str = ""
    waited_for: str = ""
