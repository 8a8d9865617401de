"""Claims as one file for an online service: choose the route and the cases, see what is in, take the file."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from pydantic import ValidationError

from api import claim_files
from api.pages.render import page
from api.problems import Problem, of_validation
from api.rest.claim_files import file_response
from api.security.people import STAFF, User, allow
from api.shapes import without_unseen
from api.web import TheWeb, Web
from cases.words import Route, Stage
from store import accounts, pipeline

router = APIRouter()
Staff = Annotated[User, Depends(allow(*STAFF))]
ROUTES = {Route.PCS.value: Route.PCS.label, Route.PCOL.value: Route.PCOL.label}


@router.get("/claim-files")
async def ask(request: Request, web: TheWeb, user: Staff) -> Response:
    """Choose a route and cases whose claims are prepared."""
    return await _ask(request, web, user)


@router.post("/claim-files")
async def many(request: Request, web: TheWeb, user: Staff) -> Response:
    """What would be in the file, case by case; sent on from there, the file."""
    form = await request.form()
    route = without_unseen(str(form.get("route", "")))[:20]
    chosen = [without_unseen(str(value))[:100] for value in form.getlist("case")]
    try:
        wanted = claim_files.Wanted.model_validate({"route": route, "cases": chosen})
        if form.get("run") == "yes":
            data, rows = await claim_files.taken(web, user, wanted)
            return file_response(data, route, sum(not row.included for row in rows))
    except ValidationError as fault:
        return await _ask(request, web, user, route, chosen, of_validation(fault.errors()))
    except Problem as problem:
        return await _ask(request, web, user, route, chosen, problem)
    rows = await claim_files.dry_run(web, user, wanted)
    return page(request, "claim_files.html", user, rows=rows, route=route, routes=ROUTES, refusals=())


async def _ask(
    request: Request,
    web: Web,
    user: User,
    route: str = "",
    chosen: list[str] | None = None,
    problem: Problem | None = None,
) -> Response:
    async with web.reading() as session:
        rows = await pipeline.cases(session, landlord=user.landlord, stage=Stage.CLAIM, limit=claim_files.MOST)
        people = await accounts.display_names(session)
    return page(
        request,
        "claim_files.html",
        user,
        status=problem.status if problem else 200,
        rows=None,
        cases=rows,
        people=people,
        route=route,
        routes=ROUTES,
        chosen=set(chosen or ()),
        most=claim_files.MOST,
        refusals=tuple(each.model_copy(update={"field": ""}) for each in problem.refusals) if problem else (),
        problem_title="There is a problem",
    )
