"""The second converter: LibreOffice, for Word files that others made, and for our own papers where it is chosen.

Each conversion has a profile of its own in a folder that goes with it, so that neither a crash nor a document's wish
outlives it; one runs at a time; when it is stopped, everything it started is stopped with it.
"""

import shutil
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from documents.convert import ConversionFailed, DxpdfConverter, PdfConverter, finish, private_fonts
from documents.programs import BEAT_EVERY, Cancelled, TookTooLong, run_within

TIME_LIMIT = 120.0
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
        command = [
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
        ]
        try:
            code = run_within(
                command,
                home,
                seconds=self._limit,
                given={"FONTCONFIG_FILE": str(private_fonts(home))},
                beat=self._beat,
                cancelled=self._cancelled,
                every=BEAT_EVERY,
            )
        except TookTooLong:
            raise ConversionFailed(f"LibreOffice did not finish within {self._limit:.0f} seconds") from None
        made = out / "paper.pdf"
        if code or not made.exists():
            raise ConversionFailed("LibreOffice could not read the document; send it as a PDF")
        return made.read_bytes()


def converter_of(chosen: Chosen, program: str = "soffice", *, cancelled: threading.Event | None = None) -> PdfConverter:
    """The converter for our own papers that the setting names; `cancelled`, once set, ends LibreOffice."""
    return LibreOfficeConverter(program, cancelled=cancelled) if chosen == "libreoffice" else DxpdfConverter()
