"""The facts that can be put right, by the act that recorded them and the act's own field: a table."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Fact:
    """A field of an act that can be put right.

    `weighty` needs a senior or legal; `removable` may never have happened; `ahead` may lie in the future. A `turning`
    fact leads elsewhere when it is another: what followed from the act is taken back, and done as it should have been.
    """

    title: str
    weighty: bool = False
    removable: bool = False
    ahead: bool = False
    turning: bool = False


def _plain(title: str, *, gone: bool = False, ahead: bool = False) -> Fact:
    return Fact(title, False, gone, ahead)


def _heavy(title: str, *, gone: bool = False, ahead: bool = False, turns: bool = False) -> Fact:
    return Fact(title, True, gone, ahead, turns)


_TERMS = {
    "judgment_pence": _heavy("Money judgment"),
    "instalment_pence": _heavy("Instalment"),
    "frequency": _heavy("How often the instalment is paid"),
    "first_payment": _heavy("First payment", ahead=True),
    "lump_sum_pence": _heavy("Lump sum in the terms"),
    "lump_sum_on": _heavy("Day the lump sum is to be paid by", ahead=True),
}
_BY_ACT: Mapping[str, Mapping[str, Fact]] = {
    "open_case": {"cause": _heavy("Why possession is sought")},
    "record_contact": {
        "step": _plain("Protocol step"),
        "on": _plain("Day of the contact"),
        "tenants": _plain("Tenants it reached"),
        "answered": _plain("Somebody was reached"),
        "method": _plain("How they were contacted"),
        "document": _plain("Where the proof of the contact lies"),
        "result": _plain("What came of the offer to resolve the dispute"),
        "result_on": _plain("Day of that result"),
        "income_pence": _plain("Income a week"),
        "spending_pence": _plain("Spending a week, the rent among it"),
    },
    "record_search": {
        "on": _plain("Day of the register search"),
        "before": _plain("Step the search was for"),
        "clear": _plain("Register clear"),
    },
    "record_assessment": {
        "on": _plain("Day of the assessment"),
        "before": _plain("Step the assessment was for"),
        "proceed": _plain("Assessment says to go on"),
        "needs": _plain("What the assessment found to be needed"),
    },
    "record_decision": {
        "decision": _heavy("What was decided"),
        "on": _heavy("Day of the decision"),
        "told_on": _heavy("Day the household was told", gone=True),
    },
    "record_decision_review": {
        "asked_on": _heavy("Day a review of the decision was asked for", gone=True),
        "decided_on": _heavy("Day the review of the decision was decided"),
        "upheld": _heavy("Decision upheld on review"),
    },
    "record_benefit_claim": {
        "benefit": _plain("Benefit claimed"),
        "made_on": _plain("Day of the benefit claim"),
        "evidence_complete": _plain("Evidence for the benefit claim whole"),
        "likely": _plain("Benefit claim may be expected to succeed"),
        "rest_paid": _plain("Rest of the rent paid"),
    },
    "decide_benefit_claim": {
        "on": _plain("Day the benefit claim was decided", gone=True),
        "awarded": _plain("Benefit awarded"),
    },
    "start_breathing_space": {
        "moratorium": _heavy("Kind of breathing space"),
        "started_on": _heavy("First day of the breathing space", gone=True, ahead=True),
        "tenants": _plain("Whose breathing space it is"),
    },
    "end_breathing_space": {"ended_on": _heavy("Last day of the breathing space", gone=True)},
    "start_hold": {
        "hold": _heavy("Kind of hold"),
        "started_on": _heavy("First day of the hold", gone=True),
        "ends_on": _heavy("Last day of the hold, as planned", ahead=True),
        "tenants": _plain("Whom the hold is about"),
    },
    "extend_hold": {"ends_on": _heavy("Last day of the hold, as extended", gone=True, ahead=True)},
    "end_hold": {"ended_on": _heavy("Last day of the hold", gone=True)},
    "record_court_told": {"on": _plain("Day the court was told", gone=True)},
    "offer_arrangement": {
        "arrangement": _plain("Kind of arrangement"),
        "total_pence": _plain("Sum to be cleared by the arrangement"),
        "with_rent": _plain("Current rent part of the arrangement"),
        "instalment_pence": _plain("Instalment of the arrangement"),
        "frequency": _plain("How often the arrangement is paid"),
        "first_payment": _plain("First payment of the arrangement", ahead=True),
        "lump_sum_pence": _plain("Lump sum of the arrangement"),
        "lump_sum_on": _plain("Day of the lump sum", ahead=True),
        "agreed_on": _plain("Day the arrangement was agreed"),
        "reply_by": _plain("Day a reply to the offer is awaited by", ahead=True),
        "tenant_asked": _plain("Tenant asked for the arrangement"),
    },
    "agree_arrangement": {"on": _plain("Day the offer was agreed")},
    "refuse_arrangement": {
        "on": _plain("Day the offer came to nothing"),
        "by": _plain("Why the offer came to nothing"),
    },
    "warn_arrangement": {
        "on": _plain("Day of the warning about the arrangement", gone=True),
        "pay_by": _plain("Day given to catch up", ahead=True),
    },
    "end_arrangement": {
        "on": _plain("Day the arrangement ended", gone=True),
        "because": _plain("Why the arrangement ended"),
    },
    "expect_benefit": {
        "due_on": _plain("Day the benefit is expected", ahead=True),
        "pence": _plain("Benefit expected"),
        "source": _plain("Where the benefit comes from"),
    },
    "draft_notice": {
        "grounds": _heavy("Grounds in the notice"),
        "planned_service": _plain("Planned day of service", ahead=True),
        "specified_on": _heavy("Date in the notice", ahead=True),
        "condition": _heavy("Condition relied on"),
        "condition_on": _heavy("Day the condition was met"),
        "break_on": _heavy("Last day of the term by its break", ahead=True),
    },
    "serve_notice": {
        "sent_at": _heavy("When the notice was handed over, left or posted", gone=True),
        "method": _heavy("How the notice was served"),
    },
    "record_trustee_copy": {"on": _heavy("Day the Public Trustee had the copy", gone=True)},
    "request_review": {
        "tenant": _plain("Who asked for the review"),
        "asked_on": _heavy("Day the review was asked for"),
        "hearing_wanted": _plain("Hearing of the review wanted"),
    },
    "arrange_review_hearing": {
        "on": _heavy("Day of the hearing of the review", ahead=True),
        "told_on": _heavy("Day the tenant was told of that hearing"),
    },
    "decide_review": {
        "on": _heavy("Day the review was decided"),
        "upheld": _heavy("Decision behind the notice upheld", turns=True),
        "told_on": _heavy("Day the tenant was told of the review"),
    },
    "withdraw_review": {"on": _heavy("Day the review was withdrawn", gone=True)},
    "draft_claim": {
        "signer": _plain("Who signs the claim"),
        "signer_capacity": _plain("In what capacity the claim is signed"),
        "also_on": _heavy("Notices relied on besides"),
        "rent_claimed": _heavy("Arrears claimed besides possession"),
    },
    "end_claim": {
        "on": _heavy("Day the claim ended", gone=True),
        "how": _heavy("How the claim ended"),
    },
    "issue_claim": {
        "issued_on": _heavy("Day of issue"),
        "claim_number": _plain("Claim number"),
        "court": _plain("Court"),
        "route": _heavy("How the claim was issued"),
        "fee_pence": _plain("Court fee"),
    },
    "record_papers_served": {"sent_on": _heavy("Day the accelerated claim was sent", gone=True)},
    "ask_for_papers_order": {"on": _heavy("Day the order was asked for", gone=True)},
    "record_papers_decision": {
        "decision": _heavy("What the judge made of the papers", turns=True),
        "on": _heavy("Day of the decision on papers"),
        "possession_on": _heavy("Possession date", ahead=True),
        "hardship": _heavy("Exceptional hardship found"),
        "costs_pence": _heavy("Costs"),
        "reasons_served_on": _heavy("Day the reasons were served"),
    },
    "list_hearing": {
        "on": _heavy("Day of the hearing", ahead=True),
        "at": _plain("Time of the hearing"),
        "court": _plain("Court of the hearing"),
        "time_shortened": _heavy("Time shortened by the court"),
    },
    "record_claim_service": {"sent_on": _heavy("Day the claim was sent to the defendants", gone=True)},
    "record_ten_day_letter": {"sent_on": _plain("Day the ten-day letter was sent", gone=True)},
    "set_ask": {
        "outcome": _plain("What the court is asked for"),
        "possession_on": _plain("Possession date asked for", ahead=True),
        "judgment_pence": _plain("Judgment asked for"),
        "costs_pence": _plain("Costs asked for"),
        "instalment_pence": _plain("Instalment asked for"),
        "frequency": _plain("How often, as asked for"),
        "first_payment": _plain("First payment asked for", ahead=True),
        "attends": _plain("Who attends for the landlord"),
    },
    "record_filing": {
        "filed_on": _plain("Day the statement was filed", gone=True),
        "served_on": _plain("Day the statement was served"),
    },
    "record_direction": {"by": _heavy("Day a direction is to be met by", ahead=True)},
    "record_direction_met": {"on": _plain("Day the direction was met", gone=True)},
    "record_outcome": {
        "outcome": _heavy("What the court did", turns=True),
        "on": _heavy("Day of the order or outcome"),
        "grounds_proved": _heavy("Grounds proved"),
        "possession_on": _heavy("Possession date", ahead=True),
        "hardship": _heavy("Exceptional hardship found"),
        "costs_pence": _heavy("Costs"),
        **_TERMS,
        "with_costs": _heavy("Payments clear the costs too"),
        "restore_by": _heavy("Last day to restore the claim", ahead=True),
        "reasons_served_on": _heavy("Day the reasons were served"),
        "pay_by": _heavy("Day the judgment is to be paid by", ahead=True),
        "begins_on": _heavy("Day it takes effect", ahead=True),
        "ends_on": _heavy("Day it ends", ahead=True),
        "failed_by": _plain("Why the claim failed or was put off"),
    },
    "record_application": {
        "purpose": _heavy("What the court was asked", turns=True),
        "by": _heavy("Who applied"),
        "made_on": _heavy("Day of the application"),
        "hearing_on": _heavy("Day the application is heard", gone=True, ahead=True),
        "by_consent": _plain("By consent, or without notice"),
        "fee_pence": _plain("Fee of the application"),
    },
    "decide_application": {
        "on": _heavy("Day the application was decided"),
        "granted": _heavy("Application granted", turns=True),
        "possession_on": _heavy("Possession date, as fixed", ahead=True),
        **_TERMS,
        "stayed_until": _heavy("Enforcement stayed until", ahead=True),
    },
    "record_breach": {"on": _heavy("Day of the breach", gone=True)},
    "record_breach_warning": {"on": _plain("Day of the warning", gone=True)},
    "record_permission": {
        "on": _heavy("Day of the court's answer on permission", gone=True),
        "granted": _heavy("Permission given"),
    },
    "discharge_order": {"on": _heavy("Day of the discharge", gone=True)},
    "draft_warrant": {"breach": _heavy("Breach relied on"), "risk": _plain("Risk to the bailiff")},
    "request_warrant": {"on": _heavy("Day the warrant was requested"), "fee_pence": _plain("Warrant fee")},
    "record_warrant_issued": {"on": _heavy("Day the warrant was issued"), "number": _plain("Warrant number")},
    "book_eviction": {
        "n54_delivered_on": _heavy("Day the N54 was delivered", gone=True),
        "on": _heavy("Day of the eviction appointment", ahead=True),
        "at": _plain("Time of the eviction appointment"),
    },
    "confirm_eviction": {"sent_at": _plain("When the eviction was confirmed", gone=True)},
    "record_eviction": {
        "on": _heavy("Day of the eviction", gone=True),
        "executed": _heavy("Possession taken at the appointment", turns=True),
    },
    "record_leaving": {
        "on": _heavy("Day the occupation ended", gone=True),
        "how": _heavy("How the occupation ended"),
    },
    "record_parties": {
        "cause": _heavy("Why the tenants changed"),
        "on": _heavy("Day on which the tenants changed", gone=True),
        "tenants": _heavy("Who holds the tenancy since then"),
        "document": _plain("Where the proof of the change lies"),
    },
    "record_right_to_buy": {
        "claimed_on": _plain("Day of the claim to buy", gone=True),
        "admitted_on": _plain("Day the right to buy was admitted", gone=True),
        "offer_on": _plain("Day of the offer to sell", gone=True),
    },
    "end_right_to_buy": {
        "on": _plain("Day the claim to buy ended", gone=True),
        "how": _plain("How the claim to buy ended"),
    },
    "close_case": {"result": _heavy("Result of the case")},
}
FACTS: Mapping[tuple[str, str], Fact] = {
    (act, field): fact for act, fields in _BY_ACT.items() for field, fact in fields.items()
}
"""Every fact that can be put right, by the act that recorded it and the act's field."""
