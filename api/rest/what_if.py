"""The rest of one case's road by date, under assumptions that are chosen. Nothing of the case is touched."""

import asyncio
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query

from api.casefile import load
from api.problems import not_found
from api.security.people import STAFF, User, allow
from api.web import TheWeb, Web
from cases.assumptions import Assumptions, Coming
from cases.what_if import rest_of_road
from store import trying

router = APIRouter(tags=["cases"])
Staff = Annotated[User, Depends(allow(*STAFF))]
Days = Annotated[int, Query(ge=0, le=400)]
Fee = Annotated[int, Query(ge=0, le=1_000_000)]


def assumptions(
    outcome: Literal["outright", "suspended", "dismissed"] = "outright",
    listing_days: Days = 42,
    bailiff_days: Days = 42,
    pays: Literal["nothing", "rent"] = "nothing",
    fee_pence: Fee = 0,
) -> Assumptions:
    """What is taken for granted: the order, calendar days to the hearing and to the bailiff, and what is paid."""
    return Assumptions(
        outcome=outcome, listing_days=listing_days, bailiff_days=bailiff_days, pays=pays, fee_pence=fee_pence
    )


Assumed = Annotated[Assumptions, Depends(assumptions)]


@router.get("/cases/{case_id}/what-if")
async def read_what_if(case_id: str, web: TheWeb, user: Staff, assumed: Assumed) -> dict[str, Any]:
    """Every step and date that would come, in order, with why; `stop` says where the road ends and what holds it."""
    coming = await walked(web, user, case_id, assumed)
    return {
        "case_id": case_id,
        "assumed": {**assumed.model_dump(), "told": assumed.told()},
        "coming": [each.model_dump() for each in coming],
    }


async def walked(web: Web, user: User, case_id: str, assumed: Assumptions) -> tuple[Coming, ...]:
    """The road walked on paper. Raises Problem where the case is not there for this person."""
    async with web.reading() as session:
        await load(session, user, case_id)
        known = await trying.seen(session, case_id)
    if known is None:
        raise not_found("case")
    return await asyncio.to_thread(rest_of_road, *known, assumed)
