"""The read model of rent accounts: where each stands, worked out from its lines whenever lines are added."""

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from sqlalchemy import and_, case, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from cases.account import COURT_COST, SERVICE_CHARGE
from law.rent_lines import rent_kinds
from store.tables import Posting, RentBalance, Tenancy
from store.upsert import insert_into, table_of

_A_WEEK = {
    "week": Fraction(1),
    "fortnight": Fraction(1, 2),
    "four_week": Fraction(1, 4),
    "month": Fraction(12, 52),
    "quarter": Fraction(4, 52),
    "year": Fraction(1, 52),
}
_BATCH = 500


def weekly_pence(unit: str, charge_pence: int, weeks_charged_a_year: int | None) -> int:
    """The charge of an average week in pence, rounded down; rent-free weeks are spread over the year."""
    share = _A_WEEK[unit]
    if unit == "week" and weeks_charged_a_year:
        share = Fraction(min(weeks_charged_a_year, 52), 52)
    return int(charge_pence * share)


async def refresh(session: AsyncSession, tenancy_ids: Iterable[int], on: date) -> None:
    """Work out the balances of these tenancies as at the end of a day; later lines do not count yet."""
    ids = sorted(set(tenancy_ids))
    for start in range(0, len(ids), _BATCH):
        await _refresh(session, ids[start : start + _BATCH], on)


async def _refresh(session: AsyncSession, ids: Sequence[int], on: date) -> None:
    line, home = table_of(Posting).c, table_of(Tenancy).c
    left = line.due_pence - line.paid_pence
    reserved = and_(line.kind == SERVICE_CHARGE, home.service_charge_is_rent)
    is_rent = or_(line.kind.in_(sorted(rent_kinds(()))), reserved)
    sums = {
        row.tenancy_id: row
        for row in await session.execute(
            select(
                line.tenancy_id,
                func.sum(case((is_rent, left), else_=0)).label("rent"),
                func.sum(case((line.kind == COURT_COST, left), else_=0)).label("costs"),
                func.max(line.posted_on).label("last_posted_on"),
            )
            .join(table_of(Tenancy), home.id == line.tenancy_id)
            .where(line.tenancy_id.in_(ids), line.posted_on <= on)
            .group_by(line.tenancy_id)
        )
    }
    newest_first = func.row_number().over(
        partition_by=line.tenancy_id, order_by=(line.posted_on.desc(), line.id.desc())
    )
    payments = (
        select(line.tenancy_id, line.posted_on, line.paid_pence, newest_first.label("place"))
        .where(line.tenancy_id.in_(ids), line.posted_on <= on, line.kind == "payment", line.paid_pence > 0)
        .subquery()
    )
    paid = {row.tenancy_id: row for row in await session.execute(select(payments).where(payments.c.place == 1))}
    homes = await session.execute(
        select(
            home.id,
            home.landlord,
            home.period_unit,
            home.weeks_charged_a_year,
            home.rent_pence,
            home.service_charge_pence,
            home.service_charge_is_rent,
        ).where(home.id.in_(ids))
    )
    rows = [_row(row, sums.get(row.id), paid.get(row.id), on) for row in homes]
    if rows:
        await _put(session, rows)


def _row(home: Any, total: Any | None, payment: Any | None, on: date) -> dict[str, Any]:
    charge = home.rent_pence + (home.service_charge_pence if home.service_charge_is_rent else 0)
    return {
        "tenancy_id": home.id,
        "landlord": home.landlord,
        "rent_arrears_pence": int(total.rent) if total else 0,
        "court_costs_pence": int(total.costs) if total else 0,
        "weekly_pence": weekly_pence(home.period_unit, charge, home.weeks_charged_a_year),
        "last_payment_on": payment.posted_on if payment else None,
        "last_payment_pence": payment.paid_pence if payment else 0,
        "last_posted_on": total.last_posted_on if total else None,
        "as_at": on,
    }


async def _put(session: AsyncSession, rows: list[dict[str, Any]]) -> None:
    statement = insert_into(session, table_of(RentBalance))
    fresh = {name: statement.excluded[name] for name in rows[0] if name != "tenancy_id"}
    await session.execute(statement.on_conflict_do_update(index_elements=["tenancy_id"], set_=fresh), rows)
