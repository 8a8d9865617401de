"""The outbox: what was told to whom, and when."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from api.pages.render import page
from api.security.people import STAFF, User, allow
from api.web import TheWeb
from store import accounts, outbox, pipeline

router = APIRouter()
SHOWN = 50


@router.get("/outbox")
async def messages(
    request: Request,
    web: TheWeb,
    user: Annotated[User, Depends(allow(*STAFF))],
    before: Annotated[int | None, Query(ge=1, le=2**53)] = None,
) -> Response:
    """Reminders and escalations, newest first."""
    async with web.reading() as session:
        rows = await outbox.rows(session, landlord=user.landlord, before=before, limit=SHOWN)
        pages = await pipeline.addresses(session, [row.case_id for row in rows])
        people = await accounts.display_names(session)
    older = rows[-1].id if len(rows) == SHOWN else None
    return page(request, "outbox.html", user, people=people, rows=rows, pages=pages, older=older)
