"""`Waiting` written again, with one detail changed in each class."""

from __future__ import annotations

import contextlib
from datetime import timedelta

from temporalio import workflow

from tests.runtime.waiting_workflow import STAGE, Noted, Wait, write_note


class NotedMore(Noted):
    """The activity's input of a later version, with one optional field more."""

    colour: str | None = None


class _Other:
    """`Waiting` with one detail changed; each detail is a class attribute."""

    stage = "notice"
    days_more = 0
    note = ""
    noted: type[Noted] = Noted
    seconds = 10

    async def go(self, wait: Wait) -> str:
        workflow.upsert_search_attributes([STAGE.value_set(self.stage)])
        left = wait.due - workflow.now() + timedelta(days=self.days_more)
        with contextlib.suppress(TimeoutError):
            await workflow.wait_condition(lambda: False, timeout=left)
        result: str = await workflow.execute_activity(
            write_note,
            self.noted(note=wait.note + self.note, as_at=workflow.now()),
            start_to_close_timeout=timedelta(seconds=self.seconds),
        )
        return result


@workflow.defn(name="Waiting")
class Same(_Other):
    @workflow.run
    async def run(self, wait: Wait) -> str:
        return await self.go(wait)


@workflow.defn(name="Waiting")
class OtherStage(_Other):
    stage = "claim"

    @workflow.run
    async def run(self, wait: Wait) -> str:
        return await self.go(wait)


@workflow.defn(name="Waiting")
class LongerTimer(_Other):
    days_more = 14

    @workflow.run
    async def run(self, wait: Wait) -> str:
        return await self.go(wait)


@workflow.defn(name="Waiting")
class OtherArgument(_Other):
    note = " (14 days)"

    @workflow.run
    async def run(self, wait: Wait) -> str:
        return await self.go(wait)


@workflow.defn(name="Waiting")
class OtherLimit(_Other):
    seconds = 3600

    @workflow.run
    async def run(self, wait: Wait) -> str:
        return await self.go(wait)


@workflow.defn(name="Waiting")
class GainedField(_Other):
    noted = NotedMore

    @workflow.run
    async def run(self, wait: Wait) -> str:
        return await self.go(wait)
