"""The application: REST under /api/v1 and the officers' pages."""

import logging
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import quote

from fastapi import Depends, FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse
from starlette.requests import Request
from starlette.responses import Response

from api import pages, rest
from api.gateway import Gateway, TemporalGateway
from api.problems import NotSignedIn, Problem, document_response, of_request_validation, signed_out
from api.security.headers import SecurityHeaders
from api.security.people import public
from api.security.sign_in import Attempts
from api.security.tokens import Signer
from api.web import Web
from cases.refusals import Refusal
from documents.files import FileStore
from runtime.settings import Settings
from store.engine import make_engine
from store.errors import is_unavailable

log = logging.getLogger("duecourse.api")


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
    )
    app.add_middleware(SecurityHeaders)
    app.add_exception_handler(Problem, _problem)
    app.add_exception_handler(NotSignedIn, _sign_in_first)
    app.add_exception_handler(RequestValidationError, of_request_validation)
    app.add_exception_handler(Exception, _fault)

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


def wants_page(request: Request) -> bool:
    """Whether a person looks at a page, rather than a program at the API."""
    return not request.url.path.startswith("/api/")


async def _problem(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, Problem)
    return await pages.show_problem(request, fault) if wants_page(request) else document_response(fault)


async def _sign_in_first(request: Request, _fault: Exception) -> Response:
    if not wants_page(request):
        return document_response(signed_out())
    after = quote(request.url.path, safe="/") if request.method == "GET" else "/"
    return RedirectResponse(f"/sign-in?next={after}", 303)


async def _fault(request: Request, fault: Exception) -> Response:
    """Something of ours is wrong. The log gets the kind of fault and a number to find it by, never its text."""
    number = secrets.token_hex(4)
    away = is_unavailable(fault)
    log.error("fault %s: %s on %s", number, type(fault).__name__, request.scope.get("route", ""), exc_info=not away)
    reason = Refusal(
        code="unavailable" if away else "fault",
        says="The database does not answer." if away else f"Something went wrong on our side (number {number}).",
        mend="Nothing was changed. Try again in a moment; if it happens again, give the number to your administrator.",
    )
    problem = Problem("unavailable", [reason], status=503 if away else 500)
    return await pages.show_problem(request, problem) if wants_page(request) else document_response(problem)
