"""What a run shows of itself in the engine, for support staff and the sweep: stage, next date, needs attention."""

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from temporalio import workflow
from temporalio.common import SearchAttributeUpdate

with workflow.unsafe.imports_passed_through():
    from cases.alarms import next_alarm
    from workflows.names import LANDLORD, NEEDS_ATTENTION, NEXT_DUE, STAGE
    from workflows.waiting import rings

if TYPE_CHECKING:
    from workflows.kept import Kept


def publish(state: "Kept", stage: StrEnum, needs_attention: bool) -> None:
    """Bring the search attributes and the shown details up to date. Attributes are not encrypted: no names."""
    shown = workflow.info().typed_search_attributes
    found = next_alarm(state.deadlines)
    moment = found[1].at if found else None
    changes: list[SearchAttributeUpdate[Any]] = []
    if shown.get(STAGE) != stage.value:
        changes.append(STAGE.value_set(stage.value))
    if shown.get(NEXT_DUE) != moment:
        changes.append(NEXT_DUE.value_unset() if moment is None else NEXT_DUE.value_set(moment))
    if shown.get(LANDLORD) != state.landlord:
        changes.append(LANDLORD.value_set(state.landlord))
    if shown.get(NEEDS_ATTENTION) != needs_attention:
        changes.append(NEEDS_ATTENTION.value_set(needs_attention))
    if changes:
        workflow.upsert_search_attributes(changes)
    attention = " Needs attention." if needs_attention else ""
    workflow.set_current_details(f"{getattr(stage, 'label', stage.value)}. Waits for {waits_for(state)}.{attention}")


def waits_for(state: "Kept") -> str:
    """What the case waits for, in words without names."""
    ring = next(iter(rings(state)), None)
    return f"{ring.title}: {ring.level} at {ring.at:%Y-%m-%d %H:%M} UTC" if ring else "a person"
