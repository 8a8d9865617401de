"""A first look at a file that somebody sends, cheap enough to be done while they wait: what will surely be refused."""

import zipfile
from pathlib import Path

import pikepdf
from pikepdf import Pdf

from documents.uploads.kinds import Sort, sort_of
from documents.uploads.receive import BROKEN, ENCRYPTED, UNKNOWN, Limits, UploadRefused

_HEAD = 256 * 1024


def first_look(path: Path, limits: Limits) -> Sort:
    """What the file is. Raises UploadRefused; one that passes may still be refused by `receive`, which looks at all."""
    size = path.stat().st_size
    if not size:
        raise UploadRefused("The file is empty.")
    if size > limits.size:
        raise UploadRefused(f"The file is larger than {limits.size // 1_000_000} MB. Split it, or scan it at 300 dpi.")
    sort = _sort(path)
    if sort is None:
        raise UploadRefused(UNKNOWN)
    if sort is Sort.PDF:
        _whole(path, limits)
    return sort


def _sort(path: Path) -> Sort | None:
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head.startswith(b"PK\x03\x04"):
        return sort_of(head)
    try:
        with zipfile.ZipFile(path) as package:
            return Sort.DOCX if "word/document.xml" in package.namelist() else None
    except (zipfile.BadZipFile, OSError, ValueError):
        return None


def _whole(path: Path, limits: Limits) -> None:
    try:
        with Pdf.open(path) as pdf:
            if pdf.is_encrypted:
                raise UploadRefused(ENCRYPTED)
            pages = len(pdf.pages)
    except pikepdf.PasswordError:
        raise UploadRefused(ENCRYPTED) from None
    except pikepdf.PdfError:
        raise UploadRefused(BROKEN) from None
    if pages > limits.pages:
        raise UploadRefused(f"The PDF has {pages:,} pages; {limits.pages:,} are taken in. Split it.")
