"""Many cases at once, with a dry run; and an officer's cases shared out."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field

from api import bulk, sharing
from api.rest.keys import idempotency_key
from api.security.people import STAFF, User, allow
from api.shapes import Reference
from api.web import TheWeb

router = APIRouter(tags=["bulk"])
Staff = Annotated[User, Depends(allow(*STAFF))]
Key = Annotated[str, Depends(idempotency_key)]


class Sharing(BaseModel):
    """Whose cases are shared out, and to whom; without `to`, to every income officer."""

    landlord: Reference
    officer: str = Field(max_length=100)
    to: list[Annotated[str, Field(max_length=100)]] = Field(default_factory=list, max_length=50)
    dry_run: bool = True


@router.post("/bulk")
async def many(body: bulk.Bulk, web: TheWeb, user: Staff, key: Key) -> dict[str, Any]:
    """One act on many cases, or many cases opened. A dry run says of each what would happen, every reason why not, and
    from which day it may be done; the run itself does each by itself and gives the list of what came of it."""
    rows = await (bulk.dry_run(web, user, body) if body.dry_run else bulk.run(web, user, body, key))
    return {"dry_run": body.dry_run, "counts": counted(rows), "rows": [row.model_dump() for row in rows]}


@router.post("/share-out")
async def share(body: Sharing, web: TheWeb, user: Staff, key: Key) -> dict[str, Any]:
    """An officer's open cases given to others by patch and workload. A dry run says who would get each, and why."""
    shares = await sharing.proposed(web, user, body.landlord, body.officer, tuple(body.to))
    told = [each.model_dump() for each in shares]
    if body.dry_run:
        return {"dry_run": True, "shares": told, "rows": []}
    rows = await sharing.give(web, user, tuple((each.case_id, each.officer) for each in shares), key)
    return {"dry_run": False, "shares": told, "counts": counted(rows), "rows": [row.model_dump() for row in rows]}


def counted(rows: list[bulk.Row]) -> dict[str, int]:
    """How many came to what."""
    return {outcome: sum(row.outcome == outcome for row in rows) for outcome in {row.outcome for row in rows}}
