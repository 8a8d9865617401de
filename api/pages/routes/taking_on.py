"""Cases under way taken on by page: one by its form, or a whole table; each shown first as it would come in."""

import uuid
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from api import acting, taking_on
from api.pages.forms import taking_on as forms
from api.pages.render import page
from api.problems import Problem, not_found
from api.rest.keys import is_key
from api.security.people import STAFF, User, allow
from api.web import TheWeb, Web
from cases.refusals import Refusal
from cases.tenancy import law_type
from cases.tracks import roads_of
from cases.words import Cause
from store import accounts, clock, housing, landlords

router = APIRouter()
Staff = Annotated[User, Depends(allow(*STAFF))]
LARGEST_TABLE = 250_000
"""Letters of a table: a form, and the page that shows it again, take no more; the command line takes any."""
_SMALLER = "Send a part, or bring it in with the command `duecourse take-on`."


@router.get("/taking-on")
async def ask_table(request: Request, web: TheWeb, user: Staff) -> Response:
    """Give a table of cases."""
    return await _table(request, web, user)


@router.post("/taking-on")
async def read_table(request: Request, web: TheWeb, user: Staff) -> Response:
    """What would come in or not, case by case; sent on from there, bring it in."""
    form = await request.form()
    landlord, text = str(form.get("landlord", "")), str(form.get("csv", ""))
    file: Any = form.get("file")
    if hasattr(file, "read"):
        found = (await file.read(LARGEST_TABLE + 1)).decode("utf-8-sig", "replace")
        text = found if found.strip() else text
    if len(text) > LARGEST_TABLE:
        too_large = Refusal(code="too_large", says="The table is larger than 250 kB.", mend=_SMALLER, field="csv")
        return await _table(request, web, user, landlord=landlord, refusals=(too_large,))
    try:
        rows = await taking_on.table(web, user, landlord, text, apply=form.get("run") == "yes")
    except Problem as problem:
        return await _table(request, web, user, landlord=landlord, text=text, refusals=problem.refusals)
    return await _table(request, web, user, landlord=landlord, text=text, rows=rows)


@router.get("/accounts/{landlord}/{tenancy_ref}/take-on")
async def ask_one(landlord: str, tenancy_ref: str, request: Request, web: TheWeb, user: Staff) -> Response:
    """Tell the past of one case."""
    return await _one(request, web, user, landlord, tenancy_ref, {})


@router.post("/accounts/{landlord}/{tenancy_ref}/take-on")
async def take_on(landlord: str, tenancy_ref: str, request: Request, web: TheWeb, user: Staff) -> Response:
    """How the case would stand here; sent on from there, take it on. Refused with every reason on the form."""
    form = await request.form()
    sent = {name: str(value) for name, value in form.items()}
    asked = forms.sections(await _roads(web, user, landlord, tenancy_ref))
    try:
        opening = await taking_on.opening(web, user, landlord, tenancy_ref, forms.rows_of(asked, sent))
        opening |= {name: sent.get(name) or None for name in ("track", "cause", "reason")}
        opening["officer"] = sent.get("officer") or user.user_id
        if sent.get("run") == "yes":
            key = found if is_key(found := sent.get("key", "")) else str(uuid.uuid4())
            done = await acting.opened(web, user, opening, key)
            if isinstance(done, acting.Pending):
                return RedirectResponse(f"/acts/{done.key}", 303)
            return RedirectResponse(f"/cases/{done.case_id}", 303)
        tried = await taking_on.try_out(web, user, opening)
    except Problem as problem:
        return await _one(request, web, user, landlord, tenancy_ref, sent, refusals=problem.refusals)
    if tried.outcome == "refused":
        return await _one(request, web, user, landlord, tenancy_ref, sent, refusals=tried.refusals)
    return await _one(request, web, user, landlord, tenancy_ref, sent, tried=tried)


async def _roads(web: Web, user: User, landlord: str, tenancy_ref: str) -> Any:
    async with web.reading() as session:
        home = await housing.tenancy(session, landlord, tenancy_ref) if user.works_for(landlord) else None
        if home is None:
            raise not_found("account")
        owner = await landlords.get(session, landlord)
    return roads_of(law_type(home.occupancy, owner.kind, home.social_housing))


async def _one(
    request: Request,
    web: Web,
    user: User,
    landlord: str,
    tenancy_ref: str,
    sent: dict[str, str],
    *,
    tried: taking_on.TakenOnRow | None = None,
    refusals: Any = (),
) -> Response:
    roads = await _roads(web, user, landlord, tenancy_ref)
    asked = forms.sections(roads)
    async with web.reading() as session:
        officers = await accounts.officers(session, landlord)
        people = await accounts.display_names(session)
        today = await clock.today(session, landlord)
    return page(
        request,
        "taking_on_one.html",
        user,
        status=422 if refusals else 200,
        landlord=landlord,
        tenancy_ref=tenancy_ref,
        sections=asked,
        filled={row["step"] for row in forms.rows_of(asked, sent)},
        roads=roads,
        causes=list(Cause),
        officers=officers,
        people=people,
        today=today,
        sent=sent,
        tried=tried,
        key=str(uuid.uuid4()),
        refusals=refusals,
        problem_title="This cannot have been so",
    )


async def _table(
    request: Request,
    web: Web,
    user: User,
    *,
    landlord: str = "",
    text: str = "",
    rows: Any = None,
    refusals: Any = (),
) -> Response:
    async with web.reading() as session:
        owners = [owner for owner in await landlords.every(session) if user.works_for(owner.slug)]
    good = rows is not None and all(row.outcome in ("would_come_in", "here_already") for row in rows)
    return page(
        request,
        "taking_on.html",
        user,
        status=422 if refusals else 200,
        owners=owners,
        landlord=landlord,
        text=text,
        rows=rows,
        may_run=good and any(row.outcome == "would_come_in" for row in rows),
        refusals=refusals,
        problem_title="This table cannot be read",
    )
