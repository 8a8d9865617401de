"""The officers' pages: server-made, usable without scripts and on a phone."""

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from api.pages.render import STATIC, page
from api.pages.routes import ROUTERS
from api.problems import Problem
from api.security import people


def add_to(app: FastAPI) -> None:
    """Add the pages and their assets."""
    app.mount("/assets", StaticFiles(directory=STATIC), name="assets")
    for router in ROUTERS:
        app.include_router(router, include_in_schema=False)


async def show_problem(request: Request, problem: Problem, *, signed_in: bool = True) -> Response:
    """A problem as a page of its own; with `signed_in` False, without looking up who is."""
    document = problem.document()
    return page(
        request,
        "problem.html",
        await people.signed_in(request) if signed_in and request.method == "GET" else None,
        status=problem.status,
        title=document["title"],
        refusals=problem.refusals,
        problem_title=document["title"],
    )
