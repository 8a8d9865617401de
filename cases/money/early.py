"""What the state of a money case alone can refuse, at once and without looking anything up."""

from cases.commands import SYSTEM_COMMANDS
from cases.early import kind_of as kind_of
from cases.early import not_here
from cases.money.commands import MoneyCommand
from cases.money.state import MoneyState
from cases.refusals import Refusal
from law.explained import long_date

NEVER_STALE = frozenset(
    {"record_trace", "search_register", "assess_debtors", "record_means", "add_note", "request_money_paper"}
)
OPENINGS = frozenset({"open_money_case", "take_on_debt"})
_LISTS = {
    "reply_id": "replies",
    "arrangement_id": "arrangements",
    "hold_id": "holds",
    "breathing_space_id": "breathing_spaces",
    "claim_id": "claims",
    "judgment_id": "judgments",
    "enforcement_id": "enforcements",
    "paper_id": "papers",
}


def refuse(state: MoneyState | None, command: MoneyCommand, seen_revision: int | None) -> tuple[Refusal, ...]:
    """Every reason that state alone gives; empty when the command may go on to be decided."""
    if command.kind in OPENINGS:
        if state is None or state.closed is not None:
            return ()
        says = f"Money case {state.case_id} is open on this account; one may be open at a time."
        link = f"/money-cases/{state.case_id}"
        return (Refusal(code="already_open", says=says, mend="Go on with the open case.", link=link),)
    if state is None:
        return (Refusal(code="no_case", says="There is no open case here.", mend="Open a case first."),)
    if command.kind in SYSTEM_COMMANDS:
        return ()
    if state.closed is not None:
        says = f"Money case {state.case_id} was closed on {long_date(state.closed.on)}."
        return (Refusal(code="closed", says=says, mend="Open a new case if the debt calls for it."),)
    found: list[Refusal] = []
    if seen_revision not in (None, state.revision) and command.kind not in NEVER_STALE:
        says = f"The case has moved on: it was at step {seen_revision} when you looked and is at {state.revision} now."
        found.append(Refusal(code="stale", says=says, mend="Look at the case again, then decide."))
    for field, items in _LISTS.items():
        wanted = getattr(command, field, None)
        if wanted is not None and not any(item.id == wanted for item in getattr(state, items)):
            says = not_here(field.removesuffix("_id").replace("_", " "), wanted)
            found.append(Refusal(code="unknown_subject", says=says, mend="Look at the case again."))
    return tuple(found)
