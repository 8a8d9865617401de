"""How many pages a file will surely come to, told from its tables alone, before any of the work is done."""

import io

import pikepdf
from pikepdf import Pdf
from PIL import Image

from documents.uploads.kinds import PICTURES, Sort, sort_of
from documents.uploads.mail import BadMail, attachments, read_mail

DEEPEST = 2


def pages_at_least(data: bytes, most: int, *, depth: int = 0) -> int:
    """The pages of the file and of all attached to it; 0 for what will be left out: unread, or of more than `most`.

    A Word file counts as one page: nobody knows before it is laid out.
    """
    sort = sort_of(data)
    if sort is None:
        return 0
    if sort is Sort.EML:
        return _of_mail(data, most, depth)
    try:
        found = _of_pdf(data) if sort is Sort.PDF else _of_picture(data) if sort in PICTURES else 1
    except (pikepdf.PdfError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return 0
    return found if found <= most else 0


def _of_pdf(data: bytes) -> int:
    with Pdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages)


def _of_picture(data: bytes) -> int:
    with Image.open(io.BytesIO(data)) as opened:
        return int(getattr(opened, "n_frames", 1))


def _of_mail(data: bytes, most: int, depth: int) -> int:
    if depth > DEEPEST:
        return 0
    try:
        listed = attachments(read_mail(data))
    except BadMail:
        return 0
    return 1 + sum(pages_at_least(attached, most, depth=depth + 1) for _, attached in listed)
