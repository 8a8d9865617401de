"""The sample landlord's clock, as a page."""

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from api.clocks import forward
from api.pages.address import inside
from api.pages.render import page
from api.problems import invalid
from api.security.people import EVERYONE, STAFF, User, allow
from api.shapes import without_unseen
from api.web import TheWeb
from store import clock, landlords

router = APIRouter()
STEPS = (1, 7, 14, 30)


@router.get("/clock")
async def show(request: Request, web: TheWeb, user: Annotated[User, Depends(allow(*EVERYONE))]) -> Response:
    """Where each sample landlord's clock stands."""
    async with web.reading() as session:
        owners = [owner for owner in await landlords.every(session, sample=True) if user.works_for(owner.slug)]
        shown = [
            {
                "slug": owner.slug,
                "name": owner.name,
                "today": await clock.today(session, owner.slug),
                "ahead": await clock.offset(session, owner.slug) // timedelta(days=1),
            }
            for owner in owners
        ]
    return page(request, "clock.html", user, landlords=shown, steps=STEPS)


@router.post("/clock")
async def move(request: Request, web: TheWeb, user: Annotated[User, Depends(allow(*STAFF))]) -> Response:
    """Move a clock on."""
    form = await request.form()
    try:
        days = int(str(form.get("days", "")))
    except ValueError:
        raise invalid("days", "The number of days is not a number.", "Choose one of the buttons.", "days") from None
    await forward(web, user, without_unseen(str(form.get("landlord", ""))), days)
    return RedirectResponse(inside(str(form.get("back", "")), "/clock"), 303)
