"""Forms that people have begun: kept sealed for their writer, replaced, thrown away, swept."""

import os
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from sqlmodel import select, update

from store import clock, drafts
from store.cipher import CannotOpen, Ring
from store.drafts import Place
from store.tables import FormDraft
from tests.store.made import LANDLORD, a_tenancy
from tests.store.test_feeds import some_staff_beside

Sessions = async_sessionmaker[AsyncSession]
RING = Ring({"k1": os.urandom(32)})
NOTE = Place(LANDLORD, "T1", "T1-1", "add_note")
OPENING = Place(LANDLORD, "T1", "", "open_case")
TYPED = {"text": [" Grace came in\r\nand "], "on-day": ["31"], "on-month": ["2"], "who": ["a", "b"]}
NAMED_BY = (
    ("", {"text": {"id": "x", "digest": "y"}}, True),
    ("N1", {"notice_id": "N1"}, True),
    ("N1", {"notice_id": "N2"}, False),
    ("H1/n244", {"subject": "H1", "paper": "n244"}, True),
    ("H1/n244", {"subject": "H1", "paper": "rent_schedule"}, False),
    ("N1/served/on", {"fact": "N1/served/on"}, True),
)
"""What a draft is about, the act that is recorded, and whether it is the draft's own."""


async def begun(session: AsyncSession) -> None:
    await a_tenancy(session)
    await some_staff_beside(session)
    await drafts.save(session, RING, "officer.a", NOTE, TYPED, revision=3)


async def test_what_was_typed_comes_back_as_it_was_and_lies_sealed_for_its_writer(writing: Sessions) -> None:
    async with writing.begin() as session:
        await begun(session)
        assert await drafts.words(session, RING, "officer.a", NOTE) == TYPED
        (row,) = (await session.execute(select(FormDraft))).scalars()
        assert b"Grace" not in row.sealed
        assert await drafts.words(session, RING, "senior", NOTE) is None
        assert await drafts.words(session, RING, "officer.a", OPENING) is None
        await session.execute(update(FormDraft).values(user_id="senior"))
        with pytest.raises(CannotOpen, match="does not open with key 'k1'"):
            await drafts.words(session, RING, "senior", NOTE)


async def test_saving_again_replaces_what_was_kept_and_the_day_it_was_begun_stays(writing: Sessions) -> None:
    async with writing.begin() as session:
        await begun(session)
        first = await drafts.find(session, "officer.a", NOTE)
        await clock.advance(session, LANDLORD, 7)
        await drafts.save(session, RING, "officer.a", NOTE, {"text": ["Other."]}, revision=5)
        (found,) = await drafts.of_person(session, "officer.a")
        assert first is not None
        assert (found.began_on, found.saved_on) == (first.began_on, first.began_on + timedelta(days=7))
        assert found.revision == 5
        assert await drafts.words(session, RING, "officer.a", NOTE) == {"text": ["Other."]}
        about = await drafts.save(session, RING, "officer.a", NOTE, {}, subject="N2")
        assert about.began_on == about.saved_on


async def test_drafts_are_listed_for_their_writer_their_case_and_the_team_until_they_go(writing: Sessions) -> None:
    now = datetime.now(UTC)
    async with writing.begin() as session:
        await begun(session)
        await drafts.save(session, RING, "officer.a", OPENING, {"reason": [""]})
        await drafts.save(session, RING, "senior", NOTE, {})
        assert [each.place for each in await drafts.of_person(session, "officer.a")] == [OPENING, NOTE]
        assert [each.user_id for each in await drafts.of_case(session, LANDLORD, "T1-1")] == ["senior", "officer.a"]
        assert [each.user_id for each in await drafts.of_others(session, LANDLORD, "officer.a")] == ["senior"]
        assert await drafts.of_others(session, "sample-other-council", "officer.a") == []
        assert len(await drafts.of_others(session, None, "senior")) == 2
        assert (NOTE.address, OPENING.address) == ("/cases/T1-1", f"/accounts/{LANDLORD}/T1")
        assert [await drafts.throw_away(session, "officer.a", NOTE) for _ in range(2)] == [True, False]
        assert await drafts.clear(session, now - timedelta(days=1)) == 0
        assert await drafts.clear(session, now + timedelta(days=1)) == 2
        assert await drafts.how_many(session, "senior") == 0


async def test_a_draft_goes_when_its_own_act_is_recorded(writing: Sessions) -> None:
    async with writing.begin() as session:
        await begun(session)
        for subject, command, goes in NAMED_BY:
            await drafts.save(session, RING, "officer.a", NOTE, TYPED, subject=subject)
            await drafts.acted(session, "officer.a", NOTE, command)
            assert (await drafts.find(session, "officer.a", NOTE) is None) is goes, subject
