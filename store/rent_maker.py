"""Rent lines made up for a sample landlord as its clock moves: charges by period, and payments by habit.

Everything follows from the tenancy's reference and the day, so that the same days make the same lines. Rent-free weeks
of a 48 or 50 week year are put at the end of December and the beginning of April.
"""

import hashlib
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from store import balances
from store.errors import NotThere
from store.housing import NO_HOME
from store.tables import Landlord, Posting, Tenancy
from store.upsert import insert_into, table_of

HABITS = ("full", "part", "never")
_DAYS = {"week": 7, "fortnight": 14, "four_week": 28}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_BATCH = 500


@dataclass(frozen=True)
class Made:
    """How many lines were made up, and for which tenancies."""

    postings: int
    tenancies: tuple[str, ...]


async def set_habit(
    session: AsyncSession, landlord: str, tenancy_ref: str, habit: str | None, *, extra_pence: int = 0
) -> None:
    """Say how a sample tenant pays from now on: full, part, never, or None for what its reference gives.

    `extra_pence` is paid on top of each full payment: with the instalment of a suspended order, its terms are kept.
    Raises NotThere, ValueError.
    """
    if habit is not None and habit not in HABITS:
        raise ValueError(f"a habit is one of {', '.join(HABITS)}")
    home, owner = table_of(Tenancy), table_of(Landlord)
    sample = select(owner.c.slug).where(owner.c.slug == landlord, owner.c.sample.is_(True)).scalar_subquery()
    done = await session.execute(
        home.update()
        .where(home.c.landlord == sample, home.c.tenancy_ref == tenancy_ref)
        .values(habit=habit, habit_extra_pence=extra_pence)
        .returning(home.c.id)
    )
    if done.first() is None:
        raise NotThere(f"sample tenancy {tenancy_ref}")


async def make(session: AsyncSession, landlord: Landlord, to: date) -> Made:
    """Make the lines of every day after those already made, up to and including `to`, and bring balances up to it."""
    home, line = table_of(Tenancy), table_of(Posting)
    since = landlord.rent_made_to or await _last_line(session, landlord.slug)
    if since is None or since >= to:
        return Made(0, ())
    homes = (await session.execute(home.select().where(home.c.landlord == landlord.slug).order_by(home.c.id))).all()
    made = [row for tenancy in homes for row in _lines(tenancy, since, to)]
    made.sort(key=lambda row: (row["posted_on"], row["tenancy_id"]))
    for start in range(0, len(made), _BATCH):
        await session.execute(insert_into(session, line).on_conflict_do_nothing(), made[start : start + _BATCH])
    landlord.rent_made_to = to
    session.add(landlord)
    await session.flush()
    await balances.refresh(session, [tenancy.id for tenancy in homes], to)
    touched = {row["tenancy_id"] for row in made}
    return Made(len(made), tuple(tenancy.tenancy_ref for tenancy in homes if tenancy.id in touched))


async def _last_line(session: AsyncSession, slug: str) -> date | None:
    home, line = table_of(Tenancy).c, table_of(Posting).c
    found: date | None = await session.scalar(
        select(func.max(line.posted_on))
        .join(table_of(Tenancy), home.id == line.tenancy_id)
        .where(home.landlord == slug)
    )
    return found


def _lines(tenancy: Any, since: date, to: date) -> Iterator[dict[str, Any]]:
    if tenancy.occupancy in NO_HOME:
        return
    lag = _share(tenancy.tenancy_ref, "lag", 5)
    for start in period_starts(tenancy.period_unit, tenancy.period_anchor, since - timedelta(days=lag), to):
        if start < tenancy.start_date or (tenancy.end_date is not None and start > tenancy.end_date):
            continue
        if tenancy.period_unit == "week" and rent_free(start, tenancy.weeks_charged_a_year):
            continue
        if start > since:
            yield _line(tenancy.id, start, "rent", due=tenancy.rent_pence, narrative="Rent charge")
            if tenancy.service_charge_pence:
                due = tenancy.service_charge_pence
                yield _line(tenancy.id, start, "service_charge", due=due, narrative="Service charge")
        pays_on = start + timedelta(days=lag)
        paid = payment(tenancy, start)
        if paid and since < pays_on <= to:
            yield _line(tenancy.id, pays_on, "payment", paid=paid, source="tenant", narrative="Direct debit")


def payment(tenancy: Any, start: date) -> int:
    """What the tenant pays for the period that begins on `start`, in pence, by habit."""
    full: int = tenancy.rent_pence + tenancy.service_charge_pence
    habit = tenancy.habit or _habit(tenancy.tenancy_ref)
    if habit == "full":
        return full + int(tenancy.habit_extra_pence)
    if habit == "part":
        # Two periods in three are paid, at some six tenths: arrears grow slowly.
        return full * 6 // 10 if _share(tenancy.tenancy_ref, start.isoformat(), 3) else 0
    return 0


def period_starts(unit: str, anchor: date, after: date, to: date) -> Iterator[date]:
    """First days of rent periods after one day and up to another; `anchor` is the first day of some period."""
    if unit in _DAYS:
        length = _DAYS[unit]
        start = after + timedelta(days=length - (after - anchor).days % length)
        while start <= to:
            yield start
            start += timedelta(days=length)
        return
    step = _MONTHS[unit]
    months = (after.year - anchor.year) * 12 + after.month - anchor.month
    count = months // step - 1
    while True:
        year, month = divmod(anchor.year * 12 + anchor.month - 1 + count * step, 12)
        start = date(year, month + 1, min(anchor.day, monthrange(year, month + 1)[1]))
        if start > to:
            return
        if start > after:
            yield start
        count += 1


def rent_free(start: date, weeks_charged_a_year: int | None) -> bool:
    """Whether the week that begins on `start` is free: half of the free weeks end December, the others begin April."""
    free = 52 - min(weeks_charged_a_year or 52, 52)
    at_christmas, at_easter = (free + 1) // 2, free // 2
    new_year = date(start.year + 1, 1, 1)
    if new_year - timedelta(days=7 * at_christmas) <= start < new_year:
        return True
    april = date(start.year, 4, 1)
    return april <= start < april + timedelta(days=7 * at_easter)


def _habit(tenancy_ref: str) -> str:
    place = _share(tenancy_ref, "habit", 100)
    return "full" if place < 40 else "part" if place < 75 else "never"


def _share(tenancy_ref: str, about: str, of: int) -> int:
    return int.from_bytes(hashlib.sha256(f"{tenancy_ref}|{about}".encode()).digest()[:4], "big") % of


def _line(
    tenancy_id: int, on: date, kind: str, *, narrative: str, due: int = 0, paid: int = 0, source: str = ""
) -> dict[str, Any]:
    return {
        "tenancy_id": tenancy_id,
        "posted_on": on,
        "kind": kind,
        "due_pence": due,
        "paid_pence": paid,
        "source": source,
        "narrative": narrative,
        "occurrence": 1,
        "made": True,
    }
