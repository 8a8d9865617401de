"""The README's first command, whole: engine, worker, page, sample and people, on a folder of its own."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx2

from tests.runtime.little_export import write_export
from tests.runtime.runs import ROOT, WHOLE, Run, runs


def command(run: Run, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "runtime.cli", *words],
        cwd=ROOT,
        env=run.environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_it_starts_shows_its_people_answers_survives_and_stops(tmp_path: Path) -> None:
    sample = write_export(tmp_path / "sample")
    with runs(WHOLE, tmp_path / "data") as start:
        run = start(DUECOURSE_SAMPLE_DIR=str(sample))
        assert re.search(r"\badmin\b.*-.*-", run.line("admin"))
        address = run.line("is ready").split("open ")[1].split()[0]
        assert httpx2.get(address, follow_redirects=True).status_code == 200

        well = command(run, "doctor")
        assert well.returncode == 0, well.stdout
        moved = command(run, "clock", "forward", "30d")
        assert "sample-borough-council" in moved.stdout, moved.stderr
        assert "(sample, 30 days ahead)" in command(run, "clock", "show").stdout

        worker = next(pid for pid in run.children() if b"worker" in Path(f"/proc/{pid}/cmdline").read_bytes())
        os.kill(worker, signal.SIGKILL)
        run.line("the worker is back")

        run.process.send_signal(signal.SIGINT)
        assert run.ended()[0] == 0

        again = start(DUECOURSE_SAMPLE_DIR=str(sample))
        assert "Who can sign in" not in again.until("is ready")
        again.process.send_signal(signal.SIGTERM)
        assert again.ended()[0] == 0
