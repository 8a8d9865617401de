"""Signing in and out."""

import secrets
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from api.pages.address import inside
from api.pages.render import page
from api.problems import Problem
from api.security.people import COOKIE, EVERYONE, User, allow, check_form, public, signed_in
from api.security.sign_in import KNOWN, LONGEST_USERNAME, begin_visit, end_visit, sign_in
from api.security.tokens import KNOWN_SECONDS, SESSION_SECONDS
from api.web import TheWeb, Web

router = APIRouter()
DOOR = "duecourse_door"
"""A random word of the browser's own, to which the sign-in form's mark is tied."""


@router.get("/sign-in", dependencies=[Depends(public)])
async def show(request: Request, web: TheWeb, next: str = "/") -> Response:
    """The sign-in form; who is signed in already goes on."""
    if await signed_in(request):
        return RedirectResponse(inside(next), 303)
    return _form(request, web, next=inside(next))


@router.post("/sign-in", dependencies=[Depends(public)])
async def enter(request: Request, web: TheWeb) -> Response:
    """Sign in; a wrong name or password shows the form again."""
    door = request.cookies.get(DOOR, "")
    await check_form(request, web.signer.form_mark(f"door:{door}") if door else "")
    form = await request.form()
    username, target = str(form.get("username", "")), inside(str(form.get("next", "/")))
    try:
        account = await sign_in(web, request, username, str(form.get("password", "")))
    except Problem as problem:
        return _form(request, web, next=target, username=username[:LONGEST_USERNAME], problem=problem)
    token = await begin_visit(web, account)
    answer = RedirectResponse(target, 303)
    _keep(answer, request, web, COOKIE, web.signer.cookie(token), SESSION_SECONDS)
    _keep(answer, request, web, KNOWN, web.signer.known(account.user_id), KNOWN_SECONDS, path="/sign-in")
    answer.delete_cookie(DOOR, path="/sign-in")
    return answer


@router.post("/sign-out")
async def leave(web: TheWeb, user: Annotated[User, Depends(allow(*EVERYONE))]) -> Response:
    """Sign out."""
    await end_visit(web, user.visit_id)
    answer = RedirectResponse("/sign-in", 303)
    answer.delete_cookie(COOKIE)
    return answer


def _form(request: Request, web: Web, *, next: str, username: str = "", problem: Problem | None = None) -> Response:
    door = request.cookies.get(DOOR) or secrets.token_urlsafe(16)
    answer = page(
        request,
        "sign_in.html",
        None,
        status=problem.status if problem else 200,
        form_mark=web.signer.form_mark(f"door:{door}"),
        next=next,
        username=username,
        refusals=problem.refusals if problem else (),
        problem_title="You are not signed in",
    )
    _keep(answer, request, web, DOOR, door, SESSION_SECONDS, path="/sign-in")
    return answer


def _keep(
    answer: Response, request: Request, web: Web, name: str, value: str, seconds: int, *, path: str = "/"
) -> None:
    """Set a cookie that scripts and other sites cannot reach, and in production never without TLS."""
    secure = web.settings.environment == "production" or request.url.scheme == "https"
    answer.set_cookie(name, value, max_age=seconds, path=path, httponly=True, samesite="lax", secure=secure)
