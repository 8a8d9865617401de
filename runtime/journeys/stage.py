"""The stage a journey is played on: a throw-away data folder, real processes, real sign-ins."""

import asyncio
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2

from runtime import bootstrap
from runtime import settings as settings_module
from runtime.importing import import_export
from runtime.journeys.cast import Cast
from runtime.journeys.client import Officer, Unexpected
from runtime.journeys.story import Story
from runtime.processes import tail
from runtime.settings import PREFIX, Settings

READY_SECONDS = 60.0
STOP_SECONDS = 30.0


@dataclass(frozen=True)
class Stage:
    """A running Due Course with its sample landlord, and the passwords of its people."""

    url: str
    passwords: dict[str, str]
    settings: Settings

    def signed_in(self, username: str, name: str) -> Officer:
        """Somebody signed in over the API."""
        return Officer(name, httpx2.Client(base_url=self.url, timeout=60)).sign_in(username, self.passwords[username])

    def cast(self, story: Story, papers_dir: Path) -> Cast:
        """The people of a journey, signed in."""
        return Cast(
            officer=self.signed_in("officer.a", "The officer"),
            senior=self.signed_in("senior", "The senior"),
            leader=self.signed_in("leader", "The team leader"),
            story=story,
            papers_dir=papers_dir,
            bring_in=self.bring_in,
        )

    def bring_in(self, folder: Path) -> None:
        """Bring in an export of the housing system. Raises `Unexpected` where it is not applied."""
        done = asyncio.run(import_export(self.settings, folder, lambda done, total: None, sample=True))
        if not done.summary.applied:
            raise Unexpected(f"the export was not brought in: {done.summary.errors[:3]}")


@contextmanager
def stage(sample: Path, keep_data: Path | None = None) -> Iterator[Stage]:
    """Start everything on a fresh data folder and free ports; stop it and delete the folder at the end."""
    folder = keep_data or Path(tempfile.mkdtemp(prefix="duecourse-journey-"))
    web, engine = _free_port(), _free_port()
    named = {
        "DATA_DIR": str(folder),
        "SAMPLE": "yes",
        "SAMPLE_DIR": str(sample),
        "WEB_PORT": str(web),
        "TEMPORAL_PORT": str(engine),
        "LOG_LEVEL": "warning",
    }
    environment = {**os.environ, **{PREFIX + name: value for name, value in named.items()}}
    try:
        settings, passwords = _prepare(environment)
        log = folder / "journey.log"
        with open(log, "ab") as output:
            words = [sys.executable, "-m", "runtime.cli", "run"]
            process = subprocess.Popen(words, env=environment, stdout=output, stderr=output, start_new_session=True)
        try:
            url = f"http://127.0.0.1:{web}"
            _wait_until_ready(url, process, log)
            yield Stage(url, passwords, settings)
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
    finally:
        if keep_data is None:
            shutil.rmtree(folder, ignore_errors=True)


def _prepare(environment: dict[str, str]) -> tuple[Settings, dict[str, str]]:
    """Make the database, the sample and the accounts; the passwords are known only now."""
    before = dict(os.environ)
    os.environ.update(environment)
    try:
        settings = settings_module.load()
        first = asyncio.run(bootstrap.prepare(settings))
    finally:
        os.environ.clear()
        os.environ.update(before)
    if first is None:
        raise Unexpected("the journey's data folder was not new")
    return settings, {account.username: account.password for account in first.accounts}


def _wait_until_ready(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + READY_SECONDS
    while time.monotonic() < end:
        if process.poll() is not None:
            break
        try:
            if httpx2.get(f"{url}/health").status_code == 200:
                return
        except httpx2.TransportError:
            time.sleep(0.1)
    raise Unexpected(f"Due Course did not come up. The end of its log:\n{tail(log)}")


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
