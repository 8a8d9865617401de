"""Files as people send them."""

import io

import pikepdf
from PIL import Image, ImageDraw


def a_photograph() -> bytes:
    """A small JPEG of a garden, made up."""
    picture = Image.new("RGB", (640, 480), (126, 169, 108))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, 640, 190), fill=(158, 196, 222))
    draw.polygon([(380, 130), (500, 60), (620, 130)], fill=(140, 70, 50))
    draw.rectangle((400, 130, 600, 320), fill=(196, 178, 150))
    out = io.BytesIO()
    picture.save(out, "JPEG")
    return out.getvalue()


def an_empty_pdf() -> bytes:
    """A PDF without a page."""
    out = io.BytesIO()
    pikepdf.Pdf.new().save(out)
    return out.getvalue()
