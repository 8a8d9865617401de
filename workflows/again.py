"""How a case whose run was lost is started again: the same for the daily sweep and for whoever asks for it."""

from typing import Literal, NamedTuple

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from cases.money.state import MoneyState
    from cases.state import CaseState
    from workflows.messages import (
        CLOSED_CASE,
        MONEY_CASE,
        POSSESSION_CASE,
        CaseArgs,
        MoneyArgs,
        closed_workflow_id,
        money_workflow_id,
        workflow_id,
    )


class Again(NamedTuple):
    """The run to be started: the type and id of its workflow, and what it starts from."""

    workflow: str
    id: str
    args: CaseArgs | MoneyArgs


def again(
    state: CaseState | MoneyState, by: Literal["hand", "sweep"], clock_offset_seconds: int, recent: tuple[str, ...]
) -> Again:
    """The run that goes on from this state, and says on the record that it was started again.

    Of a closed case it is the short run that makes what was asked for after closing; it says nothing.
    """
    shared = {"clock_offset_seconds": clock_offset_seconds, "recent": recent, "recovered": by}
    where = {"landlord": state.landlord, "tenancy_ref": state.tenancy_ref}
    if isinstance(state, CaseState) and state.closed is not None:
        id = closed_workflow_id(state.landlord, state.tenancy_ref, state.case_id)
        return Again(CLOSED_CASE, id, CaseArgs.model_validate({**where, **shared, "state": state}))
    if isinstance(state, MoneyState):
        id = money_workflow_id(state.landlord, state.tenancy_ref)
        return Again(MONEY_CASE, id, MoneyArgs.model_validate({**where, **shared, "state": state}))
    id = workflow_id(state.landlord, state.tenancy_ref)
    return Again(POSSESSION_CASE, id, CaseArgs.model_validate({**where, **shared, "state": state}))
