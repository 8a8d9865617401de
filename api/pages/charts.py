"""Charts as SVG made here: no script, printable, with a title and a text of what they show."""

from collections.abc import Sequence

from markupsafe import Markup

WIDTH, BAR, GAP, LABELS, COUNT_ROOM = 640, 30, 8, 130, 60


def bars(title: str, rows: Sequence[tuple[str, int]]) -> Markup:
    """Horizontal bars with their numbers beside them."""
    most = max((count for _, count in rows), default=0) or 1
    height = len(rows) * (BAR + GAP)
    told = "; ".join(f"{label}: {count}" for label, count in rows)
    parts = [
        Markup('<svg viewBox="0 0 {} {}" role="img" aria-label="{}. {}">').format(WIDTH, height, title, told),
    ]
    for place, (label, count) in enumerate(rows):
        y = place * (BAR + GAP)
        length = round((WIDTH - LABELS - COUNT_ROOM) * count / most)
        text_y = y + BAR / 2 + 5
        parts.append(
            Markup(
                '<text x="{}" y="{}" text-anchor="end" font-family="Arial,Helvetica,sans-serif" font-size="15" '
                'fill="#0b0c0c">{}</text><rect x="{}" y="{}" width="{}" height="{}" fill="#12436d"/>'
                '<text x="{}" y="{}" font-family="Arial,Helvetica,sans-serif" font-size="15" font-weight="700" '
                'fill="#0b0c0c">{}</text>'
            ).format(LABELS - 10, text_y, label, LABELS, y, max(length, 2), BAR, LABELS + length + 10, text_y, count)
        )
    return Markup("").join([*parts, Markup("</svg>")])
