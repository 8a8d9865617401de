"""What came of an offer to resolve the dispute without a court (ADR, Pre-Action Protocol)."""

from enum import StrEnum


class AdrResult(StrEnum):
    """How the tenants answered, and what came of it."""

    NO_ANSWER = "no_answer"
    DECLINED = "declined"
    ACCEPTED = "accepted"
    SETTLED = "settled"
    NOT_SETTLED = "not_settled"
    NOT_SUITABLE = "not_suitable"

    @property
    def label(self) -> str:
        """As shown to people."""
        return {
            AdrResult.NO_ANSWER: "No answer",
            AdrResult.DECLINED: "Declined by the tenants",
            AdrResult.ACCEPTED: "Accepted, not held yet",
            AdrResult.SETTLED: "Held, and settled",
            AdrResult.NOT_SETTLED: "Held, and not settled",
            AdrResult.NOT_SUITABLE: "Considered and not suitable",
        }[self]
