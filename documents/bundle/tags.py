"""Tags for the whole bundle, so that it can be read aloud from the first page to the last.

The index keeps the tags it was made with. Tags do not survive merging, and a file tagged only in part is read only in
part, so every other page is given one tag round all of its words, in the order they were drawn.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, ContentStreamInlineImage, ContentStreamInstruction, Dictionary, Name, Operator, Pdf, String


@dataclass(frozen=True, slots=True)
class Part:
    """A document in the bundle: title, first page (from 1), page count, and those of its pages that are pictures."""

    title: str
    first_page: int
    pages: int
    pictures: frozenset[int]


def tag_parts(pdf: Pdf, parts: Iterable[Part]) -> None:
    """Add one section per part under the front pages' own tags. The front must be tagged and stand in `pdf` already."""
    root = pdf.Root.StructTreeRoot
    whole = root.K[0] if isinstance(root.K, Array) else root.K
    if not isinstance(whole.K, Array):
        whole.K = Array([whole.K])
    key = int(root.ParentTreeNextKey)
    opening = {kind: pdf.make_stream(f"/{kind} <</MCID 0>> BDC\n".encode()) for kind in ("P", "Figure")}
    closing = pdf.make_stream(b"\nEMC\n")
    for part in parts:
        section = pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Sect, P=whole, T=String(part.title), K=Array([]))
        )
        whole.K.append(section)
        for number in range(part.first_page, part.first_page + part.pages):
            page = pdf.pages[number - 1]
            kind = "Figure" if number in part.pictures else "P"
            _drop_old_marks(pdf, page)
            page.contents_add(opening[kind], prepend=True)
            page.contents_add(closing)
            tag = Dictionary(Type=Name.StructElem, S=Name("/" + kind), P=section, Pg=page.obj, K=0)
            if kind == "Figure":
                tag.Alt = String(f"Page {number}: a picture without text behind it.")
            tag = pdf.make_indirect(tag)
            section.K.append(tag)
            page.obj.StructParents = key
            root.ParentTree.Nums.append(key)
            root.ParentTree.Nums.append(Array([tag]))
            key += 1
    root.ParentTreeNextKey = key
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def _drop_old_marks(pdf: Pdf, page: pikepdf.Page) -> None:
    """Take out marks that refer to tags left behind: they would point at other pages' tags."""
    contents = page.obj.get("/Contents")
    streams = list(contents) if isinstance(contents, Array) else [contents]
    named = _named_marks(page)
    drawn = b"".join(s.read_bytes() for s in streams if isinstance(s, pikepdf.Stream))
    if b"MCID" not in drawn and not named:
        return
    kept: list[ContentStreamInstruction | ContentStreamInlineImage] = []
    for drawing in pikepdf.parse_content_stream(page):
        operands = drawing.operands
        if str(drawing.operator) == "BDC" and len(operands) == 2 and _marks(operands[1], named):
            kept.append(ContentStreamInstruction([operands[0]], Operator("BMC")))
        else:
            kept.append(drawing)
    page.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))


def _named_marks(page: pikepdf.Page) -> frozenset[str]:
    resources = page.obj.get("/Resources")
    properties = resources.get("/Properties") if isinstance(resources, Dictionary) else None
    if not isinstance(properties, Dictionary):
        return frozenset()
    return frozenset(name for name, value in properties.items() if isinstance(value, Dictionary) and "/MCID" in value)


def _marks(operand: pikepdf.Object, named: frozenset[str]) -> bool:
    if isinstance(operand, Dictionary):
        return "/MCID" in operand
    return isinstance(operand, Name) and str(operand) in named
