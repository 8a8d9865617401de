"""The converter: its own process, its own fonts, the same answer from any thread."""

import io
import os
import signal
from concurrent.futures import ThreadPoolExecutor

import pikepdf
import pytest

from documents.convert import FONTS, ConversionFailed, DxpdfConverter
from documents.papers.registry import PAPERS

DRAFT = PAPERS["draft_order"].template.read_bytes()


def test_a_pdf_says_its_title_and_language() -> None:
    with pikepdf.open(io.BytesIO(DxpdfConverter().to_pdf(DRAFT, title="Draft order é"))) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Draft order é"
        assert str(pdf.Root.Lang) == "en-GB"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert "/CreationDate" not in pdf.docinfo


def test_a_pdf_does_not_claim_tags_that_cover_only_its_headings() -> None:
    with pikepdf.open(io.BytesIO(DxpdfConverter().to_pdf(DRAFT, title="x"))) as pdf:
        assert "/StructTreeRoot" not in pdf.Root
        assert "/MarkInfo" not in pdf.Root
        for page in pdf.pages:
            assert "/StructParents" not in page.obj
            assert all(str(drawn.operator) != "BDC" for drawn in pikepdf.parse_content_stream(page))


def test_only_the_vendored_fonts_are_used_and_embedded() -> None:
    with pikepdf.open(io.BytesIO(DxpdfConverter().to_pdf(DRAFT, title="x"))) as pdf:
        names = {str(o.FontName) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/FontFile2" in o}
    assert names
    assert all("LiberationSans" in name or "DejaVuSans" in name for name in names)


def test_threads_get_the_same_bytes() -> None:
    with ThreadPoolExecutor(4) as pool:
        answers = set(pool.map(lambda _: DxpdfConverter().to_pdf(DRAFT, title="x"), range(8)))
    assert len(answers) == 1


def test_a_converter_that_was_killed_is_replaced() -> None:
    before = DxpdfConverter().to_pdf(DRAFT, title="x")
    child = DxpdfConverter._child
    assert child is not None
    os.kill(child._process.pid, signal.SIGKILL)
    child._process.wait()
    assert DxpdfConverter().to_pdf(DRAFT, title="x") == before


def test_a_file_that_is_no_word_paper_fails_and_harms_nothing() -> None:
    with pytest.raises(ConversionFailed):
        DxpdfConverter().to_pdf(b"not a paper", title="x")
    assert DxpdfConverter().to_pdf(DRAFT, title="x").startswith(b"%PDF")


def test_fonts_come_with_their_licences_and_nothing_is_left_among_them() -> None:
    assert {path.name for path in FONTS.iterdir()} == {
        "DejaVuSans.ttf",
        "LICENCE-DejaVu.txt",
        "LICENCE-Liberation.txt",
        "LICENCE-NotoSansCJK.txt",
        "LiberationSans-Bold.ttf",
        "LiberationSans-BoldItalic.ttf",
        "LiberationSans-Italic.ttf",
        "LiberationSans-Regular.ttf",
        "LICENCE-NotoSans.txt",
        "NotoSansArabic-Names.ttf",
        "NotoSansBengali-Names.ttf",
        "NotoSansCJKsc-Names.otf",
        "NotoSansDevanagari-Names.ttf",
        "NotoSansEthiopic-Regular.ttf",
        "NotoSansGujarati-Names.ttf",
        "NotoSansGurmukhi-Names.ttf",
        "NotoSansTamil-Names.ttf",
        "README.md",
    }
