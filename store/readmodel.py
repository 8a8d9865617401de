"""The case as lists and pages read it, made anew from the state at every step."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy.ext.asyncio import AsyncSession

from cases.instants import legal_day
from cases.state import CaseState, Claim, Notice, Warrant
from store.tables import CaseDeadline, CaseView
from store.upsert import table_of

if TYPE_CHECKING:
    from store.cases import Summary


def row(
    state: CaseState, summary: "Summary", before: CaseView | None, *, as_at: datetime, now: datetime
) -> dict[str, Any]:
    """The view's columns (without the chain's end). A stage that did not change keeps its day."""
    stage = summary.stage.value
    approvals = waiting_for_approval(state)
    same_stage = before is not None and before.stage == stage
    return {
        "case_id": state.case_id,
        "landlord": state.landlord,
        "tenancy_ref": state.tenancy_ref,
        "track": state.track.value,
        "stage": stage,
        "stage_since": before.stage_since if before is not None and same_stage else legal_day(as_at),
        "officer": state.officer,
        "patch": state.patch,
        "opened_on": state.opened_on,
        "closed_on": state.closed.on if state.closed else None,
        "result": state.closed.result.value if state.closed else None,
        "next_due_at": summary.next_due_at,
        "next_due_title": summary.next_due_title,
        "next_due_on": summary.next_due_on,
        "arrears_pence": state.last_arrears_pence,
        "at_risk": list(summary.at_risk),
        "at_risk_count": len(summary.at_risk),
        "approvals": approvals,
        "approvals_count": len(approvals),
        "attention": state.attention.what if state.attention else None,
        "revision": state.revision,
        "state": state.model_dump(mode="json"),
        "updated_at": now,
    }


def waiting_for_approval(state: CaseState) -> list[dict[str, str]]:
    """What a senior has still to look at: kind, id, who drafted it and when (ISO date); nothing of a closed case."""
    if state.closed is not None:
        return []
    drafts: list[tuple[str, Notice | Claim | Warrant]] = [
        *(("notice", item) for item in state.notices),
        *(("claim", item) for item in state.claims),
        *(("warrant", item) for item in state.warrants),
    ]
    return [
        {"kind": kind, "id": item.id, "drafted_by": item.drafted_by.user_id, "drafted_on": item.drafted_on.isoformat()}
        for kind, item in drafts
        if item.live and item.approved_by is None
    ]


async def update_view(session: AsyncSession, view: dict[str, Any]) -> None:
    """Replace the view of a case, unless it is already of this revision or a later one."""
    table = table_of(CaseView)
    await session.execute(
        table.update()
        .where(table.c.case_id == view["case_id"], table.c.revision < view["revision"])
        .values({name: value for name, value in view.items() if name != "case_id"})
    )


async def put_deadlines(session: AsyncSession, state: CaseState) -> None:
    """Replace the dates that the case waits for; a closed case waits for none."""
    table = table_of(CaseDeadline)
    await session.execute(table.delete().where(table.c.case_id == state.case_id))
    rows = [
        {
            "case_id": state.case_id,
            "deadline_id": deadline.id,
            "kind": deadline.kind,
            "title": deadline.title,
            "on": deadline.date.on,
            "subject": deadline.subject,
            "spoken": any(alarm.fired and alarm.level == "due" for alarm in deadline.alarms),
        }
        for deadline in (() if state.closed else state.deadlines)
    ]
    if rows:
        await session.execute(table.insert(), rows)
