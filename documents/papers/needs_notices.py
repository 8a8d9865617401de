"""The parts that notices and the letters about them need, with what is said where one is missing."""

from collections.abc import Callable

from documents.papers.data import PaperData

NOTICE_NEEDS: dict[str, tuple[Callable[[PaperData], bool], str]] = {
    "reasons": (lambda d: bool(d.reasons), "The reasons for the decision are not recorded."),
    "review": (lambda d: d.review is not None, "The tenant's right to a review is not recorded."),
    "review_where_owed": (
        lambda d: d.landlord.kind != "council" or d.review is not None,
        "A council owes a review of this decision, and the tenant's right to one is not recorded.",
    ),
    "review_asked": (
        lambda d: d.review is not None and d.review.asked_on is not None,
        "No request for a review is recorded.",
    ),
    "review_decided": (
        lambda d: (
            d.review is not None
            and d.review.upheld is not None
            and d.review.decided_on is not None
            and bool(d.review.reasons)
        ),
        "The review has no decision with its day and reasons.",
    ),
    "reviewer": (
        lambda d: d.review is not None and bool(d.review.reviewer_name),
        "Nobody is named as having decided the review.",
    ),
    "trial": (lambda d: d.trial is not None, "The trial period is not recorded."),
    "extension": (
        lambda d: d.trial is not None and d.trial.extended_to is not None,
        "The new end of the trial period is not recorded.",
    ),
    "term": (lambda d: d.term is not None, "The fixed term is not recorded."),
    "non_renewal": (
        lambda d: d.term is not None and d.term.non_renewal_given_on is not None,
        "The notice that no further tenancy would be granted is not recorded as served.",
    ),
    "conditions": (lambda d: bool(d.conditions), "No condition of the absolute ground is recorded."),
    "deceased": (
        lambda d: d.deceased is not None and bool(d.deceased.full_name),
        "The tenant who died is not recorded.",
    ),
    "leaving": (lambda d: d.leaving is not None, "The day on which to leave is not recorded."),
    "leaving_decision": (
        lambda d: d.leaving is not None and bool(d.leaving.decision),
        "The decision that ends the accommodation is not recorded.",
    ),
}
