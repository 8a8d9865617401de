"""A workflow small enough to prove the test tools with: it waits for a day that can be moved."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from pydantic import BaseModel
from temporalio import activity, workflow
from temporalio.common import SearchAttributeKey
from temporalio.exceptions import ApplicationError

STAGE = SearchAttributeKey.for_keyword("Stage")


class Wait(BaseModel):
    """Until when to wait, and what to write when it is over."""

    due: datetime
    note: str
    moves: int = 0


class Noted(BaseModel):
    """What the activity is asked to write."""

    note: str
    as_at: datetime


@activity.defn
async def write_note(noted: Noted) -> str:
    """Stand in for a record."""
    if noted.note.startswith("fail: "):
        raise ApplicationError(noted.note, non_retryable=True)
    return f"{noted.note} {noted.as_at:%Y-%m-%d}"


def wait_of(days: int) -> Wait:
    """A wait that ends so many days from now."""
    return Wait(due=datetime.now(UTC) + timedelta(days=days), note="ripe")


@workflow.defn
class Waiting:
    """Wait for the day, moved or not; then write the note."""

    @workflow.init
    def __init__(self, wait: Wait) -> None:
        self.wait = wait

    @workflow.run
    async def run(self, wait: Wait) -> str:
        workflow.upsert_search_attributes([STAGE.value_set("notice")])
        while (left := self.wait.due - workflow.now()) > timedelta(0):
            seen = self.wait.moves
            try:
                await workflow.wait_condition(lambda seen=seen: self.wait.moves != seen, timeout=left)
            except TimeoutError:
                continue
        await workflow.wait_condition(workflow.all_handlers_finished)
        if self.wait.moves == 2:
            workflow.continue_as_new(
                self.wait.model_copy(update={"moves": 3, "due": self.wait.due + timedelta(days=30)})
            )
        return await workflow.execute_activity(
            write_note,
            Noted(note=self.wait.note, as_at=workflow.now()),
            start_to_close_timeout=timedelta(seconds=10),
        )

    @workflow.update
    async def move(self, due: datetime) -> int:
        self.wait = self.wait.model_copy(update={"due": due, "moves": self.wait.moves + 1})
        return self.wait.moves

    @move.validator
    def _check_move(self, due: datetime) -> None:
        if due < workflow.now():
            raise ApplicationError("that day has passed", type="past")
