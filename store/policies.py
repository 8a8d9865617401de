"""Landlords' own rules by date: which hold on a day, what is set from a day on, and who set it. Nothing is removed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from cases.facts import Policy
from store import landlords
from store.tables import Landlord, PolicyVersion


@dataclass(frozen=True)
class Version:
    """One policy with its days, both included; `last` is None while nothing follows. The first has no first day."""

    policy: Policy
    first: date | None
    last: date | None
    set_by: str
    set_at: datetime | None
    note: str = ""


async def in_force(session: AsyncSession, owner: Landlord, on: date) -> Policy:
    """The landlord's own rules on a legal day; before its first dated policy, what it had until then."""
    found = await session.execute(
        select(PolicyVersion)
        .where(PolicyVersion.landlord == owner.slug, col(PolicyVersion.from_day) <= on)
        .order_by(col(PolicyVersion.from_day).desc(), col(PolicyVersion.id).desc())
        .limit(1)
    )
    row = found.scalar_one_or_none()
    return landlords.policy_of(owner) if row is None else Policy.model_validate(row.policy)


async def set_from(
    session: AsyncSession, slug: str, policy: Policy, from_day: date, *, by: str, note: str = ""
) -> None:
    """Have these rules hold from a day on. Raises NotThere."""
    await landlords.get(session, slug)
    session.add(
        PolicyVersion(
            landlord=slug,
            from_day=from_day,
            policy=policy.model_dump(mode="json", exclude_defaults=True),
            set_by=by,
            set_at=datetime.now(UTC),
            note=note,
        )
    )
    await session.flush()


async def versions(session: AsyncSession, slug: str) -> list[Version]:
    """Every policy that holds or held on some day, the oldest first; one that a later setting replaced is left out.

    Raises NotThere.
    """
    owner = await landlords.get(session, slug)
    rows = await session.execute(
        select(PolicyVersion)
        .where(PolicyVersion.landlord == slug)
        .order_by(col(PolicyVersion.from_day), col(PolicyVersion.id))
    )
    by_day = {row.from_day: row for row in rows.scalars()}
    days: Sequence[date] = sorted(by_day)
    first = Version(landlords.policy_of(owner), None, _before(days[0]) if days else None, "", None)
    found = [first]
    for place, day in enumerate(days):
        row = by_day[day]
        last = _before(days[place + 1]) if place + 1 < len(days) else None
        policy = Policy.model_validate(row.policy)
        found.append(Version(policy, day, last, row.set_by, row.set_at, row.note))
    return found


def _before(day: date) -> date:
    return date.fromordinal(day.toordinal() - 1)
