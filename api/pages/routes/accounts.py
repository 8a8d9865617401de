"""Accounts in arrears: find one, look at it, open a case."""

import uuid
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, TypeVar

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from api import acting
from api.drafts import Form
from api.pages.begun import onward
from api.pages.forms.limits import ANY
from api.pages.render import page
from api.problems import Problem, invalid, not_found
from api.rest.keys import is_key
from api.security.people import STAFF, User, allow
from api.shapes import without_unseen
from api.web import TheWeb, Web
from cases.account import position, running
from cases.tenancy import law_type
from cases.tracks import roads_of
from cases.words import Cause, Track
from store import accounts, audit, cases, clock, housing, landlords, linked, people
from store.drafts import Place

router = APIRouter()
TYPED = ("officer", "track", "cause", "reason")
Staff = Annotated[User, Depends(allow(*STAFF))]
ROWS_SHOWN = 60
W = TypeVar("W", bound=StrEnum)


@router.get("/accounts")
async def list_accounts(request: Request, web: TheWeb, user: Staff, after: str | None = None) -> Response:
    """Accounts by rent arrears, the greatest first."""
    return await _list(request, web, user, search="", after=after)


@router.post("/accounts")
async def search_accounts(request: Request, web: TheWeb, user: Staff) -> Response:
    """Search by reference, address or name. Posted, so that no name stands in an address."""
    form = await request.form()
    return await _list(request, web, user, search=without_unseen(str(form.get("search", ""))[:200]), after=None)


@router.get("/accounts/{landlord}/{tenancy_ref}")
async def show_account(
    landlord: str, tenancy_ref: str, request: Request, web: TheWeb, user: Staff, kept: str = "", thrown: str = ""
) -> Response:
    """A tenancy: its people, its rent account, and opening a case."""
    return await show(request, web, user, landlord, tenancy_ref, kept=bool(kept), thrown=bool(thrown))


@router.post("/accounts/{landlord}/{tenancy_ref}/open")
async def open_case(landlord: str, tenancy_ref: str, request: Request, web: TheWeb, user: Staff) -> Response:
    """Open a case; refused with every reason on the account's own page."""
    form = await request.form()
    try:
        done = await acting.open_case(
            web,
            user,
            landlord=landlord,
            tenancy_ref=tenancy_ref,
            officer=str(form.get("officer", "")),
            reason=str(form.get("reason", "")),
            track=_one_of(Track, form.get("track")),
            cause=_one_of(Cause, form.get("cause")),
            key=key if is_key(key := str(form.get("key", ""))) else str(uuid.uuid4()),
        )
    except Problem as problem:
        sent = {name: str(form.get(name, "")) for name in TYPED}
        return await show(request, web, user, landlord, tenancy_ref, problem=problem, sent=sent)
    if isinstance(done, acting.Pending):
        return RedirectResponse(f"/acts/{done.key}", 303)
    return RedirectResponse(f"/cases/{done.case_id}", 303)


def _one_of(words: type[W], sent: object) -> W | None:
    """The word sent, or None where it is empty or not one of them: the case then takes its plain road."""
    return next((word for word in words if word.value == sent), None)


async def _list(request: Request, web: Web, user: User, *, search: str, after: str | None) -> Response:
    async with web.reading() as session:
        try:
            found = await housing.accounts_in_arrears(
                session, landlord=user.landlord, search=search, cursor=after, limit=25
            )
        except ValueError:
            raise invalid("not_a_cursor", "This is not a place in the list.", "Go back to the first page.") from None
    if search:
        async with web.writing() as session:
            await audit.saw(session, user.user_id, "account search", f"{len(found.rows)} found")
    return page(request, "accounts.html", user, found=found, search=search)


async def show(
    request: Request,
    web: Web,
    user: User,
    landlord: str,
    tenancy_ref: str,
    *,
    problem: Problem | None = None,
    sent: Mapping[str, str] | None = None,
    kept: bool = False,
    thrown: bool = False,
) -> Response:
    """The account, and the form that opens a case: with what was typed, or as it was left where it was begun before."""
    async with web.reading() as session:
        home = await housing.tenancy(session, landlord, tenancy_ref) if user.works_for(landlord) else None
        if home is None or home.id is None:
            raise not_found("account")
        today = await clock.today(session, landlord)
        postings = await housing.postings_of(session, home.id, up_to=today)
        tenants = await people.of_tenancy(session, landlord, tenancy_ref)
        open_case = await cases.open_case_of(session, landlord, tenancy_ref)
        known = await linked.linked(session, landlord, tenancy_ref)
        officers = await accounts.officers(session, landlord)
        everybody = await accounts.display_names(session)
        balance = await housing.balance(session, landlord, tenancy_ref)
        owner = await landlords.get(session, landlord)
    async with web.writing() as session:
        await audit.saw(session, user.user_id, "account", f"{landlord}/{tenancy_ref}")
    opening = Form(Place(landlord, tenancy_ref, "", acting.OPENING))
    before = None if sent is not None else await onward(web, user, opening, "", {}, {})
    if before is not None and before.resumed.typed is not None:
        sent = {name: values[0] for name, values in before.resumed.typed.items() if values}
    officer = home.officer if home.officer in officers else user.user_id
    chosen = {**dict.fromkeys(TYPED, ""), "officer": officer, **(sent or {})}
    rows = running(postings, home.start_date, today, home)
    return page(
        request,
        "account.html",
        user,
        status=problem.status if problem else 200,
        home=home,
        tenants=tenants,
        balance=balance,
        other_pence=position(postings, today, home).other_charges_pence,
        rows=list(reversed(rows))[:ROWS_SHOWN],
        more=max(0, len(rows) - ROWS_SHOWN),
        today=today,
        open_case=open_case,
        linked=known,
        roads=roads_of(law_type(home.occupancy, owner.kind if owner else "", home.social_housing)),
        causes=list(Cause),
        officers=officers,
        people=everybody,
        key=str(uuid.uuid4()),
        chosen=chosen,
        most=ANY,
        onward=before,
        kept=before.begun if kept and before else None,
        thrown=thrown and before is None,
        refusals=problem.refusals if problem else (),
    )
