"""The words in which a table tells a case's past, for each kind of case, and what a line may leave out. Tables."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from api.staging import MONEY, POSSESSION
from cases.commands import Earlier
from cases.money.commands import EarlierOfDebt


@dataclass(frozen=True)
class Words:
    """One kind of case. `takes_on` is the command that opens it with its past.

    `plain` are its words, each with its command; `follows` what a plain word does besides.

    `makes` says which id a step gives to what it makes, `letters` how such ids begin, `usual` what an empty cell takes,
    `owed` the steps that carry what was owed.
    """

    of: str
    takes_on: str
    kinds: frozenset[str]
    plain: Mapping[str, str]
    follows: Mapping[str, str]
    makes: Mapping[str, str]
    letters: Mapping[str, str]
    usual: Mapping[str, Mapping[str, Any]]
    owed: frozenset[str] = field(default_factory=frozenset)


def _kinds(union: Any) -> frozenset[str]:
    return frozenset(model.model_fields["kind"].default for model in get_args(get_args(union)[0]))


OF_POSSESSION = Words(
    of=POSSESSION,
    takes_on="take_on",
    kinds=_kinds(Earlier),
    plain={
        "contact": "record_contact",
        "search": "record_search",
        "assessment": "record_assessment",
        "decision": "record_decision",
        "notice": "draft_notice",
        "service": "serve_notice",
        "review": "request_review",
        "claim": "draft_claim",
        "hearing": "list_hearing",
        "claim_service": "record_claim_service",
        "outcome": "record_outcome",
        "application": "record_application",
        "breach": "record_breach",
        "breach_warning": "record_breach_warning",
        "permission": "record_permission",
        "warrant": "draft_warrant",
        "warrant_issued": "record_warrant_issued",
        "eviction": "book_eviction",
        "breathing_space": "start_breathing_space",
        "hold": "start_hold",
        "arrangement": "offer_arrangement",
        "note": "add_note",
    },
    follows={"draft_notice": "serve_notice", "draft_claim": "issue_claim", "draft_warrant": "request_warrant"},
    makes={
        "draft_notice": "notice_id",
        "draft_claim": "claim_id",
        "list_hearing": "hearing_id",
        "record_outcome": "order_id",
        "draft_warrant": "warrant_id",
        "request_review": "review_id",
        "record_decision": "decision_id",
        "record_application": "application_id",
        "offer_arrangement": "arrangement_id",
    },
    letters={
        "notice_id": "N",
        "claim_id": "C",
        "hearing_id": "H",
        "order_id": "O",
        "warrant_id": "W",
        "review_id": "R",
        "decision_id": "D",
        "application_id": "A",
        "arrangement_id": "R",
    },
    usual={
        "draft_claim": {"signer": "Not told"},
        "issue_claim": {"route": "paper"},
        "draft_warrant": {"risk": "not_known"},
        "serve_notice": {"method": "by_hand"},
        "record_contact": {"method": "letter"},
        "record_breach_warning": {"method": "letter"},
        "record_search": {"clear": True},
        "record_assessment": {"proceed": True},
        "record_permission": {"granted": True},
        "offer_arrangement": {"arrangement": "before_court"},
    },
    owed=frozenset({"draft_notice", "draft_claim", "draft_warrant", "record_outcome", "offer_arrangement"}),
)
OF_MONEY = Words(
    of=MONEY,
    takes_on="take_on_debt",
    kinds=_kinds(EarlierOfDebt),
    plain={
        "trace": "record_trace",
        "search": "search_register",
        "assessment": "assess_debtors",
        "letter_of_claim": "send_letter_of_claim",
        "reply": "record_reply",
        "acknowledgement": "record_acknowledgement",
        "intention": "send_intention",
        "arrangement": "offer_arrangement",
        "claim": "draft_money_claim",
        "claim_service": "record_money_service",
        "response": "record_response",
        "judgment": "record_judgment",
        "enforcement": "choose_enforcement",
        "breathing_space": "start_breathing_space",
        "hold": "hold_money_case",
        "note": "add_note",
    },
    follows={"draft_money_claim": "issue_money_claim", "choose_enforcement": "request_enforcement"},
    makes={
        "draft_money_claim": "claim_id",
        "record_judgment": "judgment_id",
        "choose_enforcement": "enforcement_id",
        "offer_arrangement": "arrangement_id",
        "record_reply": "reply_id",
    },
    letters={"claim_id": "C", "judgment_id": "J", "enforcement_id": "X", "arrangement_id": "A", "reply_id": "R"},
    usual={
        "draft_money_claim": {"signer": "Not told"},
        "issue_money_claim": {"route": "paper"},
        "record_trace": {"found": True, "method": "file_note"},
        "send_letter_of_claim": {"method": "letter"},
        "send_intention": {"method": "letter"},
        "search_register": {"clear": True},
        "assess_debtors": {"proceed": True},
        "record_judgment": {"judgment": "default"},
        "request_enforcement": {"fee_pence": 0},
    },
    owed=frozenset({"send_letter_of_claim", "draft_money_claim", "offer_arrangement"}),
)
