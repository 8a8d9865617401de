"""The case as lists and pages read it, made anew from the state at every step."""

from datetime import date, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from cases.instants import legal_day
from store.kinds import Kept, Summary, own_columns
from store.tables import CaseDeadline, CaseView
from store.upsert import table_of


def row(state: Kept, summary: Summary, before: CaseView | None, *, as_at: datetime, now: datetime) -> dict[str, Any]:
    """The view's columns (without the chain's end). A stage that did not change keeps its day."""
    stage = summary.stage.value
    return {
        "case_id": state.case_id,
        "landlord": state.landlord,
        "tenancy_ref": state.tenancy_ref,
        "stage": stage,
        "stage_since": _since(state, stage, before, legal_day(as_at)),
        "officer": state.officer,
        "patch": state.patch,
        "opened_on": state.opened_on,
        "closed_on": state.closed.on if state.closed else None,
        "result": state.closed.result.value if state.closed else None,
        "next_due_at": summary.next_due_at,
        "next_due_title": summary.next_due_title,
        "next_due_on": summary.next_due_on,
        "at_risk": list(summary.at_risk),
        "at_risk_count": len(summary.at_risk),
        "attention": state.attention.what if state.attention else None,
        "revision": state.revision,
        "state": state.model_dump(mode="json"),
        "updated_at": now,
        **own_columns(state),
    }


def _since(state: Kept, stage: str, before: CaseView | None, today: date) -> date:
    """The day from which the case is at its stage; of one that was taken on, the day that its history tells."""
    if before is not None:
        return before.stage_since if before.stage == stage else today
    begun = getattr(state, "taken_on", None)
    return begun.stage_since or today if begun else today


async def update_view(session: AsyncSession, view: dict[str, Any]) -> None:
    """Replace the view of a case, unless it is already of this revision or a later one."""
    table = table_of(CaseView)
    await session.execute(
        table.update()
        .where(table.c.case_id == view["case_id"], table.c.revision < view["revision"])
        .values({name: value for name, value in view.items() if name != "case_id"})
    )


async def put_deadlines(session: AsyncSession, state: Kept) -> None:
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
