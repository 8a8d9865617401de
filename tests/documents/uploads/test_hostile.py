"""Files made to harm: bombs, messages nested without end or written to break a reader. Each is refused, quickly."""

import base64
import io
import zipfile
import zlib
from importlib import import_module

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream, StreamDecodeLevel
from PIL import Image

from documents.soffice import LibreOfficeConverter
from documents.unpacked import MOST, Most, UnpacksTooFar, check_unpacked, unpack
from documents.uploads import Limits, UploadRefused, pictures, receive
from documents.uploads.receive import MOST_UNPACKED
from tests.documents.papers.reading import page_texts
from tests.documents.uploads.test_receive import mail, words

HEAD = b"From: a@example.com\r\nDate: Mon, 23 Nov 2026 10:00:00 +0000\r\n"
MIXED = (
    HEAD + b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nHello\r\n--x\r\n"
)
MESSAGES = {
    "messages in messages": HEAD + b"Content-Type: message/rfc822\r\n\r\n" * 3_000,
    "parts in parts": HEAD
    + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(2_000)),
    "brackets in brackets": b"From: " + b"(" * 5_000 + b"\r\nDate: x\r\n\r\nHello",
    "half a mark": HEAD + b"Content-Type: text/html\r\n\r\n" + b"<![" * 100,
    "a book for a subject": HEAD + b"Subject: " + b"x " * 100_000 + b"\r\n\r\nHello",
}


def refused(data: bytes, office: LibreOfficeConverter | None = None) -> str:
    with pytest.raises(UploadRefused) as why:
        receive(data, office=office)
    return str(why.value)


@pytest.mark.parametrize("data", MESSAGES.values(), ids=MESSAGES.keys())
def test_a_message_made_to_break_its_reader_is_refused(data: bytes) -> None:
    assert "Print it to a PDF" in refused(data) or "taken in" in refused(data)


def test_an_attached_message_that_cannot_be_read_is_left_out_and_the_rest_taken_in() -> None:
    inner = b"Content-Type: message/rfc822\r\n\r\nFrom: \xff\r\nDate: x\r\nSubject: \xe9\xff\r\n\r\n" + b"\xff" * 9
    assert receive(MIXED + inner + b"\r\n--x--\r\n").facts


@pytest.mark.parametrize("most", [("MOST_PIXELS", 400), ("MOST_IN_ALL", 1_000)])
def test_pictures_that_are_small_as_a_file_and_huge_on_the_screen_are_refused(
    most: tuple[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, *most)
    out = io.BytesIO()
    Image.new("1", (10, 10)).save(
        out, "TIFF", save_all=True, append_images=[Image.new("1", (30, 30)), Image.new("1", (10, 10))]
    )
    assert "more dots than any pages need" in refused(out.getvalue())


def test_a_word_file_that_unpacks_to_far_more_never_reaches_the_converter(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> bytes:
        raise AssertionError("the converter was asked")

    monkeypatch.setattr(LibreOfficeConverter, "convert", never)
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package,
        package.open("word/document.xml", "w") as part,
    ):
        for _ in range(MOST_UNPACKED // 10_000_000 + 1):
            part.write(bytes(10_000_000))
    assert "far larger inside" in refused(out.getvalue(), LibreOfficeConverter())


def pdf_of(drawing: bytes, *, filters: int = 1, draws: int = 0) -> bytes:
    """A page whose drawing is packed as many times; or one that draws a part that draws ten of its kind, and so on."""
    with Pdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(595, 842))
        for _ in range(filters):
            drawing = zlib.compress(drawing)
        page.Contents = Stream(pdf, b"")
        page.Contents.write(drawing, filter=Array([Name.FlateDecode] * filters))
        if draws:
            page.Contents = pdf.make_stream(b"/F Do")
            part = Stream(pdf, b"0 0 m " * 100, Subtype=Name.Form, BBox=Array([0, 0, 1, 1]))
            for _ in range(draws):
                holds = Dictionary(XObject=Dictionary(F=part))
                part = Stream(pdf, b"/F Do " * 10, Subtype=Name.Form, BBox=Array([0, 0, 1, 1]), Resources=holds)
            page.Resources = Dictionary(XObject=Dictionary(F=part))
        out = io.BytesIO()
        pdf.save(out, compress_streams=False, stream_decode_level=StreamDecodeLevel.none)
        return out.getvalue()


BOMBS = {
    "much of nothing": pdf_of(b" " * (MOST.page + 1)),
    "packed twice": pdf_of(b" " * (MOST.page + 1), filters=2),
    "drawings in drawings": pdf_of(b"", draws=10),
}


@pytest.mark.parametrize("data", BOMBS.values(), ids=BOMBS.keys())
def test_a_pdf_that_unpacks_to_far_more_is_refused_as_an_upload_and_as_a_form(data: bytes) -> None:
    assert len(data) < MOST.page / 100
    assert "far larger inside than it looks" in refused(data)
    with Pdf.open(io.BytesIO(data)) as pdf, pytest.raises(UnpacksTooFar):
        check_unpacked(pdf)


def test_a_pdf_of_many_fair_pages_is_refused_once_the_whole_comes_to_too_much() -> None:
    with Pdf.new() as pdf:
        for number in range(4):
            page = pdf.add_blank_page()
            page.Contents = pdf.make_stream(b"%d" % number + b" " * 1_000)
        check_unpacked(pdf, Most(page=1_100, file=4_100))
        with pytest.raises(UnpacksTooFar, match="the file unpacks"):
            check_unpacked(pdf, Most(page=1_100, file=4_000))


@pytest.mark.parametrize(
    ("filters", "packed", "drawing"),
    [
        (["LZWDecode"], bytes.fromhex("800B6050220C0C8501"), b"-----A---B"),
        (["ASCIIHexDecode"], b"30 20 30 20 6D>", b"0 0 m"),
        (["ASCII85Decode", "FlateDecode"], base64.a85encode(zlib.compress(b"0 0 m")) + b"~>", b"0 0 m"),
        (["RunLengthDecode"], bytes([2]) + b"0 m" + bytes([254]) + b" " + bytes([128]), b"0 m   "),
    ],
)
def test_every_way_of_packing_is_counted_as_qpdf_unpacks_it(filters: list[str], packed: bytes, drawing: bytes) -> None:
    with Pdf.new() as pdf:
        stream = Stream(pdf, b"")
        stream.write(packed, filter=Array([Name("/" + each) for each in filters]))
        assert b"".join(unpack(stream, 100)) == stream.read_bytes(StreamDecodeLevel.specialized) == drawing
        with pytest.raises(UnpacksTooFar):
            list(unpack(stream, 2))


def test_long_codes_are_counted_as_qpdf_unpacks_them() -> None:
    codes = [256, *(code % 256 for code in range(3_000)), 257]
    bits, width = "", 9
    for number, code in enumerate(codes):
        bits += f"{code:0{width}b}"
        width = min(12, max(9, (258 + number).bit_length()))
    with Pdf.new() as pdf:
        stream = Stream(pdf, b"")
        stream.write(
            int(bits.ljust(-(-len(bits) // 8) * 8, "0"), 2).to_bytes(-(-len(bits) // 8)), filter=Name.LZWDecode
        )
        assert b"".join(unpack(stream, 10_000)) == stream.read_bytes()
        assert len(stream.read_bytes()) == 3_000


def test_a_message_whose_attachments_come_to_too_many_pages_is_refused_before_any_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def never(*_: object) -> bytes:
        raise AssertionError("an attachment was read")

    monkeypatch.setattr(import_module("documents.uploads.receive"), "_inert", never)
    many = mail(*((f"{n}.pdf", words(pages=3), "application/pdf") for n in range(3)))
    with pytest.raises(UploadRefused, match="comes to 10 pages with what is attached; 8 are taken in"):
        receive(many, limits=Limits(pages=8))


def test_a_message_too_long_to_be_set_out_says_so_in_its_pages_and_to_its_officer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("documents.uploads.mail.MOST_LETTERS", 100)
    taken = receive(HEAD + b"\r\n" + b"seven, " * 49 + b"seven.")
    assert "The message goes on for 249 letters more, which are not shown here." in " ".join(
        page_texts(taken.pdf)[0].split()
    )
    assert taken.notes == ("The message is very long: 249 of its letters are not in the pages.",)
