"""Policies by date and delegation in absence, as the store keeps them."""

from datetime import date, timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from cases.facts import Policy
from cases.ladder import Rung
from cases.refusals import NotAllowed, NotFound, Refused
from cases.state import Person
from cases.words import Role
from store import accounts, audit, delegations, facts, landlords, policies
from store.errors import NotThere
from tests.store.made import LANDLORD, NOON, OFFICER, a_tenancy

Sessions = async_sessionmaker[AsyncSession]
TODAY = date(2026, 11, 23)
SENIOR = Person(user_id="senior", role=Role.SENIOR)
LEADER = Person(user_id="leader", role=Role.TEAM_LEADER)


async def some_staff(session: AsyncSession) -> None:
    """An officer, a senior, a team leader, and a senior of another landlord."""
    await a_tenancy(session)
    other = await landlords.ensure(session, "Other Sample Council", sample=True)
    for person, landlord in (
        (OFFICER, None),
        (SENIOR, None),
        (LEADER, LANDLORD),
        (Person(user_id="elsewhere", role=Role.SENIOR), other),
    ):
        await accounts.create(
            session,
            user_id=person.user_id,
            username=person.user_id,
            display_name=person.user_id,
            role=person.role,
            password_hash="x",
            landlord=landlord,
        )


async def test_each_day_has_the_policy_that_was_set_for_it(writing: Sessions) -> None:
    async with writing.begin() as session:
        await a_tenancy(session)
        await landlords.set_policy(session, LANDLORD, Policy(minimum_arrears_weeks=5))
        owner = await landlords.get(session, LANDLORD)
        first, second = date(2026, 12, 1), date(2027, 4, 1)
        await policies.set_from(session, LANDLORD, Policy(minimum_arrears_weeks=8), second, by="ada")
        await policies.set_from(session, LANDLORD, Policy(minimum_arrears_weeks=6), first, by="ada", note="Cabinet")
        found = [
            (await policies.in_force(session, owner, day)).minimum_arrears_weeks
            for day in (date(2026, 11, 30), first, date(2027, 3, 31), second)
        ]
        assert found == [5, 6, 6, 8]


async def test_versions_say_from_when_to_when_and_who_set_them(writing: Sessions) -> None:
    async with writing.begin() as session:
        await a_tenancy(session)
        await policies.set_from(session, LANDLORD, Policy(reminder_days=(7,)), date(2026, 12, 1), by="ada")
        await policies.set_from(session, LANDLORD, Policy(reminder_days=(5,)), date(2026, 12, 1), by="bob", note="typo")
        shown = await policies.versions(session, LANDLORD)
        assert [(v.first, v.last, v.set_by) for v in shown] == [
            (None, date(2026, 11, 30), ""),
            (date(2026, 12, 1), None, "bob"),
        ]
        assert shown[1].policy.reminder_days == (5,)
        with pytest.raises(NotThere):
            await policies.set_from(session, "nobody", Policy(), TODAY, by="ada")


async def test_a_ladder_is_kept_as_it_was_written(writing: Sessions) -> None:
    ladder = (Rung(code="stage_1", title="Letter 1", does="letter", at_least_weeks=2, occupancies=("secure",)),)
    async with writing.begin() as session:
        await a_tenancy(session)
        await policies.set_from(session, LANDLORD, Policy(ladder=ladder), TODAY, by="ada")
        owner = await landlords.get(session, LANDLORD)
        assert (await policies.in_force(session, owner, TODAY)).ladder == ladder


async def test_a_delegate_is_told_in_the_facts_while_it_runs_and_it_ends_by_itself(writing: Sessions) -> None:
    async with writing.begin() as session:
        await some_staff(session)
        await delegations.make(
            session,
            LANDLORD,
            by="senior",
            to="officer.a",
            first=TODAY,
            last=TODAY + timedelta(days=7),
            actor=SENIOR,
            today=TODAY,
        )
        for days, expected in ((0, [SENIOR]), (7, [SENIOR]), (8, [])):
            gathered = await facts.gather(
                session, landlord=LANDLORD, tenancy_ref="T1", actor=OFFICER, as_at=NOON + timedelta(days=days)
            )
            assert gathered is not None
            assert [each.by for each in gathered.delegations] == expected
        assert await delegations.running_to(session, LANDLORD, "leader", TODAY) == ()


async def test_only_the_approver_or_a_leader_delegates_and_only_among_colleagues(writing: Sessions) -> None:
    async with writing.begin() as session:
        await some_staff(session)
        days = {"first": TODAY, "last": TODAY + timedelta(days=7), "today": TODAY}
        with pytest.raises(NotAllowed):
            await delegations.make(session, LANDLORD, by="senior", to="officer.a", actor=OFFICER, **days)
        with pytest.raises(NotFound):
            await delegations.make(session, LANDLORD, by="senior", to="elsewhere", actor=SENIOR, **days)
        with pytest.raises(NotFound):
            await delegations.make(session, LANDLORD, by="elsewhere", to="officer.a", actor=LEADER, **days)
        with pytest.raises(Refused):
            await delegations.make(session, LANDLORD, by="senior", to="senior", actor=SENIOR, **days)
        await delegations.make(session, LANDLORD, by="senior", to="officer.a", actor=LEADER, **days)
        with pytest.raises(Refused):
            await delegations.make(session, LANDLORD, by="senior", to="leader", actor=SENIOR, **days)


async def test_an_ended_delegation_stays_on_the_record_with_who_ended_it(writing: Sessions) -> None:
    async with writing.begin() as session:
        await some_staff(session)
        days = {"first": TODAY, "last": TODAY + timedelta(days=7), "today": TODAY}
        made = await delegations.make(session, LANDLORD, by="senior", to="officer.a", actor=SENIOR, **days)
        with pytest.raises(NotFound):
            await delegations.end(session, "other-sample-council", made, actor=LEADER)
        with pytest.raises(NotAllowed):
            await delegations.end(session, LANDLORD, made, actor=Person(user_id="x", role=Role.OFFICER))
        await delegations.end(session, LANDLORD, made, actor=LEADER)
        await delegations.end(session, LANDLORD, made, actor=SENIOR)
        (row,) = await delegations.every(session, LANDLORD, TODAY)
        assert (row.running, row.ended_by) == (False, "leader")
        assert await delegations.running_to(session, LANDLORD, "officer.a", TODAY) == ()
        assert {each.what for each in await audit.sightings(session, subject=str(made))} == {
            "delegation made",
            "delegation ended",
        }


async def test_an_approver_who_is_shut_out_lends_no_power(writing: Sessions) -> None:
    async with writing.begin() as session:
        await some_staff(session)
        days = {"first": TODAY, "last": TODAY + timedelta(days=7), "today": TODAY}
        await delegations.make(session, LANDLORD, by="senior", to="officer.a", actor=SENIOR, **days)
        await accounts.set_disabled(session, "senior", True)
        assert await delegations.running_to(session, LANDLORD, "officer.a", TODAY) == ()
