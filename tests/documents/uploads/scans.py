"""Scans as people send them: a page of ours printed, put on a scanner askew, with its dirt."""

import io
import random

import pypdfium2 as pdfium
from PIL import Image, ImageFilter

from documents.papers.render import render
from tests.documents.papers.every import case


def scan(*, turned: float = 0.0, dpi: int = 150, dirt: float = 0.12) -> bytes:
    """The first page of a letter as a PNG, turned by so many degrees, grey and noisy; the same each time."""
    document = pdfium.PdfDocument(render("arrears_letter_1", case("arrears_letter_1")).pdf)
    page = document[0].render(scale=dpi / 72, grayscale=True).to_pil()
    page = page.rotate(turned, expand=True, fillcolor=255, resample=Image.Resampling.BICUBIC)
    specks = Image.frombytes("L", page.size, random.Random(8).randbytes(page.width * page.height))
    out = io.BytesIO()
    Image.blend(page, specks, dirt).filter(ImageFilter.GaussianBlur(0.4)).save(out, "PNG")
    return out.getvalue()
