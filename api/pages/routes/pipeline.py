"""The team's pipeline: stages, ageing, what is at risk and whose it is."""

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from api.pages.charts import bars
from api.pages.render import page
from api.security.people import STAFF, User, allow
from api.web import TheWeb
from store import accounts, clock, landlords, pipeline
from store.kinds import MONEY

router = APIRouter()
AHEAD_DAYS = 30


@router.get("/pipeline")
async def team(request: Request, web: TheWeb, user: Annotated[User, Depends(allow(*STAFF))]) -> Response:
    """Every landlord of the person, stage by stage."""
    shown = []
    async with web.reading() as session:
        for owner in await landlords.every(session):
            if not user.works_for(owner.slug):
                continue
            today = await clock.today(session, owner.slug)
            stages = await pipeline.by_stage(session, owner.slug, today)
            money = await pipeline.by_stage(session, owner.slug, today, kind=MONEY)
            new_year = today.replace(month=1, day=1)
            shown.append(
                {
                    "name": owner.name,
                    "slug": owner.slug,
                    "today": today,
                    "stages": stages,
                    "officers": await pipeline.by_officer(session, owner.slug, today),
                    "outcomes": await pipeline.outcomes(session, owner.slug, new_year),
                    "money_stages": money,
                    "money_open": sum(each.cases for each in money),
                    "money_outcomes": await pipeline.outcomes(session, owner.slug, new_year, kind=MONEY),
                    "chart": bars(
                        f"Open cases of {owner.name} by stage", [(each.stage.label, each.cases) for each in stages]
                    ),
                    "open": sum(each.cases for each in (*stages, *money)),
                    "ahead": await pipeline.forecast(session, owner.slug, today + timedelta(days=AHEAD_DAYS)),
                    "risks": await pipeline.cases(session, landlord=owner.slug, at_risk=True),
                    "attention": await pipeline.cases(session, landlord=owner.slug, attention=True),
                }
            )
        people = await accounts.display_names(session)
    ages = [title for _, title in pipeline.AGES]
    return page(request, "pipeline.html", user, people=people, landlords=shown, ages=ages)
