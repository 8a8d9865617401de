"""What a person sees of `duecourse run`: it comes up, stays up, stops in order and leaves nothing behind."""

import os
import signal
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.runtime.runs import LITTLE, Run, runs


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Run]]:
    with runs(LITTLE, tmp_path) as starting:
        yield starting


def alive(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False


def soon(happens: Callable[[], bool], seconds: float = 10) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if happens():
            return True
        time.sleep(0.02)
    return False


def test_it_comes_up_and_stops_page_first_engine_last(start: Callable[..., Run]) -> None:
    run = start()
    run.line("ready")
    children = run.children()
    assert len(children) == 3
    run.process.send_signal(signal.SIGTERM)
    assert run.ended()[0] == 0
    assert (run.folder / "order").read_text().split() == ["api", "worker"]
    assert not any(map(alive, children))


def test_what_dies_is_started_again_and_said(start: Callable[..., Run]) -> None:
    run = start()
    run.line("ready")
    first = run.pid("worker")
    os.kill(first, signal.SIGKILL)
    assert "SIGKILL" in run.line("the worker ended")
    run.line("the worker is back")
    assert run.pid("worker") != first


def test_a_killed_supervisor_leaves_nothing_behind(start: Callable[..., Run]) -> None:
    run = start()
    run.line("ready")
    children = run.children()
    run.process.kill()
    assert soon(lambda: not any(map(alive, children)))


def test_a_second_run_on_the_same_folder_says_who_holds_it(start: Callable[..., Run]) -> None:
    pid = start().line("ready").split()[1]
    code, said = start().ended()
    assert code == 1
    assert "already runs" in said
    assert pid in said
    assert "DUECOURSE_DATA_DIR" in said


def test_the_folder_can_be_used_again_after_a_kill(start: Callable[..., Run]) -> None:
    first = start()
    first.line("ready")
    first.process.kill()
    first.process.communicate()
    start().line("ready")


@pytest.mark.parametrize("setting", ["DUECOURSE_WEB_PORT", "DUECOURSE_TEMPORAL_PORT"])
def test_a_busy_port_is_named_with_its_setting(start: Callable[..., Run], setting: str) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        code, said = start(**{setting: str(other.getsockname()[1])}).ended()
    assert code == 1
    assert setting in said


def test_a_part_that_never_comes_up_ends_the_run_with_its_log(start: Callable[..., Run]) -> None:
    code, said = start("api").ended()
    assert code == 1
    assert "the api did not come up" in said
    assert "no luck today" in said
