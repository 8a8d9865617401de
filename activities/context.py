"""What activities work with. Made once by the worker; nothing here is global."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from documents.files import FileStore
from store.engine import readers, sessions


def _nothing(_: str) -> None:
    """Pass every point by."""


@dataclass(frozen=True)
class Context:
    """The database and the file store. `reached` is told each point where a crash would hurt; tests kill there."""

    engine: AsyncEngine
    files: FileStore
    reached: Callable[[str], None] = _nothing

    @property
    def writing(self) -> async_sessionmaker[AsyncSession]:
        """Sessions that write, for `store.engine.transaction`."""
        return sessions(self.engine)

    @property
    def reading(self) -> async_sessionmaker[AsyncSession]:
        """Sessions that only read, and hold up nobody."""
        return readers(self.engine)
