"""A whole installation in a folder: engine with its file, two workers, the API; each can be killed outright."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from temporalio.client import Client

from runtime import server
from runtime.processes import Child, spawn
from runtime.settings import PREFIX, Settings, load
from runtime.temporal import connect, prepare_namespace
from tests.faults.trap import ARMED

WORKER = [sys.executable, "-m", "tests.faults.worker_process"]
API = [sys.executable, "-m", "tests.faults.api_process"]
TOGETHER = 2


@dataclass
class Plant:
    """What runs. Workers that die are started again, as the supervisor does in production."""

    settings: Settings
    client: Client
    engine: Child
    workers: list[Child] = field(default_factory=list)
    keepers: list[asyncio.Task[None]] = field(default_factory=list)
    api: Child | None = None
    api_keeper: asyncio.Task[None] | None = None

    @property
    def folder(self) -> Path:
        """Where everything is kept."""
        return self.settings.data_dir

    def arm(self, point: str) -> None:
        """The next worker to reach this point dies there."""
        (self.folder / ARMED).mkdir(exist_ok=True)
        (self.folder / ARMED / point).touch()

    def armed(self, point: str) -> bool:
        """Whether nobody has died there yet."""
        return (self.folder / ARMED / point).exists()

    async def keep_worker(self) -> None:
        """Start a worker, and start it again whenever it dies."""
        while True:
            child = await spawn(WORKER, self.folder / "worker.log")
            self.workers.append(child)
            await child.process.wait()
            self.workers.remove(child)

    async def keep_api(self) -> None:
        """Start the API, and start it again whenever it dies."""
        while True:
            self.api = await spawn(API, self.folder / "api.log")
            await self.api.process.wait()

    async def stop_api(self) -> None:
        """Leave the installation without the API."""
        if self.api_keeper is not None:
            await _cancelled(self.api_keeper)
        if self.api is not None and self.api.process.returncode is None:
            self.api.kill()
            await self.api.process.wait()

    async def stop_workers(self) -> None:
        """Leave the installation without any worker."""
        await _cancelled(*self.keepers)
        for child in list(self.workers):
            child.kill()
            await child.process.wait()
        self.workers.clear()
        self.keepers.clear()

    async def start_workers(self) -> None:
        """Have two workers again, and wait until one of them serves."""
        self.keepers = [asyncio.create_task(self.keep_worker()) for _ in range(TOGETHER)]
        while len(self.workers) < TOGETHER:
            await asyncio.sleep(0.01)
        await asyncio.wait([child.ready for child in self.workers], return_when=asyncio.FIRST_COMPLETED)

    def start_api(self) -> None:
        """Have the API; whoever calls it too early calls again."""
        self.api_keeper = asyncio.create_task(self.keep_api())

    async def kill_engine(self) -> None:
        """Kill the engine outright and start it again on its file."""
        self.engine.kill()
        await self.engine.process.wait()
        self.engine = await start_engine(self.settings)

    async def lose_engine(self) -> None:
        """Kill the engine outright and delete its database, as whoever lost a disk would find it."""
        self.engine.kill()
        await self.engine.process.wait()
        for path in self.folder.glob(f"{server.DATABASE_FILE}*"):
            path.unlink()


async def start_engine(settings: Settings) -> Child:
    """The engine on the plant's file."""
    child = await spawn(server.command(settings), settings.data_dir / "engine.log")
    await connect(settings, patience=20)
    return child


@asynccontextmanager
async def a_plant(folder: Path) -> AsyncIterator[Plant]:
    """An installation with an engine and two workers; nothing of it is left running."""
    before = dict(os.environ)
    os.environ[f"{PREFIX}DATA_DIR"] = str(folder)
    os.environ[f"{PREFIX}TEMPORAL_PORT"] = str(_free_port())
    os.environ[f"{PREFIX}WEB_PORT"] = str(_free_port())
    try:
        settings = load()
        engine = await start_engine(settings)
        client = await connect(settings, patience=20)
        await prepare_namespace(client, 1)
        plant = Plant(settings, client, engine)
        plant.start_api()
        await plant.start_workers()
        try:
            yield plant
        finally:
            await plant.stop_api()
            await plant.stop_workers()
            plant.engine.process.send_signal(signal.SIGTERM)
            await plant.engine.process.wait()
    finally:
        os.environ.clear()
        os.environ.update(before)


async def _cancelled(*tasks: asyncio.Task[None]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
