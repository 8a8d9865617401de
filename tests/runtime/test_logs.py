"""Logs are JSON lines in production, our own and the libraries'; readable lines otherwise."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from runtime import logs
from runtime.settings import Settings, load, new_key, new_session_secret


@pytest.fixture(autouse=True)
def logging_as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers, root.level = handlers, level
    structlog.reset_defaults()
    structlog.contextvars.clear_contextvars()


def production(folder: Path) -> Settings:
    return load(
        data_dir=folder,
        environment="production",
        database_url="postgresql+asyncpg://d:x@db/d",
        temporal_address="temporal:7233",
        encryption_keys=new_key(),
        session_secret=new_session_secret(),
    )


def test_production_writes_json_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up(production(tmp_path), "worker")
    structlog.get_logger("ours").info("step recorded", case_id="c1", revision=3)
    try:
        raise KeyError("k")
    except KeyError:
        logging.getLogger("theirs").exception("went wrong")
    logging.getLogger("ours").debug("not shown")
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (first["event"], first["case_id"], first["part"], first["level"]) == (
        "step recorded",
        "c1",
        "worker",
        "info",
    )
    assert second["event"] == "went wrong"
    assert "KeyError" in second["exception"]


def test_here_lines_are_for_people(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up(load(data_dir=tmp_path), "api")
    structlog.get_logger("ours").warning("outbox is late", waiting=4)
    said = capsys.readouterr().out
    assert "outbox is late" in said
    assert "waiting=4" in said
    assert "\x1b" not in said


def test_requests_are_not_logged_by_the_server_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up(production(tmp_path), "api")
    logging.getLogger("uvicorn.access").info("GET /cases?name=Siobhan")
    assert capsys.readouterr().out == ""
