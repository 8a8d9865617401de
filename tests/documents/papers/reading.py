"""Reading a made PDF back, page by page."""

import re

import pypdfium2 as pdfium


def page_texts(pdf: bytes) -> list[str]:
    """Each page's text with runs of blanks made one."""
    document = pdfium.PdfDocument(pdf)
    try:
        return [_plain(page.get_textpage().get_text_range()) for page in document]
    finally:
        document.close()


def _plain(words: str) -> str:
    """Blanks made one; a hyphen at the end of a line, which the reader marks specially, made a hyphen again."""
    return re.sub(r"\s+", " ", re.sub(r"[\ufffe\x02]\s*", "-", words))


def text(pdf: bytes) -> str:
    """All pages' text."""
    return " ".join(page_texts(pdf))


def furthest_right(pdf: bytes, *, below: float = 1e9) -> float:
    """The right edge of the right-most letter in the paper, in points. `below`: of letters that low only."""
    document = pdfium.PdfDocument(pdf)
    edge = 0.0
    try:
        for page in document:
            words = page.get_textpage()
            for place in range(words.count_rects()):
                _, bottom, right, _ = words.get_rect(place)
                edge = max(edge, right) if bottom < below else edge
    finally:
        document.close()
    return edge
