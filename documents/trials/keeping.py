"""Templates on trial: what a landlord sends is tried in a process of its own, and what came of it waits for a word.

A template is a program of sorts. However it is written, its trial takes no more time and memory than is set here, and
nothing of it is in use before somebody who saw the trial says so.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from documents.files import FileStore, tidy_name
from documents.papers.own import Own, OwnTemplate
from documents.papers.registry import PAPERS
from documents.programs import bare_environment
from documents.soffice import Chosen
from documents.trials.catalogue import docx_in_use

# Of the processor; on the clock more, and more still where another program draws each sample several times.
SECONDS = 12
CLOCK: dict[Chosen, float] = {"builtin": 60.0, "libreoffice": 240.0}
SECONDS_TO_LEAVE = 5.0
KEPT_DAYS = 7
_FOUND = "found.json"
_TOO_LONG = "Its trial took too long or too much memory: a loop in it does not come to an end."


class NotOnTrial(LookupError):
    """No such trial is kept: it was thrown away, put in use, or is too old."""


class TrialFailed(ValueError):
    """The template did not pass, so it is not put in use."""


@dataclass(frozen=True)
class OnTrial:
    """A template as it was tried. `against`: what its sample was compared with. `lines`: the changes in words.

    `reasons` bar it; `notes` are for its author; `unused` are facts that ours prints and it never names. `pictures`
    counts the pages shown beside the last ones; `changed` those that look different, from 1.
    """

    kind: str
    sha256: str
    name: str
    passes: bool
    reasons: tuple[str, ...]
    notes: tuple[str, ...]
    unused: tuple[str, ...]
    against: str
    lines: tuple[str, ...]
    pictures: int
    changed: tuple[int, ...]

    @property
    def same(self) -> bool:
        """Whether its sample reads and looks as the last one."""
        return bool(self.pictures) and not self.lines and not self.changed


class Trials:
    """The templates that one landlord has on trial. They lie beside the file store for a week at most.

    `converter` is what its papers are made by, and so what a template is tried with.
    """

    def __init__(self, files: FileStore, landlord: str, converter: Chosen = "builtin") -> None:
        self._files, self._landlord, self._converter = files, landlord, converter
        self._own = Own(files, landlord)
        self._folder = files.root / "trials" / landlord

    def put(self, kind: str, docx: bytes, *, name: str) -> OnTrial:
        """Try the template in the place of the one in use. Raises NotOnTrial for an unknown paper, FileStoreError where
        the one in use has gone."""
        self._sweep()
        sha256 = hashlib.sha256(docx).hexdigest()
        folder = self._place(kind, sha256)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        (folder / "template.docx").write_bytes(docx)
        used = self._own.template(kind)
        (folder / "last.docx").write_bytes(docx_in_use(self._files, self._landlord, kind))
        about = {
            "kind": kind,
            "sha256": sha256,
            "name": tidy_name(name),
            "against": f"the landlord's own template {used.name}" if used else "our template",
        }
        (folder / "about.json").write_text(json.dumps(about, ensure_ascii=False), "utf-8")
        (folder / _FOUND).unlink(missing_ok=True)
        if not _tried(folder, self._converter):
            told = OnTrial(
                **about, passes=False, reasons=(_TOO_LONG,), notes=(), unused=(), lines=(), pictures=0, changed=()
            )
            write_found(folder, told)
        return self.found(kind, sha256)

    def found(self, kind: str, sha256: str) -> OnTrial:
        """What came of a trial. Raises NotOnTrial."""
        try:
            told: dict[str, Any] = json.loads((self._place(kind, sha256) / _FOUND).read_text("utf-8"))
        except (OSError, ValueError):
            raise NotOnTrial(kind) from None
        listed: dict[str, Any] = {key: tuple(value) for key, value in told.items() if isinstance(value, list)}
        return OnTrial(**(told | listed))

    def waiting(self, kind: str) -> tuple[OnTrial, ...]:
        """The trials of this paper's templates that nobody has decided on."""
        places = sorted(self._folder.glob(f"{kind}/*/{_FOUND}"))
        return tuple(self.found(kind, place.parent.name) for place in places)

    def picture(self, kind: str, sha256: str, number: int) -> bytes:
        """A page of its sample beside the last one, from 1, as PNG. Raises NotOnTrial."""
        return self._read(kind, sha256, f"page-{number}.png")

    def sample(self, kind: str, sha256: str) -> bytes:
        """The sample paper as PDF. Raises NotOnTrial."""
        return self._read(kind, sha256, "sample.pdf")

    def install(self, kind: str, sha256: str, *, on: date) -> OwnTemplate:
        """Put the template in use. Raises NotOnTrial, TrialFailed."""
        found = self.found(kind, sha256)
        if not found.passes:
            raise TrialFailed(kind)
        docx = self._read(kind, sha256, "template.docx")
        kept = self._own.keep_template(kind, docx, name=found.name, on=on)
        self.discard(kind, sha256)
        return kept

    def discard(self, kind: str, sha256: str) -> None:
        """Throw the trial away. Raises NotOnTrial."""
        if not self._place(kind, sha256).is_dir():
            raise NotOnTrial(kind)
        shutil.rmtree(self._place(kind, sha256), ignore_errors=True)

    def _read(self, kind: str, sha256: str, name: str) -> bytes:
        try:
            return (self._place(kind, sha256) / name).read_bytes()
        except OSError:
            raise NotOnTrial(kind) from None

    def _place(self, kind: str, sha256: str) -> Path:
        if kind not in PAPERS or len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
            raise NotOnTrial(kind)
        return self._folder / kind / sha256

    def _sweep(self) -> None:
        """Take away the trials that nobody decided on in a week."""
        for place in self._folder.glob("*/*"):
            if time.time() - place.stat().st_mtime > KEPT_DAYS * 86_400:
                shutil.rmtree(place, ignore_errors=True)


def _tried(folder: Path, converter: Chosen) -> bool:
    process = subprocess.Popen(
        [sys.executable, "-m", "documents.trials.child", str(folder), converter],
        env={**bare_environment(), "PYTHONPATH": str(Path(__file__).parents[2])},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        code = process.wait(CLOCK[converter])
    except subprocess.TimeoutExpired:
        return False
    finally:
        _ended(process)
    return code == 0 and (folder / _FOUND).exists()


def _ended(process: subprocess.Popen[bytes]) -> None:
    """End the trial: asked first, so that what it started ends too, and then without asking."""
    process.terminate()
    try:
        process.wait(SECONDS_TO_LEAVE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def write_found(folder: Path, found: OnTrial) -> None:
    """Write what came of a trial, whole or not at all."""
    aside = folder / f".{_FOUND}.{os.getpid()}"
    aside.write_text(json.dumps(asdict(found), ensure_ascii=False), "utf-8")
    os.replace(aside, folder / _FOUND)
