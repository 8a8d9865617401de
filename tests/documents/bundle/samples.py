"""Small made-up PDFs of the kinds a possession case holds, and a bundle spec to put them in."""

import io
import zlib
from dataclasses import replace
from datetime import date
from typing import Any

import pikepdf
import pypdfium2 as pdfium
from pikepdf import Array, Dictionary, Name, Pdf, String

from documents.bundle import BundleDocument, BundleSpec, ChronologyLine, Figure, Section

A4 = (595, 842)
TURNS = {
    0: "1 0 0 1 60 700",
    90: "0 -1 1 0 100 780",
    180: "-1 0 0 -1 535 142",
    270: "0 1 -1 0 495 60",
}


def saved(pdf: Pdf, **options: Any) -> bytes:
    out = io.BytesIO()
    pdf.save(out, deterministic_id="encryption" not in options, **options)
    return out.getvalue()


def helvetica(pdf: Pdf) -> pikepdf.Object:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    return pdf.make_indirect(font)


def add_page(
    pdf: Pdf, words: str, *, size: tuple[float, float] = A4, leaning: int = 0, footer: str = ""
) -> pikepdf.Page:
    """A page of ten lines. `leaning` turns the words clockwise on the sheet, as a badly fed scanner would."""
    lines = " ".join(f"({words} line {n} of the sample) Tj T*" for n in range(10))
    content = f"BT /F1 11 Tf 14 TL {TURNS[leaning]} Tm {lines} ET"
    if footer:
        content += f" BT /F1 9 Tf {size[0] - 60} 20 Td ({footer}) Tj ET"
    page = pdf.add_blank_page(page_size=size)
    page.obj.Resources = Dictionary(Font=Dictionary(F1=helvetica(pdf)))
    page.obj.Contents = pdf.make_stream(content.encode("cp1252"))
    return page


def letter(pages: int = 1, words: str = "Sample letter", **options: Any) -> bytes:
    pdf = Pdf.new()
    for _ in range(pages):
        add_page(pdf, words, **options)
    return saved(pdf)


def turned(degrees: int, pages: int = 1, crop: tuple[float, ...] | None = None) -> bytes:
    """Pages whose words were fed sideways and whose viewer setting puts them right."""
    pdf = Pdf.new()
    for _ in range(pages):
        page = add_page(pdf, "Turned page", leaning=-degrees % 360)
        page.obj.Rotate = degrees
        if crop:
            page.obj.CropBox = Array(crop)
    return saved(pdf)


def scan(dpi: int = 100, footer: str = "", cover: tuple[float, float] = A4) -> bytes:
    """A page that is one picture, as a scanner without text recognition makes it."""
    pdf = Pdf.new()
    page = pdf.add_blank_page(page_size=A4)
    across, down = round(cover[0] / 72 * dpi), round(cover[1] / 72 * dpi)
    picture = pdf.make_stream(
        zlib.compress(b"\xcc" * (across * down)),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=across,
        Height=down,
        ColorSpace=Name.DeviceGray,
        BitsPerComponent=8,
        Filter=Name.FlateDecode,
    )
    page.obj.Resources = Dictionary(XObject=Dictionary(Im=picture), Font=Dictionary(F1=helvetica(pdf)))
    words = f" BT /F1 8 Tf 60 30 Td ({footer}) Tj ET" if footer else ""
    page.obj.Contents = pdf.make_stream(f"q {cover[0]} 0 0 {cover[1]} 0 0 cm /Im Do Q{words}".encode())
    return saved(pdf)


def form(answer: str = "Mrs Ada Sample", *, needs_drawing: bool = True) -> bytes:
    pdf = Pdf.new()
    page = add_page(pdf, "Form")
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=String("tenant"),
            V=String(answer),
            Rect=Array([60, 300, 360, 320]),
            DA=String("/Helv 11 Tf 0 g"),
            F=4,
        )
    )
    page.obj.Annots = Array([field])
    fonts = Dictionary(Font=Dictionary(Helv=helvetica(pdf)))
    pdf.Root.AcroForm = Dictionary(
        Fields=Array([field]), NeedAppearances=needs_drawing, DR=fonts, DA=String("/Helv 11 Tf 0 g")
    )
    return saved(pdf)


def linked(name: str = "part") -> bytes:
    """Three pages; the first links to the third by name, to nowhere, to a web page, and to a program."""
    pdf = Pdf.new()
    pages = [add_page(pdf, f"Linked {n}") for n in range(3)]
    names = Dictionary(Names=Array([String(name), Array([pages[2].obj, Name.Fit])]))
    pdf.Root.Names = Dictionary(Dests=pdf.make_indirect(names))

    def link(**what: Any) -> pikepdf.Object:
        place = Array([60, 500, 200, 520])
        return pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=place, **what))

    pages[0].obj.Annots = Array(
        [
            link(Dest=String(name)),
            link(A=Dictionary(S=Name.GoTo, D=String(name))),
            link(Dest=String("gone")),
            link(A=Dictionary(S=Name.URI, URI=String("https://www.legislation.gov.uk/"))),
            link(A=Dictionary(S=Name.Launch, F=String("run.exe"))),
        ]
    )
    return saved(pdf)


def locked(owner_only: bool = False) -> bytes:
    with Pdf.open(io.BytesIO(letter(2))) as pdf:
        return saved(pdf, encryption=pikepdf.Encryption(owner="o", user="" if owner_only else "u", R=6))


def document(title: str, pdf: bytes, dated: date | None = date(2026, 3, 3)) -> BundleDocument:
    return BundleDocument(title=title, dated=dated, pdf=pdf)


def bundle_of(*documents: BundleDocument, **changes: Any) -> BundleSpec:
    """A sample spec holding these documents in section A, or two papers in two sections if none are given."""
    sections = (
        (Section("A", "Documents", documents),)
        if documents
        else (
            Section("A", "Statements of case", (document("Claim form", letter(2)), document("Particulars", letter(3)))),
            Section("B", "Evidence", (document("Tenancy agreement", letter(4), date(2019, 5, 6)),)),
        )
    )
    spec = BundleSpec(
        case_id="sample-case",
        claim_number="L00ZZ999",
        court_name="Sampletown",
        claimant="Sample Homes Limited",
        defendants=("Mrs Ada Sample", "Mr Ben Sample"),
        hearing="Wednesday 27 January 2027 at 10.00 am",
        title="Hearing bundle",
        file_name="L00ZZ999_Sample-Homes-v-Sample_Hearing_2027-01-27.pdf",
        made_on=date(2027, 1, 20),
        arrears_pence=123_456,
        figures=(Figure("The claim form", 123_456), Figure("The rent statement", 123_456)),
        sections=sections,
        chronology=()
        if documents
        else (
            ChronologyLine(date(2026, 1, 5), "Notice served.", "Claim form"),
            ChronologyLine(date(2019, 5, 6), "Tenancy begins.", "Tenancy agreement"),
            ChronologyLine(date(2026, 2, 5), "Telephone call, no answer."),
        ),
    )
    return replace(spec, **changes)


def pages(pdf: bytes) -> list[str]:
    """The words of each page, a single blank between them."""
    read = pdfium.PdfDocument(pdf)
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in read]
    finally:
        read.close()
