"""The team's pages: the forecast, who stands in for whom, and the rent watch."""

import re
from collections import Counter
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
from cases.ladder import Watched
from cases.refusals import CaseError, Refusal
from cases.words import Role
from store import accounts, clock, delegations, landlords, outlook, watching
from store.delegations import SETS_FOR_OTHERS
from store.errors import NotThere

router = APIRouter()
Staff = Annotated[User, Depends(allow(*STAFF))]
Everyone = Annotated[User, Depends(allow(*EVERYONE))]
SHOWN = 25
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
async def watch(
    request: Request,
    web: TheWeb,
    user: Staff,
    landlord: Annotated[str, Query(max_length=100)] = "",
    rung: Annotated[str, Query(max_length=100)] = "",
    number: Annotated[int, Query(alias="page", ge=1, le=10_000)] = 1,
) -> Response:
    """Accounts without a case that the ladder or a quarterly statement speaks to: counted by rung, a page at a time."""
    async with web.reading() as session:
        owners = [owner.slug for owner in await landlords.every(session) if user.works_for(owner.slug)]
        found = [await watching.watched(session, slug) for slug in owners if landlord in ("", slug)]
    if not found:
        raise not_found("landlord")
    watches = [
        {"watch": each, "rungs": rungs(each), "accounts": [one for one in each.accounts if rung in ("", rung_of(one))]}
        for each in found
    ]
    return page(request, "watch.html", user, watches=watches, shown=SHOWN, number=number, rung=rung)


def rung_of(account: Watched) -> str:
    """The code of the rung that leads; `statement` where only a rent statement is due."""
    return account.leads.code if account.leads else "statement"


def rungs(watch: watching.Watch) -> list[tuple[str, str, int]]:
    """The rungs that lead for some account, each with its title and how many accounts stand on it, the most first."""
    titles = {rung_of(one): one.leads.title if one.leads else "Only a statement is due" for one in watch.accounts}
    counts = Counter(rung_of(one) for one in watch.accounts)
    return [(code, titles[code], times) for code, times in counts.most_common()]


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
