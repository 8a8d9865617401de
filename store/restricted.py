"""Restricting an account's cases to named people, and lifting it: staff who are tenants, violence, witnesses' safety.

A restriction is set for one case and covers every case of its account, of both kinds, those to come too, and the
account's own page. Nobody's look is stopped here: `store.veil` holds who sees what.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from cases.base import TextRef
from cases.refusals import NotFound, Refusal, Refused
from cases.state import Person
from cases.words import Role
from store import accounts, audit, texts
from store.tables import CaseView, RestrictedTo, Restriction
from store.veil import forget, may_see, unveiled

SETS = frozenset({Role.TEAM_LEADER, Role.ADMINISTRATOR})
"""Who restricts a case, and lifts it where they may see it."""
MAY_BE_NAMED = frozenset({Role.OFFICER, Role.SENIOR, Role.TEAM_LEADER, Role.LEGAL})
MOST_PEOPLE = 50


@dataclass(frozen=True)
class Kept:
    """A restriction as people see it; instants are the world's. `people` are the ids of those who may see."""

    id: int
    landlord: str
    tenancy_ref: str
    case_id: str
    people: tuple[str, ...]
    reason: TextRef
    set_by: str
    set_at: datetime
    lifted_by: str | None
    lifted_at: datetime | None
    lifted_reason: TextRef | None


async def restrict(
    session: AsyncSession, case_id: str, people: Iterable[str], reason: TextRef, *, actor: Person
) -> int:
    """Keep a case, and every other of its account, for these people; one that ran for it before ends with this.

    Raises NotFound for a case that is not there or is kept from the actor, Refused with every reason.
    """
    with unveiled(session):
        case = await _case(session, case_id, actor)
        named = tuple(dict.fromkeys(people))
        faults = [*await _faults(session, case, named)]
        if faults:
            raise Refused(faults)
        now = datetime.now(UTC)
        for before in await _running(session, case.landlord, case.tenancy_ref):
            _lift(before, reason, actor, now)
            session.add(before)
        row = Restriction(
            landlord=case.landlord,
            tenancy_ref=case.tenancy_ref,
            case_id=case_id,
            reason=reason.model_dump(),
            set_by=actor.user_id,
            set_at=now,
        )
        session.add(row)
        await session.flush()
        assert row.id is not None
        session.add_all(RestrictedTo(restriction_id=row.id, user_id=one) for one in named)
        await texts.keep(session, [reason.model_dump()], case_id)
        await session.flush()
        await audit.saw(session, actor.user_id, "restriction set", case_id)
        forget(session)
        return row.id


async def lift(session: AsyncSession, restriction_id: int, reason: TextRef, *, actor: Person) -> None:
    """Let everybody of the landlord see the account's cases again; lifted again, it stays as it was.

    Raises NotFound for one that is not there or is kept from the actor.
    """
    with unveiled(session):
        row = await session.get(Restriction, restriction_id, with_for_update=True)
        if row is None or not await may_see(session, actor.user_id, row.case_id):
            raise NotFound(_no("restriction"))
        if row.lifted_at is not None:
            return
        _lift(row, reason, actor, datetime.now(UTC))
        session.add(row)
        await texts.keep(session, [reason.model_dump()], row.case_id)
        await session.flush()
        await audit.saw(session, actor.user_id, "restriction lifted", row.case_id)
        forget(session)


async def every(session: AsyncSession, landlord: str, user_id: str) -> list[Kept]:
    """A landlord's restrictions that this person may know of, newest first, those that were lifted too."""
    with unveiled(session):
        rows = await session.execute(
            select(Restriction).where(Restriction.landlord == landlord).order_by(col(Restriction.id).desc())
        )
        found = [await _told(session, row) for row in rows.scalars()]
        return [one for one in found if await may_see(session, user_id, one.case_id)]


async def landlord_of(session: AsyncSession, case_id: str) -> str | None:
    """Whose case it is, for one who sets a restriction; None if it is not there."""
    found: str | None = (
        await session.execute(select(CaseView.landlord).where(CaseView.case_id == case_id))
    ).scalar_one_or_none()
    return found


async def landlord_of_restriction(session: AsyncSession, restriction_id: int) -> str | None:
    """Whose restriction it is; None if it is not there."""
    row = await session.get(Restriction, restriction_id)
    return None if row is None else row.landlord


async def of_account(session: AsyncSession, landlord: str, tenancy_ref: str) -> Kept | None:
    """The restriction that runs for an account, for whoever sees the account."""
    rows = await _running(session, landlord, tenancy_ref)
    return await _told(session, rows[-1]) if rows else None


async def leaves_unseen(session: AsyncSession, landlord: str, tenancy_ref: str, officer: str) -> bool:
    """Whether this officer could not see the account's cases, were one given to them."""
    kept = await of_account(session, landlord, tenancy_ref)
    return kept is not None and officer not in kept.people


async def is_restricted(session: AsyncSession, landlord: str, tenancy_ref: str) -> bool:
    """Whether only named people may see the account's cases."""
    return bool(await _running(session, landlord, tenancy_ref))


async def restricted_accounts(session: AsyncSession, landlord: str) -> frozenset[str]:
    """The references of a landlord's accounts that only named people may see. To be told to nobody."""
    rows = await session.execute(
        select(Restriction.tenancy_ref).where(Restriction.landlord == landlord, col(Restriction.lifted_at).is_(None))
    )
    return frozenset(rows.scalars())


async def _running(session: AsyncSession, landlord: str, tenancy_ref: str) -> Sequence[Restriction]:
    rows = await session.execute(
        select(Restriction)
        .where(
            Restriction.landlord == landlord,
            Restriction.tenancy_ref == tenancy_ref,
            col(Restriction.lifted_at).is_(None),
        )
        .order_by(col(Restriction.id))
    )
    return list(rows.scalars())


async def _case(session: AsyncSession, case_id: str, actor: Person) -> CaseView:
    found = await session.execute(select(CaseView).where(CaseView.case_id == case_id))
    case = found.scalar_one_or_none()
    if case is None or not await may_see(session, actor.user_id, case_id):
        raise NotFound(_no("case"))
    return case


async def _faults(session: AsyncSession, case: CaseView, people: Sequence[str]) -> list[Refusal]:
    known = {
        one.user_id
        for one in await accounts.every(session, landlord=case.landlord)
        if not one.disabled and Role(one.role) in MAY_BE_NAMED
    }
    faults = []
    if not people or len(people) > MOST_PEOPLE:
        says = "Nobody is named." if not people else f"More than {MOST_PEOPLE} people are named."
        faults.append(Refusal(code="nobody_named", says=says, mend="Name who may see the case.", field="people"))
    if set(people) - known:
        says = "Somebody who is named does not work on this landlord's cases."
        mend = "Name officers, senior officers, team leaders or legal colleagues."
        faults.append(Refusal(code="not_staff", says=says, mend=mend, field="people"))
    rows = await session.execute(
        select(CaseView.officer).where(
            CaseView.landlord == case.landlord,
            CaseView.tenancy_ref == case.tenancy_ref,
            col(CaseView.closed_on).is_(None),
        )
    )
    if people and set(rows.scalars()) - set(people):
        says = "The officer of an open case on this account is not named."
        faults.append(
            Refusal(
                code="officer_not_named",
                says=says,
                mend="Give the case to somebody who is named first, or name its officer.",
                field="people",
            )
        )
    return faults


def _lift(row: Restriction, reason: TextRef, actor: Person, now: datetime) -> None:
    row.lifted_by, row.lifted_at, row.lifted_reason = actor.user_id, now, reason.model_dump()


async def _told(session: AsyncSession, row: Restriction) -> Kept:
    assert row.id is not None
    people = await session.execute(
        select(RestrictedTo.user_id).where(RestrictedTo.restriction_id == row.id).order_by(col(RestrictedTo.user_id))
    )
    return Kept(
        id=row.id,
        landlord=row.landlord,
        tenancy_ref=row.tenancy_ref,
        case_id=row.case_id,
        people=tuple(people.scalars()),
        reason=TextRef.model_validate(row.reason),
        set_by=row.set_by,
        set_at=row.set_at,
        lifted_by=row.lifted_by,
        lifted_at=row.lifted_at,
        lifted_reason=None if row.lifted_reason is None else TextRef.model_validate(row.lifted_reason),
    )


def _no(what: str) -> Refusal:
    return Refusal(code="not_found", says=f"There is no such {what}.", mend="Check the address.")
