"""What the Pre-Action Protocol must show before a notice, and between notice and claim."""

from typing import Any

from cases import protocol
from cases.gates import Gate, Question, asked_only
from cases.stages.shared import arrears_step
from cases.tracks import ROADS
from law.explained import long_date

NOTICE = ("draft_notice", "serve_notice")
CLAIM = ("draft_claim", "issue_claim")


def _of_part_2(q: Question[Any]) -> bool:
    """Whether Part 2 of the Protocol, on rent arrears, speaks to this step."""
    return ROADS[q.case.track].protocol == 2 and arrears_step(q)


def _contacted(q: Question[Any]) -> str | None:
    missing = protocol.unreached(q.case, "contact_each_tenant")
    if not missing:
        return None
    count = f"{len(missing)} of {len(q.case.tenants)} tenants"
    return f"{count} not yet contacted about the arrears: {', '.join(missing)}."


def _affordable(q: Question[Any]) -> str | None:
    if protocol.contacts(q.case, "income_expenditure", "arrangement_offered"):
        return None
    return "No attempt to agree affordable payments is recorded."


def _statement(q: Question[Any]) -> str | None:
    due = protocol.statement_due(q.case)
    if due is None:
        return "No rent statement has been sent."
    if due >= q.today:
        return None
    return f"The last rent statement is more than 13 weeks old; the next was due on {long_date(due)}."


def _benefit(q: Question[Any]) -> str | None:
    if protocol.contacts(q.case, "benefit_help", "benefit_enquiry"):
        return None
    return "No offer of help with benefits and no benefit enquiry is recorded."


def _advice(q: Question[Any]) -> str | None:
    return None if protocol.contacts(q.case, "debt_advice") else "The tenants have not been pointed to debt advice."


def _since_service(q: Question[Any], *codes: str) -> tuple[str, ...]:
    wanted = q.claim(q.command.claim_id).notice_id if q.command.kind == "issue_claim" else q.command.notice_id
    notice = q.notice(wanted)
    return protocol.unreached(q.case, *codes, since=notice.served.on if notice.served else None)


def _contacted_since(q: Question[Any]) -> str | None:
    missing = _since_service(q, "post_notice_contact")
    return f"No contact since the notice was served is recorded with: {', '.join(missing)}." if missing else None


def _protocol_sent(q: Question[Any]) -> str | None:
    missing = _since_service(q, "protocol_copy_sent")
    return f"No copy of the Protocol was sent since service to: {', '.join(missing)}." if missing else None


def _alternatives(q: Question[Any]) -> str | None:
    return None if protocol.contacts(q.case, "adr") else "Alternative dispute resolution has not been considered."


def _benefit_asked(q: Question[Any]) -> str | None:
    if protocol.contacts(q.case, "benefit_enquiry"):
        return None
    return "No benefit enquiry is recorded; no claim may begin while a sound benefit claim would cover the rent."


_NOTICE: tuple[Gate[Any], ...] = (
    Gate(
        "contact_each_tenant",
        NOTICE,
        "Has every joint tenant been contacted?",
        _contacted,
        "Contact each joint tenant separately and record it.",
        "Pre-Action Protocol 2.1",
        "B",
    ),
    Gate(
        "affordability_needed",
        NOTICE,
        "Was an affordable arrangement sought?",
        _affordable,
        "Ask for income and expenditure, or offer an arrangement, and record it.",
        "Pre-Action Protocol 2.2",
        "B",
    ),
    Gate(
        "statement_needed",
        NOTICE,
        "Was a rent statement sent in the last quarter?",
        _statement,
        "Send a rent statement for the past 13 weeks and record it.",
        "Pre-Action Protocol 2.3",
        "B",
    ),
    Gate(
        "benefit_needed",
        NOTICE,
        "Was help with benefits offered?",
        _benefit,
        "Offer help with a claim, or ask the benefit office, and record it.",
        "Pre-Action Protocol 2.5, 2.6",
        "B",
    ),
    Gate(
        "debt_advice_needed",
        NOTICE,
        "Were the tenants pointed to debt advice?",
        _advice,
        "Send the debt-advice letter and record it.",
        "Pre-Action Protocol 2.7",
        "B",
    ),
)

_CLAIM: tuple[Gate[Any], ...] = (
    Gate(
        "post_notice_contact",
        CLAIM,
        "Was each tenant contacted after the notice?",
        _contacted_since,
        "Contact each joint tenant about amount, cause, repayment and benefits, and record it.",
        "Pre-Action Protocol 2.8",
        "B",
    ),
    Gate(
        "protocol_copy",
        CLAIM,
        "Was each tenant sent a copy of the Protocol?",
        _protocol_sent,
        "Send each joint tenant a copy of the Protocol and record it.",
        "Pre-Action Protocol 2.8",
        "B",
    ),
    Gate(
        "benefit_enquiry",
        CLAIM,
        "Has the benefit position been asked?",
        _benefit_asked,
        "Ask the benefit office or the tenant, and record the answer.",
        "Pre-Action Protocol 2.6",
        "B",
    ),
    Gate(
        "adr_needed",
        CLAIM,
        "Was alternative dispute resolution considered?",
        _alternatives,
        "Offer or consider it, and record the reasons.",
        "Pre-Action Protocol 2.10",
        "B",
    ),
)

NOTICE_EVIDENCE: tuple[Gate[Any], ...] = tuple(asked_only(_of_part_2, gate) for gate in _NOTICE)
CLAIM_EVIDENCE: tuple[Gate[Any], ...] = tuple(asked_only(_of_part_2, gate) for gate in _CLAIM)
