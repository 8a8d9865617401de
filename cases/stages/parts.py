"""Facts of a part of an item, from which nothing else is worked out: directions, and benefit that is expected."""

from typing import Any

from cases.commands import Command, ExpectBenefit, RecordDirection, RecordDirectionMet
from cases.retold.act import Act
from cases.state import CaseState

PARTS = frozenset({"record_direction", "record_direction_met", "expect_benefit"})


def part_corrected(state: CaseState, act: Act, command: Command | None) -> CaseState:
    """The case with that part as it is now known to have been; None means that it never happened."""
    match command or act.command:
        case RecordDirection() as directed:
            return _with(state, "hearings", "directions", act, {"by": directed.by})
        case RecordDirectionMet() as met:
            return _with(state, "hearings", "directions", act, {"done_on": met.on if command else None})
        case ExpectBenefit() as due:
            told = {"due_on": due.due_on, "pence": due.pence, "source": due.source}
            return _with(state, "arrangements", "expected_benefit", act, told)
    return state


def _with(state: CaseState, name: str, parts: str, act: Act, changes: dict[str, Any]) -> CaseState:
    def changed(item: Any) -> Any:
        if item.id != act.item:
            return item
        told = tuple(p.model_copy(update=changes) if p.id == act.part else p for p in getattr(item, parts))
        return item.model_copy(update={parts: told})

    return state.model_copy(update={name: tuple(changed(item) for item in getattr(state, name))})
