"""Every case a person may see: the list with its filter, the list as a table, and the box that finds one."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from api.filters import SHOWN, Filter, Word
from api.pages.render import page
from api.rest.pipeline import case_table
from api.security.people import STAFF, User, allow
from api.shapes import without_unseen
from api.web import TheWeb
from store import accounts, audit, finding, housing

router = APIRouter()
Staff = Annotated[User, Depends(allow(*STAFF))]


@router.get("/cases")
async def list_cases(
    request: Request,
    web: TheWeb,
    user: Staff,
    stage: Word = "",
    officer: Word = "",
    patch: Word = "",
    track: Word = "",
    only: Word = "open",
    after: Word = "",
) -> Response:
    """Cases by their next date, the nearest first."""
    asked = Filter(None, stage, officer, patch, track, only, after)
    async with web.reading() as session:
        rows = await asked.rows(session, user)
        homes = await housing.homes(session, [(row.landlord, row.tenancy_ref) for row in rows])
        choices = await asked.choices(session, user)
    if homes:
        async with web.writing() as session:
            await audit.saw(session, user.user_id, "case list", f"{len(homes)} listed")
    more = asked.address("/cases", after=rows[-1].cursor) if len(rows) == SHOWN else ""
    return page(request, "cases.html", user, **choices, rows=rows, homes=homes, next=more, root="/cases")


@router.get("/cases.csv")
async def table_of_cases(
    web: TheWeb,
    user: Staff,
    stage: Word = "",
    officer: Word = "",
    patch: Word = "",
    track: Word = "",
    only: Word = "open",
) -> Response:
    """The same cases, every page of them, as a table for a spreadsheet. No names."""
    return await case_table(web, user, Filter(None, stage, officer, patch, track, only), "cases")


@router.post("/search")
async def search(request: Request, web: TheWeb, user: Staff) -> Response:
    """Find a case or an account by an id, a reference, a court's number, an address or a name. Posted, so that no name
    stands in an address; straight to the case where its id or number says which."""
    form = await request.form()
    words = without_unseen(str(form.get("find", ""))[:200]).strip()
    async with web.reading() as session:
        found = await finding.find(session, user.landlord, words)
        homes = await housing.homes(session, [(row.landlord, row.tenancy_ref) for row in found.cases])
        people = await accounts.display_names(session)
    async with web.writing() as session:
        await audit.saw(session, user.user_id, "case search", f"{len(found.cases) + len(found.accounts)} found")
    if found.sure is not None:
        return RedirectResponse(found.sure.address, 303)
    return page(request, "found.html", user, found=found, homes=homes, people=people, words=words)
