"""Pictures finer than the court takes, brought down to 300 dots per inch. The original stays in the file store."""

import io
from dataclasses import replace

import pikepdf
from pikepdf import Dictionary, Name, PdfImage
from PIL import Image

from documents.bundle.look import FINEST_DPI, Picture
from documents.bundle.sources import Source

_QUALITY = 85
_DEEPEST_FORM = 4


def coarsen(source: Source) -> tuple[int, ...]:
    """Bring every picture of the opened document down to 300 dots per inch; give its pages, from 0, that changed.

    A picture of a kind that cannot be drawn again stays as it is, and the inspection then tells of it. The source's
    facts are brought into line.
    """
    changed = []
    facts = list(source.facts)
    for index, (page, known) in enumerate(zip(source.pdf.pages, facts, strict=True)):
        fine = {(p.across, p.down): p for p in known.look.pictures if p.dpi > FINEST_DPI}
        if not fine:
            continue
        done = _smaller(page.obj.get("/Resources"), fine, 0)
        if done:
            pictures = tuple(_now(p) if (p.across, p.down) in done else p for p in known.look.pictures)
            facts[index] = replace(known, look=replace(known.look, pictures=pictures))
            changed.append(index)
    source.facts = tuple(facts)
    return tuple(changed)


def _now(picture: Picture) -> Picture:
    share = FINEST_DPI / picture.dpi
    return replace(picture, dpi=FINEST_DPI, across=round(picture.across * share), down=round(picture.down * share))


def _smaller(
    resources: pikepdf.Object | None, fine: dict[tuple[int, int], Picture], depth: int
) -> set[tuple[int, int]]:
    if not isinstance(resources, Dictionary) or not isinstance(resources.get("/XObject"), Dictionary):
        return set()
    done = set()
    for _, thing in resources.XObject.items():
        if not isinstance(thing, pikepdf.Stream):
            continue
        if thing.get("/Subtype") == Name.Form and depth < _DEEPEST_FORM:
            done |= _smaller(thing.get("/Resources"), fine, depth + 1)
        elif thing.get("/Subtype") == Name.Image:
            size = (int(thing.Width), int(thing.Height))
            if size in fine and _draw_again(thing, fine[size]):
                done.add(size)
    return done


def _draw_again(image: pikepdf.Stream, picture: Picture) -> bool:
    if bool(image.get("/ImageMask", False)) or "/SMask" in image or "/Mask" in image or "/Decode" in image:
        return False
    try:
        drawn = PdfImage(image).as_pil_image()
    except (pikepdf.PdfError, pikepdf.UnsupportedImageTypeError, NotImplementedError, ValueError, OSError):
        return False
    if drawn.mode not in ("1", "L", "RGB"):
        return False
    now = _now(picture)
    smaller = drawn.convert("L" if drawn.mode == "1" else drawn.mode).resize(
        (now.across, now.down), Image.Resampling.LANCZOS
    )
    out = io.BytesIO()
    smaller.save(out, "JPEG", quality=_QUALITY, optimize=True)
    image.write(out.getvalue(), filter=Name.DCTDecode)
    image.Width, image.Height, image.BitsPerComponent = now.across, now.down, 8
    image.ColorSpace = Name.DeviceGray if smaller.mode == "L" else Name.DeviceRGB
    return True
