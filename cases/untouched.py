"""What is not put right by a correction, and why: single fields of acts that record facts, and whole acts.

Beside them stand the ids in every act, which say what it is about.
"""

from collections.abc import Mapping

_WORDS = "words: a note says better, and the old words stay"
_ID = "says which item is meant: the item's own facts are put right"
_ACT = "what a person set aside or confirmed at that moment: the record of an act, not a fact of the case"
_FILE = "a file: another is put on the file beside it"
_WHAT_NOTICE = "the kind of paper it is: withdrawn, or sent back, and drafted again"
UNTOUCHED: Mapping[tuple[str, str], str] = {
    **dict.fromkeys(
        (
            ("open_case", "reason"),
            ("record_contact", "note"),
            ("record_assessment", "reasons"),
            ("record_decision", "reasons"),
            ("record_decision_review", "reasons"),
            ("release_benefit_claim", "reason"),
            ("start_hold", "reason"),
            ("extend_hold", "reason"),
            ("end_hold", "reason"),
            ("offer_arrangement", "other_terms"),
            ("refuse_arrangement", "reason"),
            ("end_arrangement", "reason"),
            ("warn_arrangement", "method"),
            ("draft_notice", "particulars"),
            ("serve_notice", "proof"),
            ("request_review", "note"),
            ("decide_review", "reasons"),
            ("record_leaving", "note"),
            ("issue_claim", "route_reason"),
            ("end_claim", "terms"),
            ("record_papers_decision", "note"),
            ("record_direction", "what"),
            ("record_outcome", "note"),
            ("record_outcome", "other_terms"),
            ("set_ask", "other_terms"),
            ("decide_application", "note"),
            ("record_breach", "details"),
            ("record_breach_warning", "method"),
            ("discharge_order", "reason"),
            ("draft_warrant", "risk_details"),
            ("draft_warrant", "vulnerable"),
            ("draft_warrant", "access"),
            ("record_eviction", "note"),
            ("close_case", "note"),
            ("record_parties", "proof"),
        ),
        _WORDS,
    ),
    **dict.fromkeys(
        (
            ("draft_notice", "overrides"),
            ("serve_notice", "overrides"),
            ("draft_claim", "overrides"),
            ("issue_claim", "overrides"),
            ("draft_warrant", "overrides"),
            ("request_warrant", "overrides"),
            ("book_eviction", "overrides"),
            ("record_eviction", "overrides"),
            ("serve_notice", "approve"),
            ("issue_claim", "approve"),
            ("request_warrant", "approve"),
            ("draft_notice", "confirmed"),
        ),
        _ACT,
    ),
    ("open_case", "tenancy_ref"): _ID,
    ("open_case", "landlord"): _ID,
    ("open_case", "officer"): "the case is given to another officer instead",
    ("open_case", "track"): "another road is another case: this one is closed, and one opened on that road",
    ("draft_notice", "notice"): _WHAT_NOTICE,
    ("draft_notice", "method"): "a plan: what counts is how it was served",
    ("draft_claim", "notice_id"): "the claim rests on it as issued: withdrawn, and prepared again on the right notice",
    ("draft_warrant", "occupiers_told_on"): "the request rests on it: withdrawn, and drafted again",
    ("draft_warrant", "order_id"): "the request is for that order: withdrawn, and drafted again on the right one",
    (
        "serve_notice",
        "tenant",
    ): "service on somebody else is taken back as never made, and recorded of the right person",
    ("serve_notice", "proof_file"): _FILE,
    ("record_application", "subject"): _ID,
    ("record_direction_met", "direction"): _ID,
    ("record_court_told", "held_by"): _ID,
    ("record_outcome", "next_hearing_on"): "put right at the hearing that was listed",
    ("record_outcome", "next_hearing_at"): "put right at the hearing that was listed",
    ("decide_application", "next_hearing_on"): "put right at the hearing that was listed",
    ("decide_application", "next_hearing_at"): "put right at the hearing that was listed",
}
"""The fields of acts that record facts which are not put right, each with why."""

NO_FACT: Mapping[str, str] = {
    "approve": "a person's word at its moment: withdrawn, or sent back",
    "send_back": "a person's word at its moment: it is drafted again",
    "withdraw": "a person's word at its moment: it is drafted again",
    "release_benefit_claim": "a person's word at its moment; the benefit claim's own facts are put right",
    "choose_court": "a person's word at its moment: chosen again, and the last one counts",
    "record_response": "what came is recorded again as it was; the last record of its kind counts",
    "record_last_check": "a person's word at its moment: made again, and the last one counts",
    "record_aftermath": "what happened is recorded again as it was; the last record of its kind counts",
    "record_household": "what is known is recorded again; the newest record counts",
    "take_on": "each step that was told with it is put right as its own fact",
    "correct": "a correction is put right by another",
    "request_paper": "a paper is made again",
    "stop_paper": "a paper is made again",
    "add_document": "said better by an act of its own, or withdrawn as the wrong one",
    "change_document": "said better by the same act again",
    "withdraw_document": "a person's word at its moment: the document is put on the file again",
    "document_done": "found by itself",
    "add_note": "a note is followed by another; no word is erased",
    "reassign": "the case is given to another officer",
    "clear_attention": "a person has looked; nothing is recorded of the case",
    "deadline_passed": "found by itself, and looked at again with every correction",
    "rent_changed": "found by itself, and looked at again with every correction",
    "paper_done": "found by itself",
    "flag_attention": "found by itself",
    "run_recovered": "found by itself",
}
"""The acts that record no fact of their own, each with why."""
