"""The README's first command, whole: engine, worker, page, sample and people, on a folder of its own."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import httpx2
import pytest

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


def signed_in(address: str, password: str) -> httpx2.Client:
    """The officer, whose token outlives the restart."""
    officer = httpx2.Client(base_url=address, timeout=30)
    answer = officer.post("/api/v1/session", json={"username": "officer.a", "password": password})
    officer.headers["Authorization"] = f"Bearer {answer.json()['token']}"
    return officer


def opened(officer: httpx2.Client) -> str:
    body = {"landlord": "sample-borough-council", "tenancy_ref": "T1"}
    headers = {"Idempotency-Key": "opening-of-T1"}

    def sent() -> httpx2.Response:
        return officer.post("/api/v1/cases", json=body, headers=headers)

    assert soon(lambda: sent().status_code == 201), sent().text
    case_id: str = sent().json()["case_id"]
    return case_id


def history(officer: httpx2.Client, case_id: str) -> list[str]:
    return [event["hash"] for event in officer.get(f"/api/v1/cases/{case_id}/history").json()["events"]]


def soon(happens: Callable[[], bool], seconds: float = 60) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if happens():
            return True
        time.sleep(0.1)
    return False


@pytest.mark.timeout(240)
def test_it_starts_shows_its_people_answers_survives_and_stops(tmp_path: Path) -> None:
    sample = write_export(tmp_path / "sample")
    with runs(WHOLE, tmp_path / "data") as start:
        run = start(DUECOURSE_SAMPLE_DIR=str(sample), DUECOURSE_SAMPLE_CASES="no")
        said = run.until("is ready")
        assert re.search(r"\badmin\b.*-.*-", said)
        address = said.rsplit("open ", 1)[1].split()[0]
        assert httpx2.get(address, follow_redirects=True).status_code == 200
        password = re.search(r"\bofficer\.a\W+(\S+-\S+)", said)
        assert password
        officer = signed_in(address, password[1])
        case_id = opened(officer)
        deadlines = officer.get(f"/api/v1/cases/{case_id}/deadlines").json()
        assert deadlines["deadlines"]

        well = command(run, "doctor")
        assert well.returncode == 0, well.stdout
        moved = command(run, "clock", "forward", "30d")
        assert "sample-borough-council" in moved.stdout, moved.stderr
        assert "(sample, 30 days ahead)" in command(run, "clock", "show").stdout

        worker = next(pid for pid in run.children() if b"worker" in Path(f"/proc/{pid}/cmdline").read_bytes())
        os.kill(worker, signal.SIGKILL)
        run.line("the worker is back")

        assert soon(lambda: len(history(officer, case_id)) > 1), "no date spoke"
        spoken = history(officer, case_id)
        run.process.send_signal(signal.SIGINT)
        assert run.ended()[0] == 0

        again = start(DUECOURSE_SAMPLE_DIR=str(sample), DUECOURSE_WEB_PORT=run.environment["DUECOURSE_WEB_PORT"])
        assert "Who can sign in" not in again.until("is ready")
        assert officer.get(f"/api/v1/cases/{case_id}").json()["case_id"] == case_id
        kept = history(officer, case_id)
        assert kept[: len(spoken)] == spoken
        assert command(again, "clock", "forward", "120d").returncode == 0
        assert soon(lambda: len(history(officer, case_id)) > len(kept)), "no date spoke after the restart"
        again.process.send_signal(signal.SIGTERM)
        assert again.ended()[0] == 0
