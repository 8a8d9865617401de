"""The second converter: LibreOffice, for Word files that others made, and for our own papers where it is chosen.

Each conversion has a profile of its own in a folder that goes with it, so that neither a crash nor a document's wish
outlives it; one runs at a time; when it is stopped, everything it started is stopped with it.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from documents.convert import ConversionFailed, DxpdfConverter, PdfConverter, finish, private_fonts

TIME_LIMIT = 120.0
BEAT_EVERY = 1.0
Chosen = Literal["builtin", "libreoffice"]

# Macros never run, links to elsewhere are never followed, whatever the document asks.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse">
<value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse">
<value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"
oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse">
<value>0</value></prop></item>
</oor:items>
"""


class Cancelled(Exception):
    """Whoever asked for the conversion no longer wants it; everything it started has been stopped."""


class LibreOfficeConverter:
    """LibreOffice without a window. `program`: its name or path. `beat` is called about every second while it works.

    `cancelled`, once set, stops it. `time_limit` in seconds. Safe to call from any thread; callers wait their turn.
    """

    _turn = threading.Lock()

    def __init__(
        self,
        program: str = "soffice",
        *,
        time_limit: float = TIME_LIMIT,
        beat: Callable[[], None] | None = None,
        cancelled: threading.Event | None = None,
    ) -> None:
        self._program = program
        self._limit = time_limit
        self._beat = beat or (lambda: None)
        self._cancelled = cancelled or threading.Event()

    @staticmethod
    def there(program: str = "soffice") -> bool:
        """Whether the program is on this machine."""
        return shutil.which(program) is not None

    def to_pdf(self, docx: bytes, *, title: str) -> bytes:
        """The Word file as PDF, titled and marked en-GB. Raises ConversionFailed, Cancelled."""
        return finish(self.convert(docx, ".docx"), title)

    def convert(self, data: bytes, suffix: str) -> bytes:
        """Any file that Writer opens as plain PDF bytes; `suffix` says what it is (".doc", ".odt", ".rtf").

        Raises ConversionFailed, Cancelled; the message names no person.
        """
        program = shutil.which(self._program)
        if program is None:
            raise ConversionFailed("LibreOffice is not installed here; send the document as a PDF")
        while not self._turn.acquire(timeout=BEAT_EVERY):
            self._beat()
            if self._cancelled.is_set():
                raise Cancelled
        try:
            with tempfile.TemporaryDirectory(prefix="duecourse-office-", ignore_cleanup_errors=True) as folder:
                return self._run(program, Path(folder), data, suffix)
        finally:
            self._turn.release()

    def _run(self, program: str, home: Path, data: bytes, suffix: str) -> bytes:
        profile = home / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        source, out = home / f"paper{suffix}", home / "out"
        source.write_bytes(data)
        out.mkdir()
        process = subprocess.Popen(
            [
                program,
                f"-env:UserInstallation={profile.as_uri()}",
                "--headless",
                "--norestore",
                "--nolockcheck",
                "--nodefault",
                "--nologo",
                "--convert-to",
                "pdf:writer_pdf_Export",
                "--outdir",
                str(out),
                str(source),
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=home,
            env={**os.environ, "HOME": str(home), "TMPDIR": str(home), "FONTCONFIG_FILE": str(private_fonts(home))},
            start_new_session=True,
        )
        try:
            self._await(process)
        finally:
            _stop_all(process)
        made = out / "paper.pdf"
        if process.returncode or not made.exists():
            raise ConversionFailed("LibreOffice could not read the document; send it as a PDF")
        return made.read_bytes()

    def _await(self, process: subprocess.Popen[bytes]) -> None:
        waited = 0.0
        while True:
            try:
                process.wait(BEAT_EVERY)
                return
            except subprocess.TimeoutExpired:
                waited += BEAT_EVERY
            self._beat()
            if self._cancelled.is_set():
                raise Cancelled
            if waited >= self._limit:
                raise ConversionFailed(f"LibreOffice did not finish within {self._limit:.0f} seconds")


def _stop_all(process: subprocess.Popen[bytes]) -> None:
    """End the program and all that it started: they are one session."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def converter_of(chosen: Chosen, program: str = "soffice", *, cancelled: threading.Event | None = None) -> PdfConverter:
    """The converter for our own papers that the setting names; `cancelled`, once set, ends LibreOffice."""
    return LibreOfficeConverter(program, cancelled=cancelled) if chosen == "libreoffice" else DxpdfConverter()
