"""The application: REST under /api/v1 and the officers' pages."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import Depends, FastAPI
from sqlalchemy.exc import DBAPIError

from api import faults, pages, rest
from api.gateway import Gateway, TemporalGateway
from api.security.headers import SecurityHeaders
from api.security.limits import Limits
from api.security.people import public
from api.security.sign_in import Attempts
from api.security.tokens import Signer
from api.security.unsaid import Unsaid
from api.web import Web
from documents.files import FileStore
from runtime.settings import Settings
from store import landlords
from store.engine import make_engine


def create_app(settings: Settings, gateway: Gateway | None = None) -> FastAPI:
    """The application for these settings; `gateway` other than Temporal's is for tests."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        engine = make_engine(settings.database)
        app.state.attempts = Attempts()
        app.state.web = Web(
            settings=settings,
            engine=engine,
            gateway=gateway or TemporalGateway(settings),
            signer=Signer(settings.session_secret.get_secret_value()),
            files=FileStore(Path(settings.files)),
        )
        app.state.samples = await _samples(app.state.web)
        yield
        await engine.dispose()

    app = FastAPI(
        title="Due Course",
        version="0.1.0",
        summary="Possession cases for English social landlords.",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
    )
    # The one added last stands outermost.
    app.add_middleware(Unsaid)
    app.add_middleware(Limits, largest_file=settings.upload_largest_mb * 1_000_000)
    faults.add_to(app)
    app.add_middleware(SecurityHeaders)

    @app.get("/health", dependencies=[Depends(public)], include_in_schema=False)
    async def health() -> dict[str, str]:
        """Whether the API is up."""
        return {"status": "ok"}

    @app.get("/api/v1/openapi.json", dependencies=[Depends(public)], include_in_schema=False)
    async def openapi() -> dict[str, object]:
        """The API's own description."""
        return app.openapi()

    app.include_router(rest.router)
    pages.add_to(app)
    return app


async def _samples(web: Web) -> tuple[str, ...]:
    """Names of the landlords whose data is made up; every page says so."""
    try:
        async with web.reading() as session:
            return tuple(owner.name for owner in await landlords.every(session, sample=True))
    except (DBAPIError, ConnectionError):
        # A database that is away, or has no tables yet, must not keep the API from saying so itself.
        return ()
