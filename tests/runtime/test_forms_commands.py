"""`duecourse forms`: an official PDF is checked, put in use, listed and taken out again from the command line."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from runtime.cli import app
from tests.documents.forms.making import form, official


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    monkeypatch.setenv("DUECOURSE_DATA_DIR", str(tmp_path / "data"))

    def call(*words: str, code: int = 0) -> str:
        done = CliRunner().invoke(app, list(words), env={"COLUMNS": "200"})
        assert done.exit_code == code, done.output
        return done.output

    return call


def test_a_form_is_installed_listed_and_removed(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "n5-eng.pdf"
    file.write_bytes(official("n5"))
    assert "every field that is needed is there" in run("forms", "check", str(file))
    assert "N5: from now on filled in on n5-eng.pdf" in run("forms", "install", str(file), "--form", "N5")
    assert "n5-eng.pdf" in run("forms", "list")
    assert "our own paper again" in run("forms", "remove", "N5")
    assert "n5-eng.pdf" not in run("forms", "list")


def test_a_check_names_missing_and_new_fields_and_fails(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "odd.pdf"
    file.write_bytes(form(["name of court", "quite new"]))
    said = run("forms", "check", str(file), "--form", "N119", code=1)
    assert "missing: name of claimant" in said
    assert "new, stays empty: quite new" in said


@pytest.mark.parametrize(("kind", "unconfirmed"), [("n325", True), ("n5", False)])
def test_a_check_says_which_lists_of_fields_nobody_has_confirmed_and_how_to(
    run, tmp_path: Path, kind: str, unconfirmed: bool
) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / f"{kind}.pdf"
    file.write_bytes(official(kind))
    said = run("forms", "check", str(file), "--form", kind.upper())
    assert ("never held against the issued PDF" in said) is unconfirmed
    assert ("--fields YOURS.toml" in said) is unconfirmed


def test_a_file_that_is_no_form_is_told_plainly(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "letter.txt"
    file.write_text("Dear tenant")
    assert "The file is not a PDF." in run("forms", "install", str(file), "--form", "N5", code=1)
