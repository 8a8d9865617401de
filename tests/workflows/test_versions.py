"""Workers of two versions side by side: a running case goes on rightly, and changes at a quiet moment."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import pytest
from temporalio.worker import WorkerDeploymentConfig

from runtime import versions
from runtime.settings import Settings
from tests.temporal import Engine, travel, unique
from tests.workflows.acting import Desk, until
from tests.workflows.fakes import FakeRecord
from tests.workflows.test_possession_case import NOTE
from workflows.messages import Wake
from workflows.possession_case import PossessionCase


class Versions:
    """One task queue with a worker of each version that has been started, and the record behind them all."""

    def __init__(self, engine: Engine, stack: AsyncExitStack) -> None:
        self.engine = engine
        self.record = FakeRecord()
        self.deployment, self.queue = unique("deployment"), unique("queue")
        self.desk = Desk(engine, self.queue, options={"documents_queue": self.queue})
        self._stack = stack

    def of(self, build: str, behavior: Any = "pinned") -> WorkerDeploymentConfig:
        found = versions.of(Settings(worker_build=build, worker_versioning=behavior), self.deployment)
        assert found is not None
        return found

    async def start(self, build: str, behavior: Any = "pinned") -> None:
        worker = self.engine.worker(
            workflows=[PossessionCase],
            activities=self.record.activities,
            queue=self.queue,
            deployment_config=self.of(build, behavior),
        )
        await self._stack.enter_async_context(worker)

    async def promote(self, build: str) -> None:
        await versions.make_current(self.engine.client, build, deployment=self.deployment)

    async def build(self) -> str:
        """The version that the case's newest run is on."""
        found = (await self.desk.handle.describe()).raw_description.workflow_execution_info
        return found.versioning_info.deployment_version.build_id


@asynccontextmanager
async def side_by_side(engine: Engine) -> AsyncIterator[Versions]:
    async with AsyncExitStack() as stack:
        yield Versions(engine, stack)


async def test_a_pinned_case_changes_to_the_new_version_in_a_new_run_and_loses_nothing(engine: Engine) -> None:
    async with side_by_side(engine) as here:
        await here.start("v1")
        await here.promote("v1")
        opened = await here.desk.open()
        await until(lambda: _is(here, "v1"))
        first = await here.desk.run_id()
        await here.start("v2")
        await here.promote("v2")
        assert await here.build() == "v1", "nothing has woken it"
        assert (await here.desk.act(NOTE)).revision == 2
        await until(lambda: _told(here))
        assert await here.desk.run_id() != first
        assert (await here.desk.act(NOTE)).revision == 3
        details = await here.desk.handle.query(PossessionCase.details)
        assert (details.case_id, details.revision) == (opened.case_id, 3)
        await travel(here.desk.handle, days=31)
        assert here.record.kinds() == ["open_case", "add_note", "add_note", "deadline_passed"]


async def test_a_sleeping_case_changes_when_it_is_woken(engine: Engine) -> None:
    async with side_by_side(engine) as here:
        await here.start("v1")
        await here.promote("v1")
        await here.desk.open()
        await here.start("v2")
        await here.promote("v2")
        await until(lambda: _told(here))
        assert here.record.kinds() == ["open_case"]


async def test_a_case_of_a_version_whose_workers_still_run_waits_on_them_for_its_date(engine: Engine) -> None:
    async with side_by_side(engine) as here:
        await here.start("v1")
        await here.promote("v1")
        await here.desk.open()
        await here.start("v2")
        await here.promote("v2")
        await travel(here.desk.handle, days=31)
        assert here.record.kinds() == ["open_case", "deadline_passed"]
        await until(lambda: _told(here))


async def test_the_simple_way_lets_a_case_change_in_the_middle_of_a_run(engine: Engine) -> None:
    async with side_by_side(engine) as here:
        await here.start("v1", "auto_upgrade")
        await here.promote("v1")
        await here.desk.open()
        first = await here.desk.run_id()
        await here.start("v2", "auto_upgrade")
        await here.promote("v2")
        await until(lambda: _told(here))
        assert await here.desk.run_id() == first
        assert (await here.desk.act(NOTE)).revision == 2


async def test_a_version_that_no_worker_has_is_not_promoted(engine: Engine) -> None:
    with pytest.raises(versions.NoSuchVersion, match="no worker of version v9"):
        await versions.make_current(engine.client, "v9", patience=0, deployment=unique("deployment"))
    assert await versions.current(engine.client, unique("deployment")) == ""


async def test_the_current_version_is_told(engine: Engine) -> None:
    async with side_by_side(engine) as here:
        await here.start("v1")
        await here.promote("v1")
        await until(lambda: _current(here, "v1"))


def test_a_worker_without_a_build_has_no_version() -> None:
    assert versions.of(Settings(worker_build="")) is None


async def _is(here: Versions, build: str) -> bool:
    return await here.build() == build


async def _current(here: Versions, build: str) -> bool:
    return await versions.current(here.engine.client, here.deployment) == build


async def _told(here: Versions) -> bool:
    """Wake the case as `duecourse promote` does; a wake-up that comes before the engine has heard changes nothing."""
    await here.desk.handle.signal(PossessionCase.wake, Wake())
    return await _is(here, "v2")
