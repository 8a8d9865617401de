"""How papers are made in an activity: what a landlord put in the place of ours, the converter, and a stop to it."""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from activities.context import Context
from documents.convert import DxpdfConverter, PdfConverter
from documents.files import FileStore
from documents.papers.data import PaperData
from documents.papers.own import Own
from documents.papers.render import Rendered, render
from documents.soffice import LibreOfficeConverter, converter_of


@dataclass(frozen=True)
class Maker:
    """Makes one landlord's papers: on its own templates and the official forms where installed.

    `office` is LibreOffice where it is installed, for papers that the converter would spoil. `stop`, once set, says
    that nobody waits any more: a conversion in hand is ended.
    """

    files: FileStore
    own: Own
    converter: PdfConverter = field(default_factory=DxpdfConverter)
    office: LibreOfficeConverter | None = None
    stop: threading.Event = field(default_factory=threading.Event)

    def make(self, kind: str, data: PaperData) -> Rendered:
        """The paper. Raises as `documents.papers.render.render` does."""
        return render(kind, data, converter=self.converter, own=self.own, office=self.office)


@asynccontextmanager
async def making(context: Context, landlord: str) -> AsyncIterator[Maker]:
    """A maker for as long as an activity wants it; where the activity is cancelled, what it had started is ended.

    Whoever works in a thread shows life from the activity's own loop meanwhile.
    """
    stop = threading.Event()
    converter = converter_of(context.converter, cancelled=stop)
    try:
        office = LibreOfficeConverter(cancelled=stop) if LibreOfficeConverter.there() else None
        yield Maker(context.files, Own(context.files, landlord), converter, office, stop)
    except asyncio.CancelledError:
        stop.set()
        raise
