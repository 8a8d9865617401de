"""The movable clock of tests does what the tests of cases rely on."""

import time
from datetime import UTC, datetime, timedelta

import pytest
from temporalio.client import WorkflowUpdateFailedError

from tests.runtime.waiting_workflow import Waiting, wait_of, write_note
from tests.temporal import Engine, finish, now, today, travel, unique


async def test_a_workflow_waits_until_the_test_travels(engine: Engine) -> None:
    async with engine.worker(workflows=[Waiting], activities=[write_note]) as queue:
        handle = await engine.start(Waiting.run, wait_of(60), queue=queue)
        before = await today(handle)
        assert await travel(handle, days=30)
        assert (await today(handle)) - before == timedelta(days=30)
        assert (await handle.describe()).status.name == "RUNNING"
        assert not await travel(handle, days=31)
        assert (await handle.result()).startswith("ripe")


async def test_a_day_moved_half_way_is_the_day_it_ends_on(engine: Engine) -> None:
    async with engine.worker(workflows=[Waiting], activities=[write_note]) as queue:
        handle = await engine.start(Waiting.run, wait_of(60), queue=queue)
        await travel(handle, days=30)
        due = await now(handle) + timedelta(days=370)
        assert await handle.execute_update(Waiting.move, due) == 1
        assert await finish(handle) == f"ripe {due:%Y-%m-%d}"


async def test_travel_goes_on_over_a_continued_run(engine: Engine) -> None:
    async with engine.worker(workflows=[Waiting], activities=[write_note]) as queue:
        handle = await engine.start(Waiting.run, wait_of(10), queue=queue)
        due = await now(handle) + timedelta(days=5)
        await handle.execute_update(Waiting.move, due)
        await handle.execute_update(Waiting.move, due)
        chain = engine.client.get_workflow_handle(handle.id)
        assert await travel(chain, days=20)
        assert (await chain.describe()).status.name == "RUNNING"
        assert await finish(chain) == f"ripe {due + timedelta(days=30):%Y-%m-%d}"


async def test_an_update_may_be_refused_and_harms_nothing(engine: Engine) -> None:
    async with engine.worker(workflows=[Waiting], activities=[write_note]) as queue:
        handle = await engine.start(Waiting.run, wait_of(60), queue=queue)
        with pytest.raises(WorkflowUpdateFailedError):
            await handle.execute_update(Waiting.move, datetime(2020, 1, 1, tzinfo=UTC))
        assert await travel(handle, days=1)


async def test_years_pass_in_a_moment(engine: Engine) -> None:
    async with engine.worker(workflows=[Waiting], activities=[write_note]) as queue:
        began = time.monotonic()
        handle = await engine.start(Waiting.run, wait_of(6 * 365), queue=queue, id=unique("six-years"))
        await finish(handle)
        assert time.monotonic() - began < 10
