"""Is it a bundle a court would take? Every point of the guidance, asked of the finished PDF and nothing else."""

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
from pikepdf import Dictionary, Pdf

from documents.bundle.look import FINEST_DPI, Look, Looker
from documents.bundle.opening import opening, typed_pages
from documents.bundle.outline import Bookmark, Links, bookmarks_of, labels_of, links_of
from documents.bundle.place import Sheet, number_places, sheet_of
from documents.bundle.spec import LARGEST_MB, Inspection, Point
from documents.bundle.stamp import printed_number

# Of pages whose facts are known, every so many is read again as a viewer draws it.
_READ_AGAIN = 40
_DPI_ROUNDING = 5
_SEEN_PICTURE = 0.1
_ENOUGH_TEXT = 20
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,119}\.pdf")
_RUNNING = ("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/Rendition", "/GoToR", "/GoToE")
_PRACTICE = "Court practice; courts set their own limits"


@dataclass(frozen=True, slots=True)
class _Page:
    sheet: Sheet
    look: Look
    printed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    size: int
    pdf: Pdf
    pages: tuple[_Page, ...]
    bookmarks: tuple[Bookmark, ...]
    links: Links
    first_page: int
    photographs: frozenset[int]


def inspect(
    pdf: bytes | Path,
    *,
    file_name: str | None = None,
    largest_mb: int = LARGEST_MB,
    first_page: int = 1,
    known: Mapping[int, Look] | None = None,
    photographs: frozenset[int] = frozenset(),
) -> Inspection:
    """Ask every point of the guidance of a PDF, ours or anybody's. `largest_mb` is the local court's limit for a file.

    The file name is asked about only when given. A file that cannot be read fails its first point and is asked no more.
    `first_page` is the number that its first page must print: a second volume goes on from the first. `known` says what
    is on pages of documents that were measured before, by place from 1; of those the numbers and links are read from
    the file, and a share is read again as drawn. `photographs` are pages that may be pictures without text.
    """
    try:
        with Pdf.open(io.BytesIO(pdf) if isinstance(pdf, bytes) else pdf) as opened, Looker(pdf) as looker:
            size = len(pdf) if isinstance(pdf, bytes) else pdf.stat().st_size
            pages = _pages(opened, looker, known or {}, first_page)
            read = _Read(size, opened, pages, bookmarks_of(opened), links_of(opened), first_page, photographs)
            points = [ask(read) for ask in _QUESTIONS]
            points.append(_size(read, largest_mb))
    except (pikepdf.PasswordError, pikepdf.PdfError, pdfium.PdfiumError) as unreadable:
        says = (
            "It is locked with a password." if isinstance(unreadable, pikepdf.PasswordError) else "It cannot be read."
        )
        return Inspection((_readable(False, says),))
    if file_name is not None:
        points.append(_file_name(file_name))
    return Inspection(tuple(points))


def _pages(pdf: Pdf, looker: Looker, known: Mapping[int, Look], first_page: int) -> tuple[_Page, ...]:
    pages = []
    for index, page in enumerate(pdf.pages):
        sheet = sheet_of(page)
        look = known.get(index + 1)
        printed: tuple[str, ...] = (printed_number(page),)
        if look is None:
            look, printed = looker.look(index, number_places(sheet))
        elif index % _READ_AGAIN == 0:
            printed = looker.words(index, number_places(sheet))
        pages.append(_Page(sheet, look, printed))
    return tuple(pages)


def _readable(passed: bool, detail: str) -> Point:
    return Point("file", "Is it one PDF that opens without a password?", passed, detail)


def _file(read: _Read) -> Point:
    if read.pdf.is_encrypted:
        return _readable(False, "It is encrypted.")
    return _readable(True, f"One PDF of {len(read.pages)} pages.")


def _numbering(read: _Read) -> Point:
    first, last = read.first_page, read.first_page + len(read.pages) - 1
    wrong = [
        n - first + 1
        for n, page in enumerate(read.pages, first)
        if not any(str(n) in text.split() for text in page.printed)
    ]
    question = f"Does every page print its number, from {first} on the first page, the same as the viewer counts?"
    if wrong:
        return Point("numbering", question, False, f"{_count(wrong, 'page')} without the right number.", tuple(wrong))
    labels = labels_of(read.pdf)
    if (labels is not None or first > 1) and labels != [str(n) for n in range(first, last + 1)]:
        return Point("numbering", question, False, "The viewer's own page labels say something else.")
    return Point("numbering", question, True, f"Pages {first} to {last} print their own number.")


def _index_links(read: _Read) -> Point:
    question = "Is every document in the index linked to its first page?"
    if not read.bookmarks:
        return Point("index_links", question, False, "There are no bookmarks to compare the index with.")
    index = _index_pages(read.bookmarks)
    linked = {target for page, target in read.links.inside if page in index}
    wanted = {b.page for b in _leaves(read.bookmarks)} - index
    missing = tuple(sorted(wanted - linked))
    if missing:
        return Point(
            "index_links", question, False, f"{_count(missing, 'document')} not linked from the index.", missing
        )
    return Point("index_links", question, True, f"{len(wanted)} documents are linked from the index.")


def _index_pages(bookmarks: tuple[Bookmark, ...]) -> set[int]:
    """The pages before the first thing bookmarked, and those of any later index: of late pages, for example."""
    starts = sorted({b.page for b in bookmarks})
    found = set(range(1, max(2, min((p for p in starts if p > 1), default=2))))
    for bookmark in bookmarks:
        if bookmark.title.startswith("Index") and bookmark.page > 1:
            found |= set(range(bookmark.page, min((p for p in starts if p > bookmark.page), default=bookmark.page + 1)))
    return found


def _leaves(bookmarks: Iterable[Bookmark]) -> Iterator[Bookmark]:
    for bookmark in bookmarks:
        if bookmark.children:
            yield from _leaves(bookmark.children)
        else:
            yield bookmark


def _dead_links(read: _Read) -> Point:
    question = "Does every link lead somewhere?"
    dead = tuple(sorted(set(read.links.dead)))
    says = f"{_count(dead, 'page')} with links that lead nowhere." if dead else "No link leads nowhere."
    return Point("dead_links", question, not dead, says, dead, confidence="C")


def _bookmarks(read: _Read) -> Point:
    question = "Is every section and document bookmarked, with a short description and its page number?"
    if not read.bookmarks:
        return Point("bookmarks", question, False, "There are no bookmarks.")
    flat = [b for top in read.bookmarks for b in (top, *top.children)]
    lost = [b for b in flat if b.page == 0]
    bare = [b for b in flat if b.page and not _numbers(b.title, b.page + read.first_page - 1)]
    if lost or bare:
        says = f"{len(bare)} of {len(flat)} bookmarks do not give their page number; {len(lost)} lead nowhere."
        return Point("bookmarks", question, False, says, tuple(sorted({b.page for b in bare})))
    if not any(top.children for top in read.bookmarks):
        return Point("bookmarks", question, False, "The bookmarks are one flat list; sections hold none.")
    return Point("bookmarks", question, True, f"{len(flat)} bookmarks in two levels, each with its page number.")


def _numbers(title: str, page: int) -> bool:
    return re.search(rf"(?<!\d){page}(?!\d)", title) is not None


def _text_layer(read: _Read) -> Point:
    pictures = [n for n, page in enumerate(read.pages, 1) if page.look.is_picture(page.sheet.box.area)]
    unread = [n for n in pictures if n not in read.photographs]
    question = "Can all typed text be searched and read aloud?"
    if unread:
        says = (
            f"{_count(unread, 'page')} of picture with no text behind it. Run text recognition on typed pages; "
            "a photograph may stay as it is."
        )
        return Point("text_layer", question, False, says, tuple(unread))
    return Point("text_layer", question, True, typed_pages(len(pictures)))


def _upright(read: _Read) -> Point:
    wrong = [
        number
        for number, page in enumerate(read.pages, 1)
        if page.look.leaning is not None
        and page.look.characters >= _ENOUGH_TEXT
        and (page.look.leaning + page.sheet.turn) % 360
    ]
    question = "Is every page the right way up, with wide pages reading from left to right?"
    if wrong:
        return Point(
            "rotation", question, False, f"{_count(wrong, 'page')} lying sideways or upside down.", tuple(wrong)
        )
    judged = sum(page.look.leaning is not None for page in read.pages)
    unjudged = len(read.pages) - judged
    says = f"{judged} pages read upright" + (f"; {unjudged} without text could not be judged." if unjudged else ".")
    return Point("rotation", question, True, says)


def _resolution(read: _Read) -> Point:
    finest: dict[int, int] = {}
    for number, page in enumerate(read.pages, 1):
        area = page.sheet.box.area
        seen = [p.dpi / page.sheet.unit for p in page.look.pictures if p.area >= _SEEN_PICTURE * area]
        if seen and max(seen) > FINEST_DPI + _DPI_ROUNDING:
            finest[number] = round(max(seen))
    question = f"Are pictures no finer than {FINEST_DPI} dots per inch?"
    if finest:
        says = f"{_count(finest, 'page')} scanned finer than that, up to {max(finest.values())}."
        return Point("resolution", question, False, says, tuple(finest))
    return Point("resolution", question, True, f"No picture is finer than {FINEST_DPI} dots per inch.")


def _plain(read: _Read) -> Point:
    question = "Is it plain: no form fields, notes, attachments, layers or programs in it?"
    found: dict[str, set[int]] = {}
    root = read.pdf.Root
    for key, name in (("/AcroForm", "form fields"), ("/OCProperties", "layers"), ("/AA", "programs")):
        if key in root:
            found.setdefault(name, set())
    names = root.get("/Names")
    if isinstance(names, Dictionary):
        for key, name in (("/JavaScript", "programs"), ("/EmbeddedFiles", "attachments")):
            if key in names:
                found.setdefault(name, set())
    kinds = {
        "/Widget": "form fields",
        "/FileAttachment": "attachments",
        "/Text": "notes",
        "/Popup": "notes",
        "/RichMedia": "programs",
        "/Screen": "programs",
    }
    for number, kind, action in read.links.others:
        name = kinds.get(kind) or ("programs" if action in _RUNNING else "")
        if name:
            found.setdefault(name, set()).add(number)
    if found:
        says = (
            f"It holds {', '.join(sorted(found))}. Somebody's private note may be among them: look, then print to PDF."
        )
        pages = tuple(sorted({n for numbers in found.values() for n in numbers}))
        return Point("plain", question, False, says, pages, authority=_PRACTICE, confidence="C")
    return Point(
        "plain", question, True, "Nothing but pages, links and bookmarks.", authority=_PRACTICE, confidence="C"
    )


def _size(read: _Read, largest_mb: int) -> Point:
    megabytes = read.size / 1_000_000
    passed = megabytes <= largest_mb
    says = f"{megabytes:.1f} MB; the limit is taken as {largest_mb} MB" + (
        "." if passed else ": upload it to the court's own store, scan pictures more coarsely, or ask for directions."
    )
    question = "Is the file small enough to send?"
    return Point("size", question, passed, says, authority=_PRACTICE, confidence="C")


def _file_name(name: str) -> Point:
    question = "Does the file name give case, kind and date in letters that every system takes?"
    dated = re.search(r"\d{4}-\d{2}-\d{2}", name) is not None
    passed = bool(_FILE_NAME.fullmatch(name)) and dated
    says = name if passed else f"“{name}”: use letters, digits, - and _, a date as 2027-01-27, at most 120, then .pdf."
    return Point("file_name", question, passed, says, confidence="C")


def _count(numbers: Iterable[int], what: str) -> str:
    many = len(list(numbers))
    return f"1 {what}" if many == 1 else f"{many} {what}s"


_QUESTIONS = (
    _file,
    _numbering,
    _index_links,
    _dead_links,
    _bookmarks,
    _text_layer,
    _upright,
    _resolution,
    lambda read: opening(read.pdf),
    _plain,
)
