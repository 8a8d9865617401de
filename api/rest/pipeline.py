"""The team's cases at a glance."""

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query

from api.problems import invalid
from api.security.people import STAFF, User, allow
from api.web import TheWeb
from cases.words import Stage
from store import clock, landlords, pipeline

router = APIRouter(tags=["pipeline"])
Staff = Annotated[User, Depends(allow(*STAFF))]


@router.get("/pipeline")
async def read_pipeline(web: TheWeb, user: Staff) -> dict[str, Any]:
    """For each landlord: open cases by stage with their ages, and by officer."""
    async with web.reading() as session:
        shown = []
        for owner in await landlords.every(session):
            if user.works_for(owner.slug):
                today = await clock.today(session, owner.slug)
                stages = await pipeline.by_stage(session, owner.slug, today)
                officers = await pipeline.by_officer(session, owner.slug, today)
                shown.append(
                    {
                        "landlord": owner.slug,
                        "name": owner.name,
                        "today": today,
                        "ages": [title for _, title in pipeline.AGES],
                        "stages": [asdict(each) for each in stages],
                        "officers": [asdict(each) for each in officers],
                    }
                )
    return {"landlords": shown}


@router.get("/cases")
async def list_cases(
    web: TheWeb,
    user: Staff,
    officer: str | None = None,
    stage: Stage | None = None,
    at_risk: bool = False,
    attention: bool = False,
    closed: bool = False,
    after: str | None = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> dict[str, Any]:
    """Cases by their next date, the nearest first."""
    async with web.reading() as session:
        try:
            rows = await pipeline.cases(
                session,
                landlord=user.landlord,
                officer=officer,
                stage=stage,
                at_risk=at_risk,
                attention=attention,
                closed=closed,
                cursor=after,
                limit=limit,
            )
        except ValueError:
            raise invalid("not_a_cursor", "This is not a place in the list.", "Use `next` as given.", "after") from None
    return {"cases": [asdict(row) for row in rows], "next": rows[-1].cursor if len(rows) == limit else None}
