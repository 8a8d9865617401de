"""Who looked at what, by case, person or day."""

from datetime import date
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response

from api.pages.render import page
from api.problems import Problem, invalid, not_found
from api.rest.sightings import Answerable, Named, looks
from api.web import TheWeb
from store import accounts, audit, landlords

router = APIRouter()
SHOWN = 50


@router.get("/sightings")
async def sightings(
    request: Request,
    web: TheWeb,
    user: Answerable,
    landlord: Named = "",
    case: Named = "",
    person: Named = "",
    day: Named = "",
    after: Annotated[int | None, Query(ge=1, le=2**53)] = None,
) -> Response:
    """Looks at a landlord's cases, papers, accounts and lists, newest first."""
    case = case.strip().upper()
    problem: Problem | None = None
    on: date | None = None
    try:
        on = date.fromisoformat(day) if day else None
    except ValueError:
        problem = invalid("date", f"“{day[:20]}” is not a date.", "Write it as 2026-11-23.", "day")
    async with web.reading() as session:
        owners = [(owner.slug, owner.name) for owner in await landlords.every(session) if user.works_for(owner.slug)]
        if not owners:
            raise not_found("landlord")
        slug = landlord or owners[0][0]
        found = [] if problem else await looks(session, user, slug, case, person, on, after, SHOWN)
        everybody = await accounts.every(session, landlord=slug)
        pages = await audit.pages_of(session, found)
        names = await accounts.display_names(session)
    async with web.writing() as session:
        await audit.saw(session, user.user_id, "sightings", case or "all")
    asked = {"landlord": slug, "case": case, "person": person, "day": day}
    more = urlencode(asked | {"after": found[-1].number}) if len(found) == SHOWN else ""
    return page(
        request,
        "sightings.html",
        user,
        status=problem.status if problem else 200,
        landlords=owners,
        asked=asked,
        staff=[(one.user_id, one.display_name) for one in everybody],
        looks=found,
        pages=pages,
        people=names,
        next=more,
        refusals=problem.refusals if problem else (),
        problem_title="There is a problem",
    )
