"""Word packages written so that the same content is the same bytes."""

import io
import zipfile

from lxml import etree

_STRICT = etree.XMLParser(recover=False, resolve_entities=False, huge_tree=True, no_network=True)


def repack(raw: bytes) -> bytes:
    """The same .docx with its parts in a fixed order and fixed dates. `raw` is a .docx file's bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda part: (part != "[Content_Types].xml", part)):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            new.writestr(entry, old.read(name))
    return out.getvalue()


def check_parts(raw: bytes) -> None:
    """Parse every XML part strictly. Raises lxml.etree.XMLSyntaxError if one is damaged."""
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(package.read(name), parser=_STRICT)
