"""What the case's state alone can refuse, at once and without looking anything up."""

from typing import Any

from cases.commands import SYSTEM_COMMANDS, Command
from cases.paper_rules import WHOLE_CASE
from cases.refusals import Refusal
from cases.state import CaseState
from law.explained import long_date

AFTER_CLOSING = frozenset(
    {"request_paper", "stop_paper", "add_document", "change_document", "withdraw_document"}
    | {"add_note", "clear_attention", "correct"}
)
"""What people may still ask of a closed case: the ombudsman's and subject-access requests come after it.

A case that is closed has no run; each of these starts a short one of its own (`workflows.closed_case`).
"""

NEVER_STALE = frozenset(
    {"record_contact", "record_search", "record_assessment", "add_note", "request_paper", "add_document"}
)
"""Commands that only add to the file: they mean the same whatever happened since the person looked."""

OPENINGS = frozenset({"open_case", "take_on"})
"""The commands that a case begins with."""

_LISTS = {
    "notice_id": ("notice", "notices"),
    "claim_id": ("claim", "claims"),
    "review_id": ("review", "reviews"),
    "hearing_id": ("hearing", "hearings"),
    "order_id": ("order", "orders"),
    "warrant_id": ("warrant", "warrants"),
    "arrangement_id": ("arrangement", "arrangements"),
    "application_id": ("application", "applications"),
    "draft_id": ("prepared application", "application_drafts"),
    "paper_id": ("paper", "papers"),
    "document_id": ("document", "documents"),
    "decision_id": ("decision", "decisions"),
    "breathing_space_id": ("breathing space", "breathing_spaces"),
    "hold_id": ("hold", "holds"),
    "benefit_claim_id": ("benefit claim", "benefit_claims"),
    "right_to_buy_id": ("claim to buy", "right_to_buys"),
}


def kind_of(refusals: tuple[Refusal, ...]) -> str:
    """The kind of refusal, as a decision names it."""
    codes = {r.code for r in refusals}
    if "stale" in codes:
        return "conflict"
    return "not_found" if codes & {"no_case", "unknown_subject"} else "refused"


def not_here(name: str, wanted: str) -> str:
    """What is said of an item that the case has not, or that nobody named."""
    return f"This case has no {name} {wanted}." if wanted.strip() else f"It is not said which {name} is meant."


def refuse(
    state: CaseState | None, command: Command, seen_revision: int | None, *, after_closing: bool = True
) -> tuple[Refusal, ...]:
    """Every reason that state alone gives; empty when the command may go on to be decided.

    `seen_revision` None means that the asker does not mind what happened since. `after_closing` false: nothing may be
    asked of a closed case, for the run that asks ends with it.
    """
    if command.kind in OPENINGS:
        return (_already_open(state),) if state is not None and state.closed is None else ()
    if state is None:
        return (Refusal(code="no_case", says="There is no open case here.", mend="Open a case first."),)
    if command.kind in SYSTEM_COMMANDS:
        return ()
    if state.closed is not None and not (after_closing and command.kind in AFTER_CLOSING):
        on = long_date(state.closed.on)
        says = f"Case {state.case_id} was closed on {on}: {state.closed.result.label.lower()}."
        return (Refusal(code="closed", says=says, mend="Open a new case if the arrears call for it."),)
    found = (_stale(state, command, seen_revision), _unknown(state, command))
    return tuple(refusal for refusal in found if refusal is not None)


def _already_open(state: CaseState) -> Refusal:
    return Refusal(
        code="already_open",
        says=f"Case {state.case_id} is open on this tenancy; one may be open at a time.",
        mend="Go on with the open case.",
        link=f"/cases/{state.case_id}",
    )


def _stale(state: CaseState, command: Command, seen: int | None) -> Refusal | None:
    if seen is None or seen == state.revision or command.kind in NEVER_STALE:
        return None
    return Refusal(
        code="stale",
        says=f"The case has moved on since you looked: it was at step {seen} then and is at step {state.revision} now.",
        mend="Look at the case again, then decide.",
    )


def _unknown(state: CaseState, command: Command) -> Refusal | None:
    for field, (name, items) in _LISTS.items():
        wanted = getattr(command, field, None)
        if wanted is not None and not _has(getattr(state, items), wanted):
            return _no(name, wanted)
    wanted = getattr(command, "subject", None)
    every: tuple[Any, ...] = (*state.notices, *state.claims, *state.hearings, *state.orders, *state.warrants)
    if command.kind == "request_paper":
        every = (*every, *state.reviews, *state.arrangements, *state.applications, *state.application_drafts)
        if wanted == WHOLE_CASE:
            return None
    return _no("item", wanted) if wanted is not None and not _has(every, wanted) else None


def _has(items: tuple[Any, ...], wanted: str) -> bool:
    return any(item.id == wanted for item in items)


def _no(name: str, wanted: str) -> Refusal:
    return Refusal(code="unknown_subject", says=not_here(name, wanted), mend="Look at the case again.")
