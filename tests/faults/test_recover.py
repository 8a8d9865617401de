"""The workflow engine's database is lost: `duecourse recover` starts every open case again, with the same dates."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncEngine
from temporalio.client import WithStartWorkflowOperation
from temporalio.common import WorkflowIDConflictPolicy

from api.pages.history import lines
from cases.commands import RecordBreachWarning, RecordContact, RecordOutcome, RequestPaper, Withdraw
from cases.instants import legal_day
from cases.money.commands import OpenMoneyCase, RecordTrace
from cases.state import CaseState, Deadline
from cases.words import OutcomeKind, PaperKind
from runtime.settings import load
from store import cases, migrate
from store.cases import RecordedEvent
from store.engine import make_engine, readers, sessions
from store.tables import Landlord, OutboxRow, Tenancy
from store.upsert import table_of
from store.verify import verify_chain
from tests.activities.made import LANDLORD, OFFICER, a_landlord
from tests.activities.road import to_a_listed_hearing, to_a_served_notice, to_an_approved_notice
from tests.faults.office import Office, Walker
from tests.faults.plant import Plant, a_plant, start_engine
from tests.workflows.acting import until
from workflows.messages import MoneyArgs, MoneyStepRequest, money_workflow_id
from workflows.money_case import MoneyCase
from workflows.names import CASES_QUEUE

pytestmark = [pytest.mark.long, pytest.mark.timeout(240)]

OPENED, SERVED, ORDERED, PAPER, FORMER = REFS = tuple(f"T81000{number}" for number in range(1, 6))
DOWN = timedelta(days=24)
PATIENCE = 60.0
Alarms = set[tuple[str, str, datetime]]


@dataclass
class Disaster:
    """What was there before the engine's database was lost, what `recover` said, twice, and what is there after."""

    plant: Plant
    database: AsyncEngine
    before: dict[str, tuple[Deadline, ...]]
    first: tuple[int, str]
    second: tuple[int, str]
    now: datetime

    def office(self, ref: str) -> Office:
        return Office(self.plant, self.database, ref)

    async def history(self, case_id: str) -> list[RecordedEvent]:
        async with readers(self.database)() as session:
            return await cases.events_of(session, case_id)

    async def state(self, case_id: str) -> Any:
        async with readers(self.database)() as session:
            return await cases.load_state(session, case_id) or await cases.load_money(session, case_id)


def waiting(deadlines: tuple[Deadline, ...]) -> Alarms:
    """The alarms that have not spoken."""
    return {(d.id, a.level, a.at) for d in deadlines for a in d.alarms if not a.fired}


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def disaster(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Disaster]:
    """Open cases at five places of their roads; the engine and its file lost; twenty-four days gone by; recovered."""
    folder = tmp_path_factory.mktemp("lost")
    settings = load(data_dir=folder)
    migrate.upgrade(settings.database)
    database = make_engine(settings.database)
    try:
        async with sessions(database).begin() as session:
            await a_landlord(session, *REFS, until=datetime.now(UTC).date())
            gone = date.today() - timedelta(days=400)  # noqa: DTZ011 - any day long ago
            changed = update(Tenancy).where(table_of(Tenancy).c.tenancy_ref == FORMER)
            await session.execute(changed.values(occupancy="former_tenant", end_date=gone))
        async with a_plant(folder) as plant:
            yield await _lost_and_recovered(plant, database)
    finally:
        await database.dispose()


async def _lost_and_recovered(plant: Plant, database: AsyncEngine) -> Disaster:
    at = await _walk(plant, database)
    before = {}
    async with readers(database)() as session:
        for ref in REFS[:-1]:
            state = await cases.load_state(session, f"{ref}-1")
            assert state is not None
            before[state.case_id] = state.deadlines
        money = await cases.load_money(session, f"{FORMER}-M1")
        assert money is not None
        before[money.case_id] = money.deadlines
    await plant.lose_engine()
    code, said = await _recover(plant)
    assert (code, said.startswith("duecourse: no workflow engine answers at 127.0.0.1:")) == (1, True), said
    now = at + DOWN
    ahead = int((now - datetime.now(UTC)).total_seconds())
    async with sessions(database).begin() as session:
        await session.execute(update(Landlord).values(clock_offset_seconds=ahead))
    plant.engine = await start_engine(plant.settings)
    first = await _recover(plant)
    second = await _recover(plant)
    found = Disaster(plant, database, before, first, second, now)
    await until(lambda: _settled(found), patience=PATIENCE)
    return found


async def _walk(plant: Plant, database: AsyncEngine) -> datetime:
    """Every case to its place; the instant at which they all stand."""
    ordered = Walker(Office(plant, database, ORDERED))
    hearing = await to_a_listed_hearing(ordered)
    ordered.at += timedelta(days=42)
    day = legal_day(ordered.at)
    await ordered.act(
        RecordOutcome(
            hearing_id=hearing,
            outcome=OutcomeKind.SUSPENDED,
            on=day,
            grounds_proved=("1",),
            possession_on=day + timedelta(days=28),
            judgment_pence=2_000_00,
            instalment_pence=10_00,
            frequency="weekly",
            first_payment=day + timedelta(days=7),
        )
    )
    for ref, road in ((SERVED, to_a_served_notice), (PAPER, to_an_approved_notice), (OPENED, Walker.open)):
        walker = Walker(Office(plant, database, ref))
        walker.at = ordered.at
        await road(walker)
    await _a_money_case(plant, database, ordered.at)
    await _a_paper_half_made(plant, Office(plant, database, PAPER))
    return ordered.at


async def _a_paper_half_made(plant: Plant, office: Office) -> None:
    """Asked for and begun, when the worker that makes it dies; nobody takes its place until the engine is lost."""
    point = f"make_paper {office.ref} before render"
    plant.arm(point)
    notice = (await office.state()).notices[0].id
    await office.act(RequestPaper(paper=PaperKind.NSP_S83, subject=notice), "paper")
    await until(lambda: not plant.armed(point), patience=PATIENCE)
    await plant.lose_engine()


async def _a_money_case(plant: Plant, database: AsyncEngine, at: datetime) -> None:
    ahead = int((at - datetime.now(UTC)).total_seconds())
    opening = OpenMoneyCase(tenancy_ref=FORMER, landlord=LANDLORD, officer=OFFICER.user_id)
    request = MoneyStepRequest(key=f"{FORMER}:open", command=opening, actor=OFFICER)
    start = WithStartWorkflowOperation(
        MoneyCase.run,
        MoneyArgs(landlord=LANDLORD, tenancy_ref=FORMER, clock_offset_seconds=ahead),
        id=money_workflow_id(LANDLORD, FORMER),
        task_queue=CASES_QUEUE,
        id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
    )
    opened = await plant.client.execute_update_with_start_workflow(
        MoneyCase.open_case, request, start_workflow_operation=start, id=request.key
    )
    assert opened.decision.accepted, opened.decision.refusals


async def _recover(plant: Plant) -> tuple[int, str]:
    """`duecourse recover`, as whoever runs the place calls it: exit code and all it printed."""
    words = [sys.executable, "-m", "runtime.cli", "--data", str(plant.folder), "recover"]
    process = await asyncio.create_subprocess_exec(
        *words, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    said, _ = await process.communicate()
    assert process.returncode is not None
    return process.returncode, said.decode()


async def _settled(found: Disaster) -> bool:
    """Every case has said that it was recovered, has said what fell due in between, and its paper is made."""
    for case_id in found.before:
        state = await found.state(case_id)
        kinds = [each.event.kind for each in await found.history(case_id)]
        due = [at for _, _, at in waiting(state.deadlines) if at <= found.now]
        if "case_recovered" not in kinds or due or any(p.file is None and p.failed is None for p in state.papers):
            return False
    return True


async def test_recover_starts_every_open_case_of_both_kinds_once(disaster: Disaster) -> None:
    code, said = disaster.first
    assert code == 0, said
    assert "5 open cases: 5 started again, 0 were running, 0 could not be started" in said
    code, said = disaster.second
    assert code == 0, said
    assert "5 open cases: 0 started again, 5 were running, 0 could not be started" in said


async def test_each_history_says_once_that_the_case_was_recovered_and_is_whole(disaster: Disaster) -> None:
    for case_id in disaster.before:
        kinds = [each.event.kind for each in await disaster.history(case_id)]
        assert kinds.count("case_recovered") == 1
        async with readers(disaster.database)() as session:
            assert (await verify_chain(session, case_id)).whole


async def test_the_page_of_a_history_says_so_in_plain_words(disaster: Disaster) -> None:
    told = [line.what for line in lines(await disaster.history(f"{SERVED}-1"), {}, {})]
    said = "The workflow engine had lost this case; it was started again by hand from this record. No date moved"
    assert told.count(said) == 1


async def test_no_date_moved_by_an_instant_and_what_fell_due_in_between_spoke_once(disaster: Disaster) -> None:
    spoke_late = 0
    for case_id, deadlines in disaster.before.items():
        after = waiting((await disaster.state(case_id)).deadlines)
        told = [
            (each.event.deadline_id, each.event.level, each.event.due)
            for each in await disaster.history(case_id)
            if each.event.kind == "alarm_raised"
        ]
        assert len(told) == len(set(told))
        for alarm in waiting(deadlines):
            if alarm[2] > disaster.now:
                assert alarm in after, f"{case_id} does not wait for {alarm} any more"
            else:
                assert told.count(alarm) == 1, f"{case_id} kept silent about {alarm}"
                spoke_late += 1
    assert spoke_late >= 4, "too little fell due for this to prove anything"


async def test_people_were_told_of_each_alarm_once(disaster: Disaster) -> None:
    outbox = table_of(OutboxRow)
    async with readers(disaster.database)() as session:
        rows = [tuple(row) for row in await session.execute(outbox.select())]
    assert len({row[2:6] for row in rows}) == len(rows)


async def test_the_paper_that_was_being_made_is_made_once(disaster: Disaster) -> None:
    papers = (await disaster.office(PAPER).state()).papers
    assert [bool(paper.file) for paper in papers] == [True]
    assert (await disaster.office(PAPER).kinds())["paper_done"] == 1


async def test_the_next_act_of_each_road_works(disaster: Disaster) -> None:
    today = legal_day(disaster.now)
    served = disaster.office(SERVED)
    tenants = (f"{SERVED}-1", f"{SERVED}-2")
    note = await served.words("Called after the notice.")
    contact = RecordContact(step="post_notice_contact", on=today, tenants=tenants, method="telephone", note=note)
    await served.act(contact, "after the notice")
    ordered = disaster.office(ORDERED)
    state = await ordered.state()
    assert state.orders[0].breach is not None
    await ordered.act(RecordBreachWarning(order_id=state.orders[0].id, on=today, method="letter"), "warning")
    paper = disaster.office(PAPER)
    drafted: CaseState = await paper.state()
    late = await paper.words("It was not served in time.")
    await paper.act(Withdraw(subject=drafted.notices[0].id, reason=late), "withdraw")
    await disaster.office(OPENED).note("after")
    handle = disaster.plant.client.get_workflow_handle_for(MoneyCase.run, money_workflow_id(LANDLORD, FORMER))
    trace = RecordTrace(on=today, debtor=f"{FORMER}-1", found=True, method="trace")
    request = MoneyStepRequest(key=f"{FORMER}:trace", command=trace, actor=OFFICER)
    traced = await handle.execute_update(MoneyCase.act, request, id=request.key)
    assert traced.decision.accepted, traced.decision.refusals
    for ref in REFS[:-1]:
        await disaster.office(ref).assert_sound()
