"""Small fillable PDFs with the field names of the official ones, made for the tests."""

import io
from collections.abc import Iterable, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from documents.forms.mapping import Mapping, mapping_of
from tests.documents.papers.reading import page_texts

A4 = (595, 842)
FORMS = {
    "n5": "N5",
    "n119": "N119",
    "n5b": "N5B",
    "n1": "N1",
    "certificate_of_service": "N215",
    "n244": "N244",
    "n325": "N325",
    "n325a": "N325A",
    "ex96": "EX96",
    "n293a": "N293A",
    "n316": "N316",
    "n349": "N349",
    "n379": "N379",
}


def form(
    text: Sequence[str] = (),
    tick: Sequence[str] = (),
    *,
    high: float = 30,
    wide: float = 240,
    with_states: bool = True,
    limits: dict[str, int] | None = None,
    comb: Iterable[str] = (),
) -> bytes:
    """A PDF with these boxes, two to a row. `with_states`: ticks bring their own drawing, as most official ones do."""
    pdf = Pdf.new()
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    fields = Array()
    rows = int((A4[1] - 80) // (high + 8))
    for place, name in enumerate((*text, *tick)):
        if place % (2 * rows) == 0:
            page = pdf.add_blank_page(page_size=A4)
            page.obj.Annots = Array()
        row, column = divmod(place % (2 * rows), 2)
        left, top = 40 + column * 270, A4[1] - 40 - row * (high + 8)
        is_text = place < len(text)
        size = wide if is_text else 12
        box = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            T=String(name),
            FT=Name.Tx if is_text else Name.Btn,
            Rect=Array([left, top - (high if is_text else 12), left + size, top]),
            F=4,
        )
        if is_text:
            box.DA = String("/Helv 0 Tf 0 g")
            box.Ff = (1 << 12) if high > 20 else 0
            if limits and name in limits:
                box.MaxLen = limits[name]
            if name in comb:
                box.Ff = 1 << 24
        elif with_states:
            box.AP = Dictionary(N=Dictionary({"/On": _cross(pdf, font), "/Off": _empty(pdf)}))
            box.AS = Name.Off
        made = pdf.make_indirect(box)
        page.obj.Annots.append(made)
        fields.append(made)
    pdf.Root.AcroForm = Dictionary(
        Fields=fields,
        DA=String("/Helv 0 Tf 0 g"),
        DR=Dictionary(Font=Dictionary(Helv=font)),
        NeedAppearances=True,
    )
    return saved(pdf)


def official(kind: str, **look: object) -> bytes:
    """A PDF with every box that the list of fields of this paper names."""
    mapping = mapping_of(kind)
    left = [name for name in mapping.left if not name.startswith("Check")]
    ticks = [t.name for t in mapping.tick] + [name for name in mapping.left if name.startswith("Check")]
    return form([t.name for t in mapping.text] + left, ticks, **look)  # type: ignore[arg-type]


def saved(pdf: Pdf, **how: object) -> bytes:
    out = io.BytesIO()
    pdf.save(out, **({} if "encryption" in how else {"deterministic_id": True}), **how)  # type: ignore[arg-type]
    return out.getvalue()


def text(pdf: bytes) -> str:
    """All that is to be read in a PDF, blanks left out."""
    return "".join(page_texts(pdf)).replace(" ", "")


def mapping(text: dict[str, str] | None = None, tick: dict[str, str] | None = None, more: str = "") -> Mapping:
    """A list of fields made up for one test."""
    from documents.forms.mapping import parse_mapping

    def table(name: str, rows: dict[str, str]) -> str:
        return f"[{name}]\n" + "".join(f'"{key}" = {value}\n' for key, value in rows.items())

    return parse_mapping(f'form = "T1"\n{more}\n' + table("text", text or {}) + table("tick", tick or {}))


def _cross(pdf: Pdf, font: pikepdf.Object) -> pikepdf.Object:
    drawn = pdf.make_stream(b"q BT /Helv 11 Tf 2 2 Td (X) Tj ET Q")
    drawn.update(
        Dictionary(
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, 12, 12]),
            Resources=Dictionary(Font=Dictionary(Helv=font)),
        )
    )
    return drawn


def _empty(pdf: Pdf) -> pikepdf.Object:
    drawn = pdf.make_stream(b"")
    drawn.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 12, 12])))
    return drawn
