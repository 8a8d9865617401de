"""Every case a person may see, by stage, officer and state."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from api.pages.render import page
from api.problems import invalid
from api.security.people import STAFF, User, allow
from api.web import TheWeb
from cases.words import Role, Stage
from store import accounts, audit, housing, pipeline

router = APIRouter()
SHOWN = 25
SHOWS = (
    ("open", "Open cases"),
    ("at_risk", "At risk"),
    ("attention", "Needs attention"),
    ("waiting", "Waiting for approval"),
    ("closed", "Closed cases"),
)


@router.get("/cases")
async def list_cases(
    request: Request,
    web: TheWeb,
    user: Annotated[User, Depends(allow(*STAFF))],
    stage: str = "",
    officer: str = "",
    only: str = "open",
    after: str = "",
) -> Response:
    """Cases by their next date, the nearest first."""
    wanted = Stage(stage) if stage in list(Stage) else None
    async with web.reading() as session:
        try:
            rows = await pipeline.cases(
                session,
                landlord=user.landlord,
                stage=wanted,
                officer=officer or None,
                at_risk=only == "at_risk",
                attention=only == "attention",
                waiting_approval=only == "waiting",
                closed=only == "closed",
                cursor=after or None,
                limit=SHOWN,
            )
        except ValueError:
            raise invalid("not_a_cursor", "This is not a place in the list.", "Go back to the first page.") from None
        homes = await housing.homes(session, [(row.landlord, row.tenancy_ref) for row in rows])
        everybody = await accounts.every(session, landlord=user.landlord)
    if homes:
        async with web.writing() as session:
            await audit.saw(session, user.user_id, "case list", f"{len(homes)} listed")
    return page(
        request,
        "cases.html",
        user,
        rows=rows,
        homes=homes,
        people={one.user_id: one.display_name for one in everybody},
        officers=[(one.user_id, one.display_name) for one in everybody if one.role != Role.ADMINISTRATOR],
        stages=[one for one in Stage if one is not Stage.CLOSED],
        stage=wanted,
        officer=officer,
        only=only,
        shows=SHOWS,
        next=rows[-1].cursor if len(rows) == SHOWN else "",
    )
