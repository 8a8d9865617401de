"""Money cases by page: the list, a case with what leads, its papers, opening one from an account or a closed case."""

import uuid
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from api import joint, money
from api.acting import Pending
from api.casefile import references
from api.filters import SHOWN, Filter, Word
from api.pages.begun import shown_on_case
from api.pages.forms.money import money_forms
from api.pages.money_told import lines
from api.pages.naming import actions_named, recommended_named, refusals_named
from api.pages.render import page
from api.rest.keys import is_key
from api.rest.money_cases import read_paper
from api.rest.pipeline import case_table
from api.security.people import STAFF, User, allow
from api.shapes import without_unseen
from api.web import TheWeb
from cases.costs import fees_of_money
from cases.instants import legal_day
from cases.means import of_arrangements
from cases.money import paperwork
from cases.money.debt import standing
from cases.money.ranking import next_of
from cases.money.roles import who_may
from cases.money.views import at_risk
from cases.money.views import stage as stage_of
from cases.money.words import MoneyPaper
from store import accounts, audit, cases, housing, linked, people, restricted, texts
from store.kinds import MONEY

router = APIRouter()
Staff = Annotated[User, Depends(allow(*STAFF))]


@router.get("/money-cases")
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
    """Money cases by their next date, the nearest first."""
    asked = Filter(MONEY, stage, officer, patch, track, only, after)
    async with web.reading() as session:
        rows = await asked.rows(session, user)
        homes = await housing.homes(session, [(row.landlord, row.tenancy_ref) for row in rows])
        choices = await asked.choices(session, user)
    if homes:
        async with web.writing() as session:
            await audit.saw(session, user.user_id, "case list", f"{len(homes)} listed")
    more = asked.address("/money-cases", after=rows[-1].cursor) if len(rows) == SHOWN else ""
    return page(request, "money_cases.html", user, **choices, rows=rows, homes=homes, next=more, root="/money-cases")


@router.get("/money-cases.csv")
async def table_of_cases(
    web: TheWeb,
    user: Staff,
    stage: Word = "",
    officer: Word = "",
    patch: Word = "",
    track: Word = "",
    only: Word = "open",
) -> Response:
    """The same money cases, every page of them, as a table for a spreadsheet. No names."""
    return await case_table(web, user, Filter(MONEY, stage, officer, patch, track, only), "money-cases")


@router.post("/money-cases")
async def open_case(request: Request, web: TheWeb, user: Staff) -> Response:
    """Open a case on an account, from the account's page or from a possession case that ended with a balance."""
    form = await request.form()
    key = str(form.get("key", ""))
    done = await money.open_case(
        web,
        user,
        landlord=without_unseen(str(form.get("landlord", "")))[:100],
        account_ref=without_unseen(str(form.get("account_ref", "")))[:100],
        officer=str(form.get("officer", "")),
        earlier_case=str(form.get("earlier_case", "")),
        reason=str(form.get("reason", "")),
        key=key if is_key(key) else str(uuid.uuid4()),
    )
    if isinstance(done, Pending):
        return RedirectResponse(f"/acts/{quote(done.key)}", 303)
    return RedirectResponse(f"/money-cases/{done.case_id}", 303)


@router.get("/money-cases/{case_id}")
async def overview(
    case_id: str, request: Request, web: TheWeb, user: Staff, done: str = "", kept: str = "", thrown: str = ""
) -> Response:
    """What leads, why the rest must wait, the debt with its time to sue, every date with why, and the history."""
    async with web.reading() as session:
        state = await money.load(session, user, case_id)
        facts, as_at = await money.facts_of(session, user, state)
        debtors = await people.by_ids(session, state.tenants)
        home = await housing.tenancy(session, state.landlord, state.tenancy_ref)
        everybody = await accounts.display_names(session)
        others = await linked.linked(session, state.landlord, state.tenancy_ref, case_id)
        accounts_held = await joint.by_hold(session, state)
        held_elsewhere = await joint.missing(session, user, state)
        events = await cases.events_of(session, case_id)
        said = [ref for each in events for ref in references(each.event)]
        words = await texts.read(session, [*references(state), *said])
        restriction = await restricted.of_account(session, state.landlord, state.tenancy_ref)
    async with web.writing() as session:
        await audit.saw(session, user.user_id, "case", case_id)
    names = {who: person.name for who, person in debtors.items()}
    forms = money_forms()
    told = next_of(state, facts, as_at, user.person, with_days=False)
    offered = [a for a in told.actions if a.command in forms]
    today = legal_day(as_at)
    return page(
        request,
        "money_case.html",
        user,
        money=state,
        root=f"/money-cases/{quote(case_id)}",
        stage=stage_of(state),
        risks=at_risk(state),
        names=names,
        home=home,
        officer=everybody.get(state.officer, state.officer),
        today=today,
        actions=actions_named(offered, names),
        recommended=recommended_named(told.recommended, names),
        standing=standing(state, facts, today),
        linked=others,
        holds=joint.running(state),
        afforded=of_arrangements(state),
        accounts_held=accounts_held,
        held_elsewhere=held_elsewhere,
        words=words,
        fees=fees_of_money(state),
        history=lines(events, words, everybody, names),
        restricted=restriction,
        known=everybody,
        done=forms[done].done if done in forms else "",
        **await shown_on_case(web, user, state.landlord, case_id, kept, thrown),
    )


@router.get("/money-cases/{case_id}/papers")
async def papers(case_id: str, request: Request, web: TheWeb, user: Staff) -> Response:
    """Papers: what can be made, what was made and still stands."""
    async with web.reading() as session:
        state = await money.load(session, user, case_id)
        facts, as_at = await money.facts_of(session, user, state)
        debtors = await people.by_ids(session, state.tenants)
    names = {who: person.name for who, person in debtors.items()}
    may = user.role in who_may("request_money_paper")
    offers = [
        (kind, subject, refusals_named(paperwork.may_make(state, facts, kind, subject, as_at), names))
        for kind, subject in paperwork.offered(state)
        if may
    ]
    return page(
        request,
        "money_papers.html",
        user,
        money=state,
        root=f"/money-cases/{quote(case_id)}",
        offers=offers,
        labels={kind.value: kind.label for kind in MoneyPaper},
        moved={one.id: paperwork.moved(state, facts, one, as_at) for one in state.papers},
        pending=any(one.file is None and not one.failed for one in state.papers),
    )


@router.post("/money-cases/{case_id}/papers")
async def make_paper(case_id: str, request: Request, web: TheWeb, user: Staff) -> Response:
    """Ask for a paper; back to the papers, where it is being made, or the reasons on a page of their own."""
    posted = await request.form()
    key = given if is_key(given := str(posted.get("key", ""))) else str(uuid.uuid4())
    body = {
        "kind": "request_money_paper",
        "paper": str(posted.get("paper", "")),
        "subject": str(posted.get("subject", "")),
    }
    done = await money.act(web, user, case_id, body, key, None)
    if isinstance(done, Pending):
        return RedirectResponse(f"/acts/{quote(done.key)}?case={quote(case_id)}", 303)
    return RedirectResponse(f"/money-cases/{quote(case_id)}/papers", 303)


@router.get("/money-cases/{case_id}/papers/{paper_id}")
async def paper(case_id: str, paper_id: str, web: TheWeb, user: Staff) -> Response:
    """The PDF itself."""
    return await read_paper(case_id, paper_id, web, user)
