"""The converter's own process: length-prefixed .docx in, length-prefixed PDF out, until its input closes.

Run as a script by `documents.convert`, with FONTCONFIG_FILE already set. A first byte of 1 marks a failure, whose text
is the error's type only, so that no person's words leave the process.
"""

import struct
import sys
from typing import BinaryIO

import dxpdf


def serve(source: BinaryIO, sink: BinaryIO) -> None:
    """Answer every request on `source` until it ends."""
    while len(head := source.read(8)) == 8:
        (size,) = struct.unpack(">Q", head)
        docx = source.read(size)
        if len(docx) < size:
            return
        try:
            failed, answer = 0, bytes(dxpdf.convert(docx))
        except Exception as problem:
            failed, answer = 1, type(problem).__name__.encode()
        sink.write(struct.pack(">BQ", failed, len(answer)) + answer)
        sink.flush()


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
