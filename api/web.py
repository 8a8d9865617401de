"""What every request needs: settings, the database, the gateway to the engine, the file store."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from api.gateway import Gateway
from api.security.tokens import Signer
from documents.files import FileStore
from runtime.settings import Settings
from store.engine import readers, sessions, transaction


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
        """A session for reading."""
        async with readers(self.engine)() as session:
            yield session

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncSession]:
        """A transaction, for the little that the API itself writes: staged words, begun forms, sightings, the sample
        clock."""
        async with transaction(sessions(self.engine)) as session:
            yield session


def web_of(request: Request) -> Web:
    """The application's `Web`."""
    web: Web = request.app.state.web
    return web


TheWeb = Annotated[Web, Depends(web_of)]
