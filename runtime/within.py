"""What the API works with, for a program beside it: the database, the files, the way to the workflow engine."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from runtime.settings import Settings

if TYPE_CHECKING:
    from api.web import Web


@asynccontextmanager
async def within(settings: Settings) -> AsyncIterator[Web]:
    """The same as a request of the API has; closed at the end."""
    from importlib import import_module

    import_module("api.app")
    from api.gateway import TemporalGateway
    from api.security.tokens import Signer
    from api.web import Web
    from documents.files import FileStore
    from store.engine import make_engine

    engine = make_engine(settings.database)
    try:
        yield Web(
            settings=settings,
            engine=engine,
            gateway=TemporalGateway(settings),
            signer=Signer(settings.session_secret.get_secret_value()),
            files=FileStore(Path(settings.files)),
        )
    finally:
        await engine.dispose()
