"""The bookmarks and links of a PDF as page numbers, counted from 1, and what its viewer calls each page."""

from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

_MOST = 50_000


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One bookmark: its words, the page it opens (0 if none), and those below it, at any depth."""

    title: str
    page: int
    children: tuple["Bookmark", ...] = ()


@dataclass(frozen=True, slots=True)
class Links:
    """`inside`: (page, target page) of links within the file. `dead`: pages with a link that leads nowhere.
    `others`: (page, kind, action) of every annotation that is not such a link."""

    inside: tuple[tuple[int, int], ...]
    dead: tuple[int, ...]
    others: tuple[tuple[int, str, str], ...]


class _Targets:
    """Finds the page that a destination means."""

    def __init__(self, pdf: Pdf) -> None:
        self._numbers = {page.obj.objgen: n for n, page in enumerate(pdf.pages, 1)}
        self._named: dict[str, pikepdf.Object] = {}
        old = pdf.Root.get("/Dests")
        if isinstance(old, Dictionary):
            self._named.update({key.lstrip("/"): value for key, value in old.items()})
        names = pdf.Root.get("/Names")
        if isinstance(names, Dictionary) and isinstance(names.get("/Dests"), Dictionary):
            self._named.update({str(key): value for key, value in pikepdf.NameTree(names.Dests).items()})

    def page(self, target: pikepdf.Object | None) -> int:
        """The page number, or 0 where there is no such page."""
        if isinstance(target, (pikepdf.String, Name)):
            target = self._named.get(str(target).lstrip("/"))
        if isinstance(target, Dictionary):
            target = target.get("/D")
        if not isinstance(target, Array) or not len(target):
            return 0
        first = target[0]
        return self._numbers.get(first.objgen, 0) if isinstance(first, Dictionary) else 0


def _aim(thing: pikepdf.Object) -> pikepdf.Object | None:
    if "/Dest" in thing:
        return thing.Dest
    action = thing.get("/A")
    if isinstance(action, Dictionary) and action.get("/S") == Name.GoTo:
        return action.get("/D")
    return None


def bookmarks_of(pdf: Pdf) -> tuple[Bookmark, ...]:
    """The bookmarks as a tree. A file whose bookmarks run in a circle gives those before it closes."""
    outlines = pdf.Root.get("/Outlines")
    return _below(outlines, _Targets(pdf), set()) if isinstance(outlines, Dictionary) else ()


def _below(parent: pikepdf.Object, targets: _Targets, seen: set[tuple[int, int]]) -> tuple[Bookmark, ...]:
    found = []
    item = parent.get("/First")
    while isinstance(item, Dictionary) and item.objgen not in seen and len(seen) < _MOST:
        seen.add(item.objgen)
        found.append(Bookmark(str(item.get("/Title", "")), targets.page(_aim(item)), _below(item, targets, seen)))
        item = item.get("/Next")
    return tuple(found)


def links_of(pdf: Pdf) -> Links:
    """Every annotation of every page, sorted by what it does."""
    targets = _Targets(pdf)
    inside: list[tuple[int, int]] = []
    dead: list[int] = []
    others: list[tuple[int, str, str]] = []
    for number, page in enumerate(pdf.pages, 1):
        notes = page.obj.get("/Annots")
        for note in notes if isinstance(notes, Array) else []:
            if not isinstance(note, Dictionary):
                continue
            action = note.get("/A")
            verb = str(action.get("/S", "")) if isinstance(action, Dictionary) else ""
            kind = str(note.get("/Subtype", ""))
            if kind != "/Link" or verb not in ("", "/GoTo"):
                others.append((number, kind, verb))
                if kind == "/Link" and verb == "/URI" and not str(note.A.get("/URI", "")):
                    dead.append(number)
                continue
            target = targets.page(_aim(note))
            if target:
                inside.append((number, target))
            else:
                dead.append(number)
    return Links(tuple(inside), tuple(dead), tuple(others))


def labels_of(pdf: Pdf) -> list[str] | None:
    """What a viewer calls each page; None where the file does not say."""
    tree = pdf.Root.get("/PageLabels")
    if not isinstance(tree, Dictionary):
        return None
    ranges = dict(pikepdf.NumberTree(tree).items())
    counted = ranges.get(0)
    # One plain count through the file, as ours are, is read off at once: asking page by page is slow on long files.
    if len(ranges) == 1 and isinstance(counted, Dictionary) and counted.get("/S") == Name.D and "/P" not in counted:
        first = int(counted.get("/St", 1))
        return [str(number) for number in range(first, first + len(pdf.pages))]
    return [str(page.label) for page in pdf.pages]
