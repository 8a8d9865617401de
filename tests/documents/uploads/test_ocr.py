"""Text recognition: words behind scanned pages where it is installed, flags where not, and nothing left running."""

import hashlib
import io
import os
import re
import threading
from datetime import date
from pathlib import Path

import pytest
from pikepdf import Pdf

from documents.bundle import BundleDocument, build_bundle
from documents.programs import Cancelled
from documents.uploads import ocr, receive
from documents.uploads.ocr import Reader, _ranges
from tests.documents.bundle.samples import bundle_of
from tests.documents.forms.making import saved
from tests.documents.papers.reading import page_texts
from tests.documents.test_soffice import alive
from tests.documents.uploads.scans import scan
from tests.documents.uploads.test_receive import picture, words

LETTER = ("Sample Borough Council", "Mrs Amara Okonkwo-Lyle", "12 Kestrel House")


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """A program in ocrmypdf's place: it writes down how it was asked, does what the test says, gives `ready.pdf`."""
    monkeypatch.setattr(ocr, "BEAT_EVERY", 0.05)

    def make(body: str = ":", ready: bytes = b"", **limits: object) -> Reader:
        (tmp_path / "ready.pdf").write_bytes(ready)
        program = tmp_path / "ocrmypdf"
        program.write_text(
            f'#!/bin/sh\necho "$OMP_THREAD_LIMIT $*" >> {tmp_path}/asked\n'
            f'for last; do :; done\n{body}\ncp {tmp_path}/ready.pdf "$last"\n'
        )
        program.chmod(0o755)
        return Reader(str(program), **limits)  # type: ignore[arg-type]

    return make


def test_only_pages_without_text_are_read_and_that_they_were_is_told(fake, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    taken = receive(picture(), reader=fake(ready=words("Dear landlord, I paid on Friday.")))
    asked = (tmp_path / "asked").read_text()
    assert "--redo-ocr --rotate-pages" in asked
    assert "--optimize 0" in asked
    assert "--pages 1 " in asked
    assert asked.startswith("1 ")
    assert taken.no_text == ()
    assert taken.notes == ("The words of page 1 were recognised by a program: check them before you quote them.",)
    assert taken.original == hashlib.sha256(picture()).hexdigest()


def test_a_file_whose_pages_can_all_be_searched_is_not_read_at_all(fake, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert receive(words(), reader=fake()).notes == ()
    assert not (tmp_path / "asked").exists()


@pytest.mark.parametrize(
    ("body", "why"),
    [("exit 3", "it failed"), ("cp $0 $0.was; exit 0", "it failed"), ("sleep 30", "its 0 minutes were up")],
)
def test_pages_that_could_not_be_read_stay_flagged_with_the_reason(fake, body: str, why: str) -> None:  # type: ignore[no-untyped-def]
    plain = receive(picture())
    taken = receive(picture(), reader=fake(body, ready=words(pages=2), seconds=0.2))
    assert (taken.pdf, taken.no_text) == (plain.pdf, (1,))
    assert taken.notes == (f"Text recognition did not read page 1: {why}.", *plain.notes)


def test_one_page_that_breaks_the_program_does_not_lose_the_others(fake, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    """The program refuses whatever page 2 is among; pages are then asked for one by one."""
    three = saved_pictures(3)
    reader = fake('case "$*" in *"--pages 1-3"*|*"--pages 2"*) exit 7;; esac', ready=three)
    read = reader.read(three, (1, 2, 3))
    assert (read.unread, read.why) == ((2,), "it failed")
    assert re.findall(r"--pages (\S+)", (tmp_path / "asked").read_text()) == ["1-3", "1", "2", "3"]


def saved_pictures(count: int) -> bytes:
    pdf = Pdf.new()
    for _ in range(count):
        with Pdf.open(io.BytesIO(receive(picture()).pdf)) as one:
            pdf.pages.extend(one.pages)
    return saved(pdf)


def test_where_it_is_not_installed_pages_are_flagged() -> None:
    taken = receive(picture(), reader=Reader("no-such-program"))
    assert taken.no_text == (1,)
    assert taken.notes[-1] == "No text can be searched on page 1."


def test_once_nobody_waits_nothing_of_it_is_left_running(fake, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    stop = threading.Event()
    reader = fake(f"sleep 60 & echo $! > {tmp_path}/child; wait", cancelled=stop)
    threading.Thread(target=stopped_once_there, args=(tmp_path / "child", stop)).start()
    with pytest.raises(Cancelled):
        receive(picture(), reader=reader)
    child = int((tmp_path / "child").read_text())
    for _ in range(1000):
        if not alive(child):
            break
        os.sched_yield()
    assert not alive(child)


def stopped_once_there(file: Path, stop: threading.Event) -> None:
    while not (file.exists() and file.read_text().strip()):
        os.sched_yield()
    stop.set()


def test_it_runs_within_its_limits_of_memory_and_processor(fake) -> None:  # type: ignore[no-untyped-def]
    body = 'test "$(ulimit -v)-$(ulimit -t)" = 1000000-30'
    ready = words("Dear landlord, I paid on Friday.")
    assert fake(f"{body} || exit 9", ready=ready, memory=1_024_000_000, seconds=29.5).read(words(), (1,)).unread == ()


def test_pages_are_named_to_it_in_runs() -> None:
    assert _ranges((1, 2, 3, 7, 9, 10)) == "1-3,7,9-10"


@pytest.fixture(scope="module")
def installed() -> Reader:
    assert Reader.there(), "install ocrmypdf and tesseract-ocr-eng to run the long proofs"
    return Reader()


@pytest.mark.long
@pytest.mark.parametrize("turned", [0.0, 1.0, 90.0, 180.0, 270.0])
def test_a_real_scan_is_read_however_it_lies_and_its_bundle_inspects_itself(installed: Reader, turned: float) -> None:
    sent = scan(turned=turned)
    taken = receive(sent, reader=installed)
    assert taken.no_text == ()
    (page,) = taken.facts
    assert page.letters > 1_000
    (read,) = page_texts(taken.pdf)
    assert [line for line in LETTER if line not in " ".join(read.split())] == []
    assert taken.original == hashlib.sha256(sent).hexdigest()
    document = BundleDocument("Letter from the tenant", date(2026, 11, 2), pdf=taken.pdf)
    bundle = build_bundle(bundle_of(document))
    assert [(point.key, point.detail) for point in bundle.report.failed] == []
    assert "Sample Borough Council" in " ".join(page_texts(bundle.pdf)[-1].split())


@pytest.mark.long
def test_what_is_read_is_the_same_bytes_each_time_and_typed_pages_are_left_alone(installed: Reader) -> None:
    with Pdf.open(io.BytesIO(words("Typed by a machine, page one"))) as both:
        with Pdf.open(io.BytesIO(receive(scan()).pdf)) as scanned:
            both.pages.extend(scanned.pages)
        data = saved(both)
    first, again = (receive(data, reader=installed) for _ in range(2))
    assert first.pdf == again.pdf
    assert first.no_text == ()
    assert "check them before you quote them" in first.notes[0]
    assert "page 2 " in first.notes[0]
    assert page_texts(first.pdf)[0].strip() == "Typed by a machine, page one"


@pytest.mark.long
def test_the_real_program_within_too_little_memory_or_time_leaves_the_page_flagged() -> None:
    for limits in ({"memory": 60_000_000}, {"seconds": 0.5}):
        taken = receive(scan(), reader=Reader(**limits))  # type: ignore[arg-type]
        assert taken.no_text == (1,)
        assert taken.notes[0].startswith("Text recognition did not read page 1: ")
