"""A restricted account is not there for whoever is not named, in any reading of a session that looks as them."""

import re
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from sqlmodel import col, select

from cases.elsewhere import RESTRICTED
from cases.refusals import NotFound, Refused
from cases.stages.elsewhere import told
from cases.state import Person
from cases.words import Role
from store import accounts, audit, elsewhere, finding, housing, linked, pipeline, restricted, texts
from store.tables import CaseDeadline, CaseView, metadata
from store.upsert import table_of
from store.veil import VEILED, account_kept_from, kept_from, look_as, looking_as, may_see, unveiled
from tests.store.made import CASE, LANDLORD, TENANCY, a_case
from tests.store.test_elsewhere import a_person, a_space

LEADER = Person(user_id="leader", role=Role.TEAM_LEADER)
ADMIN = Person(user_id="admin", role=Role.ADMINISTRATOR)


async def _filled(session: AsyncSession) -> None:
    await a_case(session)
    await _staff(session)


async def _staff(session: AsyncSession) -> None:
    for user_id, role in (
        ("officer.a", Role.OFFICER),
        ("officer.b", Role.OFFICER),
        ("leader", Role.TEAM_LEADER),
        ("admin", Role.ADMINISTRATOR),
    ):
        await accounts.create(
            session,
            user_id=user_id,
            username=user_id,
            display_name=user_id,
            role=role,
            password_hash="x",
            landlord=LANDLORD,
        )


async def _restricted(session: AsyncSession, *people: str) -> int:
    reason = await texts.stage(session, "She works for us.", key="k", field="reason")
    return await restricted.restrict(session, CASE, people, reason, actor=LEADER)


async def test_who_is_not_named_finds_nothing_and_who_is_finds_all(writing: async_sessionmaker[AsyncSession]) -> None:
    async with writing.begin() as session:
        await _filled(session)
        await _restricted(session, "officer.a")
        await audit.saw(session, "officer.a", "case", CASE)
    for user_id, found in (("officer.a", True), ("officer.b", False), ("leader", False), ("", False), ("admin", True)):
        async with writing() as session:
            look_as(session, user_id)
            assert bool(await pipeline.case(session, CASE)) is found, user_id
            assert bool(await pipeline.cases(session, landlord=LANDLORD)) is found
            assert bool((await session.execute(select(CaseView))).scalars().all()) is found
            assert bool(await session.get(CaseView, CASE)) is found
            inner = select(CaseDeadline.case_id).where(col(CaseDeadline.case_id).in_(select(CaseView.case_id)))
            assert (await session.execute(inner)).all() == []
            assert bool(await linked.linked(session, LANDLORD, TENANCY)) is found
            assert bool(await housing.tenancy(session, LANDLORD, TENANCY)) is found
            assert bool((await finding.find(session, LANDLORD, CASE)).cases) is found
            assert bool(await audit.sightings(session, landlord=LANDLORD)) is found
            assert await may_see(session, user_id, CASE) is found
            assert await account_kept_from(session, user_id, LANDLORD, TENANCY) is not found
            with unveiled(session):
                assert await pipeline.case(session, CASE)


async def test_it_is_lifted_by_those_who_may_see_it_and_both_are_kept(
    writing: async_sessionmaker[AsyncSession],
) -> None:
    async with writing.begin() as session:
        await _filled(session)
        first = await _restricted(session, "officer.a")
        words = await texts.stage(session, "She left us.", key="k2", field="reason")
        with pytest.raises(NotFound):
            await restricted.lift(session, first, words, actor=LEADER)
        assert await restricted.every(session, LANDLORD, "leader") == []
        assert await restricted.is_restricted(session, LANDLORD, TENANCY)
        second = await restricted.restrict(session, CASE, ("officer.a", "leader"), words, actor=ADMIN)
        await restricted.lift(session, second, words, actor=LEADER)
        told = await restricted.every(session, LANDLORD, "officer.b")
        assert [(one.set_by, one.lifted_by, one.people) for one in told] == [
            ("admin", "leader", ("leader", "officer.a")),
            ("leader", "admin", ("officer.a",)),
        ]
        assert await kept_from(session, "officer.b", (CASE,)) == frozenset()
        with looking_as(session, "officer.b"):
            assert await pipeline.case(session, CASE)


@pytest.mark.parametrize(
    ("people", "code"),
    [((), "nobody_named"), (("officer.b",), "officer_not_named"), (("officer.a", "nobody"), "not_staff")],
)
async def test_a_restriction_that_cannot_work_is_refused(
    writing: async_sessionmaker[AsyncSession], people: tuple[str, ...], code: str
) -> None:
    async with writing() as session:
        await _filled(session)
        with pytest.raises(Refused) as refused:
            await _restricted(session, *people)
        assert [one.code for one in refused.value.refusals] == [code]


async def test_a_statement_that_the_veil_cannot_reach_is_not_run(writing: async_sessionmaker[AsyncSession]) -> None:
    table = table_of(CaseView)
    async with writing() as session:
        await _filled(session)
        await _restricted(session, "officer.a")
        look_as(session, "officer.b")
        with pytest.raises(AssertionError):
            await session.execute(select(table.alias().c.case_id))


async def test_a_hold_on_a_restricted_case_is_told_and_the_case_is_not(
    writing: async_sessionmaker[AsyncSession],
) -> None:
    async with writing.begin() as session:
        await a_person(session, "T1")
        await a_person(session, "T2")
        await a_space(session, "T1")
        await _staff(session)
        await _restricted(session, "officer.a")
        look_as(session, "officer.b")
        (one,) = await elsewhere.held_elsewhere(session, LANDLORD, "T2")
        assert (one.case_id, one.hold_id) == (RESTRICTED, "B1")
        assert CASE not in told(one)
        assert await elsewhere.accounts_of(session, LANDLORD, "T2", ["T2-1"], "") == ()
        assert (await elsewhere.held_elsewhere(session, LANDLORD, "T1"))[0].case_id == CASE


def test_every_table_that_names_a_case_or_an_account_is_veiled() -> None:
    naming = {one.name for one in metadata.tables.values() if {"case_id", "tenancy_ref"} & set(one.columns.keys())}
    assert naming - {"restriction", "sealed_head"} <= VEILED


def test_the_pages_and_the_api_read_by_no_session_that_is_not_veiled() -> None:
    room = Path(__file__).parents[2] / "api"
    opens = {path.name for path in room.rglob("*.py") if re.search(r"\b(sessions|readers)\(", path.read_text("utf-8"))}
    assert opens == {"web.py"}
