"""The command line: every command has help, and a problem is told in one plain line."""

import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from runtime.cli import app

ROOT = Path(__file__).parents[2]


def command(*words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "runtime.cli", *words],
        cwd=ROOT,
        env=settings,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_every_command_says_what_it_does() -> None:
    for name, each in get_command(app).commands.items():  # type: ignore[attr-defined]
        assert each.help, name
        for inner, deeper in getattr(each, "commands", {}).items():
            assert deeper.help, (name, inner)


@pytest.mark.parametrize(
    "words", [[], ["run"], ["worker"], ["clock"], ["clock", "forward"], ["accounts", "add"], ["law"]]
)
def test_help_can_be_asked_for(words: list[str]) -> None:
    answer = CliRunner().invoke(app, [*words, "--help"])
    assert answer.exit_code == 0, answer.output


def test_a_problem_with_settings_is_one_line_and_no_traceback(tmp_path: Path) -> None:
    done = command("worker", DUECOURSE_DATA_DIR=str(tmp_path), DUECOURSE_ENVIRONMENT="production")
    assert done.returncode == 1
    assert done.stderr.startswith("duecourse: DUECOURSE_ENCRYPTION_KEYS is not set")
    assert "Traceback" not in done.stderr


def test_secrets_are_new_each_time_and_good_enough_to_start_with(tmp_path: Path) -> None:
    from runtime.settings import load

    runs = [dict(line.split("=", 1) for line in command("secrets").stdout.splitlines()) for _ in range(2)]
    assert runs[0].keys() == {"DUECOURSE_ENCRYPTION_KEYS", "DUECOURSE_SESSION_SECRET"}
    assert not set(runs[0].values()) & set(runs[1].values())
    assert load(
        data_dir=tmp_path,
        environment="production",
        database_url="postgresql+asyncpg://d:x@db/d",
        temporal_address="temporal:7233",
        encryption_keys=runs[0]["DUECOURSE_ENCRYPTION_KEYS"],
        session_secret=runs[0]["DUECOURSE_SESSION_SECRET"],
    )


def test_the_data_folder_can_be_named_for_one_call(tmp_path: Path) -> None:
    command("--data", str(tmp_path / "here"), "doctor")
    assert (tmp_path / "here" / "encryption_keys").exists()
