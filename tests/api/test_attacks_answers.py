"""What answers give away: headers, faults, health, and papers as files."""

import re
import stat
from pathlib import Path

import pytest
from fastapi import FastAPI

from activities.context import Context
from documents.files import FileStore
from runtime.settings import load
from tests.activities.made import Acting
from tests.activities.road import to_an_approved_notice
from tests.api.serving import Client, NoEngine
from tests.api.test_acts import opened


async def test_a_fault_of_ours_shows_a_number_and_nothing_else(
    officer: Client, browser: Client, mark: str, gateway: NoEngine, caplog: pytest.LogCaptureFixture
) -> None:
    case_id = await opened(officer)
    gateway.away = RuntimeError("secret insides")
    for answer in (
        await officer.act(case_id, {"kind": "add_note", "text": "x"}),
        await browser.post(f"/cases/{case_id}/do/add_note", data={"form_mark": mark, "text": "x"}),
    ):
        assert answer.status_code == 500
        for told in ("secret insides", "Traceback", "RuntimeError", ".py"):
            assert told not in answer.text
        number = re.search(r"number ([0-9a-f]{8})", answer.text)
        assert number
        assert number[1] in caplog.text
        for header in ("content-security-policy", "x-content-type-options", "referrer-policy"):
            assert header in answer.headers
        assert answer.headers["cache-control"] == "no-store"
        assert "server" not in answer.headers
    assert "RuntimeError" in caplog.text
    assert "secret insides" not in caplog.text


async def test_health_and_the_description_tell_nothing_about_people_or_the_machine(
    stranger: Client, app: FastAPI
) -> None:
    assert (await stranger.get("/health")).json() == {"status": "ok"}
    described = await stranger.get("/api/v1/openapi.json")
    assert described.status_code == 200
    settings = app.state.web.settings
    for secret in (str(settings.data_dir), settings.session_secret.get_secret_value(), "Sample Borough"):
        assert secret not in described.text


async def test_every_script_on_a_page_carries_the_answers_own_nonce(browser: Client, officer: Client) -> None:
    case_id = await opened(officer)
    for path in ("/", "/accounts", "/pipeline", "/clock", f"/cases/{case_id}", f"/cases/{case_id}/do/add_note", "/no"):
        answer = await browser.get(path)
        policy = answer.headers["content-security-policy"]
        nonce = re.search(r"'nonce-([\w-]+)'", policy)
        assert nonce
        scripts = re.findall(r"<script[^>]*>", answer.text)
        assert scripts
        assert all(f'nonce="{nonce[1]}"' in script or " src=" in script for script in scripts)
        assert not re.findall(r"<[^>]+\s(?:on\w+|style)=", answer.text), path
        assert "unsafe" not in policy


async def test_a_paper_is_made_whatever_keys_were_taken_and_served_as_a_file_that_runs_nothing(
    app: FastAPI, officer: Client, browser: Client, elsewhere: Client, tmp_path: Path
) -> None:
    desk = Acting(Context(app.state.web.engine, FileStore(tmp_path / "files")))
    notice = await to_an_approved_notice(desk)
    case = f"/api/v1/cases/{desk.case_id}"
    for key in (f"{desk.case_id}:P1:done", f"{desk.case_id}:{notice}:done", f"{desk.case_id}:paper-1:done"):
        await officer.act(desk.case_id, {"kind": "add_note", "text": "x"}, key=key)
    offered = (await officer.get(f"{case}/papers")).json()["offered"]
    kind = next(each["paper"] for each in offered if each["subject"] == notice)
    asked = await officer.act(desk.case_id, {"kind": "request_paper", "paper": kind, "subject": notice})
    assert asked.status_code == 200, asked.text
    paper = (await officer.get(f"{case}/papers")).json()["papers"][-1]
    assert paper["file"], "a key taken beforehand left the paper unmade"
    for who, path in ((officer, f"{case}/papers/{paper['id']}/file"), (browser, f"{case[7:]}/papers/{paper['id']}")):
        answer = await who.get(path)
        assert answer.content.startswith(b"%PDF-")
        assert answer.headers["content-type"] == "application/pdf"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "no-store" in answer.headers["cache-control"]
        assert re.fullmatch(r'inline; filename="[\w.-]+\.pdf"', answer.headers["content-disposition"])
        assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert (await elsewhere.get(f"{case}/papers/{paper['id']}/file")).status_code == 404
    stored = app.state.web.files.path(paper["file"]["sha256"])
    assert paper["file"]["sha256"] in stored.name
    stored.write_bytes(b"%PDF-altered")
    altered = await officer.get(f"{case}/papers/{paper['id']}/file")
    assert altered.status_code == 503
    assert b"altered" not in altered.content
    assert altered.json()["refusals"][0]["code"] == "file_away"


def test_what_is_kept_is_for_its_owner_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ENCRYPTION_KEYS", "SESSION_SECRET"):
        monkeypatch.delenv(f"DUECOURSE_{name}", raising=False)
    folder = tmp_path / "kept"
    first = load(data_dir=folder)
    (folder / "session_secret").chmod(0o644)
    assert load(data_dir=folder).session_secret == first.session_secret
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
