"""What the team's cases teach: why claims failed and what catches it, rules set aside, and days in each stage."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response

from api.pages.render import page
from api.rest.lessons import delays_csv
from api.security.people import STAFF, User, allow
from api.web import TheWeb
from cases.durations import MEASURED, MEASURED_OF_MONEY
from store import accounts, clock, landlords, lessons, outlook
from store.kinds import MONEY, POSSESSION
from store.lessons import ALL, AREA, OFFICER, Delay

router = APIRouter()
Staff = Annotated[User, Depends(allow(*STAFF))]
_KINDS: tuple[tuple[str, str, tuple[Any, ...]], ...] = (
    (POSSESSION, "Possession cases", MEASURED),
    (MONEY, "Money cases", MEASURED_OF_MONEY),
)


@router.get("/lessons")
async def read(request: Request, web: TheWeb, user: Staff) -> Response:
    """For each landlord of the person: causes since new year, and days in each stage over a year."""
    shown = []
    async with web.reading() as session:
        people = await accounts.display_names(session)
        for owner in await landlords.every(session):
            if not user.works_for(owner.slug):
                continue
            today = await clock.today(session, owner.slug)
            new_year = today.replace(month=1, day=1)
            found = await lessons.delays(session, owner.slug, today)
            shown.append(
                {
                    "name": owner.name,
                    "slug": owner.slug,
                    "since": new_year,
                    "causes": await lessons.causes(session, owner.slug, new_year),
                    "failures": await outlook.failures(session, owner.slug, new_year),
                    "overrides": await outlook.overrides(session, owner.slug),
                    "kinds": [_of_kind(kind, title, stages, found) for kind, title, stages in _KINDS],
                }
            )
    return page(request, "lessons.html", user, landlords=shown, people=people)


def _of_kind(kind: str, title: str, stages: tuple[Any, ...], found: tuple[Delay, ...]) -> dict[str, Any]:
    """The tables of one kind of case; none of them where it has no cases."""
    mine = tuple(each for each in found if each.kind == kind)
    return {
        "title": title,
        "stages": stages,
        "all": [each for each in mine if each.by == ALL],
        "tables": [("officer", by_stage(mine, OFFICER)), ("area", by_stage(mine, AREA))],
    }


@router.get("/lessons.csv")
async def as_table(landlord: str, web: TheWeb, user: Staff) -> Response:
    """The days of each stage as a table for a spreadsheet."""
    return await delays_csv(landlord, web, user)


def by_stage(found: tuple[Delay, ...], by: str) -> dict[str, dict[Any, Delay]]:
    """For each officer or area, what is known of each stage."""
    told: dict[str, dict[Any, Delay]] = {}
    for each in found:
        if each.by == by:
            told.setdefault(each.who, {})[each.stage] = each
    return told
