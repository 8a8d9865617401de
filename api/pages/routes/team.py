"""The team's pages: the forecast, who stands in for whom, and the rent watch."""

import re
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import RedirectResponse

from api.pages.render import page
from api.problems import Problem, invalid, not_found
from api.rest import forecast as tables
from api.security.people import EVERYONE, STAFF, User, allow
from api.shapes import RowNumber, without_unseen
from api.web import TheWeb, Web
from cases.delegation import APPROVERS, DELEGATES
from cases.refusals import CaseError, Refusal
from cases.words import Role
from store import accounts, clock, delegations, landlords, outlook, watching
from store.delegations import SETS_FOR_OTHERS
from store.errors import NotThere

router = APIRouter()
Staff = Annotated[User, Depends(allow(*STAFF))]
Everyone = Annotated[User, Depends(allow(*EVERYONE))]
SHOWN = 200
_NUMBER = re.compile(r"[0-9]{1,4}")


@router.get("/forecast")
async def forecast(
    request: Request, web: TheWeb, user: Staff, days: Annotated[int, Query(ge=1, le=outlook.MOST_DAYS)] = 30
) -> Response:
    """What goes wrong in the days ahead, whose it is and why; and what went wrong before."""
    shown = []
    async with web.reading() as session:
        for owner in await landlords.every(session):
            if user.works_for(owner.slug):
                today = await clock.today(session, owner.slug)
                shown.append(
                    {
                        "name": owner.name,
                        "slug": owner.slug,
                        "outlook": await outlook.outlook(session, owner.slug, days=days),
                        "failures": await outlook.failures(session, owner.slug, today.replace(month=1, day=1)),
                        "overrides": await outlook.overrides(session, owner.slug),
                    }
                )
        people = await accounts.display_names(session)
    return page(request, "forecast.html", user, landlords=shown, people=people, days=days)


@router.get("/forecast.csv")
async def forecast_table(
    landlord: str, web: TheWeb, user: Staff, days: Annotated[int, Query(ge=1, le=outlook.MOST_DAYS)] = 30
) -> Response:
    """The forecast as a table for a spreadsheet."""
    return await tables.forecast_csv(landlord, web, user, days)


@router.get("/watch")
async def watch(request: Request, web: TheWeb, user: Staff) -> Response:
    """Accounts without a case that the ladder or a quarterly statement speaks to."""
    async with web.reading() as session:
        owners = [owner.slug for owner in await landlords.every(session) if user.works_for(owner.slug)]
        found = [await watching.watched(session, slug) for slug in owners]
    return page(request, "watch.html", user, watches=found, shown=SHOWN)


@router.post("/watch/{landlord}/{tenancy_ref}/statement")
async def statement(landlord: str, tenancy_ref: str, web: TheWeb, user: Staff) -> Response:
    """A rent statement went to every tenant of the account today."""
    if not user.works_for(landlord):
        raise not_found("account")
    async with web.writing() as session:
        try:
            today = await clock.today(session, landlord)
            await watching.record_statement(
                session, landlord, tenancy_ref, sent_on=today, method="letter", by=user.user_id
            )
        except NotThere:
            raise not_found("account") from None
        except CaseError as fault:
            raise Problem(fault.kind, fault.refusals) from None
    return RedirectResponse("/watch", 303)


@router.get("/absence")
async def absence(request: Request, web: TheWeb, user: Everyone) -> Response:
    """Who approves in whose absence."""
    return await _absence(request, web, user)


@router.post("/absence")
async def delegate(request: Request, web: TheWeb, user: Everyone) -> Response:
    """Name a delegate."""
    form = await request.form()
    landlord, by, to = (without_unseen(str(form.get(name, "")))[:100] for name in ("landlord", "by", "to"))
    if not user.works_for(landlord):
        raise not_found("landlord")
    try:
        first, last = (_day(form, name) for name in ("first", "last"))
        async with web.writing() as session:
            await delegations.make(
                session,
                landlord,
                by=by,
                to=to,
                first=first,
                last=last,
                actor=user.person,
                today=await clock.today(session, landlord),
            )
    except NotThere:
        raise not_found("landlord") from None
    except CaseError as fault:
        return await _absence(request, web, user, problem=Problem(fault.kind, fault.refusals))
    except Problem as problem:
        return await _absence(request, web, user, problem=problem)
    return RedirectResponse("/absence", 303)


@router.post("/absence/{delegation_id}/end")
async def end(delegation_id: RowNumber, request: Request, web: TheWeb, user: Everyone) -> Response:
    """End a delegation now."""
    form = await request.form()
    landlord = without_unseen(str(form.get("landlord", "")))[:100]
    if not user.works_for(landlord):
        raise not_found("delegation")
    async with web.writing() as session:
        try:
            await delegations.end(session, landlord, delegation_id, actor=user.person)
        except CaseError as fault:
            raise Problem(fault.kind, fault.refusals) from None
    return RedirectResponse("/absence", 303)


async def _absence(request: Request, web: Web, user: User, *, problem: Problem | None = None) -> Response:
    shown = []
    async with web.reading() as session:
        people = await accounts.display_names(session)
        for owner in await landlords.every(session):
            if not user.works_for(owner.slug):
                continue
            staff = [one for one in await accounts.every(session, landlord=owner.slug) if not one.disabled]
            others = user.role in SETS_FOR_OTHERS
            today = await clock.today(session, owner.slug)
            shown.append(
                {
                    "name": owner.name,
                    "slug": owner.slug,
                    "today": today,
                    "rows": await delegations.every(session, owner.slug, today),
                    "approvers": [
                        (one.user_id, one.display_name)
                        for one in staff
                        if Role(one.role) in APPROVERS and (others or one.user_id == user.user_id)
                    ],
                    "colleagues": [
                        (one.user_id, one.display_name)
                        for one in staff
                        if Role(one.role) in DELEGATES and one.user_id != user.user_id
                    ],
                }
            )
    refusals: tuple[Refusal, ...] = ()
    if problem is not None:
        refusals = tuple(each.model_copy(update={"field": ""}) for each in problem.refusals)
    return page(
        request,
        "absence.html",
        user,
        status=problem.status if problem else 200,
        landlords=shown,
        people=people,
        refusals=refusals,
        problem_title="The delegate was not named",
    )


def _day(form: object, name: str) -> date:
    parts = [str(form.get(f"{name}-{part}", "")).strip() for part in ("year", "month", "day")]  # type: ignore[attr-defined]
    try:
        if not all(_NUMBER.fullmatch(part) for part in parts):
            raise ValueError
        return date(*(int(part) for part in parts))
    except ValueError:
        raise invalid("date", f"The {name} day is not a date.", "Write it as numbers, like 27 11 2026.") from None
