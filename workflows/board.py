"""What a run shows of itself in the engine, for support staff and the sweep: stage, next date, needs attention."""

from typing import Any

from temporalio import workflow
from temporalio.common import SearchAttributeUpdate

with workflow.unsafe.imports_passed_through():
    from cases.state import CaseState
    from cases.views import next_due, stage
    from workflows.names import LANDLORD, NEEDS_ATTENTION, NEXT_DUE, STAGE
    from workflows.waiting import rings


def publish(state: CaseState, needs_attention: bool) -> None:
    """Bring the search attributes and the shown details up to date. Attributes are not encrypted: no names."""
    shown = workflow.info().typed_search_attributes
    moment = next_due(state)
    changes: list[SearchAttributeUpdate[Any]] = []
    if shown.get(STAGE) != stage(state).value:
        changes.append(STAGE.value_set(stage(state).value))
    if shown.get(NEXT_DUE) != moment:
        changes.append(NEXT_DUE.value_unset() if moment is None else NEXT_DUE.value_set(moment))
    if shown.get(LANDLORD) != state.landlord:
        changes.append(LANDLORD.value_set(state.landlord))
    if shown.get(NEEDS_ATTENTION) != needs_attention:
        changes.append(NEEDS_ATTENTION.value_set(needs_attention))
    if changes:
        workflow.upsert_search_attributes(changes)
    attention = " Needs attention." if needs_attention else ""
    workflow.set_current_details(f"{stage(state).label}. Waits for {waits_for(state)}.{attention}")


def waits_for(state: CaseState) -> str:
    """What the case waits for, in words without names."""
    ring = next(iter(rings(state)), None)
    return f"{ring.title}: {ring.level} at {ring.at:%Y-%m-%d %H:%M} UTC" if ring else "a person"
