"""The daily seal: one head over all chains.

A chain shows an altered event by itself, but not a tail that was cut off together with every trace of it. A seal
remembers where each chain ended, and stands on the seal before. Whoever keeps its head elsewhere (printed, mailed) can
show later that nothing before it was rewritten, by whomever.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from store.chain import GENESIS, digest
from store.tables import CaseView, EventRow, Seal, SealedHead
from store.upsert import insert_unless_there, table_of

_BATCH = 500


@dataclass(frozen=True)
class SealReport:
    """What a check of the seals found; `problems` are plain sentences, empty when all is well."""

    seals: int
    head: str
    problems: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


async def seal(session: AsyncSession, on: date) -> str:
    """Seal all chains as they end now, under a day; returns the head. A day that has its seal keeps it."""
    table, heads = table_of(Seal), table_of(SealedHead)
    there = await session.scalar(select(table.c.head).where(table.c.sealed_on == on))
    if there is not None:
        return str(there)
    before = (
        await session.execute(select(table.c.number, table.c.head).order_by(table.c.number.desc()).limit(1))
    ).first()
    number, prev = (before.number + 1, before.head) if before else (1, GENESIS)
    grown = await _grown(session)
    head = _head(on, number, prev, grown)
    row = {
        "sealed_on": on,
        "number": number,
        "head": head,
        "prev": prev,
        "chains": len(grown),
        "made_at": datetime.now(UTC),
    }
    if not await insert_unless_there(session, Seal, row):
        return str(await session.scalar(select(table.c.head).where(table.c.sealed_on == on)))
    for start in range(0, len(grown), _BATCH):
        await session.execute(heads.insert(), [end | {"sealed_on": on} for end in grown[start : start + _BATCH]])
    return head


async def verify(session: AsyncSession, kept: Mapping[date, str] | None = None) -> SealReport:
    """Check that seals stand on each other, that chains still reach their sealed ends, and the heads kept elsewhere.

    `kept` maps a sealed day to the head that was written down then.
    """
    table, heads = table_of(Seal), table_of(SealedHead)
    problems: list[str] = []
    sealed: dict[date, list[dict[str, Any]]] = {}
    for row in await session.execute(heads.select().order_by(heads.c.sealed_on, heads.c.case_id)):
        sealed.setdefault(row.sealed_on, []).append({"case_id": row.case_id, "seq": row.seq, "hash": row.hash})
    prev, count = GENESIS, 0
    found: dict[date, str] = {}
    for row in await session.execute(table.select().order_by(table.c.number)):
        count += 1
        if row.number != count:
            problems.append(f"the seal number {count} is missing")
            count = row.number
        elif row.prev != prev:
            problems.append(f"the seal of {row.sealed_on} does not stand on the one before it")
        if _head(row.sealed_on, row.number, row.prev, sealed.pop(row.sealed_on, [])) != row.head:
            problems.append(f"the seal of {row.sealed_on} was altered")
        prev = found[row.sealed_on] = row.head
    problems += [f"chain ends of {day} have no seal" for day in sealed]
    problems += [
        f"the head kept for {day} is not that of the record"
        for day, head in (kept or {}).items()
        if found.get(day) != head
    ]
    problems += await _broken_ends(session)
    return SealReport(count, prev, tuple(problems))


async def _grown(session: AsyncSession) -> list[dict[str, Any]]:
    """The ends of chains that are not where their last seal saw them, by case id."""
    view, heads = table_of(CaseView).c, table_of(SealedHead).c
    last = select(heads.case_id, func.max(heads.seq).label("seq")).group_by(heads.case_id).subquery()
    rows = await session.execute(
        select(view.case_id, view.last_seq, view.last_hash)
        .join(last, last.c.case_id == view.case_id, isouter=True)
        .where(or_(last.c.seq.is_(None), last.c.seq < view.last_seq))
    )
    ends = [{"case_id": row.case_id, "seq": row.last_seq, "hash": row.last_hash} for row in rows]
    # Sorted here: databases differ in how they sort text.
    return sorted(ends, key=lambda end: str(end["case_id"]))


async def _broken_ends(session: AsyncSession) -> list[str]:
    heads, event = table_of(SealedHead), table_of(EventRow)
    rows = await session.execute(
        select(heads.c.case_id, heads.c.sealed_on, heads.c.seq, event.c.hash)
        .join(event, and_(event.c.case_id == heads.c.case_id, event.c.seq == heads.c.seq), isouter=True)
        .where(or_(event.c.hash.is_(None), event.c.hash != heads.c.hash))
        .order_by(heads.c.case_id, heads.c.seq)
    )
    return [
        f"event {row.seq} of {row.case_id}, sealed on {row.sealed_on}, "
        + ("is gone" if row.hash is None else "is not what was sealed")
        for row in rows
    ]


def _head(on: date, number: int, prev: str, ends: list[dict[str, Any]]) -> str:
    ordered = sorted(ends, key=lambda end: str(end["case_id"]))
    return digest({"on": on.isoformat(), "number": number, "prev": prev, "ends": ordered})
