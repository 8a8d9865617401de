"""From our own Word papers to PDF, with our own fonts, the same bytes every time."""

import atexit
import io
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Protocol
from xml.sax.saxutils import escape

import pikepdf

from documents.marks import drop_tags
from documents.programs import bare_environment

FONTS = Path(__file__).parent / "fonts"
TIME_LIMIT = 60.0

_FONTCONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <match target="pattern"><test name="family"><string>Arial</string></test>
    <edit name="family" mode="assign" binding="strong"><string>Liberation Sans</string></edit></match>
  <match target="pattern">
    <edit name="family" mode="append" binding="weak">
      <string>Liberation Sans</string><string>Noto Sans Arabic</string><string>DejaVu Sans</string>
      <string>Noto Sans CJK SC</string>
      <string>sans-serif</string></edit></match>
  <alias><family>sans-serif</family>
    <prefer><family>Liberation Sans</family><family>Noto Sans Arabic</family><family>DejaVu Sans</family>
      <family>Noto Sans CJK SC</family></prefer></alias>
</fontconfig>
"""


class ConversionFailed(Exception):
    """The converter could not make a PDF of a paper; the message names no person."""


class PdfConverter(Protocol):
    """Turns one of our own Word papers into a PDF."""

    def to_pdf(self, docx: bytes, *, title: str) -> bytes:
        """The paper as PDF, titled and marked en-GB. Same input, same bytes. Raises ConversionFailed."""


def private_fonts(home: Path) -> Path:
    """Our fonts in a folder of their own under `home`, and the fontconfig file that names them and no others."""
    fonts = home / "fonts"
    fonts.mkdir()
    for font in sorted(FONTS.glob("*.[ot]tf")):
        try:
            (fonts / font.name).symlink_to(font.resolve())
        except OSError:
            shutil.copyfile(font, fonts / font.name)
    settings = home / "fonts.conf"
    text = _FONTCONFIG.format(fonts=escape(str(fonts)), cache=escape(str(home / "cache")))
    settings.write_text(text, encoding="utf-8")
    return settings


class _Child:
    """The converter in a process of its own: its crash is not ours, and its fonts are set before it wakes.

    fontconfig leaves a mark in every folder it reads, so the fonts are linked into a private folder.
    """

    def __init__(self) -> None:
        self.owner = os.getpid()
        self._home = Path(tempfile.mkdtemp(prefix="duecourse-fonts-"))
        settings = private_fonts(self._home)
        self._process = subprocess.Popen(
            [sys.executable, "-P", str(Path(__file__).with_name("convert_child.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**bare_environment(), "FONTCONFIG_FILE": str(settings)},
        )

    def convert(self, docx: bytes) -> bytes:
        """The PDF's bytes. Raises ConversionFailed if the paper is refused, OSError if the process died or hung."""
        source, sink = self._process.stdin, self._process.stdout
        if source is None or sink is None:
            raise OSError("the converter has no pipes")
        limit = threading.Timer(TIME_LIMIT, self._process.kill)
        limit.start()
        try:
            source.write(struct.pack(">Q", len(docx)) + docx)
            source.flush()
            head = sink.read(9)
            if len(head) < 9:
                raise OSError("the converter stopped")
            failed, size = struct.unpack(">BQ", head)
            answer = sink.read(size)
        finally:
            limit.cancel()
        if failed:
            raise ConversionFailed(f"the converter refused the paper ({answer.decode(errors='replace')})")
        if len(answer) < size:
            raise OSError("the converter stopped")
        return answer

    def close(self) -> None:
        """End the process and clear its folder; only in the process that began it."""
        if os.getpid() != self.owner:
            return
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    continue
        shutil.rmtree(self._home, ignore_errors=True)


class DxpdfConverter:
    """The pip-only converter, for our own templates only; safe to call from any thread or process.

    It drops strike-through, capitals and content controls without a word, so an uploaded Word file must never come
    here. One conversion at a time: threads gain nothing.
    """

    _lock = threading.Lock()
    _child: _Child | None = None

    def to_pdf(self, docx: bytes, *, title: str) -> bytes:
        """The paper as PDF, titled and marked en-GB. Same input, same bytes. Raises ConversionFailed."""
        with DxpdfConverter._lock:
            raw = self._convert(docx)
        return finish(raw, title)

    def _convert(self, docx: bytes) -> bytes:
        """A dead process is replaced once: it may have been killed while idle."""
        for last in (False, True):
            child = DxpdfConverter._child
            if child is None or child.owner != os.getpid():
                child = DxpdfConverter._child = _Child()
                atexit.register(child.close)
            try:
                return child.convert(docx)
            except OSError as problem:
                child.close()
                atexit.unregister(child.close)
                DxpdfConverter._child = None
                if last:
                    raise ConversionFailed("the converter stopped without an answer") from problem
        raise AssertionError


def finish(raw: bytes, title: str) -> bytes:
    """Language, title and a fixed identity; no date of making, so the same paper is the same bytes.

    The converter tags headings only, and a reader is told nothing of what lies between tags: better none than some.
    """
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        drop_tags(pdf)
        pdf.Root.Lang = pikepdf.String("en-GB")
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        for key in ("/CreationDate", "/ModDate"):
            if key in pdf.docinfo:
                del pdf.docinfo[key]
        pdf.docinfo["/Title"] = title
        if "/Metadata" in pdf.Root:
            del pdf.Root.Metadata
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as about:
            about["dc:title"] = title
            about["dc:language"] = ["en-GB"]
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()
