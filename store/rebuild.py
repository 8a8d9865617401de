"""The case from its events alone: they are the record, and the snapshot that pages read can be made again."""

from datetime import UTC, datetime
from itertools import groupby

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from store import readmodel
from store.cases import Summary, events_of
from store.kinds import KINDS, POSSESSION, Kept
from store.tables import CaseView
from store.upsert import table_of


async def state_from_events(session: AsyncSession, case_id: str) -> Kept | None:
    """The case as its recorded events make it, step by step; None if there are none."""
    history = await events_of(session, case_id)
    steps = [[row.event for row in rows] for _, rows in groupby(history, key=lambda row: row.revision)]
    kind = (await session.execute(select(CaseView.kind).where(CaseView.case_id == case_id))).scalar_one_or_none()
    state: Kept | None = KINDS[kind or POSSESSION].fold(steps)
    return state


async def agrees(session: AsyncSession, case_id: str) -> bool:
    """Whether the snapshot that pages read is what the events make."""
    wanted = select(col(CaseView.state), CaseView.kind).where(CaseView.case_id == case_id)
    kept = (await session.execute(wanted)).first()
    return kept is not None and KINDS[kept[1]].read(kept[0]) == await state_from_events(session, case_id)


async def rebuild(session: AsyncSession, case_id: str) -> bool:
    """Make the snapshot and the view again from the events; tells whether anything was different."""
    state = await state_from_events(session, case_id)
    view = (await session.execute(select(CaseView).where(CaseView.case_id == case_id))).scalar_one_or_none()
    if state is None or view is None:
        return False
    last = (await events_of(session, case_id))[-1]
    row = readmodel.row(state, Summary.of(state), view, as_at=last.at, now=datetime.now(UTC))
    row["updated_at"] = view.updated_at
    if all(getattr(view, name) == value for name, value in row.items()):
        return False
    table = table_of(CaseView)
    await session.execute(
        table.update().where(table.c.case_id == case_id).values(row | {"updated_at": datetime.now(UTC)})
    )
    await readmodel.put_deadlines(session, state)
    await session.refresh(view)
    return True
