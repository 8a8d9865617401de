"""Who looked at what, kept apart by landlord and found by case."""

from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from cases.words import Role
from store import accounts, audit, landlords
from store.cases import record
from tests.store.made import CASE, LANDLORD, TENANCY, a_tenancy, an_opening

Sessions = async_sessionmaker[AsyncSession]


async def test_a_landlord_sees_the_looks_at_its_own_and_by_its_own(writing: Sessions) -> None:
    async with writing.begin() as session:
        await a_tenancy(session)
        other = await landlords.ensure(session, "Other Sample Homes", sample=True)
        for who, slug in (("theirs", other), ("ours", LANDLORD)):
            await accounts.create(
                session,
                user_id=who,
                username=who,
                display_name=who,
                role=Role.OFFICER,
                password_hash="x",
                landlord=slug,
            )
        await record(session, an_opening())
        looks = [
            ("case", CASE),
            ("paper", f"{CASE}/P1"),
            ("account", f"{LANDLORD}/{TENANCY}"),
            ("case list", "2 listed"),
        ]
        for what, subject in looks:
            await audit.saw(session, "ours", what, subject)
        await audit.saw(session, "theirs", "case list", "9 listed")
        await audit.saw(session, "theirs", "account", f"{other}/X1")
    async with writing.begin() as session:
        found = await audit.sightings(session, landlord=LANDLORD)
        assert [(each.what, each.subject) for each in found[::-1]] == looks
        assert [each.what for each in await audit.looks_at(session, CASE)] == ["case", "paper", "account"]
        after = await audit.sightings(session, landlord=LANDLORD, before=found[1].number)
        assert [each.what for each in after] == ["paper", "case"]
        assert {each.user_id for each in await audit.sightings(session, landlord=other)} == {"theirs"}
        assert (await audit.pages_of(session, found))[f"{CASE}/P1"] == f"/cases/{CASE}"
