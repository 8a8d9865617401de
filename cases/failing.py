"""Why a claim was put off, dismissed or struck out: a closed list, and the gate that catches each cause before it."""

from collections.abc import Mapping
from enum import StrEnum


class FailedBy(StrEnum):
    """What a claim failed by, as the court said or as it was understood at court."""

    PROTOCOL = "protocol"
    NOTICE_CONTENT = "notice_content"
    NOTICE_TIME = "notice_time"
    SERVICE_UNPROVEN = "service_unproven"
    CLAIM_SERVED_LATE = "claim_served_late"
    REVIEW = "review"
    DECISION = "decision"
    FIGURE = "figure"
    NO_STATEMENT = "no_statement"
    BENEFIT = "benefit"
    VULNERABILITY = "vulnerability"
    RECORDS = "records"
    BREATHING_SPACE = "breathing_space"
    SIGNER = "signer"
    UNPREPARED = "unprepared"
    PAID = "paid"
    DEFENCE = "defence"
    COURT = "court"
    OTHER = "other"

    @property
    def label(self) -> str:
        """As shown to people."""
        return _LABELS[self]


_LABELS: Mapping[FailedBy, str] = {
    FailedBy.PROTOCOL: "The Pre-Action Protocol was not followed",
    FailedBy.NOTICE_CONTENT: "The notice was wrong: ground, date, name, particulars or form",
    FailedBy.NOTICE_TIME: "The notice had lapsed, or the claim came before it had run",
    FailedBy.SERVICE_UNPROVEN: "Service of the notice was not proven",
    FailedBy.CLAIM_SERVED_LATE: "The claim was served late",
    FailedBy.REVIEW: "A review of the notice was open, late or not offered",
    FailedBy.DECISION: "The decision to end temporary accommodation was missing or under review",
    FailedBy.FIGURE: "The arrears figure was wrong, or the papers stated different ones",
    FailedBy.NO_STATEMENT: "No up-to-date rent statement, or the ten-day letter was late",
    FailedBy.BENEFIT: "A benefit claim was waiting to be decided",
    FailedBy.VULNERABILITY: "Vulnerability or the Equality Act was not weighed",
    FailedBy.RECORDS: "Records or evidence were missing at court",
    FailedBy.BREATHING_SPACE: "A step was taken in a breathing space",
    FailedBy.SIGNER: "The wrong person signed",
    FailedBy.UNPREPARED: "Nobody attended, or the bundle or the witness statement was missing",
    FailedBy.PAID: "The tenant paid, or an arrangement was kept",
    FailedBy.DEFENCE: "The tenant has a defence to be tried",
    FailedBy.COURT: "The court's own reasons, such as no time",
    FailedBy.OTHER: "Something else",
}
CAUGHT_BY: Mapping[FailedBy, tuple[str, ...]] = {
    FailedBy.PROTOCOL: (
        "contact_each_tenant",
        "affordability_needed",
        "debt_advice_needed",
        "post_notice_contact",
        "adr_needed",
    ),
    FailedBy.NOTICE_CONTENT: ("wrong_notice", "wrong_ground", "specified_too_early", "official_text_needed"),
    FailedBy.NOTICE_TIME: ("notice_not_ripe", "notice_lapsed"),
    FailedBy.SERVICE_UNPROVEN: ("notice_not_served", "proof_not_on_file"),
    FailedBy.CLAIM_SERVED_LATE: ("hearing_too_early",),
    FailedBy.REVIEW: ("review_window", "review_pending", "review_late"),
    FailedBy.DECISION: ("decision_needed",),
    FailedBy.FIGURE: ("figure_moved", "figure_stale", "papers_differ"),
    FailedBy.NO_STATEMENT: ("statement_needed", "papers_stale"),
    FailedBy.BENEFIT: ("benefit_outstanding", "benefit_enquiry"),
    FailedBy.VULNERABILITY: ("assessment_needed",),
    FailedBy.RECORDS: ("papers_not_made", "proof_not_on_file"),
    FailedBy.BREATHING_SPACE: ("search_needed", "breathing_space"),
    FailedBy.SIGNER: ("no_signer", "signer_capacity"),
    FailedBy.UNPREPARED: ("papers_not_made",),
    FailedBy.PAID: ("no_arrears", "arrangement_kept"),
}
"""The codes of the gates that ask about each cause; no gate can see the tenant's defence or the court's own reasons."""
