"""Programs of others, run on one file: in a session of their own, within limits, and nothing of them left behind."""

import contextlib
import math
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

BEAT_EVERY = 1.0
_LIMITED = Path(__file__).with_name("limited.py")
_OURS = "DUECOURSE_"


class Cancelled(Exception):
    """Whoever asked for the work no longer wants it; everything it started has been stopped."""


class TookTooLong(Exception):
    """The program was stopped at its limit of time."""


def run_within(
    command: Sequence[str],
    home: Path,
    *,
    seconds: float,
    memory: int = 0,
    given: Mapping[str, str] | None = None,
    beat: Callable[[], None] = lambda: None,
    cancelled: threading.Event | None = None,
    every: float = BEAT_EVERY,
) -> int:
    """The program's exit code; a signal's number below nothing. It sees `home` as its home and no secret of ours.

    `seconds` on the clock; `memory` in bytes, of each process that it starts (which then has no more than `seconds` of
    the processor either), 0 for no limit; `given` are variables for it. `beat` is called each `every` seconds. However
    this ends, all that the program started has ended too. Raises TookTooLong, Cancelled, OSError where it cannot be
    started.
    """
    if memory:
        command = [sys.executable, "-S", "-P", str(_LIMITED), str(memory), str(math.ceil(seconds)), *command]
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=home,
        env={**bare_environment(), "HOME": str(home), "TMPDIR": str(home), **(given or {})},
        start_new_session=True,
    )
    try:
        return _awaited(process, seconds, beat, cancelled or threading.Event(), every)
    finally:
        _stop_all(process)


def bare_environment() -> dict[str, str]:
    """This process's variables without our settings, which hold keys, and without its ways to Python modules."""
    return {name: value for name, value in os.environ.items() if not name.startswith((_OURS, "PYTHON"))}


def _awaited(
    process: subprocess.Popen[bytes],
    seconds: float,
    beat: Callable[[], None],
    cancelled: threading.Event,
    every: float,
) -> int:
    waited = 0.0
    while True:
        if cancelled.is_set():
            raise Cancelled
        step = min(every, seconds - waited)
        try:
            return process.wait(step)
        except subprocess.TimeoutExpired:
            waited += step
        beat()
        if waited >= seconds:
            raise TookTooLong


def _stop_all(process: subprocess.Popen[bytes]) -> None:
    """End the program and all that it started: they are one session."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
