"""What must be shown before a notice and before a claim: the Protocol's Parts 2 and 3, and what conduct asks."""

from datetime import timedelta
from typing import Any

from cases import protocol
from cases.document_kinds import DocumentKind
from cases.gates import Gate, Question, Why, asked_only
from cases.how_many import share_of
from cases.notice_kinds import KINDS
from cases.on_file import on_file
from cases.stages.shared import arrears_step, cause_of, claim_notices
from cases.state import Notice
from cases.tracks import ROADS
from cases.words import Cause, Track
from law.explained import long_date
from law.grounds import ground
from law.tenancies import Occupancy

NOTICE = ("draft_notice", "serve_notice")
CLAIM = ("draft_claim", "issue_claim")


def _of_part_2(q: Question[Any]) -> bool:
    """Whether Part 2 of the Protocol, on rent arrears, speaks to this step: to any claim on a home for them."""
    road = ROADS[q.case.track]
    return (road.protocol != 0 or road.act != "common law") and arrears_step(q)


def _of_part_3(q: Question[Any]) -> bool:
    """Whether Part 3 speaks to this claim: the court would have to order possession, and not for the arrears alone."""
    return any(_must_order(q, notice) for notice in claim_notices(q))


def _must_order(q: Question[Any], notice: Notice) -> bool:
    if KINDS[notice.kind].mandatory:
        return True
    if not notice.grounds:
        return ROADS[q.case.track].protocol == 3
    occupancy, social = Occupancy(q.case.occupancy), q.facts.policy.social_commencement
    found = (ground(occupancy, code, notice.drafted_on, social) for code in notice.grounds)
    return any(g.power == "mandatory" and not g.arrears for g in found)


def _for_conduct(q: Question[Any]) -> bool:
    """Whether what somebody did is relied on, whatever else is."""
    return cause_of(q.case) is Cause.CONDUCT and ROADS[q.case.track].act != "common law"


def _contacted(q: Question[Any]) -> str | None:
    missing = protocol.unreached(q.case, "contact_each_tenant")
    if not missing:
        return None
    share = share_of(len(missing), len(q.case.tenants), "tenant")
    verb = "has" if len(missing) == 1 else "have"
    return f"{share[:1].upper()}{share[1:]} {verb} not yet been contacted about the arrears: {', '.join(missing)}."


def _affordable(q: Question[Any]) -> str | None:
    if q.case.arrangements or protocol.contacts(q.case, "income_expenditure", "arrangement_offered"):
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
    served = [notice.served.on for notice in claim_notices(q) if notice.served]
    return protocol.unreached(q.case, *codes, since=max(served, default=None))


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


def _incidents(q: Question[Any]) -> str | None:
    if protocol.contacts(q.case, "incident_log") or on_file(q.case, DocumentKind.INCIDENT_LOG):
        return None
    return "No incident is recorded: what happened, when, who saw it."


def _warned(q: Question[Any]) -> str | None:
    if not q.facts.policy.conduct_warning_first or protocol.contacts(q.case, "conduct_warning"):
        return None
    return "No warning about the conduct is recorded."


def _invited(q: Question[Any]) -> str | None:
    missing = protocol.unreached(q.case, "part3_invite")
    if not missing:
        return None
    return f"Not yet told why possession is sought and asked for their circumstances: {', '.join(missing)}."


def _reasoned(q: Question[Any]) -> str | Why | None:
    invited = protocol.contacts(q.case, "part3_invite")
    made = protocol.contacts(q.case, "part3_reasons", since=invited[-1].on if invited else None)
    if not made:
        return "No decision, with brief reasons, on what the occupants said (or their silence) is recorded."
    if not invited:
        return None
    # A trespasser may be given a short time; of a home the policy says how long is fair.
    days = 0 if q.case.track is Track.TRESPASS else q.facts.policy.part3_reply_days
    asked, gave = invited[-1].on, long_date(made[-1].on)
    until = asked + timedelta(days=days)
    if made[-1].on >= until:
        return None
    told = f"Reasons were given on {gave}; asked on {long_date(asked)}, the occupants had until {long_date(until)}."
    mend = f"When {long_date(until)} has come, weigh what they said or their silence, and record the reasons then."
    return Why(told, mend, "Pre-Action Protocol 3.2; landlord's policy")


def _scheduled(q: Question[Any]) -> str | None:
    if protocol.contacts(q.case, "part3_schedule"):
        return None
    return "No schedule of the Part 3 steps for the claim is recorded."


_CONDUCT: tuple[Gate[Any], ...] = (
    Gate(
        "incidents_needed",
        NOTICE,
        "Are the incidents recorded?",
        _incidents,
        "Record each incident (what happened, when, who saw it, what was done), or add the log of them as a document.",
        "HA 1985 s.83(2); HA 1988 s.8(2); HA 1996 s.128(3)",
        "C",
    ),
    Gate(
        "warning_needed",
        NOTICE,
        "Was the tenant warned about the conduct?",
        _warned,
        "Warn the tenant in writing and record it, or have the landlord's policy set it aside for a grave case.",
        "Landlord's policy",
    ),
)

_PART_3: tuple[Gate[Any], ...] = (
    Gate(
        "part3_invite",
        CLAIM,
        "Were the occupants told why, and asked for their circumstances?",
        _invited,
        "Write to each of them with reasons and a day to answer by, and record it.",
        "Pre-Action Protocol 3.2(a)",
        "B",
    ),
    Gate(
        "part3_reasons",
        CLAIM,
        "Was what they said weighed, with reasons?",
        _reasoned,
        "Weigh it, give brief written reasons, and record the decision.",
        "Pre-Action Protocol 3.2(b); Pinnock [2010] UKSC 45",
        "B",
    ),
    Gate(
        "part3_schedule",
        ("issue_claim",),
        "Does the claim carry the schedule of those steps?",
        _scheduled,
        "Add the Part 3 schedule to the particulars or a statement, and record it.",
        "Pre-Action Protocol 3.3",
        "B",
    ),
)

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

NOTICE_EVIDENCE: tuple[Gate[Any], ...] = (
    *(asked_only(_of_part_2, gate) for gate in _NOTICE),
    *(asked_only(_for_conduct, gate) for gate in _CONDUCT),
)
CLAIM_EVIDENCE: tuple[Gate[Any], ...] = (
    *(asked_only(_of_part_2, gate) for gate in _CLAIM),
    *(asked_only(_of_part_3, gate) for gate in _PART_3),
)
