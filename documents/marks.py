"""Marks in a page's drawing that refer to tags: taken out wherever the tags themselves are left behind."""

import pikepdf
from pikepdf import Array, ContentStreamInlineImage, ContentStreamInstruction, Dictionary, Name, Operator, Pdf


def drop_marks(pdf: Pdf, page: pikepdf.Page) -> None:
    """Turn marks that refer to tags into plain ones: else they would point at nothing, or at others' tags."""
    if not has_marks(page):
        return
    named = _named_marks(page)
    kept: list[ContentStreamInstruction | ContentStreamInlineImage] = []
    for drawing in pikepdf.parse_content_stream(page):
        operands = drawing.operands
        if str(drawing.operator) == "BDC" and len(operands) == 2 and _marks(operands[1], named):
            kept.append(ContentStreamInstruction([operands[0]], Operator("BMC")))
        else:
            kept.append(drawing)
    page.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))


def has_marks(page: pikepdf.Page) -> bool:
    """Whether the page's drawing may refer to tags."""
    contents = page.obj.get("/Contents")
    streams = list(contents) if isinstance(contents, Array) else [contents]
    if _named_marks(page):
        return True
    return b"MCID" in b"".join(s.read_bytes() for s in streams if isinstance(s, pikepdf.Stream))


def drop_tags(pdf: Pdf) -> None:
    """Take out every tag and every mark that refers to one, so that the file no longer claims to be tagged."""
    for key in ("/StructTreeRoot", "/MarkInfo"):
        if key in pdf.Root:
            del pdf.Root[key]
    for page in pdf.pages:
        drop_marks(pdf, page)
        if "/StructParents" in page.obj:
            del page.obj["/StructParents"]


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
