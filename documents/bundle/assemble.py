"""Putting a bundle together: front pages, documents, numbers, links, bookmarks; the same spec, the same bytes."""

import hashlib
import io
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from cases.refusals import Refusal
from documents.bundle.answers import Unusable
from documents.bundle.bookmarks import bookmark_items, place_of
from documents.bundle.coarsen import coarsen
from documents.bundle.facts import NO_SHELF, Shelf
from documents.bundle.front import LINK, Front, document_title, make_fronts
from documents.bundle.inspection import inspect
from documents.bundle.layers import keep_layers
from documents.bundle.look import Look
from documents.bundle.place import sheet_of
from documents.bundle.sources import Source, add_pages, count_pages, open_source, size_of
from documents.bundle.spec import Bundle, BundleDocument, BundleRefused, BundleSpec, Volume, Written
from documents.bundle.spec_checks import refuse_bad_spec
from documents.bundle.stamp import Stamper
from documents.bundle.tags import Part, tag_parts

# Documents are put into volumes by the sizes of their own files; numbers, bookmarks and indexes come on top.
_FILLED = 0.94

Tell = Callable[[int, int, str], None]


def quiet(done: int, of: int, what: str) -> None:
    """Tell nobody."""


def plan_pages(spec: BundleSpec) -> dict[str, int]:
    """The first page of every document, by its title, if the bundle were built now.

    Enough to write a paper that cites bundle pages: render it, put it in the spec, plan again, and render it once more.
    The numbers hold as long as no document's page count and no title, date or chronology line changes, so the caller
    compares the two plans (or the citing paper's length) before building. Raises `BundleRefused`.
    """
    refuse(refuse_bad_spec(spec))
    lengths: dict[str, int] = {}
    refusals: list[Refusal] = []
    for document in spec.documents:
        try:
            lengths[document.title] = count_pages(document)
        except Unusable as unusable:
            refusals.append(unusable.refusal)
    refuse(refusals)
    return {e.title: e.first_page for e in make_fronts(spec, lengths, cuts_of(spec))[0].entries if e.section}


def build_bundle(spec: BundleSpec) -> Bundle:
    """Make the bundle as one file and inspect it. One that fails a point is still given, with the point in its report.

    Raises `BundleRefused` with every reason at once: figures that differ by a penny, titles used twice, documents that
    are locked, damaged or not PDF.
    """
    with tempfile.TemporaryDirectory(prefix="duecourse-bundle-") as folder:
        made = write_bundle(spec, Path(folder), cuts=(len(spec.documents),))
        (volume,) = made.volumes
        return Bundle(
            pdf=volume.path.read_bytes(),
            sha256=volume.sha256,
            pages=made.pages,
            entries=made.entries,
            report=volume.report,
            turned=made.turned,
        )


def cuts_of(spec: BundleSpec) -> tuple[int, ...]:
    """How many documents go into each volume, so that each file stays within the court's limit.

    Volumes are cut between documents. One document that is too large alone has a volume of its own, which then fails
    the inspection's point on size.
    """
    most = spec.largest_mb * 1_000_000 * _FILLED
    cuts, filled = [0], 0
    for document in spec.documents:
        size = size_of(document)
        if cuts[-1] and filled + size > most:
            cuts.append(0)
            filled = 0
        cuts[-1] += 1
        filled += size
    return tuple(cuts)


def write_bundle(
    spec: BundleSpec,
    folder: Path,
    *,
    shelf: Shelf = NO_SHELF,
    cuts: tuple[int, ...] | None = None,
    tell: Tell = quiet,
) -> Written:
    """Make the bundle in `folder`, one file a volume, and inspect each. `tell` hears of every document and volume.

    What `tell` raises stops the work. Raises `BundleRefused` with every reason at once.
    """
    refuse(refuse_bad_spec(spec))
    parts = cuts or cuts_of(spec)
    steps = len(spec.documents) + 2 * len(parts)
    with ExitStack() as open_files:
        sources = open_all(spec.documents, shelf, lambda n: tell(n, steps, "Reading the documents"))
        for source in sources:
            open_files.callback(source.pdf.close)
        coarse = {s.document.title: coarsen(s) for s in sources} if spec.coarsen else {}
        fronts = make_fronts(spec, {s.document.title: s.pages for s in sources}, parts)
        entries = fronts[0].entries
        first = {e.title: e.first_page for e in entries if e.section}
        volumes, taken = [], 0
        for number, (front, part) in enumerate(zip(fronts, parts, strict=True), 1):
            at = len(spec.documents) + 2 * number - 1
            name = volume_name(spec.file_name, number, len(parts))
            tell(at - 1, steps, "Putting the pages together")
            path = folder / name
            mine = sources[taken : taken + part]
            _write(spec, front, mine, number, path)
            for source in mine:
                source.pdf.close()
            tell(at, steps, "Checking the finished file")
            volumes.append(_volume(path, name, spec, front, mine))
            taken += part
        tell(steps, steps, "Done")
    return Written(
        volumes=tuple(volumes),
        entries=entries,
        turned=tuple(first[s.document.title] + index for s in sources for index in s.turned),
        coarsened=tuple(first[title] + index for title, pages in coarse.items() for index in pages),
    )


def volume_name(name: str, number: int, of: int) -> str:
    """The file name of one volume: `..._2027-01-27_volume-2.pdf`; a bundle of one keeps its name."""
    return name if of == 1 else f"{name.removesuffix('.pdf')}_volume-{number}.pdf"


def _write(spec: BundleSpec, front: Front, sources: Sequence[Source], volume: int, path: Path) -> None:
    # The index is the base, not an addition: its tags then stay, for people who have it read to them.
    with Pdf.open(io.BytesIO(front.pdf)) as pdf:
        add_pages(pdf, sources)
        keep_layers(pdf, (s.pdf for s in sources))
        tag_parts(pdf, parts_of(front.own_pages, sources))
        number_pages(pdf, front.own_pages, sources, front.first_page)
        link_front(pdf, range(front.own_pages), front.first_page)
        _bookmark(pdf, spec, front, volume)
        _set_opening(pdf, spec)
        save(pdf, path)


def _volume(path: Path, name: str, spec: BundleSpec, front: Front, sources: Sequence[Source]) -> Volume:
    known, photographs = known_pages(front.own_pages, sources)
    # Hashing needs no lock of the interpreter's, so it costs no time beside the inspection.
    with ThreadPoolExecutor(1) as beside:
        hashed = beside.submit(hash_file, path)
        report = inspect(
            path,
            file_name=name,
            largest_mb=spec.largest_mb,
            first_page=front.first_page,
            known=known,
            photographs=photographs,
        )
    return Volume(
        path=path,
        file_name=name,
        sha256=hashed.result(),
        size=path.stat().st_size,
        first_page=front.first_page,
        last_page=front.last_page,
        report=report,
    )


def known_pages(before: int, sources: Sequence[Source]) -> tuple[Mapping[int, Look], frozenset[int]]:
    """By place in the file, from 1, after `before` pages: what is known of each page, and which are photographs."""
    known: dict[int, Look] = {}
    photographs: set[int] = set()
    at = before
    for source in sources:
        for page in source.facts:
            at += 1
            known[at] = page.look
            if source.document.photograph:
                photographs.add(at)
    return known, frozenset(photographs)


def hash_file(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def refuse(refusals: list[Refusal]) -> None:
    """Raise `BundleRefused` where there is any reason."""
    if refusals:
        raise BundleRefused(refusals)


def open_all(documents: Sequence[BundleDocument], shelf: Shelf, tell: Callable[[int], None]) -> list[Source]:
    """Every document opened. Raises `BundleRefused` with every reason at once, and then leaves none open."""
    sources: list[Source] = []
    refusals: list[Refusal] = []
    try:
        for number, document in enumerate(documents):
            tell(number)
            try:
                sources.append(open_source(document, shelf))
            except Unusable as unusable:
                refusals.append(unusable.refusal)
        refuse(refusals)
    except BaseException:
        for source in sources:
            source.pdf.close()
        raise
    return sources


def parts_of(before: int, sources: Sequence[Source]) -> Iterator[Part]:
    """The documents of a file, as tags name them, the first of them after `before` pages."""
    at = before + 1
    for source in sources:
        pictures, tagged = (frozenset(at + index for index in found) for found in (source.pictures, source.tagged))
        yield Part(source.document.title, at, source.pages, pictures, tagged)
        at += source.pages


def number_pages(pdf: Pdf, own_pages: int, sources: Sequence[Source], first_page: int, before: int = 0) -> None:
    """Print the numbers on every page after `before`, and say the same in the viewer's page labels."""
    facts = [(0, None)] * own_pages + [(page.spot, page.open_states) for s in sources for page in s.facts]
    stamper = Stamper(pdf)
    for number, (page, (spot, states)) in enumerate(zip(list(pdf.pages)[before:], facts, strict=True), first_page):
        stamper.stamp(page, number, spot, states)
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D, St=first_page - before)]))


def link_front(pdf: Pdf, places: range, first_page: int) -> None:
    """Make the references on the front pages at these places lead to their pages."""
    pages = list(pdf.pages)
    for place in places:
        page = pages[place]
        notes = page.obj.get("/Annots")
        for note in notes if isinstance(notes, Array) else []:
            address = str(note.get("/A", Dictionary()).get("/URI", ""))
            if address.startswith(LINK):
                del note["/A"]
                note.Dest = place_of(pages[int(address.removeprefix(LINK)) - first_page])


def _bookmark(pdf: Pdf, spec: BundleSpec, front: Front, volume: int) -> None:
    with pdf.open_outline() as outline:
        outline.root.clear()
        mine = [e for e in front.entries if e.volume == volume]
        outline.root.extend(bookmark_items(pdf, spec, mine, front.first_page, front.first_page))


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


def save(pdf: Pdf, path: Path) -> None:
    """Write the file; the same pages give the same bytes."""
    pdf.save(
        path,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
        deterministic_id=True,
    )
