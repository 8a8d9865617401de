"""Page facts: what there is to know of each page of a file, taken once and kept under the file's hash.

Reading text, pictures and rotation is what takes time in a bundle; a file never changes under its hash, so neither do
its facts. They are kept in a folder of their own beside the files and may be deleted at any time.
"""

import json
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from documents.bundle.look import Look, Picture

# Another number here whenever something about the facts changes: old ones are then taken again.
VERSION = 3


@dataclass(frozen=True, slots=True)
class PageFacts:
    """One page, once its form answers are drawn. `turn`: the rotation it needs to be read, None where it is right.

    `spot` is the place of `number_spots` where a number covers nothing. `open_states` are the graphics states that its
    drawing leaves open. `picture`: it is a picture without text. `tagged`: its drawing refers to tags.
    """

    look: Look
    turn: int | None
    spot: int
    open_states: int
    picture: bool
    tagged: bool


class Shelf:
    """Facts of files by hash, in a folder; without a folder nothing is kept. Safe for several processes."""

    def __init__(self, root: Path | None) -> None:
        self._root = root

    def facts(self, sha256: str, take: Callable[[], tuple[PageFacts, ...]]) -> tuple[PageFacts, ...]:
        """The facts of the file with this hash: those on the shelf, or those taken now."""
        if self._root is None:
            return take()
        path = self._root / sha256[:2] / f"{sha256}.{VERSION}.json"
        known = _read(path)
        if known is None:
            known = take()
            _write(path, known)
        return known


NO_SHELF = Shelf(None)


def _read(path: Path) -> tuple[PageFacts, ...] | None:
    try:
        rows = json.loads(path.read_text("utf-8"))
        return tuple(
            PageFacts(Look(letters, leaning, tuple(Picture(*p) for p in pictures), drawn), *rest)
            for letters, leaning, pictures, drawn, *rest in rows
        )
    except (OSError, ValueError, TypeError):
        return None


def _write(path: Path, facts: tuple[PageFacts, ...]) -> None:
    rows = [
        [
            page.look.characters,
            page.look.leaning,
            [[p.area, p.dpi, p.across, p.down] for p in page.look.pictures],
            page.look.drawn,
            page.turn,
            page.spot,
            page.open_states,
            page.picture,
            page.tagged,
        ]
        for page in facts
    ]
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".incoming-")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(rows, file, separators=(",", ":"))
    os.replace(temporary, path)
