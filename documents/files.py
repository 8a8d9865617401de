"""The file store: every paper and upload, kept once, under the hash of its bytes.

A file's path is made of its hash alone. Names belong to people's cases and stay in the record, so a listing of the
folder tells nobody who is being sued.
"""

import hashlib
import mimetypes
import os
import re
import tempfile
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

_HASH = re.compile(r"[0-9a-f]{64}")
_SIGNATURES = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
)
_ZIPPED = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_LONGEST_NAME = 150
_INCOMING = ".incoming-"
_PIECE = 1 << 20


class FileStoreError(Exception):
    """The file store cannot do as asked.

    BadFileId    the id is not a hash
    FileMissing  nothing is stored under this hash
    FileDamaged  what is stored no longer has this hash
    """


class BadFileId(FileStoreError, ValueError):
    """The id is not 64 lower-case hexadecimal digits."""


class FileMissing(FileStoreError, KeyError):
    """Nothing is stored under this hash."""


class FileDamaged(FileStoreError):
    """The bytes on disk no longer have the hash they were stored under."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """What the record keeps of a file. `size` is in bytes; `kind` is the case's word for it (`notice`, `statement`)."""

    sha256: str
    size: int
    name: str
    kind: str
    media_type: str


def media_type(data: bytes, name: str) -> str:
    """The type the bytes show. A name is believed only where the bytes have no signature that would contradict it."""
    for signature, found in _SIGNATURES:
        if data.startswith(signature):
            return found
    if data.startswith(b"PK\x03\x04"):
        return _ZIPPED.get(Path(name).suffix.lower(), "application/zip")
    guessed = mimetypes.guess_type(name)[0] or "application/octet-stream"
    signed = {found for _, found in _SIGNATURES} | set(_ZIPPED.values())
    return "application/octet-stream" if guessed in signed else guessed


def tidy_name(name: str) -> str:
    """A name safe to show and offer as a download: one line, no folders or invisible characters, at most 150 long."""
    last = re.split(r"[/\\]", name)[-1]
    seen = "".join(c for c in last if unicodedata.category(c) not in ("Cc", "Cf", "Cs"))
    seen = " ".join(seen.split()).lstrip(".") or "file"
    stem, suffix = os.path.splitext(seen)
    return seen if len(seen) <= _LONGEST_NAME else stem[: _LONGEST_NAME - len(suffix)] + suffix


class FileStore:
    """A local folder of files named by their SHA-256. Safe for several processes writing at once.

    Only the account that runs the service can read the folder.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True, exist_ok=True, mode=0o700)

    def path(self, sha256: str) -> Path:
        """Where the file with this hash lies, whether or not it is there. Raises `BadFileId`."""
        if not _HASH.fullmatch(sha256):
            raise BadFileId("a file id is 64 lower-case hexadecimal digits")
        return self.root / sha256[:2] / sha256

    @property
    def facts(self) -> Path:
        """The folder for what is known of the pages of stored files; it may be deleted at any time."""
        return self.root / ".facts"

    @property
    def progress(self) -> Path:
        """The folder for how far work on papers has come."""
        return self.root / ".progress"

    def exists(self, sha256: str) -> bool:
        """Whether a file with this hash is stored. Raises `BadFileId`."""
        return self.path(sha256).is_file()

    def put(self, data: bytes, *, name: str, kind: str) -> StoredFile:
        """Store the bytes and say what was stored. The same bytes again are the same file; a damaged copy is replaced.

        When this returns, the bytes and their folder entry are on disk.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        if not self._sound(sha256):
            self._write(self.path(sha256), data)
        shown = tidy_name(name)
        return StoredFile(sha256=sha256, size=len(data), name=shown, kind=kind, media_type=media_type(data, shown))

    def get(self, sha256: str) -> bytes:
        """The bytes with this hash, checked. Raises `BadFileId`, `FileMissing`, `FileDamaged`."""
        try:
            data = self.path(sha256).read_bytes()
        except FileNotFoundError:
            raise FileMissing(sha256) from None
        if hashlib.sha256(data).hexdigest() != sha256:
            raise FileDamaged(f"the stored file {sha256} no longer has that hash")
        return data

    def stage(self, source: BinaryIO) -> tuple[str, int]:
        """Copy a file that somebody sends, piece by piece, to wait under its hash: the hash, and its size in bytes.

        It is nobody's until `keep_staged`; one that is stored already need not wait.
        """
        self._staged.mkdir(exist_ok=True, mode=0o700)
        handle, temporary = tempfile.mkstemp(dir=self._staged, prefix=_INCOMING)
        digest, size = hashlib.sha256(), 0
        try:
            with os.fdopen(handle, "wb") as file:
                while piece := source.read(_PIECE):
                    digest.update(piece)
                    size += file.write(piece)
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, self._staged / digest.hexdigest())
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        _sync_folder(self._staged)
        return digest.hexdigest(), size

    def staged(self, sha256: str) -> Path:
        """Where a file that was sent lies: still waiting, or stored. Raises `BadFileId`, `FileMissing`."""
        stored = self.path(sha256)
        for path in (self._staged / sha256, stored):
            if path.is_file():
                return path
        raise FileMissing(sha256)

    def keep_staged(self, sha256: str, *, name: str, kind: str) -> StoredFile:
        """Store a file that waits; again, the same. Raises `BadFileId`, `FileMissing`."""
        data = self.staged(sha256).read_bytes()
        stored = self.put(data, name=name, kind=kind)
        self.discard_staged(sha256)
        return stored

    def discard_staged(self, sha256: str) -> None:
        """Remove a file that waits and that nobody can want."""
        (self._staged / sha256).unlink(missing_ok=True)

    def clear_staged(self, before: datetime) -> int:
        """Remove files that were sent for acts that were refused or never came, if last sent before an instant (aware,
        UTC); how many.
        """
        removed = 0
        for left in self._staged.glob("*"):
            with suppress(FileNotFoundError):
                if left.stat().st_mtime < before.timestamp():
                    left.unlink()
                    removed += 1
        return removed

    @property
    def _staged(self) -> Path:
        return self.root / ".staged"

    def clear_half_written(self, before: datetime) -> int:
        """Remove what processes that died while they wrote have left since before an instant (aware, UTC); how many.

        Whole files stay: their paper is made again, to the same bytes, and then named by the record.
        """
        removed = 0
        for left in self.root.glob(f"*/{_INCOMING}*"):
            with suppress(FileNotFoundError):
                if left.stat().st_mtime < before.timestamp():
                    left.unlink()
                    removed += 1
        return removed

    def _sound(self, sha256: str) -> bool:
        try:
            self.get(sha256)
        except (FileMissing, FileDamaged):
            return False
        return True

    def _write(self, path: Path, data: bytes) -> None:
        path.parent.mkdir(exist_ok=True, mode=0o700)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=_INCOMING)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        _sync_folder(path.parent)
        _sync_folder(self.root)


def _sync_folder(folder: Path) -> None:
    # A rename is only durable once its folder is; systems that cannot open a folder do not need this.
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
