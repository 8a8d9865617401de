"""The strict replay catches what the stock replay lets pass, and lets pass what it should."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from temporalio.client import WorkflowHistory
from temporalio.worker import Replayer

from runtime.temporal import data_converter
from runtime.worker import sandbox
from tests.runtime.waiting_variants import GainedField, LongerTimer, OtherArgument, OtherLimit, OtherStage, Same
from tests.runtime.waiting_workflow import Wait, Waiting, write_note
from tests.strict_replay import Changed, readable, strict_replay
from tests.temporal import TEST_RING, Engine, finish

CONVERTER = data_converter(TEST_RING)


@pytest.fixture(scope="module")
async def history(engine: Engine) -> WorkflowHistory:
    async with engine.worker(workflows=[Waiting], activities=[write_note]) as queue:
        handle = await engine.start(
            Waiting.run, Wait(due=datetime.now(UTC) + timedelta(days=28), note="ripe"), queue=queue
        )
        await finish(handle)
        return await handle.fetch_history()


async def test_the_code_that_wrote_a_history_replays_it(history: WorkflowHistory) -> None:
    assert await strict_replay([Waiting], history, CONVERTER) == 4


@pytest.mark.parametrize("unchanged", [Same, GainedField])
async def test_a_rewrite_or_an_optional_field_more_passes(history: WorkflowHistory, unchanged: type) -> None:
    assert await strict_replay([unchanged], history, CONVERTER) == 4


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        (OtherStage, "search attributes 1"),
        (LongerTimer, "timer 1"),
        (OtherArgument, "ripe (14 days)"),
        (OtherLimit, ".start_to_close was 10.0, is 3600"),
    ],
)
async def test_what_the_stock_replay_misses_is_caught(history: WorkflowHistory, changed: Any, says: str) -> None:
    stock = Replayer(workflows=[changed], data_converter=CONVERTER, workflow_runner=sandbox())
    await stock.replay_workflow(history)
    with pytest.raises(Changed, match=r" was .*, is ") as caught:
        await strict_replay([changed], history, CONVERTER)
    assert says in str(caught.value)


async def test_a_recording_is_readable_and_replays_from_json(history: WorkflowHistory) -> None:
    plain = await readable(history, CONVERTER)
    text = plain.to_json()
    assert "duecourse-aes256gcm" not in text
    assert await strict_replay([Waiting], WorkflowHistory.from_json(plain.workflow_id, text)) == 4
