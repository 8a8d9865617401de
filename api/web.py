"""What every request needs: settings, the database, the gateway to the engine, the file store."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from api.gateway import Gateway
from api.security.tokens import Signer
from documents.files import FileStore
from runtime.settings import Settings
from store.engine import readers, sessions, transaction
from store.veil import look_as

NOBODY = ""
_LOOKS: ContextVar[str] = ContextVar("looks", default=NOBODY)


def looking(user_id: str) -> None:
    """From here to the end of the request, what is read is read for this person."""
    _LOOKS.set(user_id)


@dataclass(frozen=True)
class Web:
    """Held for the life of the application."""

    settings: Settings
    engine: AsyncEngine
    gateway: Gateway
    signer: Signer
    files: FileStore

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncSession]:
        """A session for reading what whoever is signed in may see."""
        async with readers(self.engine)() as session:
            look_as(session, _LOOKS.get())
            yield session

    @asynccontextmanager
    async def trying(self) -> AsyncIterator[AsyncSession]:
        """A session that can write and never commits: the words of a dry run are not kept."""
        async with sessions(self.engine)() as session:
            look_as(session, _LOOKS.get())
            yield session
            await session.rollback()

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncSession]:
        """A transaction, for the little that the API itself writes: staged words, begun forms, sightings, the sample
        clock."""
        async with transaction(sessions(self.engine)) as session:
            look_as(session, _LOOKS.get())
            yield session


def web_of(request: Request) -> Web:
    """The application's `Web`."""
    web: Web = request.app.state.web
    return web


TheWeb = Annotated[Web, Depends(web_of)]
