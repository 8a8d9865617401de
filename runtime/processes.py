"""Child processes that cannot outlive us, and the word by which one says that it is ready."""

from __future__ import annotations

import asyncio
import ctypes
import fcntl
import os
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

READY_FD = "DUECOURSE_INTERNAL_READY_FD"
LOG_BYTES_KEPT = 5_000_000
_PR_SET_PDEATHSIG = 1


class AlreadyRunning(Exception):
    """Another program holds the data folder; the text says which process."""


class PortBusy(Exception):
    """A port is taken; the text names the setting to change."""


@dataclass
class Child:
    """A running part, and the end of the pipe on which it says that it is ready."""

    process: asyncio.subprocess.Process
    ready: asyncio.Future[bool]

    async def stop(self, patience: float) -> None:
        """Ask it to end; after `patience` seconds end it."""
        if self.process.returncode is not None:
            return
        with suppress(ProcessLookupError):
            self.process.terminate()
        try:
            await asyncio.wait_for(self.process.wait(), patience)
        except TimeoutError:
            self.kill()
            await self.process.wait()

    def kill(self) -> None:
        """End it at once."""
        with suppress(ProcessLookupError):
            self.process.kill()


async def spawn(words: list[str], log: Path) -> Child:
    """Start a program whose output goes to `log`.

    It stands in a process group of its own, so that Ctrl-C reaches it through us and in our order; and on Linux the
    kernel ends it when we end in whatever way.
    """
    readable, writable = os.pipe()
    with open(log, "ab") as output:
        process = await asyncio.create_subprocess_exec(
            *words,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            pass_fds=(writable,),
            env={**os.environ, READY_FD: str(writable), "PYTHONUNBUFFERED": "1"},
            preexec_fn=_tie_to_parent(os.getpid()),
            process_group=0,
        )
    os.close(writable)
    return Child(process, _first_word(readable))


def say_ready() -> None:
    """Tell whoever started us that we are ready; nothing where nobody listens."""
    number = os.environ.pop(READY_FD, "")
    if number:
        with open(int(number), "wb") as pipe:
            pipe.write(b"ready")


def python(*words: str) -> list[str]:
    """The words that run our own command line with this very Python."""
    return [sys.executable, "-m", "runtime.cli", *words]


def hold(folder: Path) -> IO[str]:
    """Hold the data folder for as long as the returned file stays open; raises AlreadyRunning."""
    file = open(folder / "run.lock", "a+", encoding="ascii")  # noqa: SIM115 - open for as long as we run
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.seek(0)
        holder = file.read().strip() or "unknown"
        file.close()
        raise AlreadyRunning(
            f"Due Course already runs on {folder} (process {holder}). "
            "Stop that one, or set DUECOURSE_DATA_DIR to another folder."
        ) from None
    file.truncate(0)
    file.write(f"{os.getpid()}\n")
    file.flush()
    return file


def check_port(host: str, port: int, setting: str) -> None:
    """Raise PortBusy where nothing can listen on the port."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            raise PortBusy(
                f"cannot listen on {host}:{port} ({problem.strerror}); set {setting} to another, free one"
            ) from None


def keep_short(log: Path) -> None:
    """Put a log that has grown long aside as `<name>.1`; one old one is kept."""
    with suppress(FileNotFoundError):
        if log.stat().st_size > LOG_BYTES_KEPT:
            log.replace(log.with_suffix(".log.1"))


def tail(log: Path, lines: int = 12) -> str:
    """The last lines of a log."""
    with suppress(OSError):
        return "\n".join(log.read_text("utf-8", "replace").splitlines()[-lines:])
    return ""


def _tie_to_parent(parent: int) -> Callable[[], None]:
    libc = ctypes.CDLL(None) if sys.platform == "linux" else None

    def tie() -> None:
        if libc is not None:
            libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)

    return tie


def _first_word(readable: int) -> asyncio.Future[bool]:
    """A future that is True when the child says it is ready, False when it ends (or closes the pipe) without."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[bool] = loop.create_future()

    def look() -> None:
        word = os.read(readable, 16)
        loop.remove_reader(readable)
        os.close(readable)
        if not future.done():
            future.set_result(bool(word))

    loop.add_reader(readable, look)
    return future
