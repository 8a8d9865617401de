"""By which function each act is taken, and in which list of the case its item is: a table."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from cases.events import Event
from cases.gates import Question
from cases.retold.act import Act
from cases.stages import (
    applications,
    arrangement,
    benefit,
    claim,
    claim_end,
    closing,
    decision,
    eviction,
    filing,
    hearing,
    holding,
    holds,
    last_check,
    leaving,
    notice,
    order,
    papers_claim,
    parties,
    preaction,
    review,
    serving,
    warrant,
)

Taker = Callable[[Question[Any]], Sequence[Event]]
_ACTS: Mapping[str, Mapping[str, Taker]] = {
    "contacts": {"record_contact": preaction.record_contact},
    "searches": {"record_search": preaction.record_search},
    "assessments": {"record_assessment": preaction.record_assessment},
    "decisions": {
        "record_decision": decision.record_decision,
        "record_decision_review": decision.record_decision_review,
    },
    "benefit_claims": {
        "record_benefit_claim": benefit.record_benefit_claim,
        "decide_benefit_claim": benefit.decide_benefit_claim,
    },
    "breathing_spaces": {
        "start_breathing_space": holds.start_breathing_space,
        "end_breathing_space": holds.end_breathing_space,
    },
    "holds": {
        "start_hold": holding.start_hold,
        "extend_hold": holding.extend_hold,
        "end_hold": holding.end_hold,
        "record_court_told": holding.record_court_told,
    },
    "arrangements": {
        "offer_arrangement": arrangement.offer_arrangement,
        "agree_arrangement": arrangement.agree_arrangement,
        "refuse_arrangement": arrangement.refuse_arrangement,
        "warn_arrangement": arrangement.warn_arrangement,
        "end_arrangement": arrangement.end_arrangement,
    },
    "notices": {
        "draft_notice": notice.draft_notice,
        "serve_notice": serving.serve_notice,
        "record_trustee_copy": leaving.record_trustee_copy,
    },
    "reviews": {
        "request_review": review.request_review,
        "arrange_review_hearing": review.arrange_review_hearing,
        "decide_review": review.decide_review,
        "withdraw_review": review.withdraw_review,
    },
    "claims": {
        "draft_claim": claim.draft_claim,
        "issue_claim": claim.issue_claim,
        "record_papers_served": papers_claim.record_papers_served,
        "ask_for_papers_order": papers_claim.ask_for_papers_order,
        "record_papers_decision": papers_claim.record_papers_decision,
        "end_claim": claim_end.end_claim,
    },
    "hearings": {
        "list_hearing": hearing.list_hearing,
        "record_claim_service": hearing.record_claim_service,
        "record_ten_day_letter": hearing.record_ten_day_letter,
        "set_ask": filing.set_ask,
        "record_filing": filing.record_filing,
        "record_outcome": hearing.record_outcome,
    },
    "orders": {
        "record_breach": order.record_breach,
        "record_breach_warning": order.record_breach_warning,
        "record_permission": order.record_permission,
        "discharge_order": order.discharge_order,
    },
    "applications": {
        "record_application": applications.record_application,
        "decide_application": applications.decide_application,
    },
    "warrants": {
        "draft_warrant": warrant.draft_warrant,
        "request_warrant": warrant.request_warrant,
        "record_warrant_issued": eviction.record_warrant_issued,
        "book_eviction": eviction.book_eviction,
        "confirm_eviction": last_check.confirm_eviction,
        "record_eviction": eviction.record_eviction,
    },
    "party_changes": {"record_parties": parties.record_parties},
    "right_to_buys": {
        "record_right_to_buy": parties.record_right_to_buy,
        "end_right_to_buy": parties.end_right_to_buy,
    },
    "": {"record_leaving": leaving.record_leaving, "close_case": closing.close_case},
}
TAKEN_BY: Mapping[str, Taker] = {kind: taker for kinds in _ACTS.values() for kind, taker in kinds.items()}
LISTS = tuple(name for name in _ACTS if name)
WITHOUT_IDS = ("searches", "assessments")
_LIST_OF = {kind: name for name, kinds in _ACTS.items() for kind in kinds}


def list_of(act: Act) -> str:
    """The name of the list that the act's item is in; empty where it is about the whole case."""
    kind = act.command.kind
    if kind == "record_court_told" and act.subject.startswith("B"):
        return "breathing_spaces"
    if kind == "record_outcome" and act.subject.startswith("O"):
        return "orders"
    return _LIST_OF.get(kind, "")
