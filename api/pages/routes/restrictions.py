"""Cases that only named people may see: who they are, restricting one, lifting that."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from api import restrictions
from api.pages.render import page
from api.problems import Problem, invalid
from api.rest.keys import is_key
from api.rest.restrictions import Restricting
from api.security.people import User
from api.shapes import SEEN, RowNumber, without_unseen
from api.web import TheWeb, Web
from cases.words import Role
from store import accounts, landlords, restricted

router = APIRouter()


@router.get("/restrictions")
async def show(
    request: Request, web: TheWeb, user: Restricting, case: Annotated[str, Query(max_length=100, pattern=SEEN)] = ""
) -> Response:
    """The restrictions that one may know of, and the form that sets one."""
    return await _show(request, web, user, {"case": case.strip().upper(), "people": (), "reason": ""})


@router.post("/restrictions")
async def restrict(request: Request, web: TheWeb, user: Restricting) -> Response:
    """Keep a case for those who are ticked."""
    form = await request.form()
    people = tuple(without_unseen(str(one))[:100] for one in form.getlist("people"))
    case = without_unseen(str(form.get("case", "")))[:100].strip().upper()
    reason = str(form.get("reason", ""))
    try:
        await restrictions.restrict(web, user, case, people, reason, _key(str(form.get("key", ""))))
    except Problem as problem:
        return await _show(request, web, user, {"case": case, "people": people, "reason": reason}, problem)
    return RedirectResponse("/restrictions", 303)


@router.post("/restrictions/{restriction_id}/lift")
async def lift(restriction_id: RowNumber, request: Request, web: TheWeb, user: Restricting) -> Response:
    """Let everybody of the landlord see the account and its cases again."""
    form = await request.form()
    try:
        await restrictions.lift(web, user, restriction_id, str(form.get("reason", "")), _key(str(form.get("key", ""))))
    except Problem as problem:
        if problem.kind == "not_found":
            raise
        return await _show(request, web, user, {"case": "", "people": (), "reason": ""}, problem)
    return RedirectResponse("/restrictions", 303)


async def _show(
    request: Request, web: Web, user: User, asked: dict[str, object], problem: Problem | None = None
) -> Response:
    shown = []
    staff: dict[str, str] = {}
    async with web.reading() as session:
        for owner in await landlords.every(session):
            if not user.works_for(owner.slug):
                continue
            found, words = await restrictions.known(session, user, owner.slug)
            shown.append({"name": owner.name, "rows": found, "words": words})
            for one in await accounts.every(session, landlord=owner.slug):
                if not one.disabled and Role(one.role) in restricted.MAY_BE_NAMED:
                    staff[one.user_id] = f"{one.display_name}, {Role(one.role).label}"
        names = await accounts.display_names(session)
    return page(
        request,
        "restrictions.html",
        user,
        status=problem.status if problem else 200,
        landlords=shown,
        staff=sorted(staff.items(), key=lambda each: each[1]),
        people=names,
        asked=asked,
        refusals=problem.refusals if problem else (),
        problem_title="There is a problem",
    )


def _key(sent: str) -> str:
    if not is_key(sent):
        raise invalid("no_key", "The page is old.", "Go back, reload the page, try again.")
    return sent
