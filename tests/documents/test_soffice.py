"""The second converter: a profile of its own, one at a time, signs of life, and nothing left behind when stopped."""

import os
import threading
import time
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest

from documents import soffice
from documents.convert import ConversionFailed, DxpdfConverter
from documents.papers.registry import PAPERS
from documents.papers.render import render
from documents.programs import Cancelled
from documents.soffice import LibreOfficeConverter, converter_of
from tests.documents.papers.every import case
from tests.documents.papers.reading import page_texts

DRAFT = PAPERS["draft_order"].template.read_bytes()
PDF = DxpdfConverter().to_pdf(DRAFT, title="x")

FAKE = """#!/bin/sh
echo "$1" >> {log}/profiles
test -f "${{1#-env:UserInstallation=file://}}/user/registrymodifications.xcu" && echo safe >> {log}/profiles
while [ $# -gt 1 ]; do case "$1" in --outdir) out="$2";; esac; shift; done
echo start >> {log}/turns
{body}
echo end >> {log}/turns
cp {pdf} "$out/paper.pdf"
"""


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """A program in LibreOffice's place that writes down how it was called and does what the test says."""
    monkeypatch.setattr(soffice, "BEAT_EVERY", 0.05)
    (tmp_path / "ready.pdf").write_bytes(PDF)

    def make(body: str = ":") -> str:
        program = tmp_path / "soffice"
        program.write_text(FAKE.format(log=tmp_path, body=body, pdf=tmp_path / "ready.pdf"))
        program.chmod(0o755)
        return str(program)

    return make


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{pid}/stat").read_text().split(") ")[1][0] != "Z"


def test_each_conversion_has_a_profile_of_its_own_that_runs_no_macros(fake, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    converter = LibreOfficeConverter(fake())
    assert converter.to_pdf(DRAFT, title="Draft order").startswith(b"%PDF")
    converter.to_pdf(DRAFT, title="Draft order")
    told = (tmp_path / "profiles").read_text().split()
    assert told[1::2] == ["safe", "safe"]
    assert told[0] != told[2]
    assert all(not Path(each.removeprefix("-env:UserInstallation=file://")).exists() for each in told[::2])


def test_it_shows_life_while_it_works(fake) -> None:  # type: ignore[no-untyped-def]
    beats: list[float] = []
    LibreOfficeConverter(fake("sleep 0.4"), beat=lambda: beats.append(time.monotonic())).to_pdf(DRAFT, title="x")
    assert len(beats) >= 3


@pytest.mark.parametrize("how", ["cancelled", "too long", "beat fails"])
def test_a_stopped_conversion_leaves_nothing_running(fake, tmp_path: Path, how: str) -> None:  # type: ignore[no-untyped-def]
    program = fake(f"sleep 60 & echo $! > {tmp_path}/child; wait")
    stop = threading.Event()

    def beat() -> None:
        if (tmp_path / "child").exists() and (tmp_path / "child").read_text().strip():
            if how == "cancelled":
                stop.set()
            if how == "beat fails":
                raise KeyboardInterrupt

    expected = {"cancelled": Cancelled, "too long": ConversionFailed, "beat fails": KeyboardInterrupt}[how]
    limit = 0.6 if how == "too long" else 30
    with pytest.raises(expected):
        LibreOfficeConverter(program, time_limit=limit, beat=beat, cancelled=stop).to_pdf(DRAFT, title="x")
    child = int((tmp_path / "child").read_text())
    for _ in range(1000):
        if not alive(child):
            break
        os.sched_yield()
    assert not alive(child)


def test_one_conversion_runs_at_a_time(fake, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    program = fake("sleep 0.2")
    threads = [
        threading.Thread(target=LibreOfficeConverter(program).to_pdf, args=(DRAFT,), kwargs={"title": "x"})
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (tmp_path / "turns").read_text().split() == ["start", "end"] * 3


def test_one_that_waits_its_turn_can_be_cancelled(fake) -> None:  # type: ignore[no-untyped-def]
    stop = threading.Event()
    stop.set()
    with LibreOfficeConverter._turn, pytest.raises(Cancelled):
        LibreOfficeConverter(fake(), cancelled=stop).to_pdf(DRAFT, title="x")


@pytest.mark.parametrize("body", ["exit 3", "exit 0"])
def test_a_program_that_makes_nothing_is_a_failure(fake, body: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ConversionFailed, match="could not read"):
        LibreOfficeConverter(fake(body)).to_pdf(DRAFT, title="x")


def test_a_machine_without_it_says_what_to_send_instead() -> None:
    with pytest.raises(ConversionFailed, match="send the document as a PDF"):
        LibreOfficeConverter("no-such-office").to_pdf(DRAFT, title="x")


def test_the_setting_chooses_the_converter() -> None:
    assert isinstance(converter_of("builtin"), DxpdfConverter)
    assert isinstance(converter_of("libreoffice"), LibreOfficeConverter)


_EVERYDAY = ("letter_of_claim", "n5", "notice_s107d_possession")


@pytest.mark.parametrize(
    "kind", [kind if kind in _EVERYDAY else pytest.param(kind, marks=pytest.mark.long) for kind in PAPERS]
)
def test_both_converters_give_the_same_words_on_as_many_pages(kind: str, fake) -> None:  # type: ignore[no-untyped-def]
    """Where LibreOffice is installed it is used; elsewhere a program that answers as ours would takes its place."""
    ours = render(kind, case(kind))
    if LibreOfficeConverter.there():
        theirs = LibreOfficeConverter().to_pdf(ours.docx, title=ours.title)
    else:
        program = Path(fake())
        program.with_name("ready.pdf").write_bytes(ours.pdf)
        theirs = LibreOfficeConverter(str(program)).to_pdf(ours.docx, title=ours.title)
    assert letters(theirs) == letters(ours.pdf)


@pytest.mark.long
@pytest.mark.parametrize("kind", PAPERS)
def test_both_converters_give_the_same_words_on_as_many_pages_in_the_hardest_case(kind: str) -> None:
    """Five long names and 520 lines of rent: a line may stand a page sooner; there are as many pages and all words."""
    assert LibreOfficeConverter.there(), "install LibreOffice Writer to run the long proofs"
    ours = render(kind, case(kind, "extreme"))
    theirs = LibreOfficeConverter().to_pdf(ours.docx, title=ours.title)
    here, there = letters(ours.pdf), letters(theirs)
    assert len(there) == len(here)
    assert Counter(chain.from_iterable(there)) == Counter(chain.from_iterable(here))


def letters(pdf: bytes) -> list[list[str]]:
    """The letters of each page, sorted: converters write the cells of a row in orders of their own."""
    return [sorted("".join(page.split())) for page in page_texts(pdf)]
