"""What a file is, by its first bytes and its insides; its name is not believed."""

import io
import zipfile
from email import policy
from email.parser import BytesParser
from enum import StrEnum


class Sort(StrEnum):
    """What is taken in."""

    PDF = "pdf"
    PNG = "png"
    JPEG = "jpeg"
    TIFF = "tiff"
    DOCX = "docx"
    DOC = "doc"
    RTF = "rtf"
    EML = "eml"


_SIGNED = (
    (b"%PDF-", Sort.PDF),
    (b"\x89PNG\r\n\x1a\n", Sort.PNG),
    (b"\xff\xd8\xff", Sort.JPEG),
    (b"II*\x00", Sort.TIFF),
    (b"MM\x00*", Sort.TIFF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Sort.DOC),
    (b"{\\rtf", Sort.RTF),
)
PICTURES = frozenset({Sort.PNG, Sort.JPEG, Sort.TIFF})
WORDS = frozenset({Sort.DOCX, Sort.DOC, Sort.RTF})


def sort_of(data: bytes) -> Sort | None:
    """What the bytes are; None for what is not taken in (programs, spreadsheets, plain text)."""
    for signature, sort in _SIGNED:
        if data.startswith(signature):
            return sort
    if b"%PDF-" in data[:1024]:
        return Sort.PDF
    if data.startswith(b"PK\x03\x04"):
        return Sort.DOCX if _is_docx(data) else None
    return Sort.EML if _is_mail(data) else None


def unpacked(data: bytes) -> int:
    """Bytes of a package's parts once unpacked, as its own table says; readers stop there."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return sum(part.file_size for part in package.infolist())


def _is_docx(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return "word/document.xml" in package.namelist()
    except zipfile.BadZipFile:
        return False


def _is_mail(data: bytes) -> bool:
    if b"\x00" in data[:4096]:
        return False
    try:
        message = BytesParser(policy=policy.default).parsebytes(data, headersonly=True)
        return bool(message["From"]) and bool(message["Date"] or message["Message-ID"] or message["Received"])
    except (ValueError, LookupError, AttributeError, TypeError, AssertionError, RecursionError):
        return False
