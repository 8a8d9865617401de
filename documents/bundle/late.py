"""Late pages: put after the last page of a bundle already made, numbered on, so that no earlier number moves.

The court's guidance has late pages at the end. A short index of them comes first among them; the pages before it are
not touched, so a note that a judge has made beside "page 41" stays right.
"""

import io
from contextlib import ExitStack
from pathlib import Path

import pikepdf
from pikepdf import Pdf

from documents.bundle.assemble import (
    Tell,
    hash_file,
    known_pages,
    link_front,
    number_pages,
    open_all,
    parts_of,
    quiet,
    refuse,
    save,
)
from documents.bundle.bookmarks import bookmark_items
from documents.bundle.facts import NO_SHELF, Shelf
from documents.bundle.front import make_fronts
from documents.bundle.inspection import inspect
from documents.bundle.layers import keep_layers
from documents.bundle.sources import add_pages
from documents.bundle.spec import BundleSpec, Volume, Written
from documents.bundle.spec_checks import refuse_bad_spec
from documents.bundle.tags import Part, tag_parts


def add_late(
    before: Path,
    spec: BundleSpec,
    folder: Path,
    *,
    shelf: Shelf = NO_SHELF,
    photographs: frozenset[int] = frozenset(),
    tell: Tell = quiet,
) -> Written:
    """Write the bundle `before` (its last volume, of several) with the documents of `spec` after its last page.

    `spec` holds the late documents only, under letters and titles that the bundle does not have yet. `photographs` are
    pages of `before`, as it counts its own, that may be pictures without text. The answer's entries are the late ones.
    Raises `BundleRefused` with every reason at once.
    """
    refuse(refuse_bad_spec(spec))
    steps = len(spec.documents) + 2
    path = folder / spec.file_name
    with ExitStack() as held:
        sources = open_all(spec.documents, shelf, lambda n: tell(n, steps, "Reading the late documents"))
        for source in sources:
            held.callback(source.pdf.close)
        pdf = held.enter_context(Pdf.open(before))
        earlier, first_page = len(pdf.pages), int(str(pdf.pages[0].label))
        late_from = first_page + earlier
        lengths = {s.document.title: s.pages for s in sources}
        (front,) = make_fronts(spec, lengths, (len(sources),), late_from)
        tell(len(sources), steps, "Putting the pages together")
        index = held.enter_context(Pdf.open(io.BytesIO(front.pdf)))
        pdf.add_pages_from(index)
        add_pages(pdf, sources)
        keep_layers(pdf, (s.pdf for s in sources))
        tagged = frozenset(range(earlier + 1, earlier + front.own_pages + 1))
        own = Part(spec.index_title, earlier + 1, front.own_pages, frozenset(), tagged)
        tag_parts(pdf, [own, *parts_of(earlier + front.own_pages, sources)])
        number_pages(pdf, front.own_pages, sources, late_from, earlier)
        link_front(pdf, range(earlier, earlier + front.own_pages), first_page)
        with pdf.open_outline() as outline:
            outline.root.extend(bookmark_items(pdf, spec, front.entries, late_from, first_page))
        _say_when(pdf, spec)
        save(pdf, path)
        known, added = known_pages(earlier + front.own_pages, sources)
    tell(steps - 1, steps, "Checking the finished file")
    report = inspect(
        path,
        file_name=spec.file_name,
        largest_mb=spec.largest_mb,
        first_page=first_page,
        known=known,
        photographs=photographs | added,
    )
    tell(steps, steps, "Done")
    size = path.stat().st_size
    volume = Volume(path, spec.file_name, hash_file(path), size, first_page, front.last_page, report)
    turned = tuple(
        entry.first_page + index
        for entry, source in zip((e for e in front.entries if e.section), sources, strict=True)
        for index in source.turned
    )
    return Written((volume,), front.entries, turned)


def _say_when(pdf: pikepdf.Pdf, spec: BundleSpec) -> None:
    pdf.docinfo["/ModDate"] = f"D:{spec.made_on:%Y%m%d}120000Z"
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["xmp:ModifyDate"] = f"{spec.made_on.isoformat()}T12:00:00Z"
