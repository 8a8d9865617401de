"""Signing in and out."""

import secrets

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from api.pages.render import page
from api.problems import Problem
from api.security.people import COOKIE, EVERYONE, allow, check_form, public, signed_in
from api.security.sign_in import sign_in
from api.security.tokens import SESSION_SECONDS, Token
from api.web import TheWeb

router = APIRouter()


@router.get("/sign-in", dependencies=[Depends(public)])
async def show(request: Request, web: TheWeb, next: str = "/") -> Response:
    """The sign-in form; who is signed in already goes on."""
    if await signed_in(request):
        return RedirectResponse(_inside(next), 303)
    return page(request, "sign_in.html", None, form_mark=web.signer.form_mark(None), next=_inside(next), username="")


@router.post("/sign-in", dependencies=[Depends(public)])
async def enter(request: Request, web: TheWeb) -> Response:
    """Sign in; a wrong name or password shows the form again."""
    if request.cookies.get(COOKIE) is None:
        await check_form(request, web, None)
    form = await request.form()
    username = str(form.get("username", ""))
    try:
        account = await sign_in(web, request, username, str(form.get("password", "")))
    except Problem as problem:
        return page(
            request,
            "sign_in.html",
            None,
            status=problem.status,
            form_mark=web.signer.form_mark(None),
            next=_inside(str(form.get("next", "/"))),
            username=username,
            refusals=problem.refusals,
            problem_title="You are not signed in",
        )
    answer = RedirectResponse(_inside(str(form.get("next", "/"))), 303)
    answer.set_cookie(
        COOKIE,
        web.signer.cookie(Token(account.user_id, secrets.token_urlsafe(16))),
        max_age=SESSION_SECONDS,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
    return answer


@router.post("/sign-out", dependencies=[Depends(allow(*EVERYONE))])
async def leave() -> Response:
    """Sign out."""
    answer = RedirectResponse("/sign-in", 303)
    answer.delete_cookie(COOKIE)
    return answer


def _inside(address: str) -> str:
    """An address within this service; anything else becomes the first page."""
    return address if address.startswith("/") and not address.startswith(("//", "/\\")) else "/"
