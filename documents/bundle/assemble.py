"""Putting a bundle together: front pages, documents, numbers, links, bookmarks; the same spec, the same bytes."""

import hashlib
import io
from collections.abc import Iterable, Iterator
from textwrap import shorten

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String

from cases.refusals import Refusal
from documents.bundle.front import LINK, Front, day, document_title, make_front
from documents.bundle.inspection import inspect
from documents.bundle.layers import keep_layers
from documents.bundle.place import sheet_of
from documents.bundle.sources import Source, Unusable, count_pages, open_source
from documents.bundle.spec import Bundle, BundleDocument, BundleRefused, BundleSpec, IndexEntry, refuse_bad_spec
from documents.bundle.stamp import Stamper
from documents.bundle.tags import Part, tag_parts

_LONGEST_BOOKMARK = 70


def plan_pages(spec: BundleSpec) -> dict[str, int]:
    """The first page of every document, by its title, if the bundle were built now.

    Enough to write a paper that cites bundle pages: render it, put it in the spec, plan again, and render it once more.
    The numbers hold as long as no document's page count and no title, date or chronology line changes, so the caller
    compares the two plans (or the citing paper's length) before building. Raises `BundleRefused`.
    """
    _refuse(refuse_bad_spec(spec))
    lengths: dict[str, int] = {}
    refusals: list[Refusal] = []
    for document in spec.documents:
        try:
            lengths[document.title] = count_pages(document)
        except Unusable as unusable:
            refusals.append(unusable.refusal)
    _refuse(refusals)
    return {e.title: e.first_page for e in make_front(spec, lengths).entries if e.section}


def build_bundle(spec: BundleSpec) -> Bundle:
    """Make the bundle and inspect it. A bundle that fails a point is still given, with the point in its report.

    Raises `BundleRefused` with every reason at once: figures that differ by a penny, titles used twice, documents that
    are locked, damaged or not PDF.
    """
    _refuse(refuse_bad_spec(spec))
    sources = _open_all(spec.documents)
    front = make_front(spec, {s.document.title: s.pages for s in sources})
    spots = [0] * front.own_pages + [spot for s in sources for spot in s.spots]
    turned = _turned(front, sources)
    # The index is the base, not an addition: its tags then stay, for people who have it read to them.
    with Pdf.open(io.BytesIO(front.pdf)) as pdf:
        for source in sources:
            pdf.add_pages_from(source.pdf, forms="strip")
        keep_layers(pdf, (s.pdf for s in sources))
        tag_parts(pdf, _parts(front, sources))
        for source in sources:
            source.pdf.close()
        _number(pdf, spots)
        _link_front(pdf, front.own_pages)
        _bookmark(pdf, spec, front)
        _set_opening(pdf, spec)
        data = _saved(pdf)
        pages = len(pdf.pages)
    return Bundle(
        pdf=data,
        sha256=hashlib.sha256(data).hexdigest(),
        pages=pages,
        entries=front.entries,
        report=inspect(data, file_name=spec.file_name),
        turned=turned,
    )


def _refuse(refusals: list[Refusal]) -> None:
    if refusals:
        raise BundleRefused(refusals)


def _open_all(documents: Iterable[BundleDocument]) -> list[Source]:
    sources: list[Source] = []
    refusals: list[Refusal] = []
    for document in documents:
        try:
            sources.append(open_source(document))
        except Unusable as unusable:
            refusals.append(unusable.refusal)
    _refuse(refusals)
    return sources


def _turned(front: Front, sources: list[Source]) -> tuple[int, ...]:
    first = {e.title: e.first_page for e in front.entries if e.section}
    return tuple(first[s.document.title] + index for s in sources for index in s.turned)


def _parts(front: Front, sources: list[Source]) -> Iterator[Part]:
    first = {e.title: e.first_page for e in front.entries if e.section}
    for source in sources:
        begins = first[source.document.title]
        yield Part(source.document.title, begins, source.pages, frozenset(begins + index for index in source.pictures))


def _number(pdf: Pdf, spots: list[int]) -> None:
    stamper = Stamper(pdf)
    for number, (page, spot) in enumerate(zip(pdf.pages, spots, strict=True), 1):
        stamper.stamp(page, number, spot)
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D, St=1)]))


def _place(page: pikepdf.Page) -> Array:
    # Zoom 0 keeps the reader's own zoom when a link is followed.
    left, top = sheet_of(page).top_left
    return Array([page.obj, Name.XYZ, round(left, 2), round(top, 2), 0])


def _link_front(pdf: Pdf, own_pages: int) -> None:
    pages = list(pdf.pages)
    for page in pages[:own_pages]:
        notes = page.obj.get("/Annots")
        for note in notes if isinstance(notes, Array) else []:
            address = str(note.get("/A", Dictionary()).get("/URI", ""))
            if address.startswith(LINK):
                del note["/A"]
                note.Dest = _place(pages[int(address.removeprefix(LINK)) - 1])


def _bookmark(pdf: Pdf, spec: BundleSpec, front: Front) -> None:
    pages = list(pdf.pages)

    def item(words: str, page: int) -> OutlineItem:
        return OutlineItem(f"{words} [p. {page}]", _place(pages[page - 1]))

    titles = {s.letter: s.title for s in spec.sections}
    with pdf.open_outline() as outline:
        outline.root.clear()
        outline.root.append(item("Index", 1))
        section: OutlineItem | None = None
        letter = ""
        for entry in front.entries:
            line = item(_short(entry), entry.first_page)
            if not entry.section:
                outline.root.append(line)
                continue
            if section is None or entry.section != letter:
                letter = entry.section
                section = item(f"{letter}. {titles[letter]}", entry.first_page)
                outline.root.append(section)
            section.children.append(line)


def _short(entry: IndexEntry) -> str:
    title = shorten(entry.title, _LONGEST_BOOKMARK, placeholder="…")
    dated = day(entry.dated) if entry.dated and entry.section else ""
    return f"{title}, {dated}" if dated and dated not in title else title


def _set_opening(pdf: Pdf, spec: BundleSpec) -> None:
    root = pdf.Root
    root.Lang = String("en-GB")
    root.PageMode = Name.UseOutlines
    root.PageLayout = Name.SinglePage
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    left, top = sheet_of(pdf.pages[0]).top_left
    root.OpenAction = Array([pdf.pages[0].obj, Name.XYZ, round(left, 2), round(top, 2), 1])
    for key in ("/Names", "/Dests", "/Metadata", "/AcroForm"):
        if key in root:
            del root[key]
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    made = f"D:{spec.made_on:%Y%m%d}120000Z"
    pdf.docinfo["/Title"] = document_title(spec)
    pdf.docinfo["/CreationDate"] = made
    pdf.docinfo["/ModDate"] = made
    pdf.docinfo["/Producer"] = "Due Course"
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:title"] = document_title(spec)
        metadata["dc:language"] = ["en-GB"]
        metadata["xmp:CreateDate"] = f"{spec.made_on.isoformat()}T12:00:00Z"


def _saved(pdf: Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(
        out,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
        deterministic_id=True,
    )
    return out.getvalue()
