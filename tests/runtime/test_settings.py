"""One place for settings; secrets made once where that is right, and refused where it is not."""

import base64
import stat
from pathlib import Path

import pytest

from runtime.settings import SettingsProblem, load, new_key, new_session_secret, parse_key_ring


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of the machine that runs the tests."""
    import os

    for name in list(os.environ):
        if name.startswith("DUECOURSE_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("DUECOURSE_DATA_DIR", str(tmp_path / "data"))


def production(**more: str) -> dict[str, str]:
    return {
        "environment": "production",
        "database_url": "postgresql+asyncpg://d:x@db/d",
        "temporal_address": "temporal:7233",
        "encryption_keys": new_key(),
        "session_secret": new_session_secret(),
        **more,
    }


def test_everything_lies_in_the_data_folder_unless_said_otherwise(tmp_path: Path) -> None:
    settings = load()
    assert settings.database == f"sqlite+aiosqlite:///{tmp_path}/data/duecourse.sqlite3"
    assert settings.files == f"{tmp_path}/data/files"
    assert settings.runs_own_temporal
    assert settings.temporal_target == "127.0.0.1:17233"


def test_the_first_run_makes_secrets_that_only_the_owner_reads_and_the_second_keeps_them(tmp_path: Path) -> None:
    first, second = load(), load()
    assert first.key_ring() == second.key_ring()
    assert first.session_secret == second.session_secret
    for name in ("encryption_keys", "session_secret"):
        assert stat.S_IMODE((tmp_path / "data" / name).stat().st_mode) == 0o600
    assert sorted(path.name for path in (tmp_path / "data").iterdir()) == ["encryption_keys", "session_secret"]


def test_secrets_are_not_shown_when_settings_are_printed() -> None:
    settings = load()
    shown = f"{settings!r} {settings}"
    assert settings.session_secret.get_secret_value() not in shown
    assert settings.encryption_keys.get_secret_value() not in shown


def test_production_makes_no_secret_up(tmp_path: Path) -> None:
    for missing in ("encryption_keys", "session_secret", "database_url", "temporal_address"):
        with pytest.raises(SettingsProblem, match=f"DUECOURSE_{missing.upper()}"):
            load(**production(**{missing: ""}))
    assert not list((tmp_path / "data").iterdir())
    assert load(**production()).environment == "production"


@pytest.mark.parametrize("secret", ["changeme", "x" * 64, "change-me-change-me-change-me-change-me"])
def test_a_session_secret_that_is_plainly_none_is_refused(secret: str) -> None:
    with pytest.raises(SettingsProblem, match="SESSION_SECRET"):
        load(**production(session_secret=secret))


def test_made_up_data_is_refused_in_production() -> None:
    with pytest.raises(SettingsProblem, match="SAMPLE"):
        load(**production(sample="yes"))


def test_a_ring_reads_in_order_and_the_first_key_encrypts() -> None:
    assert list(parse_key_ring(f"{new_key('new')}, {new_key('old')}")) == ["new", "old"]


@pytest.mark.parametrize(
    ("ring", "says"),
    [
        ("", "not set"),
        ("k1", "k1"),
        ("k1:short", "32 random bytes"),
        (f"k1:{base64.b64encode(bytes(32)).decode()}", "32 random bytes"),
        pytest.param(f"{new_key('a')},{new_key('a')}", "used twice", id="one id, two keys"),
    ],
)
def test_a_ring_that_cannot_be_used_is_refused_with_the_mend(ring: str, says: str) -> None:
    with pytest.raises(SettingsProblem, match=says):
        parse_key_ring(ring)


def test_libreoffice_is_chosen_only_where_it_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert load().converter == "builtin"
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SettingsProblem, match=r"DUECOURSE_CONVERTER is libreoffice.*install LibreOffice Writer"):
        load(converter="libreoffice")
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    assert load(converter="libreoffice").converter == "libreoffice"


@pytest.mark.parametrize("setting", ["scan 'it", "clamd:nowhere"])
def test_a_virus_scanner_that_could_not_be_asked_is_refused_at_the_start(setting: str) -> None:
    with pytest.raises(SettingsProblem, match="DUECOURSE_UPLOAD_SCANNER: "):
        load(upload_scanner=setting)
