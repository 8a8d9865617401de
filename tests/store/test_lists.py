"""What pages list: accounts in arrears, the pipeline, approvals, who may be given a case, who saw what."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from cases.base import TextRef
from cases.events import CaseOpened
from cases.facts import Policy
from cases.state import Alarm, Attention, Deadline, Notice, Person
from cases.words import NoticeKind, Role, Stage
from store import accounts, audit, balances, housing, landlords, pipeline, wakeups
from store.cases import Summary, record
from store.errors import NotThere
from store.tables import Person as PersonTable
from store.tables import Posting
from tests.store.made import LANDLORD, NOON, OFFICER, a_closing, a_state, a_step, a_tenancy, an_opening, explained

Sessions = async_sessionmaker[AsyncSession]
TODAY = date(2026, 11, 23)


async def an_account(session: AsyncSession, ref: str, owed: int, name: str = "Ada Ade", **changed: object) -> None:
    """A tenancy that owes so many pence."""
    home = await a_tenancy(session, ref, search_text=housing.folded(f"{ref} 1 St Anne's Court Rugby"), **changed)
    assert home.id is not None
    first, last = name.split(" ", 1)
    session.add(
        PersonTable(
            person_id=f"{ref}-1",
            tenancy_id=home.id,
            number=1,
            role="tenant",
            first_name=first,
            last_name=last,
            search_text=housing.folded(name),
        )
    )
    session.add(
        Posting(tenancy_id=home.id, posted_on=TODAY, kind="rent", due_pence=owed, paid_pence=0, narrative="Rent charge")
    )
    await session.flush()
    await balances.refresh(session, [home.id], TODAY)


async def test_accounts_in_arrears_come_by_what_is_owed_page_by_page(writing: Sessions) -> None:
    async with writing.begin() as session:
        for number, owed in enumerate((500, 900, 0, 900, -300, 700)):
            await an_account(session, f"T{number}", owed)
        first = await housing.accounts_in_arrears(session, landlord=LANDLORD, limit=3)
        assert [row.tenancy_ref for row in first.rows] == ["T1", "T3", "T5"]
        second = await housing.accounts_in_arrears(session, landlord=LANDLORD, limit=3, cursor=first.next_cursor)
        assert [row.tenancy_ref for row in second.rows] == ["T0"]
        assert second.next_cursor is None
        assert (await housing.accounts_in_arrears(session, landlord="another")).rows == ()


async def test_weeks_in_arrears_are_counted_by_the_charge_of_an_average_week(writing: Sessions) -> None:
    async with writing.begin() as session:
        await an_account(session, "T1", 42_000)
        await an_account(session, "T2", 41_999)
        found = await housing.accounts_in_arrears(session, minimum_weeks=4)
        assert [(row.tenancy_ref, row.weeks) for row in found.rows] == [("T1", 4.0)]


@pytest.mark.parametrize(
    ("unit", "weeks", "weekly"),
    [
        ("week", 52, 10_000),
        ("week", 48, 9_230),
        ("fortnight", None, 5_000),
        ("month", None, 2_307),
        ("year", None, 192),
    ],
)
def test_an_average_weeks_charge_is_rounded_down(unit: str, weeks: int | None, weekly: int) -> None:
    assert balances.weekly_pence(unit, 10_000, weeks) == weekly


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("simic", ["T1"]),
        ("ŠIMIĆ", ["T1"]),
        ("o'brien", ["T2"]),
        ("O\u2019Brien st annes", ["T2"]),
        ("t3", ["T3"]),
        ("rugby", ["T1", "T2", "T3"]),
        ("rugby simic", ["T1"]),
        ("simic obrien", []),
        ("%", []),
        ("_", []),
        ("'; drop table person; --", []),
    ],
)
async def test_accounts_are_found_by_reference_address_or_name(
    writing: Sessions, search: str, found: list[str]
) -> None:
    async with writing.begin() as session:
        await an_account(session, "T1", 300, "Hamza Šimić")
        await an_account(session, "T2", 200, "Niamh O'Brien")
        await an_account(session, "T3", -100, "Li Begum")
        page = await housing.accounts_in_arrears(session, search=search)
        assert [row.tenancy_ref for row in page.rows] == found


async def test_an_account_shows_its_open_case_until_it_is_closed(writing: Sessions) -> None:
    async with writing.begin() as session:
        await an_account(session, "T1", 300)
        await record(session, an_opening())
        assert [row.open_case for row in (await housing.accounts_in_arrears(session)).rows] == ["T1-1"]
        assert (await housing.accounts_in_arrears(session, without_case=True)).rows == ()
        await record(session, await a_closing(session, "close"))
        (row,) = (await housing.accounts_in_arrears(session)).rows
        assert (row.open_case, row.tenants, row.weeks) == (None, "Ada Ade", 0.0)


async def test_a_cursor_that_is_not_ours_is_refused(writing: Sessions) -> None:
    async with writing.begin() as session:
        with pytest.raises(ValueError, match="not a cursor"):
            await housing.accounts_in_arrears(session, cursor="1 or 1=1")
        with pytest.raises(ValueError, match="cursor"):
            await pipeline.cases(session, cursor="x")


def a_notice(by: str) -> Notice:
    """A notice that nobody has approved yet."""
    day = explained(TODAY)
    return Notice(
        id="N1",
        kind=NoticeKind.S83,
        grounds=("1",),
        drafted_by=Person(user_id=by, role=Role.OFFICER),
        drafted_on=TODAY,
        arrears_pence=100,
        particulars=TextRef(id="t", digest="d"),
        planned_service=TODAY,
        specified=day,
        specified_minimum=day,
    )


async def some_cases(session: AsyncSession) -> None:
    """Four cases of two officers at different places on the road."""
    for number in range(1, 5):
        ref = f"T{number}"
        await a_tenancy(session, ref)
        officer = "officer.a" if number < 4 else "officer.b"
        drafts = (a_notice(officer),) if number == 2 else ()
        attention = Attention(since=NOON, what="The paper could not be made.", command="paper_done")
        state = a_state(f"{ref}-1", ref, officer=officer, notices=drafts, attention=attention if number == 3 else None)
        summary = Summary(
            Stage.PRE_ACTION if number < 3 else Stage.NOTICE,
            datetime(2026, 12, 10 - number, 12, tzinfo=UTC) if number < 4 else None,
            "Something is due",
            ("stale",) if number == 1 else (),
        )
        await record(session, a_step(f"open-{number}", state, CaseOpened(state=state), summary=summary))


async def test_the_pipeline_counts_by_stage_age_and_officer(writing: Sessions) -> None:
    async with writing.begin() as session:
        await some_cases(session)
        stages = {row.stage: row for row in await pipeline.by_stage(session, LANDLORD, TODAY + timedelta(days=40))}
        assert list(stages) == [stage for stage in Stage if stage is not Stage.CLOSED]
        assert (stages[Stage.PRE_ACTION].cases, stages[Stage.PRE_ACTION].at_risk) == (2, 1)
        assert stages[Stage.PRE_ACTION].ages == (0, 2, 0, 0)
        assert stages[Stage.NOTICE].arrears_pence == 2 * 123_456
        assert stages[Stage.CLAIM].cases == 0
        officers = await pipeline.by_officer(session, LANDLORD, date(2026, 12, 1))
        assert [(row.officer, row.cases, row.at_risk, row.due_soon) for row in officers] == [
            ("officer.a", 3, 1, 2),
            ("officer.b", 1, 0, 0),
        ]


async def test_my_work_goes_by_risk_then_by_date_then_by_arrears(writing: Sessions) -> None:
    async with writing.begin() as session:
        for number, (risk, days, owed) in enumerate(((0, 9, 5), (1, 30, 1), (0, None, 9), (0, 9, 7), (1, 20, 1))):
            await a_tenancy(session, f"T{number}")
            state = a_state(f"T{number}-1", f"T{number}", last_arrears_pence=owed)
            due = None if days is None else TODAY + timedelta(days=days)
            summary = Summary(Stage.NOTICE, None, "Due", ("stale",) * risk, due)
            await record(session, a_step(f"open-{number}", state, CaseOpened(state=state), summary=summary))
        mine = await pipeline.my_work(session, LANDLORD, "officer.a")
        assert [row.case_id for row in mine] == ["T4-1", "T1-1", "T3-1", "T0-1", "T2-1"]


async def test_cases_are_listed_page_by_page_with_those_without_a_date_last(writing: Sessions) -> None:
    async with writing.begin() as session:
        await some_cases(session)
        seen: list[str] = []
        cursor = None
        while page := await pipeline.cases(session, landlord=LANDLORD, cursor=cursor, limit=1):
            seen.append(page[0].case_id)
            cursor = page[0].cursor
        assert seen == ["T3-1", "T2-1", "T1-1", "T4-1"]
        risky = await pipeline.cases(session, at_risk=True, stage=Stage.PRE_ACTION, officer="officer.a")
        assert [row.case_id for row in risky] == ["T1-1"]
        assert [row.case_id for row in await pipeline.cases(session, due_by=date(2026, 12, 7))] == ["T3-1"]
        one = await pipeline.case(session, "T2-1")
        assert one is not None
        assert one.next_due_at == datetime(2026, 12, 8, 12, tzinfo=UTC)


async def test_a_draft_waits_for_somebody_else_than_its_drafter(writing: Sessions) -> None:
    async with writing.begin() as session:
        await some_cases(session)
        waiting = await pipeline.approvals_waiting(session, LANDLORD, approver="senior.a")
        assert [(row.case_id, row.waiting[0]["kind"]) for row in waiting] == [("T2-1", "notice")]
        assert await pipeline.approvals_waiting(session, LANDLORD, approver="officer.a") == []


async def test_only_open_cases_are_woken_and_ends_are_counted(writing: Sessions) -> None:
    async with writing.begin() as session:
        await some_cases(session)
        await record(session, replace(await a_closing(session, "close", "T1-1")))
        assert await wakeups.open_cases(session, LANDLORD) == [f"case/{LANDLORD}/T{n}" for n in (2, 3, 4)]
        assert await wakeups.open_cases(session, "another") == []
        assert await pipeline.outcomes(session, LANDLORD, date(2026, 11, 1)) == {"arrears_cleared": 1}
        assert [row.case_id for row in await pipeline.cases(session, closed=True)] == ["T1-1"]


async def test_people_who_sign_in(writing: Sessions) -> None:
    async with writing.begin() as session:
        await landlords.ensure(session, "Sample Borough Council", sample=True)

        async def make(user_id: str, role: Role, landlord: str | None = LANDLORD) -> bool:
            return await accounts.create(
                session,
                user_id=user_id,
                username=user_id.title(),
                display_name=user_id,
                role=role,
                password_hash="hash",
                landlord=landlord,
            )

        assert await make("officer.a", Role.OFFICER)
        assert await make("leader.a", Role.TEAM_LEADER, None)
        assert await make("legal.a", Role.LEGAL)
        assert not await make("officer.a", Role.SENIOR)
        with pytest.raises(ValueError, match="system"):
            await make("system", Role.SYSTEM)
        found = await accounts.by_username(session, " OFFICER.A ")
        assert found is not None
        assert (found.user_id, found.role, found.created_at.tzinfo) == ("officer.a", "officer", UTC)
        assert await accounts.officers(session, LANDLORD) == ("leader.a", "officer.a")
        await accounts.set_disabled(session, "officer.a", True)
        assert await accounts.officers(session, LANDLORD) == ("leader.a",)
        with pytest.raises(NotThere):
            await accounts.set_password(session, "nobody", "hash")


async def test_a_landlords_own_rules_are_kept(writing: Sessions) -> None:
    async with writing.begin() as session:
        slug = await landlords.ensure(session, "St Mary's Homes & Co.")
        assert slug == "st-marys-homes-co"
        assert landlords.policy_of(await landlords.get(session, slug)) == Policy()
        await landlords.set_policy(session, slug, Policy(breach_grace_days=3))
    async with writing.begin() as session:
        kept = await landlords.get(session, slug)
        assert landlords.policy_of(kept).breach_grace_days == 3
        assert kept.kind == "provider"


async def test_who_saw_what_is_kept(writing: Sessions) -> None:
    async with writing.begin() as session:
        await audit.saw(session, OFFICER.user_id, "case", "T1-1")
        await audit.saw(session, "senior.a", "paper", "T1-1/P1")
    async with writing.begin() as session:
        (seen,) = await audit.sightings(session, subject="T1-1")
        assert (seen.user_id, seen.what, seen.at.tzinfo) == ("officer.a", "case", UTC)


async def test_the_forecast_lists_every_date_of_open_cases(writing: Sessions) -> None:
    def a_deadline(name: str, day: date, fired: bool = False) -> Deadline:
        alarm = Alarm(at=datetime(day.year, day.month, day.day, tzinfo=UTC), level="due", fired=fired)
        return Deadline(id=name, kind=name, title=name.title(), date=explained(day), alarms=(alarm,))

    async with writing.begin() as session:
        await a_tenancy(session)
        waited_for = (
            a_deadline("lapse", date(2026, 12, 24)),
            a_deadline("letter", date(2026, 11, 20), True),
            a_deadline("order", date(2032, 1, 1)),
        )
        state = a_state(deadlines=waited_for)
        await record(session, a_step("open", state, CaseOpened(state=state)))
        rows = await pipeline.forecast(session, LANDLORD, date(2026, 12, 24))
        assert [(row.title, row.spoken, row.officer) for row in rows] == [
            ("Letter", True, "officer.a"),
            ("Lapse", False, "officer.a"),
        ]
        assert await pipeline.forecast(session, LANDLORD, date(2026, 12, 24), officer="officer.b") == []
        await record(session, await a_closing(session, "close"))
        assert await pipeline.forecast(session, LANDLORD, date(2040, 1, 1)) == []
