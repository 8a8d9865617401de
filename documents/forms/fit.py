"""How a value sits in a box: its lines and the size of its letters, or that it does not fit."""

from dataclasses import dataclass

from documents.forms.lettering import broken, drawable, heights, plain, width

PAD = 2.0
LEADING = 1.16
_LARGEST, _SMALLEST, _STEP = 10.0, 7.0, 0.5


@dataclass(frozen=True, slots=True)
class Fit:
    """Lines from the top, the size in points, and the first line's height above the box's foot."""

    lines: tuple[str, ...]
    size: float
    first: float


def fit(text: str, wide: float, high: float, *, asked: float, multiline: bool) -> Fit | None:
    """The largest size, from what the form asks for down to 7 points, at which all of it fits; None if none does."""
    if not plain(text) or not drawable(text):
        return None
    # A box several lines high takes several lines, whether or not the form's maker said so.
    several = multiline or high >= 2.4 * _LARGEST
    size = min(asked or _LARGEST, 12.0)
    while size >= min(_SMALLEST, asked or _SMALLEST):
        found = _lines(text, wide, high, size, several=several)
        if found is not None:
            return found
        size -= _STEP
    return None


def _lines(text: str, wide: float, high: float, size: float, *, several: bool) -> Fit | None:
    up, down = heights(size)
    if not several:
        line = ", ".join(part for part in text.split("\n") if part)
        if width(line, size) > wide - 2 * PAD or up + down > high + 1:
            return None
        return Fit((line,), size, (high - up) / 2)
    lines = broken(text, wide - 2 * PAD, size)
    needed = up + down + (len(lines) - 1) * size * LEADING
    if needed > high - PAD:
        return None
    return Fit(tuple(lines), size, high - PAD - up)
