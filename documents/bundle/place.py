"""Where things are on a page as a reader sees it, whatever its boxes and rotation say."""

from dataclasses import dataclass
from functools import lru_cache
from typing import cast

import pikepdf

_A4_WIDTH = 595.0


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A rectangle in points: left, bottom, right, top."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """Left to right, in points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Bottom to top, in points."""
        return self.top - self.bottom

    @property
    def area(self) -> float:
        """In square points."""
        return self.width * self.height


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as displayed: its visible box in page coordinates and the clockwise degrees it is shown turned by.

    `unit` is the size of one page unit in points, larger than 1 only on very large plans.
    """

    box: Rectangle
    turn: int
    unit: float = 1.0

    @property
    def width(self) -> float:
        """Width as displayed, in page units."""
        return self.box.width if self.turn % 180 == 0 else self.box.height

    @property
    def height(self) -> float:
        """Height as displayed, in page units."""
        return self.box.height if self.turn % 180 == 0 else self.box.width

    @property
    def scale(self) -> float:
        """Page units to one point of an A4 page this page is looked at beside: a plan's number must be seen too."""
        return max(1.0, min(self.width, self.height) * self.unit / _A4_WIDTH) / self.unit

    @property
    def matrix(self) -> tuple[float, float, float, float, float, float]:
        """From coordinates as displayed (origin bottom left) to page coordinates."""
        b = self.box
        return {
            0: (1.0, 0.0, 0.0, 1.0, b.left, b.bottom),
            90: (0.0, 1.0, -1.0, 0.0, b.right, b.bottom),
            180: (-1.0, 0.0, 0.0, -1.0, b.right, b.top),
            270: (0.0, -1.0, 1.0, 0.0, b.left, b.top),
        }[self.turn]

    def on_page(self, seen: Rectangle) -> Rectangle:
        """A rectangle as displayed, in page coordinates."""
        a, b, c, d, e, f = self.matrix
        xs = [a * x + c * y + e for x in (seen.left, seen.right) for y in (seen.bottom, seen.top)]
        ys = [b * x + d * y + f for x in (seen.left, seen.right) for y in (seen.bottom, seen.top)]
        return Rectangle(min(xs), min(ys), max(xs), max(ys))

    @property
    def top_left(self) -> tuple[float, float]:
        """The corner where reading starts, in page coordinates."""
        _, _, c, d, e, f = self.matrix
        return c * self.height + e, d * self.height + f


def _corners(box: pikepdf.Object) -> tuple[float, float, float, float]:
    try:
        read = pikepdf.Rectangle(cast(pikepdf.Array, box))
    except TypeError:
        raise pikepdf.PdfError("a page's box is not four numbers") from None
    return read.llx, read.lly, read.urx, read.ury


def sheet_of(page: pikepdf.Page) -> Sheet:
    """The page as a viewer shows it: the crop box cut to the media box, inherited values included.

    Raises pikepdf.PdfError where a box is not four numbers.
    """
    thing = page.obj
    unit = float(thing.UserUnit) if "/UserUnit" in thing else 1.0
    return _sheet(_corners(page.mediabox), _corners(page.cropbox), int(page.rotation) % 360 // 90 * 90, unit)


# The pages of a bundle have a handful of shapes; each is asked about several times for every page.
@lru_cache(maxsize=512)
def _sheet(
    media_box: tuple[float, float, float, float], crop_box: tuple[float, float, float, float], turn: int, unit: float
) -> Sheet:
    media, crop = Rectangle(*media_box), Rectangle(*crop_box)
    seen = Rectangle(
        max(media.left, crop.left),
        max(media.bottom, crop.bottom),
        min(media.right, crop.right),
        min(media.top, crop.top),
    )
    if seen.width <= 0 or seen.height <= 0:
        seen = media
    return Sheet(seen, turn, unit)


NUMBER_WIDTH, NUMBER_HEIGHT = 64.0, 26.0


@lru_cache(maxsize=512)
def number_spots(sheet: Sheet) -> tuple[Rectangle, ...]:
    """Where a page number may stand, as displayed, best first: bottom right, bottom centre, top right."""
    w, h, edge = NUMBER_WIDTH * sheet.scale, NUMBER_HEIGHT * sheet.scale, 10 * sheet.scale
    right, middle = sheet.width - edge - w, (sheet.width - w) / 2
    low, high = edge, sheet.height - edge - h
    return tuple(Rectangle(x, y, x + w, y + h) for x, y in ((right, low), (middle, low), (right, high)))


@lru_cache(maxsize=512)
def number_places(sheet: Sheet) -> tuple[Rectangle, ...]:
    """The same places in page coordinates."""
    return tuple(sheet.on_page(spot) for spot in number_spots(sheet))
