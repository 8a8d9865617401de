"""What an update's validator refuses at once, from state alone and without a trace in history."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from cases.commands import SYSTEM_COMMANDS
    from cases.outcome import Decision
    from cases.refusals import Refusal
    from workflows.messages import RunArgs, refused_early

if TYPE_CHECKING:
    from workflows.kept import Kept


def opening(args: RunArgs, state: "Kept | None", command: Any, opens: type[Any]) -> None:
    """Raise where a command cannot be the opening of this run's account; `opens` is the command that opens."""
    if not isinstance(command, opens):
        _refuse("not_allowed", "not_an_opening", "This does not open a case.", "Send it to an open case.")
    if (command.landlord, command.tenancy_ref) != (args.landlord, args.tenancy_ref):
        _refuse("invalid", "other_tenancy", "The opening names another tenancy.", "Open it on its own tenancy.")
    if state is not None and state.closed is not None:
        _refuse("conflict", "case_ending", "The last case on this tenancy is just ending.", "Try again in a moment.")


def act(
    state: "Kept | None",
    command: Any,
    opens: type[Any],
    refusals: tuple[Refusal, ...],
    kind_of: Callable[[tuple[Refusal, ...]], str],
) -> None:
    """Raise where the state alone shows that the act cannot be done: no case, closed, stale, wrong stage."""
    if state is None:
        _refuse("not_found", "no_case", "No case is open on this tenancy.", "Open one first.")
    if isinstance(command, opens) or command.kind in SYSTEM_COMMANDS:
        _refuse("not_allowed", "not_an_act", "People do not do this to an open case.", "Choose one of its acts.")
    if refusals:
        raise refused_early(Decision(kind=kind_of(refusals), refusals=refusals))


def _refuse(kind: str, code: str, says: str, mend: str) -> NoReturn:
    raise refused_early(Decision(kind=kind, refusals=(Refusal(code=code, says=says, mend=mend),)))
