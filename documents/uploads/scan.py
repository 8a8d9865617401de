"""Asking a virus scanner about a file: a program that is given the file, or ClamAV's own service. No answer is no."""

import re
import shlex
import shutil
import socket
import struct
import tempfile
import threading
from dataclasses import dataclass, field
from pathlib import Path

from documents.programs import TookTooLong, run_within

SERVICE = "clamd:"
SECONDS = 120.0
CLEAN, FOUND = 0, 1
_PIECE = 1 << 16
_LONGEST_ANSWER = 4096
_LAST_PORT = 65_535


class ScannerAway(Exception):
    """The scanner cannot be asked, or did not say whether the file is clean; the message is for an administrator."""


class BadScanner(ValueError):
    """The setting names no scanner that could be asked."""


@dataclass(frozen=True)
class Scanner:
    """A scanner as the setting names it; calling it gives what it found, "" for nothing.

    `setting`: a command line, whose program is given the path of the file as its last argument (or where `{file}`
    stands) and ends with 0 for a clean file and 1 for one with a virus; or `clamd:` with the path of ClamAV's socket or
    its `host:port`. `seconds` for one file. Raises BadScanner.
    """

    setting: str
    seconds: float = SECONDS
    cancelled: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        if self.setting.startswith(SERVICE):
            _address(self.setting)
        else:
            _words(self.setting)

    def __call__(self, data: bytes) -> str:
        """What it found in the bytes, in its own words; "" for nothing. Raises ScannerAway, Cancelled."""
        return self._by_service(data) if self.setting.startswith(SERVICE) else self._by_program(data)

    def _by_program(self, data: bytes) -> str:
        words = _words(self.setting)
        program = shutil.which(words[0])
        if program is None:
            raise ScannerAway(f"there is no `{words[0]}` on this machine")
        with tempfile.TemporaryDirectory(prefix="duecourse-scan-") as folder:
            file = Path(folder) / "file"
            file.write_bytes(data)
            asked = [word.replace("{file}", str(file)) for word in words[1:]]
            if not any("{file}" in word for word in words):
                asked.append(str(file))
            try:
                code = run_within([program, *asked], Path(folder), seconds=self.seconds, cancelled=self.cancelled)
            except TookTooLong:
                raise ScannerAway(f"it did not answer within {self.seconds:.0f} seconds") from None
            except OSError as problem:
                raise ScannerAway(f"it could not be started ({type(problem).__name__})") from None
        if code not in (CLEAN, FOUND):
            raise ScannerAway(f"it ended with {code}, which says neither clean nor infected")
        return "a virus" if code == FOUND else ""

    def _by_service(self, data: bytes) -> str:
        """ClamAV's INSTREAM: pieces with their length before them, none at the end; the answer is one line."""
        family, where = _address(self.setting)
        try:
            with socket.socket(family, socket.SOCK_STREAM) as line:
                line.settimeout(self.seconds)
                line.connect(where)
                line.sendall(b"zINSTREAM\0")
                for at in range(0, len(data), _PIECE):
                    piece = data[at : at + _PIECE]
                    line.sendall(struct.pack(">I", len(piece)) + piece)
                line.sendall(struct.pack(">I", 0))
                answer = _answer(line)
        except OSError as problem:
            raise ScannerAway(f"ClamAV does not answer ({type(problem).__name__})") from None
        said = answer.removeprefix("stream: ")
        if said == "OK":
            return ""
        if said.endswith(" FOUND"):
            return said.removesuffix(" FOUND")
        raise ScannerAway("ClamAV did not say whether the file is clean")


def _answer(line: socket.socket) -> str:
    got = b""
    while b"\0" not in got and len(got) < _LONGEST_ANSWER:
        more = line.recv(_LONGEST_ANSWER)
        if not more:
            break
        got += more
    return got.split(b"\0")[0].decode(errors="replace").strip()


def _address(setting: str) -> tuple[socket.AddressFamily, str | tuple[str, int]]:
    where = setting.removeprefix(SERVICE)
    if where.startswith("/"):
        return socket.AF_UNIX, where
    host, _, port = where.rpartition(":")
    if not host or not re.fullmatch("[0-9]{1,5}", port) or int(port) > _LAST_PORT:
        raise BadScanner(f"'{setting}' names neither a socket's path nor host:port")
    return socket.AF_INET, (host, int(port))


def _words(setting: str) -> list[str]:
    try:
        words = shlex.split(setting)
    except ValueError:
        raise BadScanner("the command line has a quotation mark that is not closed") from None
    if not words:
        raise BadScanner("the command line is empty")
    return words
