"""Workflow, step, law and database together: what an officer does, and what the dates then do by themselves."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from activities import all_activities
from activities.context import Context
from cases.commands import (
    AddNote,
    CloseCase,
)
from cases.instants import legal_day
from cases.words import CloseResult
from store import cases, outbox
from store.engine import readers
from store.verify import verify_chain
from tests.activities.made import LANDLORD
from tests.temporal import Engine, now, travel
from tests.workflows.acting import Desk, a_desk, in_step, until
from tests.workflows.walk import done, made, revision_of, state_of, to_a_served_notice, words
from workflows.messages import CaseArgs, workflow_id
from workflows.possession_case import PossessionCase


@asynccontextmanager
async def office(engine: Engine, context: Context, ref: str, **options: Any) -> AsyncIterator[Desk]:
    """A worker with the real activities, and a desk at the test's tenancy."""
    async with a_desk(engine, all_activities(context), **options) as desk:
        desk.landlord, desk.tenancy_ref = LANDLORD, ref
        yield desk


async def test_a_served_notice_ripens_on_its_day_in_the_record_and_people_are_told(
    engine: Engine, context: Context, ref: str
) -> None:
    async with office(engine, context, ref) as desk:
        await to_a_served_notice(desk, context)
        await until(lambda: made(context, ref))
        notice = (await state_of(context, ref)).notices[0]
        assert notice.issue_from_safe is not None
        ripe_on = notice.issue_from_safe.on
        days = (ripe_on - legal_day(await now(desk.handle))).days
        await travel(desk.handle, days=days - 2)
        assert not (await state_of(context, ref)).notices[0].ripe
        await travel(desk.handle, days=3)
        assert (await state_of(context, ref)).notices[0].ripe
        async with readers(context.engine)() as session:
            told = [row for row in await outbox.rows(session, case_id=f"{ref}-1") if row.level == "due"]
            assert (await verify_chain(session, f"{ref}-1")).whole
        assert len({(row.deadline_id, row.level, row.due) for row in told}) == len(told) > 0
        assert all(row.delivered_at for row in told)


async def test_the_workflow_holds_what_the_record_holds_after_new_runs(
    engine: Engine, context: Context, ref: str
) -> None:
    async with office(engine, context, ref, continue_after=4) as desk:
        await to_a_served_notice(desk, context)
        await until(lambda: made(context, ref))
        await in_step(desk.handle, lambda: revision_of(context, ref))
        assert (await state_of(context, ref)).papers[0].file is not None


async def test_a_lost_run_starts_again_from_the_record_with_the_same_dates(
    engine: Engine, context: Context, ref: str
) -> None:
    async with office(engine, context, ref) as desk:
        await to_a_served_notice(desk, context)
        await until(lambda: made(context, ref))
        recorded = await state_of(context, ref)
        await desk.handle.terminate("the cluster was lost")
        handle = await engine.start(
            PossessionCase.run,
            CaseArgs(landlord=LANDLORD, tenancy_ref=ref, state=recorded),
            queue=desk.queue,
            id=workflow_id(LANDLORD, ref),
        )
        ripe_on = recorded.notices[0].issue_from_safe
        assert ripe_on is not None
        days = (ripe_on.on - legal_day(await now(handle))).days
        await travel(handle, days=days + 1)
        assert (await state_of(context, ref)).notices[0].ripe


async def test_closing_is_recorded_and_a_second_case_may_be_opened(engine: Engine, context: Context, ref: str) -> None:
    async with office(engine, context, ref) as desk:
        first = await desk.open()
        assert first.case_id == f"{ref}-1"
        await done(desk, AddNote(text=await words(context, "n")))
        await done(desk, CloseCase(result=CloseResult.WITHDRAWN, note=await words(context, "c")))
        await until(lambda: _ended(desk))
        assert (await desk.open()).case_id == f"{ref}-2"


async def test_a_tenancy_that_does_not_exist_is_refused_and_leaves_no_run(
    engine: Engine, context: Context, ref: str
) -> None:
    async with office(engine, context, ref) as desk:
        desk.tenancy_ref = "T000000"
        assert (await desk.open()).decision.kind == "not_found"
        await until(lambda: _ended(desk))


async def test_a_doubled_opening_leaves_one_case_and_nothing_of_the_other(
    engine: Engine, context: Context, ref: str
) -> None:
    async with office(engine, context, ref) as desk:
        answers = await asyncio.gather(desk.open(), desk.open())
        assert sorted(answer.decision.accepted for answer in answers) == [False, True]
        refused = next(answer.decision for answer in answers if not answer.decision.accepted)
        assert refused.refusals[0].link == f"/cases/{ref}-1"
        async with readers(context.engine)() as session:
            assert await cases.cases_of(session, LANDLORD, ref) == [f"{ref}-1"]
            opened = [each for each in await cases.events_of(session, f"{ref}-1") if each.event.kind == "case_opened"]
        assert len(opened) == 1
        assert await desk.status() == "RUNNING"


async def _ended(desk: Desk) -> bool:
    return await desk.status() == "COMPLETED"
