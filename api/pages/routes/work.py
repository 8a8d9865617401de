"""My work: what is due, what waits for my approval, what I was told."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from api.pages.render import page
from api.security.people import EVERYONE, User, allow
from api.web import TheWeb
from cases.roles import APPROVERS
from store import clock, landlords, outbox, pipeline

router = APIRouter()


@router.get("/")
async def my_work(request: Request, web: TheWeb, user: Annotated[User, Depends(allow(*EVERYONE))]) -> Response:
    """The first page after signing in."""
    async with web.reading() as session:
        cases = await pipeline.my_work(session, user.landlord, user.user_id)
        waiting = (
            await pipeline.approvals_waiting(session, user.landlord, approver=user.user_id)
            if user.role in APPROVERS
            else []
        )
        told = await outbox.rows(session, landlord=user.landlord, to_user=user.user_id, limit=10)
        days = {
            owner.slug: await clock.today(session, owner.slug)
            for owner in await landlords.every(session)
            if user.works_for(owner.slug)
        }
    return page(request, "work.html", user, cases=cases, waiting=waiting, told=told, days=days)
