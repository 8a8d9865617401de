"""One site and one browser for the tests of a file, on Monday 23 November 2026 and five weeks later."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
import time_machine

from tests.activities.made import TODAY
from tests.web.site import CHROMIUM, Site, served


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def site(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Site]:
    """The served pages and a browser; without a browser on this machine the test says so."""
    if not CHROMIUM.exists():
        pytest.skip(f"no browser at {CHROMIUM}")
    folder: Path = tmp_path_factory.mktemp("site")
    (folder / "templates").mkdir()
    with time_machine.travel(TODAY, tick=True):
        async with served(folder / "templates", folder) as running:
            yield running
