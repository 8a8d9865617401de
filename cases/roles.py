"""Who may ask what of a case."""

from cases.commands import SYSTEM_COMMANDS
from cases.delegation import APPROVERS as APPROVERS
from cases.delegation import POWERS
from cases.facts import Facts
from cases.words import Role

CASE_WORKERS = frozenset({Role.OFFICER, Role.SENIOR, Role.TEAM_LEADER})

_OTHERWISE: dict[str, frozenset[Role]] = {
    "approve": APPROVERS,
    "send_back": APPROVERS,
    "decide_review": APPROVERS,
    "reassign": frozenset({Role.SENIOR, Role.TEAM_LEADER, Role.ADMINISTRATOR}),
    "add_note": CASE_WORKERS | {Role.LEGAL},
    "request_paper": CASE_WORKERS | {Role.LEGAL},
    "stop_paper": CASE_WORKERS | {Role.LEGAL},
    "add_document": CASE_WORKERS | {Role.LEGAL},
    "change_document": CASE_WORKERS | {Role.LEGAL},
    "withdraw_document": CASE_WORKERS | {Role.LEGAL},
    "correct": CASE_WORKERS | {Role.LEGAL},
    "record_court_told": CASE_WORKERS | {Role.LEGAL},
    "start_hold": CASE_WORKERS | {Role.LEGAL},
    "extend_hold": CASE_WORKERS | {Role.LEGAL},
    "end_hold": CASE_WORKERS | {Role.LEGAL},
    "record_papers_served": CASE_WORKERS | {Role.LEGAL},
    "ask_for_papers_order": CASE_WORKERS | {Role.LEGAL},
    "record_papers_decision": CASE_WORKERS | {Role.LEGAL},
    "end_claim": CASE_WORKERS | {Role.LEGAL},
    "choose_court": CASE_WORKERS | {Role.LEGAL},
    "record_response": CASE_WORKERS | {Role.LEGAL},
    "record_aftermath": CASE_WORKERS | {Role.LEGAL},
    "list_hearing": CASE_WORKERS | {Role.LEGAL},
    "record_claim_service": CASE_WORKERS | {Role.LEGAL},
    "record_outcome": CASE_WORKERS | {Role.LEGAL},
    "set_ask": CASE_WORKERS | {Role.LEGAL},
    "record_filing": CASE_WORKERS | {Role.LEGAL},
    "record_direction": CASE_WORKERS | {Role.LEGAL},
    "record_direction_met": CASE_WORKERS | {Role.LEGAL},
    "record_application": CASE_WORKERS | {Role.LEGAL},
    **dict.fromkeys(("draft_application", "file_application", "drop_application"), CASE_WORKERS | {Role.LEGAL}),
    "decide_application": CASE_WORKERS | {Role.LEGAL},
    "record_permission": CASE_WORKERS | {Role.LEGAL},
    **dict.fromkeys(
        ("record_parties", "record_household", "record_right_to_buy", "end_right_to_buy"), CASE_WORKERS | {Role.LEGAL}
    ),
    "clear_attention": CASE_WORKERS | {Role.ADMINISTRATOR},
}


def who_may(command: str) -> frozenset[Role]:
    """The roles that may ask this."""
    if command in SYSTEM_COMMANDS:
        return frozenset({Role.SYSTEM})
    return _OTHERWISE.get(command, CASE_WORKERS)


def may(role: Role, command: str) -> bool:
    """Whether the role may ask this."""
    return role in who_may(command)


def allowed(facts: Facts, command: str) -> bool:
    """Whether the actor may ask this, by their role or in the place of an approver who is away."""
    return may(facts.actor.role, command) or (command in POWERS and bool(facts.delegations))
