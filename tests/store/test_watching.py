"""The rent watch: accounts without a case, by the landlord's ladder of the day."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from cases.court_words import ArrangementKind
from cases.events import CaseClosed
from cases.facts import Policy
from cases.ladder import Rung
from cases.refusals import Refused
from cases.state import Arrangement, Closed, Contact
from cases.words import CloseResult, Stage
from store import clock, policies, watching
from store.cases import Summary, load_state, record
from store.errors import NotThere
from store.tables import Person
from tests.store.made import LANDLORD, NOON, OFFICER, a_step, an_opening
from tests.store.test_lists import an_account

Sessions = async_sessionmaker[AsyncSession]


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    """Monday 23 November 2026, the day of the made accounts."""
    with time_machine.travel(NOON, tick=True):
        yield


OPENS = Rung(code="nsp", title="Notice stage", at_least_weeks=4)


async def a_ladder(session: AsyncSession, *rungs: Rung) -> date:
    """The ladder holds from today; the day."""
    today = await clock.today(session, LANDLORD)
    await policies.set_from(session, LANDLORD, Policy(ladder=rungs), today, by="ada")
    return today


async def test_an_account_that_crosses_is_named_with_its_reason_and_one_with_a_case_is_not(writing: Sessions) -> None:
    async with writing.begin() as session:
        for number, owed in enumerate((42_000, 41_999, 90_000, -5), start=1):
            await an_account(session, f"T{number}", owed)
        await record(session, an_opening(case_id="T3-1", ref="T3"))
        await a_ladder(session, OPENS)
        found = await watching.watched(session, LANDLORD)
        assert [each.account.tenancy_ref for each in found.to_open] == ["T1"]
        lead = found.to_open[0].leads
        assert lead is not None
        assert lead.because == ("£420.00 is owed, and 4 weeks' rent is £420.00",)
        assert found.looked_at == 2


async def test_a_former_tenant_and_an_ended_tenancy_are_not_watched(writing: Sessions) -> None:
    async with writing.begin() as session:
        await an_account(session, "T1", 90_000, occupancy="former_tenant")
        await an_account(session, "T2", 90_000, end_date=date(2026, 1, 1))
        await a_ladder(session, OPENS)
        assert (await watching.watched(session, LANDLORD)).accounts == ()


async def test_the_watch_is_narrowed_to_an_officer_or_a_patch(writing: Sessions) -> None:
    async with writing.begin() as session:
        await an_account(session, "T1", 90_000, officer="a", patch="North")
        await an_account(session, "T2", 80_000, officer="b", patch="South")
        await a_ladder(session, OPENS)
        for narrowed in ({"officer": "b"}, {"patch": "South"}):
            found = await watching.watched(session, LANDLORD, **narrowed)
            assert [each.account.tenancy_ref for each in found.accounts] == ["T2"]


async def test_another_landlord_s_accounts_are_not_among_them(writing: Sessions) -> None:
    async with writing.begin() as session:
        await an_account(session, "T1", 90_000)
        with pytest.raises(NotThere):
            await watching.watched(session, "nobody")


async def test_benefits_of_the_tenants_are_read_from_the_housing_system(writing: Sessions) -> None:
    async with writing.begin() as session:
        await an_account(session, "T1", 500)
        await a_ladder(session, Rung(code="no_benefit", title="No benefit", benefit="none"))
        assert not (await watching.watched(session, LANDLORD)).to_open
        (await session.get_one(Person, "T1-1")).benefit = "none"
        await session.flush()
        assert (await watching.watched(session, LANDLORD)).to_open


async def test_a_statement_is_due_until_one_is_recorded_and_again_a_quarter_later(writing: Sessions) -> None:
    async with writing.begin() as session:
        await an_account(session, "T1", 500)
        today = await a_ladder(session, OPENS)
        assert len((await watching.watched(session, LANDLORD)).statements_due) == 1
        sent = {"sent_on": today - timedelta(days=90), "method": "letter", "by": "officer.a"}
        assert await watching.record_statement(session, LANDLORD, "T1", **sent)
        assert not await watching.record_statement(session, LANDLORD, "T1", **sent)
        assert (await watching.watched(session, LANDLORD)).accounts == ()
        assert [each.sent_on for each in await watching.statements_of(session, LANDLORD, "T1")] == [sent["sent_on"]]


async def test_a_statement_to_come_or_from_before_the_tenancy_is_refused(writing: Sessions) -> None:
    async with writing.begin() as session:
        await an_account(session, "T1", 500)
        today = await clock.today(session, LANDLORD)
        for day, code in ((today + timedelta(days=1), "in_future"), (date(2020, 1, 5), "before_tenancy")):
            with pytest.raises(Refused) as refused:
                await watching.record_statement(session, LANDLORD, "T1", sent_on=day, method="letter", by="x")
            assert [r.code for r in refused.value.refusals] == [code]
        with pytest.raises(NotThere):
            await watching.record_statement(session, LANDLORD, "T9", sent_on=today, method="letter", by="x")


async def test_an_arrangement_that_outlived_its_case_and_is_broken_crosses(writing: Sessions) -> None:
    async with writing.begin() as session:
        await an_account(session, "T1", 90_000)
        today = await a_ladder(session, Rung(code="broken", title="Broken agreement", broken_arrangement=True))
        await record(session, an_opening())
        state = await load_state(session, "T1-1")
        assert state is not None
        closed = Closed(on=today, result=CloseResult.ARRANGEMENT_KEPT)
        agreed = Arrangement(
            id="A1",
            kind=ArrangementKind.INFORMAL,
            offered_on=today - timedelta(days=60),
            offered_by=OFFICER,
            arrears_pence=90_000,
            total_pence=90_000,
            instalment_pence=1_000,
            frequency="weekly",
            first_payment=today - timedelta(days=40),
            agreed_on=today - timedelta(days=60),
        )
        sent = Contact(
            id="E1", step="rent_statement", on=today, tenants=("T1-1",), method="letter", recorded_by=OFFICER
        )
        after = state.model_copy(
            update={
                "revision": state.revision + 1,
                "closed": closed,
                "arrangements": (agreed,),
                "contacts": (sent,),
            }
        )
        await record(session, a_step("close", after, CaseClosed(closed=closed), summary=Summary(Stage.CLOSED)))
        (found,) = (await watching.watched(session, LANDLORD)).accounts
        assert found.account.broken is not None
        assert found.account.broken.arrangement_id == "A1"
        assert found.opens
        assert not found.statement_due
