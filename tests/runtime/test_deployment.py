"""What is deployed names settings that exist, and no secret of its own."""

import re
import tomllib
from pathlib import Path
from typing import Any

import yaml

from runtime.settings import PREFIX, Settings

ROOT = Path(__file__).parents[2]
COMPOSE = ROOT / "docker-compose.yml"
REAL = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}


def services() -> dict[str, Any]:
    return dict(yaml.safe_load(COMPOSE.read_text())["services"])


def test_every_setting_named_in_deployment_files_is_a_real_one() -> None:
    for file in (COMPOSE, ROOT / "Dockerfile"):
        named = set(re.findall(rf"{PREFIX}[A-Z_]+", file.read_text()))
        assert named, file
        assert named <= REAL


def test_no_secret_has_a_default() -> None:
    assert not re.findall(r"\$\{\w*(?:PASSWORD|SECRET|KEYS):?-", COMPOSE.read_text())


def test_the_settings_of_a_deployment_are_complete() -> None:
    environment = services()["worker"]["environment"]
    assert environment == services()["api"]["environment"] == services()["prepare"]["environment"]
    wanted = ("environment", "database_url", "temporal_address", "encryption_keys", "session_secret")
    assert {f"{PREFIX}{name.upper()}" for name in wanted} <= environment.keys()


def test_the_parts_call_commands_that_exist() -> None:
    from typer.main import get_command

    from runtime.cli import app

    known = get_command(app).commands.keys()  # type: ignore[attr-defined]
    called = {service["command"][0] for service in services().values() if service.get("build")}
    assert called == {"prepare", "worker", "api"}
    assert called <= known


def test_the_image_installs_by_hash_and_does_not_run_as_root() -> None:
    text = (ROOT / "Dockerfile").read_text()
    assert all("--require-hashes" in line for line in text.splitlines() if "install" in line and ".lock" in line)
    assert re.search(r"^USER (?!root)\w+", text, re.MULTILINE)


def test_every_room_is_packed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    packed = set(project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"])
    assert packed == {
        "law",
        "cases",
        "documents",
        "store",
        "activities",
        "workflows",
        "api",
        "runtime",
        "court_templates",
    }
