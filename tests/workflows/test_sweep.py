"""The daily sweep: what stands still is found by comparing the record with the engine, and set going again."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select, update

from activities import all_activities
from activities.context import Context
from cases.recovering import RAISED
from store import cases, outbox
from store.engine import readers, sessions
from store.tables import CaseView, Sweep
from tests.activities.made import LANDLORD
from tests.temporal import Engine, now, unique
from tests.workflows.acting import Desk, in_step, until
from tests.workflows.walk import revision_of
from workflows import all_workflows
from workflows.possession_case import PossessionCase
from workflows.sweep import DailySweep, SweepReport


async def test_a_case_without_a_run_is_started_again_from_the_record(
    engine: Engine, context: Context, ref: str
) -> None:
    async with engine.worker(workflows=all_workflows(), activities=all_activities(context)) as queue:
        desk = Desk(engine, queue, tenancy_ref=ref, landlord=LANDLORD)
        opened = await desk.open()
        await desk.handle.terminate("lost")
        await until(lambda: _restarted(engine, queue))
        assert await desk.status() == "RUNNING"
        await in_step(desk.handle, lambda: revision_of(context, ref))
        details = await desk.handle.query(PossessionCase.details)
        assert details.case_id == opened.case_id
        assert details.revision >= opened.revision


async def test_a_case_that_runs_and_is_in_time_is_left_alone(engine: Engine, context: Context, ref: str) -> None:
    async with engine.worker(workflows=all_workflows(), activities=all_activities(context)) as queue:
        desk = Desk(engine, queue, tenancy_ref=ref, landlord=LANDLORD)
        await desk.open()
        before = (await desk.handle.describe()).history_length
        await until(lambda: _all_seen(engine, queue))
        assert (await desk.handle.describe()).history_length == before


async def test_a_case_that_overslept_is_woken(engine: Engine, context: Context, ref: str) -> None:
    async with engine.worker(workflows=all_workflows(), activities=all_activities(context)) as queue:
        desk = Desk(engine, queue, tenancy_ref=ref, landlord=LANDLORD)
        await desk.open()
        async with readers(context.engine)() as session:
            state = await cases.load_state(session, f"{ref}-1")
        assert state is not None
        due = min(alarm.at for deadline in state.deadlines for alarm in deadline.alarms)
        ahead = due - await now(desk.handle) + timedelta(hours=1)
        await _move_the_landlords_clock(context, ahead)
        await until(lambda: _woken(engine, queue))
        await until(lambda: _spoken(context, ref))


async def test_the_team_leader_is_told_of_a_case_that_was_started_again_and_the_sweep_is_noted(
    engine: Engine, context: Context, ref: str
) -> None:
    async with engine.worker(workflows=all_workflows(), activities=all_activities(context)) as queue:
        desk = Desk(engine, queue, tenancy_ref=ref, landlord=LANDLORD)
        await desk.open()
        await desk.handle.terminate("lost")
        await until(lambda: _restarted(engine, queue))
        await until(lambda: _told(context, "team_leader"))
        async with readers(context.engine)() as session:
            events = [each.event.kind for each in await cases.events_of(session, f"{ref}-1")]
            noted = [row.restarted for row in (await session.execute(select(Sweep))).scalars()]
    assert events.count("case_recovered") == 1
    assert max(noted) == 1


async def test_the_administrator_is_told_once_a_day_of_a_record_that_was_altered_and_the_case_still_runs(
    engine: Engine, context: Context, ref: str
) -> None:
    async with engine.worker(workflows=all_workflows(), activities=all_activities(context)) as queue:
        desk = Desk(engine, queue, tenancy_ref=ref, landlord=LANDLORD)
        await desk.open()
        for _ in range(2):
            await desk.handle.terminate("lost")
            async with sessions(context.engine).begin() as session:
                await session.execute(update(CaseView).values(last_hash="0" * 64))
            await until(lambda: _restarted(engine, queue))
            await until(lambda: _running(desk))
        async with readers(context.engine)() as session:
            told = [row for row in await outbox.rows(session) if row.to_role == "administrator"]
    assert [row.title for row in told] == [RAISED["altered"]]
    assert told[0].delivered_at is not None


async def _running(desk: Desk) -> bool:
    return await desk.status() == "RUNNING"


async def _told(context: Context, role: str) -> bool:
    async with readers(context.engine)() as session:
        return role in [row.to_role for row in await outbox.rows(session)]


async def _sweep(engine: Engine, queue: str) -> SweepReport:
    handle = await engine.start(DailySweep.run, queue=queue, id=unique("sweep"))
    found: SweepReport = await handle.result()
    return found


async def _restarted(engine: Engine, queue: str) -> bool:
    return (await _sweep(engine, queue)).restarted == 1


async def _all_seen(engine: Engine, queue: str) -> bool:
    found = await _sweep(engine, queue)
    assert found.seal
    return found == SweepReport(seal=found.seal)


async def _woken(engine: Engine, queue: str) -> bool:
    return (await _sweep(engine, queue)).woken == 1


async def _spoken(context: Context, ref: str) -> bool:
    async with readers(context.engine)() as session:
        events = await cases.events_of(session, f"{ref}-1")
    return any(recorded.event.kind == "alarm_raised" for recorded in events)


async def _move_the_landlords_clock(context: Context, ahead: timedelta) -> Any:
    from sqlmodel import col, update

    from store.engine import sessions
    from store.tables import Landlord

    async with sessions(context.engine).begin() as session:
        await session.execute(
            update(Landlord)
            .where(col(Landlord.slug) == LANDLORD)
            .values(clock_offset_seconds=int(ahead.total_seconds()))
        )
