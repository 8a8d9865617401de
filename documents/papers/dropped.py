"""What the converter leaves out of a Word file without a word: none of it may stand in a template."""

import io
import re
import zipfile

DROPPED = {
    "w:strike": "text struck through, which would come out as if it stood",
    "w:dstrike": "text struck through, which would come out as if it stood",
    "w:caps": "text shown in capitals only",
    "w:smallCaps": "text shown in small capitals",
    "w:sdt": "content controls",
    "w:vanish": "hidden text",
    "w:drawing": "pictures or drawings",
    "w:pict": "pictures or text boxes",
    "w:object": "embedded objects",
    "w:ins": "tracked changes",
    "w:del": "tracked changes",
    "w:altChunk": "parts of other documents",
    "w:footnoteReference": "footnotes",
    "w:commentReference": "comments",
}
"""Word's tags with what a person would call them."""

OFFICE_DRAWS = frozenset(
    ("w:strike", "w:dstrike", "w:caps", "w:smallCaps", "w:sdt", "w:drawing", "w:pict", "w:footnoteReference")
)
"""Those that LibreOffice draws as Word does; only the built-in converter loses them."""

_ACTIVE = {
    r"vbaProject|vbaData": "macros",
    r"word/embeddings/|word/activeX/": "embedded objects",
    r"word/externalLinks/": "links to other files",
}
LARGEST_TEMPLATE = 5_000_000
LARGEST_UNPACKED = 60_000_000
_DRAWN = re.compile(r"word/(document|header\d*|footer\d*)\.xml")


def dropped(docx: bytes, *, by_office: bool = False) -> tuple[str, ...]:
    """What in the file would be lost or is not allowed, in an officer's words, each once.

    `by_office`: LibreOffice makes the papers, which draws more than the built-in converter.
    Raises zipfile.BadZipFile for what is no Word file, ValueError for one that unpacks beyond reason.
    """
    found: list[str] = []
    lost = {tag: what for tag, what in DROPPED.items() if not (by_office and tag in OFFICE_DRAWS)}
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        if sum(entry.file_size for entry in package.infolist()) > LARGEST_UNPACKED:
            raise ValueError("the file unpacks to more than any template needs")
        names = package.namelist()
        for pattern, what in _ACTIVE.items():
            if any(re.search(pattern, name) for name in names):
                found.append(what)
        for name in names:
            if name.endswith(".rels") and _goes_out(package.read(name).decode("utf-8", "replace")):
                found.append("links to other files")
            if _DRAWN.fullmatch(name):
                xml = package.read(name).decode("utf-8", "replace")
                found += [what for tag, what in lost.items() if re.search(rf"<{tag}[ />]", xml) and not _off(tag, xml)]
    return tuple(dict.fromkeys(found))


def _goes_out(rels: str) -> bool:
    """Whether a part draws in another file; a link that a reader may click is no such part."""
    outside = re.findall(r"<Relationship [^>]*TargetMode=\"External\"[^>]*>", rels)
    return any('/hyperlink"' not in each for each in outside)


def _off(tag: str, xml: str) -> bool:
    """Whether every use of a switch is one that turns it off."""
    uses = re.findall(rf"<{tag}[ />][^>]*", xml)
    return all(re.search(r'w:val="(0|false|off)"', use) for use in uses)
