"""What people have been told."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query

from api.security.people import STAFF, User, allow
from api.web import TheWeb
from store import outbox

router = APIRouter(tags=["outbox"])
Staff = Annotated[User, Depends(allow(*STAFF))]


@router.get("/outbox")
async def read_outbox(
    web: TheWeb,
    user: Staff,
    case_id: str | None = None,
    before: Annotated[int | None, Query(ge=1, le=2**53)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> dict[str, Any]:
    """Reminders and escalations, newest first."""
    async with web.reading() as session:
        rows = await outbox.rows(session, landlord=user.landlord, case_id=case_id, before=before, limit=limit)
    return {"messages": [row.model_dump() for row in rows], "before": rows[-1].id if len(rows) == limit else None}
