"""The virus scanner: asked about every file first, believed only when it answers, and never passed over in silence."""

import socket
import struct
import threading
from pathlib import Path

import pytest

from documents.programs import Cancelled
from documents.uploads import UploadRefused, receive
from documents.uploads.scan import BadScanner, Scanner, ScannerAway
from tests.documents.uploads.test_receive import words

VIRUS = b"made-up-virus"


def scanner(folder: Path, body: str) -> str:
    """A made-up scanner that does what the test says with the file it is given."""
    program = folder / "scanner"
    program.write_text(f"#!/bin/sh\n{body}\n")
    program.chmod(0o755)
    return str(program)


LOOKS = f'grep -q {VIRUS.decode()} "$1" && exit 1; exit 0'


def test_a_program_is_given_the_file_and_its_code_says_what_it_is(tmp_path: Path) -> None:
    asked = Scanner(scanner(tmp_path, LOOKS))
    assert asked(b"clean") == ""
    assert asked(b"a " + VIRUS) == "a virus"


def test_the_file_stands_where_the_command_line_wants_it(tmp_path: Path) -> None:
    program = scanner(tmp_path, f'test "$1" = --file && grep -q {VIRUS.decode()} "$2" && test "$3" = --quiet && exit 1')
    assert Scanner(f"{program} --file {{file}} --quiet")(VIRUS) == "a virus"


def test_it_sees_none_of_our_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUECOURSE_ENCRYPTION_KEYS", "secret")
    program = scanner(tmp_path, 'test -z "$DUECOURSE_ENCRYPTION_KEYS"; exit $?')
    assert Scanner(program)(b"x") == ""


def test_a_file_with_a_virus_is_refused_plainly(tmp_path: Path) -> None:
    with pytest.raises(
        UploadRefused, match=r"^The virus scanner stopped the file\. Ask the sender for a clean copy\.$"
    ):
        receive(words() + b"%" + VIRUS, scan=Scanner(scanner(tmp_path, LOOKS)))


@pytest.mark.parametrize("body", ["exit 2", "kill -9 $$", "sleep 30"])
def test_a_scanner_that_says_neither_takes_nothing_in_and_says_what_to_do(tmp_path: Path, body: str) -> None:
    asked = Scanner(scanner(tmp_path, body), seconds=0.1)
    with pytest.raises(UploadRefused, match=r"did not answer, so the file was not taken in\. Send it again"):
        receive(words(), scan=asked)


def test_a_scanner_that_is_not_there_takes_nothing_in(tmp_path: Path) -> None:
    for setting in ("no-such-scanner", f"clamd:{tmp_path}/no.socket", "clamd:127.0.0.1:1"):
        with pytest.raises(UploadRefused, match="did not answer"):
            receive(words(), scan=Scanner(setting))


def test_nobody_waits_for_a_scanner_once_the_work_is_not_wanted(tmp_path: Path) -> None:
    stop = threading.Event()
    stop.set()
    with pytest.raises(Cancelled):
        Scanner(scanner(tmp_path, "sleep 30"), cancelled=stop)(b"x")


@pytest.mark.parametrize(
    "setting", ["", "scan 'it", "clamd:", "clamd:somewhere", "clamd:host:port", "clamd:host:70000"]
)
def test_a_setting_that_names_no_scanner_is_refused(setting: str) -> None:
    with pytest.raises(BadScanner):
        Scanner(setting)


def service(folder: Path, answer: bytes) -> tuple[str, list[bytes]]:
    """A stand-in for ClamAV's own service that takes one file and gives the answer; the setting, and what it took."""
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(str(folder / "clamd"))
    listening.listen()
    taken: list[bytes] = []

    def serve() -> None:
        with listening, listening.accept()[0] as line, line.makefile("rb") as sent:
            taken.append(sent.read(10))
            while size := struct.unpack(">I", sent.read(4))[0]:
                taken.append(sent.read(size))
            line.sendall(answer)

    threading.Thread(target=serve, daemon=True).start()
    return f"clamd:{folder}/clamd", taken


def test_clamavs_service_is_sent_the_file_and_believed(tmp_path: Path) -> None:
    setting, taken = service(tmp_path, b"stream: OK\0")
    data = b"x" * 100_000
    assert Scanner(setting)(data) == ""
    assert taken[0] == b"zINSTREAM\0"
    assert b"".join(taken[1:]) == data


def test_what_clamavs_service_found_is_told(tmp_path: Path) -> None:
    setting, _ = service(tmp_path, b"stream: Made-Up FOUND\0")
    assert Scanner(setting)(b"x") == "Made-Up"


@pytest.mark.parametrize("answer", [b"", b"INSTREAM size limit exceeded. ERROR\0", b"stream: O"])
def test_any_other_word_of_clamavs_service_is_no_answer(tmp_path: Path, answer: bytes) -> None:
    setting, _ = service(tmp_path, answer)
    with pytest.raises(ScannerAway):
        Scanner(setting)(b"x")
