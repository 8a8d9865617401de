"""Two makings of one paper side by side: what words changed, and a picture of each page with the changes marked."""

import difflib
import io
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageChops

_SCALE = 1.1
_GAP = 12
_MARK = (255, 214, 0)


@dataclass(frozen=True)
class Difference:
    """`lines`: the text's changes as a unified diff. `pictures`: a PNG for each page, before on the left, after on the
    right, changed places tinted. `changed_pages` counts from 1.
    """

    lines: tuple[str, ...]
    pictures: tuple[bytes, ...]
    changed_pages: tuple[int, ...]

    @property
    def same(self) -> bool:
        """Whether neither words nor looks differ."""
        return not self.lines and not self.changed_pages

    def save(self, folder: Path) -> tuple[Path, ...]:
        """Write the pictures as `page-1.png` and on; gives their paths."""
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        paths = []
        for number, picture in enumerate(self.pictures, start=1):
            path = folder / f"page-{number}.png"
            path.write_bytes(picture)
            paths.append(path)
        return tuple(paths)


def compare(before: bytes, after: bytes) -> Difference:
    """Compare two PDFs page by page."""
    old_text, old_pages = _read(before)
    new_text, new_pages = _read(after)
    lines = tuple(difflib.unified_diff(old_text, new_text, "before", "after", lineterm="", n=1))
    pictures, changed = [], []
    for place in range(max(len(old_pages), len(new_pages))):
        old = old_pages[place] if place < len(old_pages) else None
        new = new_pages[place] if place < len(new_pages) else None
        picture, differs = _beside(old, new)
        pictures.append(picture)
        if differs:
            changed.append(place + 1)
    return Difference(lines, tuple(pictures), tuple(changed))


def _read(pdf: bytes) -> tuple[list[str], list[Image.Image]]:
    document = pdfium.PdfDocument(pdf)
    try:
        text, pictures = [], []
        for page in document:
            text += page.get_textpage().get_text_range().splitlines()
            pictures.append(page.render(scale=_SCALE).to_pil().convert("RGB"))
        return text, pictures
    finally:
        document.close()


def _beside(old: Image.Image | None, new: Image.Image | None) -> tuple[bytes, bool]:
    size = (new or old or Image.new("RGB", (1, 1))).size
    left, right = old or Image.new("RGB", size, "white"), new or Image.new("RGB", size, "white")
    if left.size != right.size:
        left = left.resize(right.size)
    spots = ImageChops.difference(left, right).convert("L").point(lambda value: 255 if value > 40 else 0)
    differs = spots.getbbox() is not None or old is None or new is None
    sheet = Image.new("RGB", (size[0] * 2 + _GAP, size[1]), (120, 120, 120))
    tint = Image.new("RGB", right.size, _MARK)
    for place, picture in ((0, left), (size[0] + _GAP, right)):
        sheet.paste(Image.composite(Image.blend(picture, tint, 0.5), picture, spots), (place, 0))
    out = io.BytesIO()
    sheet.save(out, "PNG", optimize=True)
    return out.getvalue(), differs
