"""`duecourse run`: everything on one machine, kept running, and stopped in order.

The parts are processes of their own: the workflow engine, the worker, the page and API. What dies is started again;
nothing outlives the supervisor.
"""

from __future__ import annotations

import asyncio
import signal
import time
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from runtime import server
from runtime.processes import Child, check_port, hold, keep_short, python, spawn, tail
from runtime.settings import PREFIX, Settings
from runtime.temporal import EngineAway, connect

READY_WITHIN = 60.0
SETTLED_AFTER = 60.0
FIRST_PAUSE = 0.5
LONGEST_PAUSE = 30.0
Say = Callable[[str], None]


class StartFailed(Exception):
    """A part did not come up; the text holds the end of its log."""


@dataclass
class Part:
    """One process to keep running. `says_ready` is false for programs that are not ours; `patience` is in seconds."""

    name: str
    title: str
    words: list[str]
    patience: float
    says_ready: bool = True
    child: Child | None = None
    keeper: asyncio.Task[None] | None = None
    starts: int = field(default=0)


def engine_part(settings: Settings) -> Part:
    """The workflow engine, where it is run from here."""
    return Part("engine", "the workflow engine", server.command(settings), 10, says_ready=False)


def own_parts() -> list[Part]:
    """Our own programs, in the order of starting; they stop in the reverse."""
    return [Part("worker", "the worker", python("worker"), 60), Part("api", "the page and API", python("api"), 10)]


class Supervisor:
    """Starts the parts, watches them, stops them in the reverse order."""

    def __init__(self, settings: Settings, say: Say, parts: list[Part]) -> None:
        self._settings = settings
        self._say = say
        self._own_parts = parts
        self._logs = settings.data_dir / "logs"
        self._stopping = asyncio.Event()
        self._parts: list[Part] = []

    async def run(self, prepare: Callable[[], object], ready: Callable[[], object]) -> None:
        """Hold the folder, start everything, call `ready`, and stay until told to stop.

        `prepare` is called (and awaited where it is a coroutine) while the engine comes up, before worker and page.
        Raises AlreadyRunning, PortBusy, SettingsProblem or StartFailed.
        """
        with hold(self._settings.data_dir):
            self._check_ports()
            self._logs.mkdir(exist_ok=True)
            loop = asyncio.get_running_loop()
            for number in (signal.SIGINT, signal.SIGTERM):
                loop.add_signal_handler(number, self._told_to_stop)
            try:
                await self._until_stopped(self._start(prepare))
                if not self._stopping.is_set():
                    await _called(ready)
                await self._stopping.wait()
            finally:
                await self._stop()
                for number in (signal.SIGINT, signal.SIGTERM):
                    loop.remove_signal_handler(number)

    async def _start(self, prepare: Callable[[], object]) -> None:
        settings = self._settings
        if settings.runs_own_temporal:
            engine = engine_part(settings)
            self._parts.append(engine)
            await self._launch(engine)
            await asyncio.gather(self._engine_answers(engine), _called(prepare))
        else:
            await _called(prepare)
        self._parts += self._own_parts
        await asyncio.gather(*map(self._launch, self._own_parts))

    async def _engine_answers(self, engine: Part) -> None:
        answered = asyncio.create_task(connect(self._settings, patience=READY_WITHIN))
        assert engine.child is not None
        ended = asyncio.create_task(engine.child.process.wait())
        try:
            await asyncio.wait((answered, ended), return_when=asyncio.FIRST_COMPLETED)
            if not answered.done() or isinstance(answered.exception(), EngineAway):
                raise self._failed(engine)
            answered.result()
        finally:
            answered.cancel()
            ended.cancel()

    async def _launch(self, part: Part) -> None:
        """Start a part for the first time; raises StartFailed unless it comes up."""
        log = self._logs / f"{part.name}.log"
        keep_short(log)
        await self._spawn(part)
        assert part.child is not None
        if part.says_ready:
            try:
                came_up = await asyncio.wait_for(part.child.ready, READY_WITHIN)
            except TimeoutError:
                came_up = False
            if not came_up:
                raise self._failed(part)
        part.keeper = asyncio.create_task(self._keep(part))

    async def _spawn(self, part: Part) -> None:
        part.starts += 1
        part.child = await spawn(part.words, self._logs / f"{part.name}.log")

    async def _keep(self, part: Part) -> None:
        """Start the part again whenever it ends, waiting longer each time it does so soon."""
        pause = FIRST_PAUSE
        while part.child is not None:
            began = time.monotonic()
            code = await part.child.process.wait()
            if self._stopping.is_set():
                return
            if time.monotonic() - began > SETTLED_AFTER:
                pause = FIRST_PAUSE
            self._say(f"{part.title} ended ({_how(code)}); starting it again in {pause:g} s")
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)
            await self._spawn(part)
            if part.says_ready and await part.child.ready:
                self._say(f"{part.title} is back")

    async def _until_stopped(self, work: Coroutine[Any, Any, None]) -> None:
        """Await `work`, but let a signal to stop cut it short."""
        task = asyncio.create_task(work)
        stopped = asyncio.create_task(self._stopping.wait())
        await asyncio.wait((task, stopped), return_when=asyncio.FIRST_COMPLETED)
        stopped.cancel()
        if not task.done():
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
            return
        task.result()

    async def _stop(self) -> None:
        """Page first, so that no new act comes; then the worker, which finishes what it has in hand; engine last."""
        self._stopping.set()
        for part in reversed(self._parts):
            if part.keeper is not None:
                part.keeper.cancel()
            if part.child is not None:
                await part.child.stop(part.patience)

    def _told_to_stop(self) -> None:
        if self._stopping.is_set():
            for part in self._parts:
                if part.child is not None:
                    part.child.kill()
            return
        self._say("stopping (once more to stop at once)")
        self._stopping.set()

    def _check_ports(self) -> None:
        settings = self._settings
        check_port(settings.web_host, settings.web_port, f"{PREFIX}WEB_PORT")
        if settings.runs_own_temporal:
            check_port("127.0.0.1", settings.temporal_port, f"{PREFIX}TEMPORAL_PORT")
            if settings.temporal_ui:
                check_port("127.0.0.1", settings.temporal_ui_port, f"{PREFIX}TEMPORAL_UI_PORT")

    def _failed(self, part: Part) -> StartFailed:
        log = self._logs / f"{part.name}.log"
        return StartFailed(f"{part.title} did not come up. The end of {log}:\n{tail(log)}")


def _how(code: int) -> str:
    return f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"


async def _called(call: Callable[[], object]) -> None:
    answer = call()
    if asyncio.iscoroutine(answer):
        await answer
