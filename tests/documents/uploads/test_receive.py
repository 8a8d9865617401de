"""Files from outside: known by content, refused clearly, made inert, turned into measured pages."""

import io
import shutil
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import Image

from documents.soffice import LibreOfficeConverter
from documents.uploads import Limits, Received, UploadRefused, receive
from documents.uploads.kinds import Sort, sort_of
from tests.documents.forms.making import form, saved
from tests.documents.papers.reading import page_texts

SCRIPT = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def picture(kind: str = "PNG", size: tuple[int, int] = (400, 600), mode: str = "RGB", **how: object) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, 120 if mode == "L" else (200, 30, 30, 90)[: len(mode)]).save(out, kind, **how)  # type: ignore[arg-type]
    return out.getvalue()


def words(text: str = "Dear landlord", pages: int = 1) -> bytes:
    pdf = Pdf.new()
    for _ in range(pages):
        page = pdf.add_blank_page(page_size=(595, 842))
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        page.obj.Resources = Dictionary(Font=Dictionary(F=font))
        page.obj.Contents = pdf.make_stream(f"BT /F 12 Tf 72 720 Td ({text}) Tj ET".encode())
    return saved(pdf)


def live() -> bytes:
    with pikepdf.open(io.BytesIO(words())) as pdf:
        pdf.Root.OpenAction = SCRIPT
        pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("x"), SCRIPT])))
        pdf.attachments["virus.exe"] = b"MZ"

        def link(action: Dictionary) -> pikepdf.Object:
            rect = Array([0, 0, 9, 9])
            return pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=rect, A=action))

        pdf.pages[0].obj.Annots = Array(
            [
                link(Dictionary(S=Name.URI, URI=String("http://elsewhere.example/"))),
                link(Dictionary(S=Name.Launch, F=String("cmd.exe"))),
                link(Dictionary(S=Name.GoTo, D=Array([pdf.pages[0].obj, Name.Fit]), Next=SCRIPT)),
            ]
        )
        return saved(pdf)


def mail(*attached: tuple[str, bytes, str], html: str = "") -> bytes:
    message = EmailMessage()
    message["From"] = "Ada Sample <ada@tenant.example>"
    message["To"] = "rent@landlord.example"
    message["Date"] = "Mon, 02 Nov 2026 09:30:00 +0000"
    message["Subject"] = "My rent {{ 7*7 }} #strong[x]"
    message.set_content("I paid on Friday.\n\nAda")
    if html:
        message.clear_content()
        message.set_content(html, subtype="html")
    for name, data, kind in attached:
        major, minor = kind.split("/")
        message.add_attachment(data, maintype=major, subtype=minor, filename=name)
    return message.as_bytes()


def refused(data: bytes, **how: object) -> str:
    with pytest.raises(UploadRefused) as caught:
        receive(data, **how)  # type: ignore[arg-type]
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "sort"),
    [
        (words(), Sort.PDF),
        (picture("PNG"), Sort.PNG),
        (picture("JPEG"), Sort.JPEG),
        (picture("TIFF"), Sort.TIFF),
        (mail(), Sort.EML),
        (b"{\\rtf1 x}", Sort.RTF),
        (b"MZ\x90\x00 a program", None),
        (b"<html>a page</html>", None),
        (b"PK\x03\x04 not a package", None),
        (b"just words", None),
    ],
)
def test_a_file_is_known_by_its_content(data: bytes, sort: Sort | None) -> None:
    assert sort_of(data) is sort


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"MZ\x90\x00", "Only PDF"),
        (words()[:300], "broken"),
        (b"%PDF-1.7\nnothing", "broken"),
        (picture()[:200], "broken"),
        (saved(pikepdf.open(io.BytesIO(words())), encryption=pikepdf.Encryption(owner="o", user="u")), "encrypted"),
        (saved(pikepdf.open(io.BytesIO(words())), encryption=pikepdf.Encryption(owner="o", user="")), "encrypted"),
    ],
)
def test_what_cannot_be_taken_in_is_refused_clearly(data: bytes, said: str) -> None:
    assert said in refused(data)


def test_limits_of_size_pages_and_attachments_are_kept() -> None:
    assert "larger than 0 MB" in refused(words(), limits=Limits(size=100))
    assert "3 pages; 2 are taken in" in refused(words(pages=3), limits=Limits(pages=2))
    many = mail(*((f"{n}.pdf", words(), "application/pdf") for n in range(3)))
    assert "3 files attached; 2" in refused(many, limits=Limits(attached=2))


def test_the_virus_scanner_is_asked_first() -> None:
    assert "virus scanner stopped" in refused(words(), scan=lambda data: "Eicar")
    assert receive(words(), scan=lambda data: "").sort is Sort.PDF


def test_active_content_is_taken_out_and_told() -> None:
    taken = receive(live())
    assert taken.removed == (
        "scripts",
        "actions that start programs or open other files",
        "links to the outside",
        "files inside the file",
    )
    with pikepdf.open(io.BytesIO(taken.pdf)) as pdf:
        raw = b"".join(
            thing.read_bytes() if isinstance(thing, pikepdf.Stream) else thing.unparse(resolved=True)
            for thing in pdf.objects
        )
        assert len(pdf.pages[0].Annots) == 1
    assert all(bad not in raw for bad in (b"JavaScript", b"Launch", b"elsewhere", b"MZ", b"cmd.exe"))
    assert "Dear landlord" in page_texts(taken.pdf)[0]


def test_a_filled_form_keeps_its_answers_and_loses_its_boxes() -> None:
    with pikepdf.open(io.BytesIO(form(["A"]))) as pdf:
        pdf.Root.AcroForm.Fields[0].V = String("An answer")
        taken = receive(saved(pdf))
    assert "An answer" in page_texts(taken.pdf)[0]
    with pikepdf.open(io.BytesIO(taken.pdf)) as flat:
        assert "/AcroForm" not in flat.Root


@pytest.mark.parametrize(
    ("data", "shape"),
    [
        (picture("PNG", (400, 600)), (595, 842)),
        (picture("JPEG", (600, 400)), (842, 595)),
        (picture("PNG", (3000, 9000), "RGBA"), (595, 842)),
        (picture("TIFF", (300, 300), "L"), (595, 842)),
    ],
)
def test_a_picture_becomes_an_upright_page_of_bounded_fineness(data: bytes, shape: tuple[int, int]) -> None:
    (page,) = receive(data).facts
    assert (round(page.wide), round(page.high)) == shape
    assert page.rotation == 0
    assert 0 < page.dpi <= 301
    assert page.no_text


def test_a_photograph_taken_sideways_is_turned_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Camera maker"
    taken = receive(picture("JPEG", (600, 400), exif=exif))
    (page,) = taken.facts
    assert page.high > page.wide
    assert b"Camera maker" not in taken.pdf


def test_each_picture_of_a_tiff_is_a_page() -> None:
    out = io.BytesIO()
    Image.new("L", (50, 80), 10).save(out, "TIFF", save_all=True, append_images=[Image.new("L", (80, 50), 200)])
    assert len(receive(out.getvalue()).facts) == 2


def test_pages_without_text_are_flagged_and_typed_ones_are_not() -> None:
    scanned = receive(picture())
    assert scanned.no_text == (1,)
    assert scanned.notes == ("No text can be searched on page 1.",)
    assert receive(words()).no_text == ()


def test_a_message_is_set_out_with_what_was_attached() -> None:
    taken = receive(
        mail(("bank.pdf", words("Bank statement"), "application/pdf"), ("run.exe", b"MZ\x90", "application/pdf"))
    )
    pages = page_texts(taken.pdf)
    assert "ada@tenant.example" in pages[0]
    assert "My rent {{ 7*7 }} #strong[x]" in pages[0]
    assert "I paid on Friday." in pages[0]
    assert "bank.pdf (follows)" in pages[0]
    assert "run.exe (left out)" in pages[0]
    assert "Bank statement" in pages[1]
    assert any("An attachment was left out. Only PDF" in note for note in taken.notes)


def test_a_messages_html_is_read_for_its_words_alone() -> None:
    html = (
        '<head><style>p{}</style></head><p>I paid.</p><script>bad()</script><img src="http://elsewhere.example/1.png">'
    )
    read = page_texts(receive(mail(html=html)).pdf)[0]
    assert "I paid." in read
    assert "bad()" not in read
    assert "elsewhere" not in read


def docx() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", "<x/>")
    return out.getvalue()


def test_a_word_file_without_libreoffice_is_refused_with_what_to_send() -> None:
    assert "Save the document as a PDF" in refused(docx())
    assert "send the document as a PDF" in refused(docx(), office=LibreOfficeConverter("no-such-office"))


def test_a_word_files_struck_out_words_stay_struck_out(tmp_path: Path) -> None:
    """Where LibreOffice is installed it draws the line; elsewhere a program in its place stands for it."""
    import docx as word

    document = word.Document()
    document.add_paragraph("Kept ").add_run("struck").font.strike = True
    out = io.BytesIO()
    document.save(out)
    program = "soffice"
    if not shutil.which(program):
        (tmp_path / "ready.pdf").write_bytes(words("Kept struck"))
        stand_in = tmp_path / "office"
        stand_in.write_text(
            '#!/bin/sh\nwhile [ $# -gt 1 ]; do case "$1" in --outdir) out="$2";; esac; shift; done\n'
            f'cp {tmp_path}/ready.pdf "$out/paper.pdf"\n'
        )
        stand_in.chmod(0o755)
        program = str(stand_in)
    taken = receive(out.getvalue(), office=LibreOfficeConverter(program))
    assert taken.sort is Sort.DOCX
    assert "Kept struck" in page_texts(taken.pdf)[0]


def test_the_same_file_gives_the_same_bytes() -> None:
    for data in (words(), picture(), mail(("a.pdf", words(), "application/pdf"))):
        first: Received = receive(data)
        assert first == receive(data)


def test_what_no_font_draws_in_a_message_is_told_to_its_officer() -> None:
    taken = receive(mail(html="<p>I paid on Friday. \U000131a0</p>"))
    assert taken.notes == ("Characters of the message that no font here draws stand as boxes: U+131A0.",)
