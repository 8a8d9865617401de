"""Reading pages that are pictures: `ocrmypdf` puts the words it recognises behind them; what is seen stays."""

import io
import os
import re
import shutil
import tempfile
import threading
import time
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

import pikepdf
from pikepdf import Dictionary, Pdf

from documents.programs import BEAT_EVERY, Cancelled, TookTooLong, run_within

# On the clock, for all pages of a file and the wait for a turn: the activity that asks for it has twenty minutes.
SECONDS = 900.0
MEMORY = 3_000_000_000
_AT_A_TIME = 12
_MOST_AT_WORK = 4
# Tesseract is far surer of a page of print (12 and more) than of one without (below 2); sideways words are gibberish.
_SURE_OF_TURN = "4"
_BY_LOT = re.compile(r"/OCR-[\w-]{22}")
_STEADY = "/OCR-Words"


@dataclass(frozen=True, slots=True)
class Read:
    """What came of it. `unread`: pages, from 1, that could not be read; `why` in words, empty where all were."""

    pdf: bytes
    unread: tuple[int, ...] = ()
    why: str = ""


@dataclass(frozen=True)
class Reader:
    """The program, what it may take, and a word that nobody waits any more. `languages` are Tesseract's names.

    `seconds` for one file, `memory` in bytes of each process. One file at a time; callers wait their turn.
    """

    program: str = "ocrmypdf"
    languages: str = "eng"
    seconds: float = SECONDS
    memory: int = MEMORY
    cancelled: threading.Event = field(default_factory=threading.Event)

    _turn = threading.Lock()

    @staticmethod
    def there(program: str = "ocrmypdf") -> bool:
        """Whether the program is on this machine."""
        return shutil.which(program) is not None

    def read(self, pdf: bytes, pages: tuple[int, ...]) -> Read:
        """The PDF with words behind these pages (from 1), turned upright; the same file gives the same bytes.

        It reads a few pages at a time, so that what was read stands when the time is up or a page breaks the program.
        Raises Cancelled; without the program nothing is read.
        """
        program = shutil.which(self.program)
        if program is None or not pages:
            return Read(pdf, pages, "it is not installed" if pages else "")
        until = time.monotonic() + self.seconds
        while not self._turn.acquire(timeout=BEAT_EVERY):
            if self.cancelled.is_set():
                raise Cancelled
            if time.monotonic() >= until:
                return Read(pdf, pages, "others were read until its time was up")
        try:
            with tempfile.TemporaryDirectory(prefix="duecourse-ocr-", ignore_cleanup_errors=True) as folder:
                return self._in_turns(program, Path(folder), pdf, pages, until)
        finally:
            self._turn.release()

    def _in_turns(self, program: str, home: Path, pdf: bytes, pages: tuple[int, ...], until: float) -> Read:
        waiting = [pages[at : at + _AT_A_TIME] for at in range(0, len(pages), _AT_A_TIME)]
        unread: list[int] = []
        why, current = "", pdf
        while waiting:
            some = waiting.pop(0)
            left = until - time.monotonic()
            try:
                if left <= 0:
                    raise TookTooLong
                made = self._run(program, home, current, some, left)
            except TookTooLong:
                unread += some
                why = f"its {self.seconds / 60:.0f} minutes were up"
                continue
            if made is not None:
                current = made
            elif len(some) > 1:
                waiting = [(page,) for page in some] + waiting
            else:
                unread += some
                why = why or "it failed"
            if current is pdf and len(unread) >= _AT_A_TIME:
                break
        if current is pdf:
            return Read(pdf, pages, why)
        return Read(_settled(current), tuple(unread), why)

    def _run(self, program: str, home: Path, pdf: bytes, pages: tuple[int, ...], seconds: float) -> bytes | None:
        """The PDF with these pages read, None where the program failed or changed what it should not."""
        source, made = home / "in.pdf", home / "out.pdf"
        source.write_bytes(pdf)
        made.unlink(missing_ok=True)
        command = [
            program,
            "--quiet",
            "--redo-ocr",
            "--rotate-pages",
            "--rotate-pages-threshold",
            _SURE_OF_TURN,
            "--optimize",
            "0",
            "--output-type",
            "pdf",
            "--jobs",
            str(max(1, min(_MOST_AT_WORK, (os.cpu_count() or 1) // 2))),
            "--language",
            self.languages,
            "--pages",
            _ranges(pages),
            str(source),
            str(made),
        ]
        # One thread a page: Tesseract's threads wait for each other, forty times as long on a busy machine.
        code = run_within(
            command,
            home,
            seconds=seconds,
            memory=self.memory,
            given={"OMP_THREAD_LIMIT": "1"},
            cancelled=self.cancelled,
            every=BEAT_EVERY,
        )
        if code or not made.exists():
            return None
        read = made.read_bytes()
        return read if _count(read) == _count(pdf) else None


def _count(pdf: bytes) -> int:
    try:
        with Pdf.open(io.BytesIO(pdf)) as opened:
            return len(opened.pages)
    except pikepdf.PdfError:
        return -1


def _settled(pdf: bytes) -> bytes:
    """Without the hour of reading and the names drawn by lot, so that reading again gives the same bytes."""
    with Pdf.open(io.BytesIO(pdf)) as opened:
        for key in ("/Metadata", "/Info"):
            holder = opened.Root if key == "/Metadata" else opened.trailer
            if key in holder:
                del holder[key]
        if "/ID" in opened.trailer:
            del opened.trailer["/ID"]
        for page in opened.pages:
            _named_steadily(page)
        out = io.BytesIO()
        opened.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()


def _named_steadily(page: pikepdf.Page) -> None:
    """Call the layer of words by one name: ocrmypdf names each by lot (`/OCR-` and 22 letters)."""
    drawn = page.resources.get("/XObject")
    if not isinstance(drawn, Dictionary) or _STEADY in drawn:
        return
    layers = [name for name, _ in drawn.items() if _BY_LOT.fullmatch(name)]
    if len(layers) != 1:
        return
    (old,) = layers
    drawn[_STEADY] = drawn[old]
    del drawn[old]
    contents = page.obj.Contents
    for stream in [contents] if isinstance(contents, pikepdf.Stream) else list(contents):
        before = stream.read_bytes()
        after = before.replace(old.encode(), _STEADY.encode())
        if after != before:
            stream.write(after)


def _ranges(pages: tuple[int, ...]) -> str:
    """`1-3,7`."""
    runs = [[n for _, n in run] for _, run in groupby(enumerate(sorted(pages)), lambda each: each[1] - each[0])]
    return ",".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
