"""Who may ask what of a money case."""

from cases.commands import SYSTEM_COMMANDS
from cases.roles import APPROVERS, CASE_WORKERS
from cases.words import Role

_OTHERWISE: dict[str, frozenset[Role]] = {
    "approve": APPROVERS,
    "send_back": APPROVERS,
    "strike_out_hold": frozenset({Role.SENIOR, Role.TEAM_LEADER, Role.LEGAL}),
    "reassign": frozenset({Role.SENIOR, Role.TEAM_LEADER, Role.ADMINISTRATOR}),
    "clear_attention": CASE_WORKERS | {Role.ADMINISTRATOR},
}
_ALSO_LEGAL = frozenset(
    {
        "add_note",
        "request_money_paper",
        "record_money_service",
        "record_response",
        "ask_judgment",
        "record_judgment",
        "end_money_claim",
        "set_judgment_aside",
        "record_enforcement",
    }
)


def who_may(command: str) -> frozenset[Role]:
    """The roles that may ask this."""
    if command in SYSTEM_COMMANDS:
        return frozenset({Role.SYSTEM})
    if command in _ALSO_LEGAL:
        return CASE_WORKERS | {Role.LEGAL}
    return _OTHERWISE.get(command, CASE_WORKERS)


def may(role: Role, command: str) -> bool:
    """Whether the role may ask this."""
    return role in who_may(command)
