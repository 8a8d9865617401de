"""What every test may ask for."""

import os
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from hypothesis import settings

from tests.postgres import postgres_url as postgres_url
from tests.temporal import Engine, running_engine

# The same examples on every machine, and no race with the clock; `--hypothesis-profile=searching` looks for new ones.
settings.register_profile("steady", deadline=None, derandomize=True, database=None)
settings.register_profile("searching", deadline=None, max_examples=2000)
settings.load_profile("steady")


# What waits for servers, browsers and converters begins first, so that no processor is idle at the end.
SLOW_FIRST = (
    "tests/runtime",
    "tests/documents/record",
    "tests/web",
    "tests/workflows",
    "tests/documents",
    "tests/activities",
    "tests/api",
    "tests/replay",
    "tests/cases",
    "tests/store",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The slow folders come first; within a folder nothing moves."""
    items.sort(key=lambda item: next((at for at, slow in enumerate(SLOW_FIRST) if item.nodeid.startswith(slow)), 99))


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def engine() -> AsyncIterator[Engine]:
    """The session's Temporal server with movable clocks."""
    async with running_engine() as running:
        yield running


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Where `DUECOURSE_NO_SKIPS` is set (in CI), a test that did not run is a failure, and is named."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    missed = [
        report for kind in ("skipped", "xfailed") for report in (reporter.stats.get(kind, []) if reporter else [])
    ]
    if os.environ.get("DUECOURSE_NO_SKIPS") and missed:
        for report in missed:
            reporter.write_line(f"NOT RUN {report.nodeid}: {report.longrepr}", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
