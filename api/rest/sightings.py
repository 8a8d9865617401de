"""Who looked at what, for those who answer for it."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from sqlalchemy.ext.asyncio import AsyncSession

from api.problems import invalid, not_found
from api.security.people import User, allow
from api.shapes import SEEN
from api.web import TheWeb
from cases.words import Role
from store import audit, landlords
from store.audit import Seen
from store.errors import NotThere

router = APIRouter(tags=["sightings"])
ANSWERABLE = (Role.TEAM_LEADER, Role.LEGAL, Role.ADMINISTRATOR)
"""Who may see who looked at what."""
Answerable = Annotated[User, Depends(allow(*ANSWERABLE))]
Named = Annotated[str, Query(max_length=100, pattern=SEEN)]


@router.get("/sightings")
async def read_sightings(
    landlord: str,
    web: TheWeb,
    user: Answerable,
    case: Named = "",
    person: Named = "",
    day: date | None = None,
    after: Annotated[int | None, Query(ge=1, le=2**53)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> dict[str, Any]:
    """Looks at a landlord's cases, papers, accounts and lists, newest first: at one case with its papers, history and
    account, by one person, on one day in London, or any of these together. That it was read is noted too."""
    async with web.reading() as session:
        found = await looks(session, user, landlord, case, person, day, after, limit)
    async with web.writing() as session:
        await audit.saw(session, user.user_id, "sightings", case or "all")
    return {
        "landlord": landlord,
        "looks": [{"by": each.user_id, "what": each.what, "subject": each.subject, "at": each.at} for each in found],
        "next": found[-1].number if len(found) == limit else None,
    }


async def looks(
    session: AsyncSession,
    user: User,
    landlord: str,
    case: str,
    person: str,
    day: date | None,
    after: int | None,
    limit: int,
) -> list[Seen]:
    """The looks, if the landlord is there and the person's own to ask about."""
    if not user.works_for(landlord):
        raise not_found("landlord")
    try:
        await landlords.get(session, landlord)
    except NotThere:
        raise not_found("landlord") from None
    if day is not None and not 1900 < day.year < 2200:
        raise invalid("date", "This year cannot be.", "Give the right year.", "day")
    return await audit.sightings(
        session,
        landlord=landlord,
        case_id=case or None,
        user_id=person or None,
        on=day,
        before=after,
        limit=limit,
    )
