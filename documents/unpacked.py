"""What a PDF comes to once it is unpacked: a small file may draw a page that no machine could, and none should try.

Streams are unpacked here only as far as the limits go, so that asking costs no more than they say.
"""

import base64
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, settings

# What one stream may come to while qpdf works: twice a page scanned in colour at 600 dots to the inch.
LARGEST_STREAM = 200_000_000
MOST_DOTS = 130_000_000
_DRAWN = re.compile(rb"/([^\s/\[\]<>()]+)\s+Do\b")
_CHUNK = 1 << 20
_PICTURE_FILTERS = frozenset({"/DCTDecode", "/JPXDecode", "/JBIG2Decode", "/CCITTFaxDecode"})
_DEEPEST = 40

# For the whole process, and before any file is opened: objects may lie packed too, and are unpacked by being looked at.
settings.set_qpdf_limits(
    flate_max_memory=LARGEST_STREAM,
    png_max_memory=LARGEST_STREAM,
    tiff_max_memory=LARGEST_STREAM,
    run_length_max_memory=LARGEST_STREAM,
)


class UnpacksTooFar(Exception):
    """The file unpacks to more than is taken in; the text says where, and names nobody."""


@dataclass(frozen=True, slots=True)
class Most:
    """The most that is unpacked, in bytes: what one page draws, parts used again counted again; and the whole file."""

    page: int = 60_000_000
    file: int = 400_000_000


MOST = Most()


def check_unpacked(pdf: Pdf, most: Most = MOST) -> None:
    """Raises UnpacksTooFar where a page or the file unpacks to more than the limits, or holds a picture too large."""
    sizes = _Sizes(most)
    for number, page in enumerate(pdf.pages, 1):
        if sizes.of_page(page) > most.page:
            raise UnpacksTooFar(f"page {number} unpacks to more than {most.page // 1_000_000} MB")
    in_all = 0
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream):
            in_all += sizes.of_stream(thing)
            if in_all > most.file:
                raise UnpacksTooFar(f"the file unpacks to more than {most.file // 1_000_000} MB")


class _Sizes:
    """Sizes of streams once unpacked, each unpacked once."""

    def __init__(self, most: Most) -> None:
        self._most = most
        self._sizes: dict[tuple[int, int], int] = {}
        self._weights: dict[tuple[int, int], int] = {}

    def of_stream(self, stream: pikepdf.Object) -> int:
        """How many bytes it unpacks to; for a picture, as many as are packed."""
        if stream.get("/Subtype") == Name.Image:
            dots = int(stream.get("/Width", 0)) * int(stream.get("/Height", 0))
            if dots > MOST_DOTS:
                raise UnpacksTooFar("a picture in it has more dots than any page needs")
            return len(stream.read_raw_bytes())
        if stream.get("/Type") == Name.EmbeddedFile:
            return 0  # a file inside the file is taken out, and nobody unpacks it
        known = self._sizes.get(stream.objgen)
        if known is None:
            known = sum(map(len, unpack(stream, self._most.page)))
            self._sizes[stream.objgen] = known
        return known

    def of_page(self, page: pikepdf.Page) -> int:
        """What the page draws: its own drawing, and every part as often as it is drawn."""
        contents = page.obj.get("/Contents")
        streams = [
            s for s in (contents if isinstance(contents, Array) else [contents]) if isinstance(s, pikepdf.Stream)
        ]
        size, drawing = 0, b""
        for stream in streams:
            drawing += b"".join(unpack(stream, self._most.page - size))
            size = len(drawing)
        return size + self._parts(drawing, page.obj.get("/Resources"), 0)

    def _parts(self, drawing: bytes, resources: pikepdf.Object | None, depth: int) -> int:
        forms = resources.get("/XObject") if isinstance(resources, Dictionary) else None
        if not isinstance(forms, Dictionary):
            return 0
        total = 0
        for match in _DRAWN.finditer(drawing):
            form = forms.get("/" + match.group(1).decode("latin-1"))
            if isinstance(form, pikepdf.Stream) and form.get("/Subtype") == Name.Form:
                total += self._weight(form, resources, depth + 1)
                if total > self._most.page:
                    break
        return total

    def _weight(self, form: pikepdf.Object, resources: pikepdf.Object | None, depth: int) -> int:
        if depth > _DEEPEST:
            raise UnpacksTooFar("its drawings lie in one another without end")
        known = self._weights.get(form.objgen)
        if known is None:
            self._weights[form.objgen] = 0  # a drawing that draws itself is drawn once
            drawing = b"".join(unpack(form, self._most.page))
            known = len(drawing) + self._parts(drawing, form.get("/Resources", resources), depth)
            self._weights[form.objgen] = known
        return known


def unpack(stream: pikepdf.Object, most: int) -> Iterator[bytes]:
    """The stream's bytes in pieces, before predictors. Raises UnpacksTooFar once there are more than `most`."""
    named = stream.get("/Filter")
    filters = [str(each) for each in named] if isinstance(named, Array) else [str(named)] if named is not None else []
    pieces: Iterator[bytes] = iter((stream.read_raw_bytes(),))
    for name in filters:
        if name in _PICTURE_FILTERS:
            break
        if name not in _UNPACKED:
            if name == "/Crypt":
                continue
            raise UnpacksTooFar("it is packed in a way that no known program uses")
        pieces = _UNPACKED[name](pieces)
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > most:
            raise UnpacksTooFar(f"a part of it unpacks to more than {most // 1_000_000} MB")
        yield piece


def _flate(pieces: Iterator[bytes]) -> Iterator[bytes]:
    reader = zlib.decompressobj()
    try:
        for piece in pieces:
            yield reader.decompress(piece, _CHUNK)
            while reader.unconsumed_tail:
                yield reader.decompress(reader.unconsumed_tail, _CHUNK)
        yield reader.flush()
    except zlib.error:
        return  # a spoiled end: what could be read is what will be drawn


def _hex(pieces: Iterator[bytes]) -> Iterator[bytes]:
    digits = re.sub(rb"[^0-9A-Fa-f]", b"", b"".join(pieces).partition(b">")[0])
    yield bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _base85(pieces: Iterator[bytes]) -> Iterator[bytes]:
    try:
        yield base64.a85decode(b"".join(pieces).partition(b"~>")[0].removeprefix(b"<~"), ignorechars=b" \t\n\r\v\f\0")
    except ValueError:
        return


def _runs(pieces: Iterator[bytes]) -> Iterator[bytes]:
    data = b"".join(pieces)
    at = 0
    while at < len(data) and data[at] != 128:
        count = data[at]
        if count < 128:
            yield data[at + 1 : at + 2 + count]
            at += 2 + count
        else:
            yield data[at + 1 : at + 2] * (257 - count)
            at += 2


def _lzw(pieces: Iterator[bytes]) -> Iterator[bytes]:
    data = b"".join(pieces)
    table: list[bytes] = [bytes((byte,)) for byte in range(256)] + [b"", b""]
    last, width, bits, held = b"", 9, 0, 0
    for byte in data:
        held, bits = (held << 8 | byte) & 0xFFFFFF, bits + 8
        if bits < width:
            continue
        bits -= width
        code = held >> bits & ((1 << width) - 1)
        if code == 257:
            return
        if code == 256:
            del table[258:]
            last, width = b"", 9
            continue
        if code > len(table) or (code == len(table) and not last):
            return
        said = table[code] if code < len(table) else last + last[:1]
        if last and len(table) < 4096:
            table.append(last + said[:1])
        last = said
        # The width grows one code early, as PDF writes it unless told otherwise.
        width = min(12, max(9, (len(table) + 1).bit_length()))
        yield said


_UNPACKED = {
    "/FlateDecode": _flate,
    "/Fl": _flate,
    "/LZWDecode": _lzw,
    "/LZW": _lzw,
    "/ASCIIHexDecode": _hex,
    "/AHx": _hex,
    "/ASCII85Decode": _base85,
    "/A85": _base85,
    "/RunLengthDecode": _runs,
    "/RL": _runs,
}
