"""Each landlord's clock; only a sample landlord's can be moved."""

from datetime import timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field

from api.clocks import forward
from api.problems import not_found
from api.security.people import EVERYONE, STAFF, User, allow
from api.shapes import Reference
from api.web import TheWeb
from store import clock
from store.errors import NotThere

router = APIRouter(tags=["clock"])


class Forward(BaseModel):
    """How many days to move a sample landlord's clock on."""

    landlord: Reference
    days: int = Field(strict=True, ge=0, le=clock.MOST_DAYS)


@router.get("/clock")
async def read_clock(landlord: str, web: TheWeb, user: Annotated[User, Depends(allow(*EVERYONE))]) -> dict[str, Any]:
    """The landlord's instant and legal day."""
    if not user.works_for(landlord):
        raise not_found("landlord")
    async with web.reading() as session:
        try:
            now = await clock.now(session, landlord)
            ahead = await clock.offset(session, landlord)
            return {
                "landlord": landlord,
                "now": now,
                "today": await clock.today(session, landlord),
                "days_ahead": ahead // timedelta(days=1),
            }
        except NotThere:
            raise not_found("landlord") from None


@router.post("/clock/forward")
async def move_clock(body: Forward, web: TheWeb, user: Annotated[User, Depends(allow(*STAFF))]) -> dict[str, Any]:
    """Move a sample landlord's clock on, make up its rent for the days passed, and wake its cases."""
    moved = await forward(web, user, body.landlord, body.days)
    return {"today": moved.today, "postings": moved.postings}
