"""`duecourse templates`: a template is tried, put in use for one landlord, and taken out from the command line."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from documents.papers.registry import PAPERS
from runtime.cli import app
from tests.documents.papers.test_trial import KIND, with_words


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    monkeypatch.setenv("DUECOURSE_DATA_DIR", str(tmp_path / "data"))

    def call(*words: str, code: int = 0) -> str:
        done = CliRunner().invoke(app, list(words), env={"COLUMNS": "200"})
        assert done.exit_code == code, done.output
        return done.output

    return call


def test_a_changed_template_is_shown_beside_the_last_one(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / f"{KIND}.docx"
    file.write_bytes(with_words("<w:t>From your housing team</w:t>"))
    said = run("templates", "check", str(file), "--out", str(tmp_path / "changes"))
    assert f"{KIND}: may be used" in said
    assert "+From your housing team" in said
    assert (tmp_path / "changes" / "page-1.png").read_bytes().startswith(b"\x89PNG")


def test_our_own_template_looks_like_the_last_one(run) -> None:  # type: ignore[no-untyped-def]
    assert "looks and reads like the last one" in run("templates", "check", str(PAPERS[KIND].template))


def test_a_template_is_tried_with_the_converter_that_papers_are_made_by(  # type: ignore[no-untyped-def]
    run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """LibreOffice is chosen and is not here, so that whatever asks it says so."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("DUECOURSE_CONVERTER", "libreoffice")
    said = run("templates", "check", str(PAPERS[KIND].template), code=1)
    assert "LibreOffice is not installed here" in said


def test_a_template_that_passes_is_used_until_it_is_removed(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "ours.docx"
    file.write_bytes(with_words("<w:t>From your housing team</w:t>"))
    assert "is made from ours.docx from now on" in run("templates", "install", "sample-borough", KIND, str(file))
    assert f"{KIND}: ours.docx" in run("templates", "list", "sample-borough")
    assert "our own template again" in run("templates", "remove", "sample-borough", KIND)
    assert run("templates", "list", "sample-borough") == ""


def test_a_template_that_fails_is_refused_with_its_reasons(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "bad.docx"
    file.write_bytes(with_words("<w:t>{{ rent_owed }}</w:t>"))
    said = run("templates", "install", "sample-borough", KIND, str(file), code=1)
    assert "It uses 'rent_owed', which no paper has." in said
    assert run("templates", "list", "sample-borough") == ""
