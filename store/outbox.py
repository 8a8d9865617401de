"""What people are to be told, once each. Deadlines put it here in the step that raised them; one deliverer sends it."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select, update

from cases.events import AlarmRaised, Event
from cases.instants import start_of_day
from cases.words import Role
from store.tables import OutboxRow
from store.upsert import insert_unless_there


def kind_of(level: str) -> str:
    """`escalation`, `due` or `reminder`, from an alarm's level."""
    if level.startswith("escalat"):
        return "escalation"
    return "due" if level == "due" else "reminder"


async def put_alarms(
    session: AsyncSession, landlord: str, case_id: str, events: Iterable[Event], now: datetime
) -> None:
    """A row for every alarm among the events; an alarm that already has its row gets no second one."""
    for event in events:
        if isinstance(event, AlarmRaised):
            row = {
                "landlord": landlord,
                "case_id": case_id,
                "deadline_id": event.deadline_id,
                "level": event.level,
                "due": event.due,
                "kind": kind_of(event.level),
                "to_role": event.to_role.value,
                "to_user": event.to_user,
                "title": event.title,
                "on": event.on,
                "body_code": f"alarm.{kind_of(event.level)}",
                "created_at": now,
            }
            await insert_unless_there(session, OutboxRow, row)


async def put_raised(
    session: AsyncSession, landlord: str, case_id: str, code: str, title: str, on: date, now: datetime
) -> None:
    """A message to the administrator about a case; one of each code a day."""
    row = {
        "landlord": landlord,
        "case_id": case_id,
        "deadline_id": f"sweep.{code}",
        "level": "escalation",
        "due": start_of_day(on),
        "kind": "escalation",
        "to_role": Role.ADMINISTRATOR.value,
        "to_user": None,
        "title": title,
        "on": on,
        "body_code": "sweep",
        "created_at": now,
    }
    await insert_unless_there(session, OutboxRow, row)


async def rows(
    session: AsyncSession,
    *,
    landlord: str | None = None,
    case_id: str | None = None,
    to_user: str | None = None,
    undelivered: bool = False,
    before: int | None = None,
    limit: int = 50,
) -> list[OutboxRow]:
    """Newest first; `before` is the id of the last row of the page before."""
    query = select(OutboxRow)
    if landlord is not None:
        query = query.where(OutboxRow.landlord == landlord)
    if case_id is not None:
        query = query.where(OutboxRow.case_id == case_id)
    if to_user is not None:
        query = query.where(OutboxRow.to_user == to_user)
    if undelivered:
        query = query.where(col(OutboxRow.delivered_at).is_(None))
    if before is not None:
        query = query.where(col(OutboxRow.id) < before)
    found = await session.execute(query.order_by(col(OutboxRow.id).desc()).limit(limit))
    return list(found.scalars())


async def due_rows(session: AsyncSession, *, limit: int = 100) -> list[OutboxRow]:
    """What waits to be delivered, oldest first. The row's id is the key under which it is sent."""
    found = await session.execute(
        select(OutboxRow).where(col(OutboxRow.delivered_at).is_(None)).order_by(col(OutboxRow.id)).limit(limit)
    )
    return list(found.scalars())


async def mark_delivered(session: AsyncSession, ids: Iterable[int], now: datetime) -> int:
    """Mark rows as delivered; tells how many were not marked before."""
    done = await session.execute(
        update(OutboxRow)
        .where(col(OutboxRow.id).in_(list(ids)), col(OutboxRow.delivered_at).is_(None))
        .values(delivered_at=now)
        .returning(col(OutboxRow.id))
    )
    return len(done.all())


async def deliver_due(session: AsyncSession, now: datetime, *, limit: int = 500) -> int:
    """Deliver to the local outbox page: what waits becomes readable there. Returns how many rows."""
    waiting = await due_rows(session, limit=limit)
    return await mark_delivered(session, [row.id for row in waiting if row.id is not None], now)
