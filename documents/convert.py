"""From our own Word papers to PDF, with our own fonts, the same bytes every time."""

import atexit
import io
import os
import shutil
import tempfile
import threading
from pathlib import Path
from typing import Protocol
from xml.sax.saxutils import escape

import pikepdf

FONTS = Path(__file__).parent / "fonts"
_LOCK = threading.Lock()
_CONFIG: Path | None = None

_FONTCONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <match target="pattern"><test name="family"><string>Arial</string></test>
    <edit name="family" mode="assign" binding="strong"><string>Liberation Sans</string></edit></match>
  <match target="pattern"><test name="family"><string>Helvetica</string></test>
    <edit name="family" mode="assign" binding="strong"><string>Liberation Sans</string></edit></match>
  <match target="pattern">
    <edit name="family" mode="append" binding="weak">
      <string>Liberation Sans</string><string>DejaVu Sans</string><string>sans-serif</string></edit></match>
  <alias><family>sans-serif</family><prefer><family>Liberation Sans</family><family>DejaVu Sans</family></prefer></alias>
</fontconfig>
"""


class ConversionFailed(Exception):
    """The converter could not make a PDF of a paper; the message names no person."""


class PdfConverter(Protocol):
    """Turns one of our own Word papers into a PDF."""

    def to_pdf(self, docx: bytes, *, title: str) -> bytes:
        """The paper as PDF, titled and marked en-GB. Same input, same bytes. Raises ConversionFailed."""


def use_own_fonts() -> Path:
    """Point fontconfig at the vendored fonts only; call before dxpdf is first imported. Returns the written file.

    dxpdf reads FONTCONFIG_FILE once, so this must be first in the process. Child processes inherit the setting, which
    is harmless: the file also answers for plain families. The fonts are linked into a private folder because
    fontconfig leaves a mark in every folder it reads.
    """
    global _CONFIG
    if _CONFIG is None or not _CONFIG.exists():
        home = Path(tempfile.mkdtemp(prefix="duecourse-fonts-"))
        atexit.register(_clear, home, os.getpid())
        fonts = home / "fonts"
        fonts.mkdir()
        for font in sorted(FONTS.glob("*.ttf")):
            try:
                (fonts / font.name).symlink_to(font.resolve())
            except OSError:
                shutil.copyfile(font, fonts / font.name)
        _CONFIG = home / "fonts.conf"
        text = _FONTCONFIG.format(fonts=escape(str(fonts)), cache=escape(str(home / "cache")))
        _CONFIG.write_text(text, encoding="utf-8")
    os.environ["FONTCONFIG_FILE"] = str(_CONFIG)
    return _CONFIG


def _clear(home: Path, owner: int) -> None:
    if os.getpid() == owner:
        shutil.rmtree(home, ignore_errors=True)


class DxpdfConverter:
    """The pip-only converter, for our own templates only.

    It drops strike-through, capitals and content controls without a word, so an uploaded Word file must never come here.
    One conversion at a time in a process: threads gain nothing and the font set-up is shared.
    """

    def to_pdf(self, docx: bytes, *, title: str) -> bytes:
        """The paper as PDF, titled and marked en-GB. Same input, same bytes. Raises ConversionFailed."""
        with _LOCK:
            use_own_fonts()
            import dxpdf  # noqa: PLC0415 - only after the fonts are set

            try:
                raw = bytes(dxpdf.convert(docx))
            except Exception as problem:
                raise ConversionFailed(f"the converter refused the paper ({type(problem).__name__})") from problem
        return _finish(raw, title)


def _finish(raw: bytes, title: str) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(raw)) as pdf:
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
