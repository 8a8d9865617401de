"""Who stands in for which approver, and until when. A delegation is ended, never removed."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from cases import delegation
from cases.refusals import NotAllowed, NotFound, Refusal, Refused
from cases.state import Person
from cases.words import Role
from store import accounts, audit
from store.tables import Account, Delegation

SETS_FOR_OTHERS = frozenset({Role.TEAM_LEADER, Role.ADMINISTRATOR})


@dataclass(frozen=True)
class Standing:
    """A delegation as people see it. `running` tells whether it gives power on the day it was read for."""

    id: int
    landlord: str
    by: Person
    to: Person
    first: date
    last: date
    set_by: str
    set_at: datetime
    ended_by: str | None
    ended_at: datetime | None
    running: bool


async def make(
    session: AsyncSession, landlord: str, *, by: str, to: str, first: date, last: date, actor: Person, today: date
) -> int:
    """Have `to` stand in for `by`. Raises NotAllowed, NotFound, or Refused with every reason."""
    if actor.user_id != by and actor.role not in SETS_FOR_OTHERS:
        raise NotAllowed(
            Refusal(
                code="not_allowed",
                says="An approver delegates for themselves; a team leader or an administrator for others.",
                mend="Ask one of them.",
            )
        )
    away, stand_in = await _colleague(session, landlord, by), await _colleague(session, landlord, to)
    mine = await _rows(session, landlord, by=by)
    others = tuple(
        delegation.Delegation(by=away, first=row.first_day, last=row.last_day) for row in mine if not row.ended_at
    )
    faults = delegation.faults(away, stand_in, first, last, today, others)
    if faults:
        raise Refused(faults)
    row = Delegation(
        landlord=landlord,
        by_user=by,
        to_user=to,
        first_day=first,
        last_day=last,
        set_by=actor.user_id,
        set_at=datetime.now(UTC),
    )
    session.add(row)
    await session.flush()
    assert row.id is not None
    await audit.saw(session, actor.user_id, "delegation made", str(row.id))
    return row.id


async def end(session: AsyncSession, landlord: str, delegation_id: int, *, actor: Person) -> None:
    """End a delegation now; ended again, it stays as it was. Raises NotFound, NotAllowed."""
    row = await session.get(Delegation, delegation_id, with_for_update=True)
    if row is None or row.landlord != landlord:
        raise NotFound(_no("delegation"))
    if actor.user_id not in (row.by_user, row.to_user) and actor.role not in SETS_FOR_OTHERS:
        raise NotAllowed(
            Refusal(code="not_allowed", says="This is somebody else's delegation.", mend="Ask a team leader to end it.")
        )
    if row.ended_at is None:
        row.ended_at, row.ended_by = datetime.now(UTC), actor.user_id
        session.add(row)
        await session.flush()
        await audit.saw(session, actor.user_id, "delegation ended", str(delegation_id))


async def running_to(session: AsyncSession, landlord: str, to: str, on: date) -> tuple[delegation.Delegation, ...]:
    """The delegations that give somebody power on a legal day.

    An approver who is shut out, has another role by now, or works for another landlord gives none.
    """
    rows = [row for row in await _rows(session, landlord, to=to) if _runs(row, on)]
    found = []
    for row in rows:
        account = await accounts.by_id(session, row.by_user)
        if account is None or account.disabled or Role(account.role) not in delegation.APPROVERS:
            continue
        if account.landlord not in (None, landlord):
            continue
        by = Person(user_id=account.user_id, role=Role(account.role))
        found.append(delegation.Delegation(by=by, first=row.first_day, last=row.last_day))
    return tuple(found)


async def every(session: AsyncSession, landlord: str, today: date) -> list[Standing]:
    """All of a landlord's delegations, newest first, those that are over too."""
    people = {account.user_id: account for account in await accounts.every(session)}
    return [_standing(row, people, today) for row in reversed(await _rows(session, landlord))]


def _standing(row: Delegation, people: dict[str, Account], today: date) -> Standing:
    assert row.id is not None
    return Standing(
        id=row.id,
        landlord=row.landlord,
        by=Person(user_id=row.by_user, role=Role(people[row.by_user].role)),
        to=Person(user_id=row.to_user, role=Role(people[row.to_user].role)),
        first=row.first_day,
        last=row.last_day,
        set_by=row.set_by,
        set_at=row.set_at,
        ended_by=row.ended_by,
        ended_at=row.ended_at,
        running=_runs(row, today),
    )


def _runs(row: Delegation, day: date) -> bool:
    return row.ended_at is None and row.first_day <= day <= row.last_day


async def _rows(session: AsyncSession, landlord: str, *, by: str = "", to: str = "") -> list[Delegation]:
    query = select(Delegation).where(Delegation.landlord == landlord)
    if by:
        query = query.where(Delegation.by_user == by)
    if to:
        query = query.where(Delegation.to_user == to)
    return list((await session.execute(query.order_by(col(Delegation.id)))).scalars())


async def _colleague(session: AsyncSession, landlord: str, user_id: str) -> Person:
    account = await accounts.by_id(session, user_id)
    if account is None or account.disabled or account.landlord not in (None, landlord):
        raise NotFound(_no("colleague"))
    return Person(user_id=account.user_id, role=Role(account.role))


def _no(what: str) -> Refusal:
    return Refusal(code="not_found", says=f"There is no such {what}.", mend="Look at the list again.")
