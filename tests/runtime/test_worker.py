"""A worker that is told to stop finishes what it has in hand and ends cleanly."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from runtime.settings import Settings
from runtime.supervisor import own_parts
from runtime.temporal import CASES_QUEUE, connect
from runtime.worker import GRACE, HEARTBEATS_SENT_EVERY, STICKY
from tests.runtime.waiting_workflow import Wait, Waiting
from tests.temporal import unique
from workflows.steps import PAPER_SILENCE, SILENCE

ROOT = Path(__file__).parents[2]


def start_worker(settings: Settings) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.runtime.little_worker", str(settings.data_dir)],
        cwd=ROOT,
        env={**os.environ, "DUECOURSE_TEMPORAL_PORT": str(settings.temporal_port)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    for line in process.stdout:
        assert "Warning" not in line
        if line == "ready\n":
            return process
    raise AssertionError("the worker did not come up")


async def test_it_ends_with_exit_code_zero_after_serving_updates_every_time(own_server: Settings) -> None:
    client = await connect(own_server, patience=20)
    for _ in range(4):
        worker = start_worker(own_server)
        wait = Wait(due=datetime.now(UTC) + timedelta(days=9), note="x")
        handle = await client.start_workflow(Waiting.run, wait, id=unique("w"), task_queue=CASES_QUEUE)
        for days in (10, 11, 12):
            await handle.execute_update(Waiting.move, wait.due + timedelta(days=days))
        worker.terminate()
        said, _ = worker.communicate(timeout=30)
        assert worker.returncode == 0, said
        assert "Warning" not in said


async def test_an_update_sent_while_no_worker_runs_is_answered_by_the_next_within_the_sticky_time(
    own_server: Settings,
) -> None:
    client = await connect(own_server, patience=20)
    first = start_worker(own_server)
    wait = Wait(due=datetime.now(UTC) + timedelta(days=9), note="x")
    handle = await client.start_workflow(Waiting.run, wait, id=unique("w"), task_queue=CASES_QUEUE)
    await handle.execute_update(Waiting.move, wait.due)
    first.kill()
    first.communicate()
    second = start_worker(own_server)
    began = datetime.now(UTC)
    await handle.execute_update(Waiting.move, wait.due)
    assert datetime.now(UTC) - began < timedelta(seconds=6)
    second.terminate()
    second.communicate(timeout=30)


def test_a_worker_sends_life_on_well_within_the_silence_allowed_and_has_more_than_that_to_finish() -> None:
    assert min(SILENCE, PAPER_SILENCE) >= 3 * HEARTBEATS_SENT_EVERY
    assert max(SILENCE, PAPER_SILENCE) < GRACE
    assert timedelta(seconds=2) <= STICKY <= timedelta(seconds=3)
    worker = next(part for part in own_parts() if part.name == "worker")
    assert GRACE.total_seconds() < worker.patience
