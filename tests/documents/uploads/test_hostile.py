"""Files made to harm: bombs, messages nested without end or written to break a reader. Each is refused, quickly."""

import io
import zipfile

import pytest
from PIL import Image

from documents.soffice import LibreOfficeConverter
from documents.uploads import UploadRefused, pictures, receive
from documents.uploads.receive import MOST_UNPACKED

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
