"""A workflow engine of the test's own, as `duecourse run` starts it."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from runtime import server
from runtime.settings import Settings, load
from tests.runtime.ports import free_port


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Settings]:
    """The settings of an engine that runs for this test, on a file of its own."""
    settings = load(data_dir=tmp_path, temporal_port=free_port())
    process = subprocess.Popen(server.command(settings), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    yield settings
    process.terminate()
    process.wait(20)
