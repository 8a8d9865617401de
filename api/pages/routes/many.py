"""Many cases by page: choose, see what would happen case by case, then do it; and a leaver's cases shared out."""

import uuid
from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Request, Response
from pydantic import ValidationError
from starlette.datastructures import FormData

from api import bulk, sharing
from api.pages.render import page
from api.problems import Problem, forbidden, of_validation
from api.rest.bulk import counted
from api.rest.keys import is_key
from api.security.people import STAFF, User, allow
from api.shapes import without_unseen
from api.sides import OF_MONEY, OF_POSSESSION
from api.web import TheWeb, Web
from cases.money.roles import may as may_money
from cases.money.words import MoneyPaper
from cases.protocol import known_steps
from cases.roles import may
from cases.words import PaperKind, Role
from store import accounts, clock, landlords, pipeline
from store.kinds import MONEY

router = APIRouter()
Staff = Annotated[User, Depends(allow(*STAFF))]
TITLE = "The same act on many cases"


@router.get("/bulk")
async def ask(
    request: Request, web: TheWeb, user: Staff, of: Literal["possession", "money"] = "possession"
) -> Response:
    """Choose an act and the cases it is for: possession cases, or money cases."""
    return await _ask(request, web, user, {"of": of})


@router.post("/bulk")
async def many(request: Request, web: TheWeb, user: Staff) -> Response:
    """What would happen, case by case; sent on from there, do it."""
    form = await request.form()
    sent = _sent(form)
    chosen = [str(value)[:100] for value in form.getlist("case")]
    carried = [*sent.items(), *(("case", value) for value in chosen)]
    try:
        asked = _read({"act": _act(sent, await _today(web, user)), "cases": chosen})
        return await _told(request, web, user, asked, form, carried, TITLE, "/bulk", "/bulk", {})
    except Problem as problem:
        return await _ask(request, web, user, sent, chosen, problem)


@router.post("/bulk/open")
async def open_many(request: Request, web: TheWeb, user: Staff) -> Response:
    """Open cases on the accounts chosen on the rent watch, after a look at what would happen."""
    form = await request.form()
    chosen = [str(value)[:200] for value in form.getlist("account")]
    pairs = [value.partition("/") for value in chosen]
    homes = [{"landlord": landlord, "tenancy_ref": ref} for landlord, _, ref in pairs]
    asked = _read({"accounts": homes, "reason": "The account crossed the landlord's ladder."})
    carried = [("account", value) for value in chosen]
    return await _told(request, web, user, asked, form, carried, "Open cases", "/bulk/open", "/watch", {})


@router.get("/share-out")
async def whose(request: Request, web: TheWeb, user: Staff) -> Response:
    """Choose whose cases are shared out."""
    return await _whose(request, web, user)


@router.post("/share-out")
async def share(request: Request, web: TheWeb, user: Staff) -> Response:
    """Who would get each case; sent on from there, give them."""
    form = await request.form()
    if form.get("run") == "yes":
        pairs = [without_unseen(str(value))[:300].partition("|") for value in form.getlist("share")]
        shares = tuple((case_id, officer) for case_id, _, officer in pairs)
        rows = await sharing.give(web, user, shares, _key(form))
        return _rows(request, user, rows, "Cases shared out", "/share-out")
    landlord, _, leaver = without_unseen(str(form.get("leaver", "")))[:200].partition("|")
    try:
        found = await sharing.proposed(web, user, landlord, leaver)
    except Problem as problem:
        return await _whose(request, web, user, problem)
    people = await _people(web)
    notes = {each.case_id: f"to {people.get(each.officer, each.officer)}: {each.why}" for each in found}
    rows = [bulk.Row(case_id=each.case_id, outcome="allowed") for each in found]
    carried = [("share", f"{each.case_id}|{each.officer}") for each in found]
    context = {"go": "/share-out", "button": f"Give these {len(rows)} cases", "carried": carried, "notes": notes}
    return _rows(request, user, rows, "Who would get which case", "/share-out", dry=True, **context)


async def _told(
    request: Request,
    web: Web,
    user: User,
    asked: bulk.Bulk,
    form: FormData,
    carried: Sequence[tuple[str, str]],
    title: str,
    go: str,
    back: str,
    notes: dict[str, str],
) -> Response:
    if form.get("run") == "yes":
        return _rows(request, user, await bulk.run(web, user, asked, _key(form)), title, back)
    rows = await bulk.dry_run(web, user, asked)
    allowed = sum(row.outcome == "allowed" for row in rows)
    button = f"Do it for the {allowed} that may be done"
    context = {"go": go if allowed else "", "button": button, "carried": carried, "notes": notes}
    return _rows(request, user, rows, title, back, dry=True, **context)


def _rows(
    request: Request, user: User, rows: Sequence[bulk.Row], title: str, back: str, *, dry: bool = False, **more: Any
) -> Response:
    context = {"go": "", "button": "", "carried": (), "notes": {}} | more
    return page(
        request, "bulk.html", user, rows=rows, counts=counted(list(rows)), title=title, back=back, dry=dry, **context
    )


async def _ask(
    request: Request,
    web: Web,
    user: User,
    sent: dict[str, str] | None = None,
    chosen: Sequence[str] = (),
    problem: Problem | None = None,
) -> Response:
    side = OF_MONEY if (sent or {}).get("of") == MONEY else OF_POSSESSION
    allowed = may_money if side is OF_MONEY else may
    async with web.reading() as session:
        rows = await pipeline.cases(session, landlord=user.landlord, kind=side.name, limit=bulk.MOST)
        everybody = await accounts.every(session, landlord=user.landlord)
        people = await accounts.display_names(session)
    officers = [(one.user_id, one.display_name) for one in everybody if one.role != Role.ADMINISTRATOR]
    refusals = tuple(each.model_copy(update={"field": ""}) for each in problem.refusals) if problem else ()
    return page(
        request,
        "bulk_ask.html",
        user,
        status=problem.status if problem else 200,
        title=TITLE,
        rows=None,
        dry=False,
        of=side.name,
        kinds={kind: label for kind, label in side.kinds.items() if allowed(user.role, kind)},
        officers=officers,
        steps=known_steps() if side is OF_POSSESSION else {},
        papers=list(MoneyPaper if side is OF_MONEY else PaperKind),
        cases=rows,
        chosen=set(chosen),
        people=people,
        today=await _today(web, user),
        most=bulk.MOST,
        sent=sent or {},
        refusals=refusals,
        problem_title="There is a problem",
    )


async def _whose(request: Request, web: Web, user: User, problem: Problem | None = None) -> Response:
    if not may(user.role, "reassign"):
        raise forbidden("Cases are shared out by a senior officer or a team leader.", "Ask one of them.")
    leavers = []
    async with web.reading() as session:
        people = await accounts.display_names(session)
        for owner in await landlords.every(session):
            if user.works_for(owner.slug):
                today = await clock.today(session, owner.slug)
                for each in await pipeline.by_officer(session, owner.slug, today):
                    name = f"{people.get(each.officer, each.officer)}: {each.cases} cases of {owner.name}"
                    leavers.append((f"{owner.slug}|{each.officer}", name))
    return page(
        request,
        "share_out.html",
        user,
        status=problem.status if problem else 200,
        title="Share out an officer's cases",
        rows=None,
        dry=False,
        leavers=leavers,
        refusals=tuple(each.model_copy(update={"field": ""}) for each in problem.refusals) if problem else (),
        problem_title="There is a problem",
    )


def _act(sent: dict[str, str], today: date) -> dict[str, Any]:
    """The act with the fields that its kind takes; what differs from case to case is filled in for each."""
    kind, on = sent.get("kind", ""), today.isoformat()
    fields: dict[str, dict[str, Any]] = {
        "reassign": {"officer": sent.get("officer", "")},
        "record_contact": {"step": sent.get("step", ""), "on": on, "method": "letter", "note": sent.get("words")},
        "record_search": {"on": on, "clear": True},
        "record_ten_day_letter": {"sent_on": on},
        "draft_notice": {"planned_service": on, "particulars": sent.get("words")},
        "request_paper": {"paper": sent.get("paper", "")},
        "add_note": {"text": sent.get("words")},
        "search_register": {"on": on, "clear": True},
        "send_letter_of_claim": {"on": on, "method": "letter"},
        "send_intention": {"on": on, "method": "letter"},
        "request_money_paper": {"paper": sent.get("paper", "")},
    }
    return {"kind": kind} | {name: value for name, value in fields.get(kind, {}).items() if value}


def _read(asked: dict[str, Any]) -> bulk.Bulk:
    try:
        return bulk.Bulk.model_validate(asked)
    except ValidationError as fault:
        raise of_validation(fault.errors()) from None


def _sent(form: FormData) -> dict[str, str]:
    names = ("of", "kind", "officer", "step", "paper", "words")
    return {name: without_unseen(str(form.get(name, "")))[:6_400] for name in names if form.get(name)}


def _key(form: FormData) -> str:
    given = str(form.get("key", ""))
    return given if is_key(given) else str(uuid.uuid4())


async def _today(web: Web, user: User) -> date:
    """The day of the person's landlord; of the first one where they work for all."""
    async with web.reading() as session:
        owner = user.landlord or (await landlords.every(session))[0].slug
        return await clock.today(session, owner)


async def _people(web: Web) -> dict[str, str]:
    async with web.reading() as session:
        return await accounts.display_names(session)
