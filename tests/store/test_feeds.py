"""Calendar feeds and daily digests."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from sqlmodel import select

from store import accounts, delegations, digests, feeds
from store.tables import CalendarFeed
from tests.store.made import LANDLORD, NOON
from tests.store.test_outlook import a_case_of, a_deadline
from tests.store.test_team import SENIOR, some_staff

Sessions = async_sessionmaker[AsyncSession]
TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    """Monday 23 November 2026."""
    with time_machine.travel(NOON, tick=True):
        yield


async def test_a_new_word_opens_the_feed_and_the_old_one_no_more(writing: Sessions) -> None:
    async with writing.begin() as session:
        await some_staff(session)
        first = await feeds.renew(session, "senior")
        second = await feeds.renew(session, "senior")
        assert await feeds.owner_of(session, first) is None
        owner = await feeds.owner_of(session, second)
        assert owner is not None
        assert owner.user_id == "senior"
        assert second not in str((await session.execute(select(CalendarFeed))).scalars().all())
        await feeds.end(session, "senior")
        assert await feeds.owner_of(session, second) is None
        assert await feeds.made_at(session, "senior") is None


async def test_the_feed_of_somebody_shut_out_is_shut(writing: Sessions) -> None:
    async with writing.begin() as session:
        await some_staff(session)
        word = await feeds.renew(session, "senior")
        await accounts.set_disabled(session, "senior", True)
        assert await feeds.owner_of(session, word) is None


async def test_a_day_has_one_digest_with_what_is_due_and_late(writing: Sessions) -> None:
    async with writing.begin() as session:
        dates = (a_deadline("ten_day_letter", 3), a_deadline("claim_service", -1), a_deadline("hearing", 30))
        await a_case_of(session, "T1", "officer.a", deadlines=dates)
        await some_staff_beside(session)
        assert await digests.make(session, LANDLORD) == 1
        assert await digests.make(session, LANDLORD) == 0
        (digest,) = await digests.of(session, "officer.a", [LANDLORD])
        assert [(line["kind"], line["what"]) for line in digest.lines] == [
            ("late", "claim_service -1"),
            ("due", "ten_day_letter 3"),
        ]
        assert digest.lines[0]["href"] == "/cases/T1-1"
        assert await digests.of(session, "officer.a", ["other"]) == []


async def test_a_new_password_or_being_shut_out_closes_the_feed_for_good(writing: Sessions) -> None:
    async with writing.begin() as session:
        await some_staff(session)
        first = await feeds.renew(session, "senior")
        await accounts.set_password(session, "senior", "another hash")
        assert await feeds.owner_of(session, first) is None
        assert await feeds.made_at(session, "senior") is None
        second = await feeds.renew(session, "senior")
        await accounts.set_disabled(session, "senior", True)
        await accounts.set_disabled(session, "senior", False)
        assert await feeds.owner_of(session, second) is None


async def test_a_delegate_s_digest_says_what_waits_for_approval(writing: Sessions) -> None:
    from tests.store.test_lists import a_notice

    async with writing.begin() as session:
        await a_case_of(session, "T1", "leader", notices=(a_notice("leader"),))
        await some_staff_beside(session)
        days = {"first": TODAY, "last": TODAY + timedelta(days=7), "today": TODAY}
        await delegations.make(session, LANDLORD, by="senior", to="officer.a", actor=SENIOR, **days)
        await digests.make(session, LANDLORD)
        (digest,) = await digests.of(session, "officer.a", [LANDLORD])
        assert [line["what"] for line in digest.lines] == ["Notice N1 waits for approval"]
        (seniors,) = await digests.of(session, "senior", [LANDLORD])
        assert seniors.lines == digest.lines


async def some_staff_beside(session: AsyncSession) -> None:
    """An officer and a senior, the tenancies being there already."""
    from cases.words import Role

    for user_id, role in (("officer.a", Role.OFFICER), ("senior", Role.SENIOR)):
        await accounts.create(
            session, user_id=user_id, username=user_id, display_name=user_id, role=role, password_hash="x"
        )
