"""Pictures to pages: A4, upright, at most 300 dots to the inch, without what the camera wrote into them."""

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

A4 = (595.28, 841.89)
MARGIN = 28.35
FINEST = 300
MOST_PIXELS = 120_000_000
# Two hundred A4 pages at 300 dots to the inch; a small file may hold a thousand huge blank ones.
MOST_IN_ALL = 1_800_000_000


class BadPicture(Exception):
    """The picture cannot be read, or is larger than any page needs."""


def pages_of(data: bytes, *, most: int) -> bytes:
    """The picture, or each picture of a TIFF, on a page of its own. Same picture, same bytes. Raises BadPicture."""
    pdf = Pdf.new()
    try:
        with Image.open(io.BytesIO(data)) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise BadPicture("it has more dots than any page needs")
            if getattr(opened, "n_frames", 1) > most:
                raise BadPicture(f"it has more than {most} pages")
            in_all = 0
            for frame in ImageSequence.Iterator(opened):
                dots = frame.width * frame.height
                in_all += dots
                if dots > MOST_PIXELS or in_all > MOST_IN_ALL:
                    raise BadPicture("its pages have more dots than any pages need")
                _add(pdf, ImageOps.exif_transpose(frame))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as problem:
        raise BadPicture("it is broken") from problem
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()


def _add(pdf: Pdf, picture: Image.Image) -> None:
    # Pages stand or lie as the picture does, and turn nobody's head.
    sheet = A4 if picture.height >= picture.width else (A4[1], A4[0])
    room = (sheet[0] - 2 * MARGIN, sheet[1] - 2 * MARGIN)
    scale = min(room[0] / picture.width, room[1] / picture.height, 72 / 96)
    wide, high = picture.width * scale, picture.height * scale
    finest = (max(1, round(wide * FINEST / 72)), max(1, round(high * FINEST / 72)))
    if picture.width > finest[0]:
        picture = _plain(picture).resize(finest, Image.Resampling.LANCZOS)
    picture = _plain(picture)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=85, optimize=True)
    image = pdf.make_stream(out.getvalue())
    image.update(
        Dictionary(
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=picture.width,
            Height=picture.height,
            ColorSpace=Name.DeviceGray if picture.mode == "L" else Name.DeviceRGB,
            BitsPerComponent=8,
            Filter=Name.DCTDecode,
        )
    )
    page = pdf.add_blank_page(page_size=sheet)
    left, bottom = (sheet[0] - wide) / 2, sheet[1] - MARGIN - high
    page.obj.Resources = Dictionary(XObject=Dictionary(Im=image))
    page.obj.Contents = pdf.make_stream(f"q {wide:.2f} 0 0 {high:.2f} {left:.2f} {bottom:.2f} cm /Im Do Q".encode())
    page.obj.MediaBox = Array([0, 0, *(pikepdf.Object.parse(f"{edge:.2f}".encode()) for edge in sheet)])


def _plain(picture: Image.Image) -> Image.Image:
    """Without see-through parts or palettes, on white."""
    if picture.mode in ("L", "RGB"):
        return picture
    if picture.mode in ("1", "I", "I;16", "F"):
        return picture.convert("L")
    if "A" in picture.getbands() or "transparency" in picture.info:
        clear = picture.convert("RGBA")
        white = Image.new("RGBA", clear.size, "white")
        return Image.alpha_composite(white, clear).convert("RGB")
    return picture.convert("RGB")
