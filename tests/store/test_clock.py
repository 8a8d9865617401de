"""A sample landlord's clock moves on and makes its rent; real data keeps the world's time."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from store import clock, housing, landlords, rent_maker
from store.errors import NotSample, NotThere
from store.rent_maker import period_starts, rent_free
from store.tables import Posting
from tests.store.made import LANDLORD, TENANCY, a_tenancy

Sessions = async_sessionmaker[AsyncSession]
SUNDAY = date(2026, 11, 1)


async def the_council(session: AsyncSession, made_to: date = SUNDAY) -> landlords.Landlord:
    """The sample landlord, its rent made up to a day."""
    council = await landlords.get(session, LANDLORD)
    council.rent_made_to = made_to
    await session.flush()
    return council


async def lines(session: AsyncSession) -> list[tuple[date, str, int, int]]:
    """The account of the tenancy: day, kind, due, paid."""
    rows = await session.execute(select(Posting).order_by(Posting.posted_on, Posting.id))  # type: ignore[arg-type]
    return [(row.posted_on, row.kind, row.due_pence, row.paid_pence) for row in rows.scalars()]


async def test_the_clock_of_a_sample_landlord_moves_on(writing: Sessions) -> None:
    async with writing.begin() as session:
        await a_tenancy(session)
        moved = await clock.advance(session, LANDLORD, 30)
        assert moved.offset == timedelta(days=30)
        await clock.advance(session, LANDLORD, 5)
    async with writing.begin() as session:
        assert await clock.offset(session, LANDLORD) == timedelta(days=35)
        ahead = await clock.now(session, LANDLORD) - datetime.now(UTC)
        assert timedelta(days=34, hours=23) < ahead <= timedelta(days=35)


async def test_real_data_keeps_the_worlds_time(writing: Sessions) -> None:
    async with writing.begin() as session:
        slug = await landlords.ensure(session, "Real Homes")
        with pytest.raises(NotSample):
            await clock.advance(session, slug, 1)
        assert await clock.offset(session, slug) == timedelta(0)
        with pytest.raises(NotThere):
            await clock.advance(session, "nobody", 1)


@pytest.mark.parametrize("days", [-1, 367])
async def test_a_clock_does_not_go_back_nor_run_away(writing: Sessions, days: int) -> None:
    async with writing.begin() as session:
        await a_tenancy(session)
        with pytest.raises(ValueError, match="366"):
            await clock.advance(session, LANDLORD, days)


async def test_rent_is_charged_on_the_first_day_of_each_period(writing: Sessions) -> None:
    async with writing.begin() as session:
        await a_tenancy(session, habit="never")
        made = await rent_maker.make(session, await the_council(session), date(2026, 11, 15))
        assert made.tenancies == (TENANCY,)
        assert await lines(session) == [
            (date(2026, 11, 2), "rent", 10_000, 0),
            (date(2026, 11, 2), "service_charge", 500, 0),
            (date(2026, 11, 9), "rent", 10_000, 0),
            (date(2026, 11, 9), "service_charge", 500, 0),
        ]
        balance = await housing.balance(session, LANDLORD, TENANCY)
        assert balance is not None
        assert balance.rent_arrears_pence == 21_000


async def test_a_balance_leaves_out_a_service_charge_that_is_not_rent(writing: Sessions) -> None:
    async with writing.begin() as session:
        await a_tenancy(session, habit="never", service_charge_is_rent=False)
        await rent_maker.make(session, await the_council(session), date(2026, 11, 15))
        balance = await housing.balance(session, LANDLORD, TENANCY)
        assert balance is not None
        assert (balance.rent_arrears_pence, balance.court_costs_pence) == (20_000, 0)


async def test_the_same_days_are_made_once(writing: Sessions) -> None:
    async with writing.begin() as session:
        await a_tenancy(session)
        council = await the_council(session)
        await rent_maker.make(session, council, date(2026, 12, 15))
        before = await lines(session)
        assert (await rent_maker.make(session, council, date(2026, 12, 15))).postings == 0
        council.rent_made_to = SUNDAY
        await rent_maker.make(session, council, date(2026, 12, 15))
        assert await lines(session) == before


async def test_one_long_move_makes_what_many_short_ones_make(writing: Sessions) -> None:
    async with writing.begin() as session:
        await a_tenancy(session, "T1", habit="part", period_unit="month", period_anchor=date(2020, 1, 31))
        await a_tenancy(session, "T2", habit="full")
        council = await the_council(session)
        await rent_maker.make(session, council, date(2027, 2, 1))
        at_once = sorted(await lines(session))
        await session.execute(Posting.__table__.delete())  # type: ignore[attr-defined]
        council.rent_made_to = SUNDAY
        for days in range(1, 93):
            await rent_maker.make(session, council, SUNDAY + timedelta(days=days))
        assert sorted(await lines(session)) == at_once


async def test_a_tenant_can_be_made_to_keep_the_terms_of_an_order(writing: Sessions) -> None:
    async with writing.begin() as session:
        await a_tenancy(session)
        await rent_maker.set_habit(session, LANDLORD, TENANCY, "full", extra_pence=350)
        await rent_maker.make(session, await the_council(session), date(2026, 11, 30))
        payments = [line for line in await lines(session) if line[1] == "payment"]
        assert payments
        assert {paid for _, _, _, paid in payments} == {10_850}
        await rent_maker.set_habit(session, LANDLORD, TENANCY, "never")
        await rent_maker.make(session, await the_council(session, date(2026, 12, 6)), date(2027, 1, 15))
        assert not [line for line in await lines(session) if line[1] == "payment" and line[0] > date(2026, 12, 6)]


async def test_habits_are_only_for_sample_tenants(writing: Sessions) -> None:
    async with writing.begin() as session:
        slug = await landlords.ensure(session, "Real Homes")
        await a_tenancy(session, "R1", landlord=slug)
        with pytest.raises(NotThere):
            await rent_maker.set_habit(session, slug, "R1", "never")
        with pytest.raises(ValueError, match="habit"):
            await rent_maker.set_habit(session, LANDLORD, "R1", "sometimes")


async def test_nothing_is_charged_after_the_end_of_a_tenancy_or_to_former_tenants(writing: Sessions) -> None:
    async with writing.begin() as session:
        await a_tenancy(session, "T1", end_date=date(2026, 11, 5), habit="never")
        await a_tenancy(session, "T2", occupancy="former_tenant")
        await rent_maker.make(session, await the_council(session), date(2026, 11, 30))
        assert [line[0] for line in await lines(session)] == [date(2026, 11, 2)] * 2


def test_months_begin_on_the_anchors_day_or_the_last_of_the_month() -> None:
    starts = period_starts("month", date(2024, 1, 31), date(2026, 12, 31), date(2027, 4, 30))
    assert list(starts) == [date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31), date(2027, 4, 30)]


def test_periods_are_counted_from_an_anchor_on_either_side() -> None:
    later = period_starts("fortnight", date(2027, 1, 4), date(2026, 11, 1), date(2026, 12, 1))
    assert list(later) == [date(2026, 11, 9), date(2026, 11, 23)]
    quarters = period_starts("quarter", date(2030, 1, 1), date(2026, 1, 1), date(2026, 12, 31))
    assert list(quarters) == [date(2026, 4, 1), date(2026, 7, 1), date(2026, 10, 1)]


@pytest.mark.parametrize(("weeks", "free"), [(52, 0), (50, 2), (48, 4), (None, 0)])
def test_a_year_has_its_rent_free_weeks(weeks: int | None, free: int) -> None:
    mondays = [date(2026, 1, 5) + timedelta(weeks=n) for n in range(52)]
    assert sum(rent_free(monday, weeks) for monday in mondays) == free
