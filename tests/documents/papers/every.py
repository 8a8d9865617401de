"""Facts for any paper there is, so that a test of every paper need not know which kind wants which."""

from datetime import date

from documents.papers.data import PaperData
from tests.documents.papers import facts, facts_conduct, facts_notices, facts_road


def case(kind: str, which: str = "full") -> PaperData:
    """The "full" or the "extreme" made-up case from which this kind of paper can be made."""
    if kind in facts_notices.KINDS:
        return facts_notices.full(kind) if which == "full" else facts_notices.extreme(kind)
    if kind in facts_conduct.KINDS:
        return facts_conduct.full(kind) if which == "full" else facts_conduct.extreme(kind)
    if kind in facts_road.KINDS:
        return facts_road.full(kind) if which == "full" else facts_road.extreme(kind)
    secure = kind != "notice_s8"
    if kind == "n293a":
        return _in_the_high_court(facts.full() if which == "full" else facts.extreme())
    if which == "full":
        made = facts.full(secure=secure)
        return _given_today(made) if kind in ("nsp_s83", "notice_s8") else made
    edge = facts.extreme(secure=secure)
    return edge.model_copy(update={"fee_pence": 41500}) if kind == "n5" else edge


def _given_today(made: PaperData) -> PaperData:
    """A notice as it stands on the day it is given: what it names lies ahead."""
    assert made.notice is not None
    ahead = {"specified_on": date(2026, 12, 28), "issue_from": date(2026, 12, 29), "lapse_on": date(2027, 12, 28)}
    return made.model_copy(update={"notice": made.notice.model_copy(update=ahead)})


def _in_the_high_court(made: PaperData) -> PaperData:
    """The same order moved to the High Court, and everybody in the home told."""
    assert made.order is not None
    assert made.warrant is not None
    order = made.order.model_copy(update={"high_court_on": date(2026, 10, 26), "permission_on": date(2026, 11, 9)})
    warrant = made.warrant.model_copy(update={"occupiers_told_on": date(2026, 10, 5)})
    return made.model_copy(update={"order": order, "warrant": warrant})


OPTIONAL: dict[str, tuple[set[str], dict[str, object]]] = {
    "notice": ({"notice", "particulars", "service"}, {"notice": None}),
    "hearing": ({"hearing"}, {"hearing": None}),
    "order": ({"order", "possession_on", "order_lines", "order_terms", "order_broken", "high_court"}, {"order": None}),
    "warrant": ({"warrant"}, {"warrant": None}),
    "witness": ({"witness"}, {"witness": None}),
    "truth": ({"statement_of_truth"}, {"statement_of_truth": None}),
    "claim": ({"claim_number"}, {"claim_number": None}),
    "fee": ({"fee"}, {"fee_pence": None, "legal_costs_pence": None}),
    "steps": ({"steps", "incidents"}, {"steps": ()}),
    "rows": ({"rent_rows", "rent_where_claimed"}, {"rent_rows": ()}),
    "reasons": ({"reasons"}, {"reasons": ""}),
    "review": ({"review", "review_where_owed", "review_asked", "review_decided", "reviewer"}, {"review": None}),
    "trial": ({"trial", "extension"}, {"trial": None}),
    "term": ({"term", "non_renewal"}, {"term": None}),
    "conditions": ({"conditions"}, {"conditions": ()}),
    "deceased": ({"deceased"}, {"deceased": None}),
    "leaving": ({"leaving", "leaving_decision"}, {"leaving": None}),
    "grounds": ({"grounds"}, {"grounds": ()}),
    "letter": ({"reply_by"}, {"letter": None}),
    "period": ({"statement_period"}, {"statement_period": None}),
    "agreement": ({"agreement", "agreement_lines"}, {"agreement": None}),
    "eviction": ({"eviction"}, {"eviction": None}),
    "referral": ({"referral", "referral_reasons", "referral_consent"}, {"referral": None}),
    "pack": ({"pack"}, {"pack": None}),
    "accelerated": ({"accelerated"}, {"accelerated": None}),
    "money claim": ({"money_claim", "money_reply_by"}, {"money_claim": None}),
    "application": ({"application"}, {"application": None}),
    "part 3": ({"part_3"}, {"part_3": None}),
    "costs": ({"costs"}, {"costs": None}),
    "bailiff": ({"bailiff"}, {"bailiff": None}),
    "discontinuance": ({"discontinuance"}, {"discontinuance": None}),
    "online": ({"online"}, {"online": None}),
    "judgment": ({"judgment_asked", "judgment_made"}, {"judgment": None}),
    "rest": (set(), {"circumstances": "", "figures": (), "bundle_pages": {}, "facts_digest": ""}),
}
"""Parts of the facts that papers may do without: the needs that name each, and the facts without it."""
