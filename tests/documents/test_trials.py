"""A landlord's template on trial: its findings, its pages beside the last ones, put in use or thrown away."""

import io
import os
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from documents.files import FileStore
from documents.papers.registry import PAPERS
from documents.soffice import Chosen
from documents.trials import (
    NotOnTrial,
    OnTrial,
    TrialFailed,
    Trials,
    child,
    docx_in_use,
    every,
    in_use,
    keeping,
    remove,
)
from tests.documents.papers.test_trial import KIND, OURS, with_words
from tests.documents.test_soffice import alive

LANDLORD = "sample-borough"
THEIRS = with_words("<w:t>From your housing team</w:t>")
DAY = date(2026, 11, 23)
TOO_LONG = "Its trial took too long or too much memory: a loop in it does not come to an end."


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FileStore:
    """A file store; trials run in this process, which has all of it loaded already."""

    def at_once(folder: Path, converter: Chosen) -> bool:
        child.main(folder, converter)
        return True

    monkeypatch.setattr(keeping, "_tried", at_once)
    return FileStore(tmp_path)


def tried(files: FileStore, docx: bytes = THEIRS) -> OnTrial:
    return Trials(files, LANDLORD).put(KIND, docx, name="../ours.docx")


def test_a_template_is_tried_beside_the_one_in_use_and_changes_nothing_by_itself(files: FileStore) -> None:
    found = tried(files)
    assert found.passes
    assert (found.name, found.against) == ("ours.docx", "our template")
    assert "+From your housing team" in found.lines
    assert (found.changed, found.same) == ((1,), False)
    page = Image.open(io.BytesIO(Trials(files, LANDLORD).picture(KIND, found.sha256, 1)))
    assert page.width > page.height
    assert Trials(files, LANDLORD).sample(KIND, found.sha256).startswith(b"%PDF-")
    assert in_use(files, LANDLORD, KIND).template is None


def test_what_passed_is_put_in_use_and_the_next_is_compared_with_it(files: FileStore) -> None:
    trials = Trials(files, LANDLORD)
    found = tried(files)
    trials.install(KIND, found.sha256, on=DAY)
    used = in_use(files, LANDLORD, KIND).template
    assert used is not None
    assert (used.name, used.installed_on) == ("ours.docx", DAY)
    assert docx_in_use(files, LANDLORD, KIND) == THEIRS
    assert trials.waiting(KIND) == ()
    again = tried(files)
    assert again.same
    assert again.against == "the landlord's own template ours.docx"
    assert remove(files, LANDLORD, KIND)
    assert docx_in_use(files, LANDLORD, KIND) == OURS


def test_what_did_not_pass_is_never_put_in_use(files: FileStore) -> None:
    found = tried(files, with_words("<w:t>{{ rent_of_somebody }}</w:t>"))
    assert found.reasons == ("It uses 'rent_of_somebody', which no paper has.",)
    with pytest.raises(TrialFailed):
        Trials(files, LANDLORD).install(KIND, found.sha256, on=DAY)
    assert in_use(files, LANDLORD, KIND).template is None
    assert Trials(files, LANDLORD).waiting(KIND) == (found,)


def test_what_is_thrown_away_or_old_is_gone(files: FileStore, monkeypatch: pytest.MonkeyPatch) -> None:
    trials = Trials(files, LANDLORD)
    found = tried(files)
    trials.discard(KIND, found.sha256)
    for ask in (trials.found, trials.sample, trials.discard):
        with pytest.raises(NotOnTrial):
            ask(KIND, found.sha256)
    old = tried(files)
    monkeypatch.setattr(keeping, "KEPT_DAYS", -1)
    monkeypatch.setattr(keeping, "_tried", lambda folder, converter: False)
    fresh = tried(files, OURS)
    assert trials.waiting(KIND) == (fresh,)
    assert fresh.reasons == (TOO_LONG,)
    assert old.sha256 != fresh.sha256


@pytest.mark.parametrize(("kind", "digest"), [("..", "a" * 64), (KIND, "../../../etc"), ("no_paper", "a" * 64)])
def test_nothing_outside_its_own_folder_is_read(files: FileStore, kind: str, digest: str) -> None:
    with pytest.raises(NotOnTrial):
        Trials(files, LANDLORD).picture(kind, digest, 1)


def test_every_paper_is_listed_by_its_title_with_what_it_is_made_from(files: FileStore) -> None:
    listed = every(files, LANDLORD)
    assert {one.kind for one in listed} == set(PAPERS)
    assert [one.title.casefold() for one in listed] == sorted(one.title.casefold() for one in listed)
    assert all(one.template is None and one.pdf is None for one in listed)


@pytest.mark.long
@pytest.mark.parametrize(
    "words",
    [
        "{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}",
        "{{ 'x' * 10000000000 }}",
    ],
)
def test_a_template_without_end_is_stopped_and_told(tmp_path: Path, words: str) -> None:
    found = Trials(FileStore(tmp_path), LANDLORD).put(KIND, with_words(f"<w:t>{words}</w:t>"), name="x.docx")
    assert found.reasons == (TOO_LONG,)


def test_a_template_is_tried_with_the_converter_that_papers_are_made_by(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """LibreOffice is chosen and is not here, so that whatever asks it says so."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(keeping, "_tried", lambda folder, converter: child.main(folder, converter) is None)
    found = Trials(FileStore(tmp_path), LANDLORD, "libreoffice").put(KIND, OURS, name="x.docx")
    assert found.reasons == (
        "No PDF can be made of it: LibreOffice is not installed here; send the document as a PDF.",
    )


@pytest.mark.long
def test_a_template_that_only_libreoffice_draws_passes_its_trial_there(tmp_path: Path) -> None:
    struck = with_words("<w:rPr><w:strike/></w:rPr><w:t>From your housing team</w:t>")
    found = Trials(FileStore(tmp_path), LANDLORD, "libreoffice").put(KIND, struck, name="x.docx")
    assert (found.reasons, found.changed) == ((), (1,))
    assert not Trials(FileStore(tmp_path), LANDLORD).put(KIND, struck, name="x.docx").passes


@pytest.mark.long
def test_a_trial_that_takes_too_long_leaves_nothing_of_libreoffice_running(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\nsleep 60 & echo $! > {tmp_path}/child; wait\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setitem(keeping.CLOCK, "libreoffice", 8.0)
    found = Trials(FileStore(tmp_path), LANDLORD, "libreoffice").put(KIND, OURS, name="x.docx")
    assert found.reasons == (TOO_LONG,)
    assert not alive(int((tmp_path / "child").read_text()))
