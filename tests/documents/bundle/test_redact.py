"""A redacted copy: what was hidden is gone from the file, and the rest can still be read and searched."""

import io
from dataclasses import replace

import pypdfium2 as pdfium
import pytest
from pikepdf import Name, Pdf, Stream

from documents.bundle import Section, build_bundle, redact, redacted_spec
from documents.bundle.place import Rectangle
from tests.documents.bundle.samples import add_page, bundle_of, document, form, letter, pages, saved, scan, turned


def drawn(pdf: bytes) -> bytes:
    """All that the file says, unpacked: every object, and every drawing that is not a picture."""
    with Pdf.open(io.BytesIO(pdf)) as read:
        said = [repr(each).encode() for each in read.objects]
        said += [
            each.read_bytes()
            for each in read.objects
            if isinstance(each, Stream) and each.get("/Subtype") != Name.Image
        ]
    return b"".join(said)


def darkness(pdf: bytes, box: Rectangle, page: int = 0) -> float:
    """How much of the box is black, from 0 to 1."""
    shown = pdfium.PdfDocument(pdf)[page].render(scale=1).to_pil().convert("L")
    high = shown.height
    cut = shown.crop((int(box.left), int(high - box.top), int(box.right), int(high - box.bottom)))
    return sum(1 for value in cut.tobytes() if value < 64) / (cut.width * cut.height)


def test_a_name_is_gone_from_the_text_and_the_drawing_and_the_rest_can_be_searched() -> None:
    done = redact(document("Letter", letter(1, "Reported by Mrs Carol Neighbour on Monday")), ["carol neighbour"])
    (words,) = pages(done.pdf)
    assert "Neighbour" not in words
    assert "Carol" not in words
    assert words.count("Reported by Mrs") == 10
    assert "on Monday line 9" in words
    assert b"Neighbour" not in drawn(done.pdf)
    assert done.pages == (1,)


def test_pages_without_the_name_stay_as_they_were() -> None:
    pdf = Pdf.new()
    add_page(pdf, "Carol Neighbour")
    add_page(pdf, "Nobody")
    done = redact(document("Letter", saved(pdf)), ["Carol Neighbour"])
    assert done.pages == (1,)
    with Pdf.open(io.BytesIO(done.pdf)) as read:
        assert "/XObject" not in read.pages[1].Resources


@pytest.mark.parametrize(("degrees", "upper"), [(0, True), (90, False), (180, True), (270, False)])
def test_a_box_is_black_and_its_words_are_gone_whichever_way_the_page_lies(degrees: int, upper: bool) -> None:
    pdf = turned(degrees) if degrees else letter(1, "Turned page")
    upright = pdfium.PdfDocument(pdf)[0]
    wide, high = upright.get_size()
    box = Rectangle(0, high / 2 if upper else 0, wide, high if upper else high / 2)
    done = redact(document("Letter", pdf), [], {1: [box]})
    assert darkness(done.pdf, box) > 0.99
    assert "Turned page line 0" not in pages(done.pdf)[0]


def test_a_name_in_a_forms_answer_is_found_too() -> None:
    done = redact(document("Form", form("Mrs Carol Neighbour")), ["Carol Neighbour"])
    assert "Neighbour" not in pages(done.pdf)[0]
    assert b"Neighbour" not in drawn(done.pdf)


def test_a_scan_cannot_be_searched_and_that_is_told() -> None:
    assert redact(document("Scan", scan()), ["Carol"]).unsearched == (1,)
    assert redact(document("Scan", scan()), ["Carol"], {1: [Rectangle(10, 10, 20, 20)]}).unsearched == ()


def test_a_redacted_bundle_hides_the_name_in_titles_chronology_and_papers_and_passes() -> None:
    spec = bundle_of(
        sections=(
            Section(
                "A",
                "Evidence",
                (
                    document("Statement of Carol Neighbour", letter(2, "I am Carol Neighbour")),
                    document("Agreement", letter(1, "Nothing to hide")),
                ),
            ),
        ),
        chronology=tuple(
            replace(line, text=f"{line.text} Seen by Carol Neighbour.", document_title="Statement of Carol Neighbour")
            for line in bundle_of().chronology
        ),
    )
    hidden, unsearched = redacted_spec(spec, ["Carol Neighbour"])
    made = build_bundle(hidden)
    words = " ".join(pages(made.pdf))
    assert "Neighbour" not in words
    assert "Statement of [redacted]" in words
    assert "Seen by [redacted]" in words
    assert b"Neighbour" not in drawn(made.pdf)
    assert unsearched == {}
    assert made.report.passed, made.report.failed
    assert build_bundle(redacted_spec(spec, ["Carol Neighbour"])[0]).sha256 == made.sha256
