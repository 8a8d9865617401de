"""Tags for the whole bundle, so that it can be read aloud from the first page to the last.

The index keeps the tags it was made with. Tags do not survive merging, and a file tagged only in part is read only in
part, so every other page is given one tag round all of its words, in the order they were drawn.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Pdf, String

from documents.marks import drop_marks


@dataclass(frozen=True, slots=True)
class Part:
    """A document in the bundle: title, first page (from 1), page count.

    `pictures` are those of its pages that are pictures, `tagged` those whose drawing still refers to other tags.
    """

    title: str
    first_page: int
    pages: int
    pictures: frozenset[int]
    tagged: frozenset[int]


def tag_parts(pdf: Pdf, parts: Iterable[Part]) -> None:
    """Add one section per part under the front pages' own tags. The front must be tagged and stand in `pdf` already."""
    root = pdf.Root.StructTreeRoot
    whole = root.K[0] if isinstance(root.K, Array) else root.K
    if not isinstance(whole.K, Array):
        whole.K = Array([whole.K])
    key = int(root.ParentTreeNextKey)
    opening = {kind: pdf.make_stream(f"/{kind} <</MCID 0>> BDC\n".encode()) for kind in ("P", "Figure")}
    closing = pdf.make_stream(b"\nEMC\n")
    pages = list(pdf.pages)
    of_pages = Array()
    for part in parts:
        section = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Sect, P=whole, T=String(part.title)))
        whole.K.append(section)
        tags = []
        for number in range(part.first_page, part.first_page + part.pages):
            page = pages[number - 1]
            kind = "Figure" if number in part.pictures else "P"
            if number in part.tagged:
                drop_marks(pdf, page)
            page.contents_add(opening[kind], prepend=True)
            page.contents_add(closing)
            tag = Dictionary(Type=Name.StructElem, S=Name("/" + kind), P=section, Pg=page.obj, K=0)
            if kind == "Figure":
                tag.Alt = String(f"Page {number}: a picture without text behind it.")
            tags.append(pdf.make_indirect(tag))
            page.obj.StructParents = key
            of_pages.append(key)
            of_pages.append(Array([tags[-1]]))
            key += 1
        section.K = Array(tags)
    root.ParentTree.Nums.extend(of_pages)
    root.ParentTreeNextKey = key
    pdf.Root.MarkInfo = Dictionary(Marked=True)
