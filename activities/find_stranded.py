"""Comparing the record with the engine: open cases without a run, dates that passed in silence, mail left lying."""

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from temporalio import activity

from activities.context import Context
from activities.contract import FIND_STRANDED, StrandedCase, StrandedInput, StrandedResult
from activities.failures import told_apart
from store import wakeups
from store.engine import transaction
from store.tables import CaseView, Landlord, OutboxRow
from store.upsert import table_of

OVERSLEPT = timedelta(minutes=15)
LEFT_LYING = timedelta(hours=1)
SEARCH_SECONDS = 240.0
RUNNING = "WorkflowType IN ('possession-case', 'money-case') AND ExecutionStatus = 'Running'"


class FindStranded:
    """The activity, with what it works on. Reads only, so that running it twice changes nothing."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @activity.defn(name=FIND_STRANDED)
    async def find_stranded(self, asked: StrandedInput) -> StrandedResult:
        """What should have happened by `now` and has not, at most `limit` of each sort."""
        async with told_apart(SEARCH_SECONDS):
            # The record first: a case opened after this look is then never taken for one that is not running.
            async with transaction(self._context.reading) as session:
                cases = await _open_cases(session)
                waiting = await _outbox_waiting(session, asked.now)
            running = await _running()
            stranded = [
                case
                for case, _ in cases
                if wakeups.workflow_id(case.landlord, case.tenancy_ref, case.kind) not in running
            ]
            late = [case for case, due in cases if due is not None and _late(case, due, asked.now)]
            return StrandedResult(
                not_running=tuple(stranded[: asked.limit]),
                overdue=tuple(case for case in late if case not in stranded)[: asked.limit],
                outbox_waiting=waiting,
            )


def _late(case: StrandedCase, due: datetime, now: datetime) -> bool:
    return due + OVERSLEPT < now + timedelta(seconds=case.clock_offset_seconds)


async def _open_cases(session: AsyncSession) -> list[tuple[StrandedCase, datetime | None]]:
    """Every open case with its next date, as the record has them."""
    case, owner = table_of(CaseView).c, table_of(Landlord).c
    rows = await session.execute(
        select(case.case_id, case.landlord, case.tenancy_ref, case.next_due_at, owner.clock_offset_seconds)
        .add_columns(case.kind)
        .join(table_of(Landlord), owner.slug == case.landlord)
        .where(case.closed_on.is_(None))
        .order_by(case.case_id)
    )
    return [
        (
            StrandedCase(
                case_id=row.case_id,
                landlord=row.landlord,
                tenancy_ref=row.tenancy_ref,
                clock_offset_seconds=row.clock_offset_seconds,
                kind=row.kind,
            ),
            row.next_due_at,
        )
        for row in rows
    ]


async def _outbox_waiting(session: AsyncSession, now: datetime) -> int:
    outbox = table_of(OutboxRow).c
    found = await session.execute(
        select(func.count()).where(outbox.delivered_at.is_(None), outbox.created_at < now - LEFT_LYING)
    )
    return int(found.scalar_one())


async def _running() -> set[str]:
    """The ids of every case that the engine runs."""
    found = set()
    async for execution in activity.client().list_workflows(RUNNING):
        found.add(execution.id)
    return found
