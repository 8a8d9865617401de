"""Taking a file in: scanned, recognised by content, made inert, turned into a PDF, measured; or refused."""

import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass

import pikepdf
import pypdfium2 as pdfium
from pikepdf import Pdf

from documents.convert import ConversionFailed
from documents.inert import make_inert
from documents.soffice import LibreOfficeConverter
from documents.unpacked import UnpacksTooFar, check_unpacked
from documents.uploads.facts import PageFacts, page_facts
from documents.uploads.foresee import DEEPEST, pages_at_least
from documents.uploads.kinds import PICTURES, WORDS, Sort, sort_of, unpacked
from documents.uploads.mail import BadMail, attachments, mail_pages, read_mail
from documents.uploads.ocr import Reader
from documents.uploads.pictures import BadPicture, pages_of
from documents.uploads.scan import ScannerAway

# A report of a thousand pages with photographs comes to a tenth of this.
MOST_UNPACKED = 500_000_000
BROKEN = "The PDF is broken. Open it, print it to a new PDF and send that."
ENCRYPTED = "The PDF is encrypted. Save a copy without a password and send that."
PRINT_ANEW = "Print it to a new PDF and send that."
UNSCANNED = (
    "The virus scanner did not answer, so the file was not taken in. Send it again in a while; if this goes on, tell "
    "whoever looks after Due Course."
)
UNKNOWN = "Only PDF, PNG, JPEG, TIFF, Word and e-mail (.eml) files are taken in. Save it as a PDF."


class UploadRefused(Exception):
    """A file that is not taken in. `reasons`: plain sentences that say what would be; they repeat no name."""

    def __init__(self, *reasons: str) -> None:
        self.reasons = reasons
        super().__init__(" ".join(reasons))


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that is taken in: bytes of a file, pages of its PDF, files attached to a message."""

    size: int = 50_000_000
    pages: int = 1_000
    attached: int = 50


@dataclass(frozen=True)
class Received:
    """A file as it is kept. `original` is the hash of what was sent; `removed`: live content taken out, in words.

    `notes` are for the officer: attachments left out, pages without text. `no_text`: those pages, from 1.
    """

    sort: Sort
    pdf: bytes
    original: str
    facts: tuple[PageFacts, ...]
    removed: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def no_text(self) -> tuple[int, ...]:
        """Pages that cannot be searched."""
        return _bare(self.facts)


def receive(
    data: bytes,
    *,
    limits: Limits | None = None,
    office: LibreOfficeConverter | None = None,
    scan: Callable[[bytes], str] | None = None,
    reader: Reader | None = None,
) -> Received:
    """The file as an inert PDF with its facts. Raises UploadRefused.

    `scan` is asked first and gives what it found, "" for nothing; where it cannot tell, nothing is taken in. `office`
    converts Word files; without it they are refused. `reader` reads pages without text, which else are only flagged.
    """
    allowed = limits or Limits()
    if not data:
        raise UploadRefused("The file is empty.")
    if len(data) > allowed.size:
        raise UploadRefused(f"The file is larger than {allowed.size // 1_000_000} MB. Split it, or scan it at 300 dpi.")
    _scanned(data, scan)
    sort, pdf, removed, notes = _taken(data, allowed, office, depth=0)
    facts = _measured(pdf)
    if len(facts) > allowed.pages:
        raise UploadRefused(f"The file has {len(facts):,} pages; {allowed.pages:,} are taken in. Split it.")
    bare = _bare(facts)
    if bare and reader is not None:
        pdf, facts, told = _read(pdf, facts, bare, reader)
        notes += told
        bare = _bare(facts)
    if bare:
        notes += (f"No text can be searched on {_pages(bare)}.",)
    return Received(sort, pdf, hashlib.sha256(data).hexdigest(), facts, removed, notes)


def _scanned(data: bytes, scan: Callable[[bytes], str] | None) -> None:
    try:
        found = scan(data) if scan is not None else ""
    except ScannerAway:
        raise UploadRefused(UNSCANNED) from None
    if found:
        raise UploadRefused("The virus scanner stopped the file. Ask the sender for a clean copy.")


def _bare(facts: tuple[PageFacts, ...]) -> tuple[int, ...]:
    return tuple(number for number, page in enumerate(facts, start=1) if page.no_text)


def _read(
    pdf: bytes, facts: tuple[PageFacts, ...], bare: tuple[int, ...], reader: Reader
) -> tuple[bytes, tuple[PageFacts, ...], tuple[str, ...]]:
    """The file with what could be read on its bare pages, measured again, and what its officer is told of it."""
    read = reader.read(pdf, bare)
    again = facts if read.pdf is pdf else _measured(read.pdf)
    known = tuple(number for number in bare if number not in read.unread and not again[number - 1].no_text)
    told = []
    if known:
        told.append(f"The words of {_pages(known)} were recognised by a program: check them before you quote them.")
    if read.unread:
        told.append(f"Text recognition did not read {_pages(read.unread)}: {read.why}.")
    return read.pdf, again, tuple(told)


def _taken(
    data: bytes, limits: Limits, office: LibreOfficeConverter | None, *, depth: int
) -> tuple[Sort, bytes, tuple[str, ...], tuple[str, ...]]:
    sort = sort_of(data)
    if sort is None:
        raise UploadRefused(UNKNOWN)
    if sort is Sort.PDF:
        pdf, removed = _inert(data, limits)
        return sort, pdf, removed, ()
    if sort in PICTURES:
        try:
            return sort, pages_of(data, most=limits.pages), (), ()
        except BadPicture as bad:
            raise UploadRefused(f"The picture cannot be taken in: {bad}. Take or scan it again.") from None
    if sort in WORDS:
        return sort, *_word(data, sort, limits, office), ()
    try:
        return sort, *_mail(data, limits, office, depth)
    except BadMail:
        raise UploadRefused("The message cannot be read. Print it to a PDF and send that.") from None


def _inert(data: bytes, limits: Limits) -> tuple[bytes, tuple[str, ...]]:
    """The PDF rewritten without anything live, its forms made flat."""
    try:
        with Pdf.open(io.BytesIO(data)) as pdf:
            if pdf.is_encrypted:
                raise UploadRefused(ENCRYPTED)
            if not pdf.pages:
                raise UploadRefused("The PDF has no pages.")
            if len(pdf.pages) > limits.pages:
                raise UploadRefused(f"The PDF has {len(pdf.pages):,} pages; {limits.pages:,} are taken in. Split it.")
            # A file whose table had to be guessed may have lost pages on its way: nobody would know which.
            if any("reconstruct" in str(warning) for warning in pdf.get_warnings()):
                raise UploadRefused(BROKEN)
            removed = make_inert(pdf)
            check_unpacked(pdf)
            if "/AcroForm" in pdf.Root:
                pdf.generate_appearance_streams()
                pdf.flatten_annotations("print")
                if "/AcroForm" in pdf.Root:
                    del pdf.Root["/AcroForm"]
            pdf.remove_unreferenced_resources()
            out = io.BytesIO()
            pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    except pikepdf.PasswordError:
        raise UploadRefused(ENCRYPTED) from None
    except UnpacksTooFar as bomb:
        raise UploadRefused(f"The PDF is far larger inside than it looks: {bomb}. {PRINT_ANEW}") from None
    except pikepdf.PdfError:
        raise UploadRefused(BROKEN) from None
    return out.getvalue(), removed


def _word(
    data: bytes, sort: Sort, limits: Limits, office: LibreOfficeConverter | None
) -> tuple[bytes, tuple[str, ...]]:
    """A Word file goes through LibreOffice only: the other converter drops what it does not know."""
    if office is None:
        raise UploadRefused("Word files cannot be taken in here. Save the document as a PDF and send that.")
    if b"E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e" in data:
        raise UploadRefused("The Word file is encrypted. Save a copy without a password and send that.")
    if sort is Sort.DOCX and unpacked(data) > MOST_UNPACKED:
        raise UploadRefused(
            "The Word file is far larger inside than it looks. Save the document as a PDF and send that."
        )
    macros = b"vbaProject" in data or b"_VBA_PROJECT" in data or b"V\x00B\x00A\x00" in data
    try:
        pdf, removed = _inert(office.convert(data, f".{sort.value}"), limits)
    except ConversionFailed as failed:
        raise UploadRefused(f"The Word file cannot be taken in: {failed}.") from None
    return pdf, (*(("macros",) if macros else ()), *removed)


def _mail(
    data: bytes, limits: Limits, office: LibreOfficeConverter | None, depth: int
) -> tuple[bytes, tuple[str, ...], tuple[str, ...]]:
    """The message, then each attachment that can be taken in; what cannot is named in the message's own list."""
    message = read_mail(data)
    listed = attachments(message)
    if len(listed) > limits.attached:
        raise UploadRefused(f"The message has {len(listed)} files attached; {limits.attached} are taken in.")
    foreseen = 1 + sum(pages_at_least(attached, limits.pages, depth=depth + 1) for _, attached in listed)
    if foreseen > limits.pages:
        raise UploadRefused(
            f"The message comes to {foreseen:,} pages with what is attached; {limits.pages:,} are taken in. "
            "Send what is attached apart."
        )
    fates: list[tuple[str, str]] = []
    parts: list[bytes] = []
    removed: list[str] = []
    notes: list[str] = []
    for name, attached in listed:
        try:
            if depth >= DEEPEST:
                raise UploadRefused("It is a message within a message within a message.")
            _, pdf, gone, more = _taken(attached, limits, office, depth=depth + 1)
        except UploadRefused as refused:
            fates.append((name, "left out"))
            notes.append(f"An attachment was left out. {refused}")
            continue
        fates.append((name, "follows"))
        parts.append(pdf)
        removed += gone
        notes += more
    own, told = mail_pages(message, fates)
    notes += told
    with Pdf.open(io.BytesIO(own)) as whole:
        for part in parts:
            with Pdf.open(io.BytesIO(part)) as more_pages:
                whole.add_pages_from(more_pages)
        removed += make_inert(whole)
        out = io.BytesIO()
        whole.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue(), tuple(dict.fromkeys(removed)), tuple(notes)


def _measured(pdf: bytes) -> tuple[PageFacts, ...]:
    try:
        return page_facts(pdf)
    except (pikepdf.PdfError, pdfium.PdfiumError):
        raise UploadRefused(BROKEN) from None


def _pages(numbers: tuple[int, ...]) -> str:
    listed = ", ".join(map(str, numbers[:20])) + (" and others" if len(numbers) > 20 else "")
    return f"page {listed}" if len(numbers) == 1 else f"pages {listed}"
