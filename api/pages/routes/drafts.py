"""Saving a form as it stands, to come back to it; and throwing away what was saved."""

from collections.abc import Awaitable, Callable
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from api import drafts
from api.drafts import Form, Typed
from api.pages import begun
from api.pages.forms import seen_revision
from api.pages.routes import accounts, acts, money_acts
from api.problems import Problem, not_found
from api.security.limits import form_of
from api.security.people import STAFF, User, allow
from api.web import TheWeb, Web
from store.kinds import MONEY

router = APIRouter()
Staff = Annotated[User, Depends(allow(*STAFF))]
Again = Callable[[Typed, Problem], Awaitable[Response]]


@router.post("/cases/{case_id}/drafts/{command}")
@router.post("/money-cases/{case_id}/drafts/{command}")
async def save(case_id: str, command: str, request: Request, web: TheWeb, user: Staff) -> Response:
    """Keep the form of an act as it is: back to the case, which says so."""
    form = await _of_case(web, user, case_id, command)
    show = money_acts.show_form if form.place.kind == MONEY else acts.show_form

    async def again(typed: Typed, problem: Problem) -> Response:
        subject = _first(typed, "subject")
        return await show(
            request,
            web,
            user,
            case_id,
            command,
            subject,
            sent=typed,
            refusals=problem.refusals,
            status=problem.status,
            problem_title="This was not saved",
        )

    return await _save(request, web, user, form, again)


@router.post("/cases/{case_id}/drafts/{command}/throw-away")
@router.post("/money-cases/{case_id}/drafts/{command}/throw-away")
async def throw_away(case_id: str, command: str, request: Request, web: TheWeb, user: Staff) -> Response:
    """Remove what was saved of a form, for good."""
    return await _throw_away(request, web, user, await _of_case(web, user, case_id, command))


@router.post("/accounts/{landlord}/{tenancy_ref}/drafts/open_case")
async def save_opening(landlord: str, tenancy_ref: str, request: Request, web: TheWeb, user: Staff) -> Response:
    """Keep the form that opens a case as it is: back to the account, which says so."""

    async def again(typed: Typed, problem: Problem) -> Response:
        sent = {name: _first(typed, name) for name in typed}
        return await accounts.show(request, web, user, landlord, tenancy_ref, problem=problem, sent=sent)

    async with web.reading() as session:
        form = await drafts.form_of_opening(session, user, landlord, tenancy_ref)
    return await _save(request, web, user, form, again)


@router.post("/accounts/{landlord}/{tenancy_ref}/drafts/open_case/throw-away")
async def throw_opening_away(landlord: str, tenancy_ref: str, request: Request, web: TheWeb, user: Staff) -> Response:
    """Remove what was saved of the form that opens a case, for good."""
    async with web.reading() as session:
        form = await drafts.form_of_opening(session, user, landlord, tenancy_ref)
    return await _throw_away(request, web, user, form)


async def _of_case(web: Web, user: User, case_id: str, command: str) -> Form:
    async with web.reading() as session:
        form = await drafts.form_of_case(session, user, case_id, command)
    if begun.form_of(form.place) is None:
        raise not_found("act")
    return form


async def _save(request: Request, web: Web, user: User, form: Form, again: Again) -> Response:
    posted = await form_of(request)
    typed = {name: [value for value in posted.getlist(name) if isinstance(value, str)] for name in posted}
    await posted.close()
    try:
        await drafts.save(web, user, form, typed, subject=_first(typed, "subject"), seen=seen_revision(typed))
    except Problem as problem:
        return await again(typed, problem)
    return RedirectResponse(f"{form.place.address}?kept={quote(form.place.command)}", 303)


async def _throw_away(request: Request, web: Web, user: User, form: Form) -> Response:
    posted = await form_of(request)
    await drafts.throw_away(web, user, form)
    to = "/" if posted.get("back") == "work" else form.place.address
    return RedirectResponse(f"{to}?thrown=yes", 303)


def _first(typed: Typed, name: str) -> str:
    return (typed.get(name) or [""])[0]
