"""A supervised run in a process of its own, as tests start, watch and stop it."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.runtime.ports import free_port

ROOT = Path(__file__).parents[2]
LITTLE = (sys.executable, str(Path(__file__).parent / "little_run.py"))
WHOLE = (sys.executable, "-m", "runtime.cli", "run")


class Run:
    """One supervised run on its own folder and ports."""

    def __init__(self, words: tuple[str, ...], folder: Path, *arguments: str, **settings: str) -> None:
        self.folder = folder
        self.environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "DUECOURSE_DATA_DIR": str(folder),
            "DUECOURSE_TEMPORAL_PORT": str(free_port()),
            "DUECOURSE_WEB_PORT": str(free_port()),
            **settings,
        }
        self.process = subprocess.Popen(
            [*words, *arguments],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def line(self, holding: str) -> str:
        """The next line that holds these words."""
        return self.until(holding).splitlines()[-1]

    def until(self, holding: str) -> str:
        """Everything said from here to the next line that holds these words."""
        assert self.process.stdout is not None
        said = ""
        for line in self.process.stdout:
            said += line
            if holding in line:
                return said
        raise AssertionError(f"ended without saying '{holding}':\n{said}")

    def ended(self) -> tuple[int, str]:
        """How it ended and what it said last."""
        said, _ = self.process.communicate(timeout=30)
        return self.process.returncode, said

    def pid(self, part: str) -> int:
        return int((self.folder / f"pid.{part}").read_text())

    def children(self) -> list[int]:
        listed = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(pid) for pid in listed.split()]


@contextmanager
def runs(words: tuple[str, ...], folder: Path) -> Iterator[Callable[..., Run]]:
    """Start runs on one folder; whatever is left of them is ended."""
    started: list[Run] = []

    def start(*arguments: str, **settings: str) -> Run:
        started.append(Run(words, folder, *arguments, **settings))
        return started[-1]

    try:
        yield start
    finally:
        for run in started:
            if run.process.poll() is None:
                run.process.kill()
                run.process.communicate()
