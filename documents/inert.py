"""PDFs from elsewhere made inert: nothing in them runs, opens, calls out or hides, and what was taken out is told."""

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

SCRIPTS = "scripts"
LAUNCHES = "actions that start programs or open other files"
LINKS = "links to the outside"
FILES = "files inside the file"
XFA = "an XFA form"
MEDIA = "sound, film or other live content"

_SCRIPTED = {"/JavaScript", "/Rendition"}
_LAUNCHED = {"/Launch", "/GoToR", "/GoToE", "/ImportData", "/SubmitForm", "/ResetForm", "/Movie", "/Sound", "/Trans"}
_LIVE = {"/RichMedia", "/Movie", "/Sound", "/Screen", "/3D", "/PrinterMark"}


def make_inert(pdf: Pdf) -> tuple[str, ...]:
    """Take out scripts, actions, outside links, files and live content; says which of them there were, in fixed order.

    Links and bookmarks within the file stay.
    """
    found: set[str] = set()
    root = pdf.Root
    _names(root, found)
    _open_action(root, found)
    for holder in (root, *(page.obj for page in pdf.pages)):
        if "/AA" in holder:
            found.add(SCRIPTS)
            del holder["/AA"]
    for key in ("/AF", "/Collection"):
        if key in root:
            found.add(FILES)
            del root[key]
    form = root.get("/AcroForm")
    if isinstance(form, Dictionary):
        if "/XFA" in form:
            found.add(XFA)
            del form["/XFA"]
        for field in _fields(form.get("/Fields")):
            _actions(field, found)
    for page in pdf.pages:
        _annotations(page, found)
    _outline(root, found)
    for key in ("/Perms", "/NeedsRendering"):
        if key in root:
            del root[key]
    if found & {FILES}:
        _drop_files(pdf)
    return tuple(each for each in (SCRIPTS, LAUNCHES, LINKS, FILES, XFA, MEDIA) if each in found)


def _names(root: pikepdf.Object, found: set[str]) -> None:
    names = root.get("/Names")
    if isinstance(names, Dictionary):
        for key, what in (("/JavaScript", SCRIPTS), ("/EmbeddedFiles", FILES), ("/Renditions", MEDIA)):
            if key in names:
                found.add(what)
                del names[key]


def _open_action(root: pikepdf.Object, found: set[str]) -> None:
    action = root.get("/OpenAction")
    if isinstance(action, Dictionary) and _judge(action, found):
        del root["/OpenAction"]


def _judge(action: pikepdf.Object, found: set[str], depth: int = 0) -> bool:
    """Whether an action must go, having said why."""
    kind = str(action.get("/S", "")) if isinstance(action, Dictionary) else ""
    if kind in _SCRIPTED:
        found.add(SCRIPTS)
        return True
    if kind in _LAUNCHED:
        found.add(LAUNCHES)
        return True
    if kind == "/URI":
        found.add(LINKS)
        return True
    follows = action.get("/Next") if isinstance(action, Dictionary) else None
    if follows is None or depth > 20:
        return follows is not None
    chain = list(follows) if isinstance(follows, Array) else [follows]
    if any(_judge(each, found, depth + 1) for each in chain):
        del action["/Next"]
    return False


def _actions(holder: pikepdf.Object, found: set[str]) -> None:
    if "/AA" in holder:
        found.add(SCRIPTS)
        del holder["/AA"]
    action = holder.get("/A")
    if action is not None and _judge(action, found):
        del holder["/A"]


def _fields(listed: object, depth: int = 0) -> Iterator[pikepdf.Object]:
    if isinstance(listed, Array) and depth < 50:
        for field in listed:
            if isinstance(field, Dictionary):
                yield field
                yield from _fields(field.get("/Kids"), depth + 1)


def _annotations(page: pikepdf.Page, found: set[str]) -> None:
    listed = page.obj.get("/Annots")
    if not isinstance(listed, Array):
        return
    kept = []
    for note in listed:
        if not isinstance(note, Dictionary):
            continue
        kind = str(note.get("/Subtype", ""))
        if kind == "/FileAttachment":
            found.add(FILES)
            continue
        if kind in _LIVE:
            found.add(MEDIA)
            continue
        had = "/A" in note
        _actions(note, found)
        if kind == "/Link" and had and "/A" not in note and "/Dest" not in note:
            continue
        kept.append(note)
    page.obj.Annots = Array(kept)


def _outline(root: pikepdf.Object, found: set[str]) -> None:
    outlines = root.get("/Outlines")
    item = outlines.get("/First") if isinstance(outlines, Dictionary) else None
    waiting = [item] if isinstance(item, Dictionary) else []
    seen: set[tuple[int, int]] = set()
    while waiting:
        item = waiting.pop()
        if item.objgen in seen:
            continue
        seen.add(item.objgen)
        _actions(item, found)
        for key in ("/First", "/Next"):
            follows = item.get(key)
            if isinstance(follows, Dictionary):
                waiting.append(follows)


def _drop_files(pdf: Pdf) -> None:
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and thing.get("/Type") == Name.Filespec and "/EF" in thing:
            del thing["/EF"]
