"""What activities work with. Made once by the worker; nothing here is global."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from documents.files import FileStore
from documents.soffice import Chosen
from documents.uploads import Limits
from store.engine import make_engine, readers, sessions


def _nothing(_: str) -> None:
    """Pass every point by."""


@dataclass(frozen=True)
class Context:
    """The database, the file store, and what turns our papers into PDF.

    `limits` are those of documents that people send; `read_scans`: their pages without text are read by OCR;
    `scanner` is asked about each first, as the setting names it, "" for none.

    What was staged for an act that was refused or never came is kept for `staged_kept`, a begun form for `drafts_kept`.

    `reached` is told each point where a crash would hurt; tests kill there.
    """

    engine: AsyncEngine
    files: FileStore
    reached: Callable[[str], None] = _nothing
    converter: Chosen = "builtin"
    limits: Limits = field(default_factory=Limits)
    read_scans: bool = False
    scanner: str = ""
    staged_kept: timedelta = timedelta(days=30)
    drafts_kept: timedelta = timedelta(days=30)

    @property
    def writing(self) -> async_sessionmaker[AsyncSession]:
        """Sessions that write, for `store.engine.transaction`."""
        return sessions(self.engine)

    @property
    def reading(self) -> async_sessionmaker[AsyncSession]:
        """Sessions that only read, and hold up nobody."""
        return readers(self.engine)


@dataclass(frozen=True)
class Options:
    """Where the record and the files are: SQLAlchemy's async URL, and a folder."""

    database_url: str
    files_root: Path


@asynccontextmanager
async def open_context(options: Options) -> AsyncIterator[Context]:
    """The context of one worker process; its connections are closed at the end."""
    engine = make_engine(options.database_url)
    try:
        yield Context(engine, FileStore(options.files_root))
    finally:
        await engine.dispose()
