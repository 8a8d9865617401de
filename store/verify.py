"""Checking a case's chain: that no event was altered, left out, put in or cut off."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from store.chain import GENESIS, event_hash
from store.tables import CaseView, EventRow
from store.upsert import table_of


@dataclass(frozen=True)
class ChainReport:
    """What a check of a chain found. `problem` says what is wrong, first at `at_seq`; both None when all is well."""

    case_id: str
    events: int
    head: str
    problem: str | None = None
    at_seq: int | None = None

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong."""
        return self.problem is None


async def verify_chain(session: AsyncSession, case_id: str) -> ChainReport:
    """Work out every hash again. A tail that was cut off with care is shown by `store.seals`."""
    table = table_of(EventRow)
    head, count = GENESIS, 0
    for row in (
        await session.execute(table.select().where(table.c.case_id == case_id).order_by(table.c.seq))
    ).mappings():
        count += 1
        if row["seq"] != count:
            return ChainReport(case_id, count - 1, head, f"event {count} is missing", count)
        if row["prev"] != head:
            return ChainReport(case_id, count, head, f"event {count} does not stand on the one before it", count)
        if event_hash(dict(row)) != row["hash"]:
            return ChainReport(case_id, count, head, f"event {count} was altered", count)
        head = row["hash"]
    view = (
        await session.execute(select(CaseView.last_seq, CaseView.last_hash).where(col(CaseView.case_id) == case_id))
    ).first()
    if view is None:
        return ChainReport(case_id, count, head, "there is no such case", None)
    if (view[0], view[1]) != (count, head):
        return ChainReport(case_id, count, head, f"the record ends at event {count}, the case at {view[0]}", count + 1)
    return ChainReport(case_id, count, head)
