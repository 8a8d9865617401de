"""What is answered when something goes wrong: always a problem document or a page, never a trace of our insides."""

import logging
import secrets
import traceback
from http import HTTPStatus

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api import pages
from api.pages.address import inside
from api.problems import NotSignedIn, Problem, document_response, of_validation, signed_out
from cases.refusals import Refusal
from store.errors import is_unavailable

log = logging.getLogger("duecourse.api")

SAYS = {
    400: ("bad_request", "The request cannot be read.", "Send it again as the API's documentation shows."),
    404: ("not_found", "There is nothing at this address.", "Check the address."),
    405: ("wrong_method", "This address does not take that.", "Use a method that the API's documentation lists."),
    413: ("too_large", "The request is too large.", "Send less at once; {most} is the most."),
    414: ("too_large", "The address is too long.", "Send less in the address."),
}


class Faults:
    """Answers what nothing else has answered. Stands inside the security headers, so that those go with every answer.

    The log gets the kind of a fault, where it arose and a number to find it by, never its text: that may name people.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def sending(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, sending)
        except ClientDisconnect:
            return
        except Exception as fault:
            problem = _of_http(fault) if isinstance(fault, HTTPException) else _of_fault(fault, scope)
            if begun:
                raise RuntimeError("an answer broke off") from None
            answer = await _answer(Request(scope, receive), problem, signed_in=False)
            await answer(scope, receive, send)


def add_to(app: FastAPI) -> None:
    """Have the application answer every problem in our shape."""
    app.add_middleware(Faults)
    app.add_exception_handler(Problem, _problem)
    app.add_exception_handler(NotSignedIn, _sign_in_first)
    app.add_exception_handler(RequestValidationError, _problem)
    app.add_exception_handler(HTTPException, _problem)


def wants_page(request: Request) -> bool:
    """Whether a person looks at a page, rather than a program at the API."""
    return not request.url.path.startswith("/api/")


async def _problem(request: Request, fault: Exception) -> Response:
    if isinstance(fault, RequestValidationError):
        return await _answer(request, of_validation(fault.errors()))
    if isinstance(fault, HTTPException):
        answer = await _answer(request, _of_http(fault))
        answer.headers.update(fault.headers or {})
        return answer
    assert isinstance(fault, Problem)
    return await _answer(request, fault)


async def _answer(request: Request, problem: Problem, *, signed_in: bool = True) -> Response:
    if wants_page(request):
        return await pages.show_problem(request, problem, signed_in=signed_in)
    return document_response(problem)


async def _sign_in_first(request: Request, _fault: Exception) -> Response:
    if not wants_page(request):
        return document_response(signed_out())
    after = inside(request.url.path) if request.method == "GET" else "/"
    return RedirectResponse(f"/sign-in?next={after}", 303)


def _of_http(fault: HTTPException) -> Problem:
    code, says, mend = SAYS.get(fault.status_code, ("refused", HTTPStatus(fault.status_code).phrase + ".", ""))
    mend = mend.replace("{most}", fault.detail)
    return Problem(code, [Refusal(code=code, says=says, mend=mend)], status=fault.status_code)


def _of_fault(fault: Exception, scope: Scope) -> Problem:
    number = secrets.token_hex(4)
    away = is_unavailable(fault)
    route = getattr(scope.get("route"), "path", "")
    where = "" if away else "\n" + "".join(traceback.format_tb(fault.__traceback__))
    log.error("fault %s: %s on %s %s%s", number, type(fault).__name__, scope["method"], route, where)
    reason = Refusal(
        code="unavailable" if away else "fault",
        says="The database does not answer." if away else f"Something went wrong on our side (number {number}).",
        mend="Nothing was changed. Try again in a moment; if it happens again, give the number to your administrator.",
    )
    return Problem("unavailable", [reason], status=503 if away else 500)
