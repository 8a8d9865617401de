"""Doing something to a money case by page: a form for each act, and the refusals on it."""

import uuid
from collections.abc import Sequence
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from api import money
from api.acting import Pending
from api.casefile import references
from api.drafts import Form
from api.pages.begun import onward
from api.pages.forms import first, read_command, seen_revision, typed
from api.pages.forms.fields import Seen
from api.pages.forms.limits import limit_of
from api.pages.forms.money import money_forms
from api.pages.naming import recommended_named, refusals_named
from api.pages.render import page
from api.problems import Problem, not_found
from api.rest.keys import is_key
from api.security.people import STAFF, User, allow
from api.web import TheWeb, Web
from cases.instants import legal_day
from cases.means import OF_DEBTS, afforded, of_money, told_of
from cases.money.closing import drafts
from cases.money.ranking import next_of
from cases.money.state import MoneyState
from cases.refusals import Refusal
from store import accounts, people, texts
from store.drafts import Place
from store.kinds import MONEY

router = APIRouter()
OFFERS = ("offer_arrangement", "agree_arrangement")
Staff = Annotated[User, Depends(allow(*STAFF))]


@router.get("/money-cases/{case_id}/do/{command}")
async def show(case_id: str, command: str, request: Request, web: TheWeb, user: Staff, subject: str = "") -> Response:
    """The form of an act."""
    return await show_form(request, web, user, case_id, command, subject)


@router.post("/money-cases/{case_id}/do/{command}")
async def do(case_id: str, command: str, request: Request, web: TheWeb, user: Staff, subject: str = "") -> Response:
    """Do it: on to the case when it is accepted, the form with every reason when it is refused."""
    if command not in money_forms():
        raise not_found("act")
    posted = await request.form()
    sent = {name: [str(value) for value in posted.getlist(name)] for name in posted}
    subject = (sent.get("subject") or [subject])[0]
    key = given if is_key(given := (sent.get("key") or [""])[0]) else str(uuid.uuid4())
    body, problems = read_command(command, money_forms()[command], subject, sent)
    if problems:
        title = "There is a problem"
        return await show_form(
            request, web, user, case_id, command, subject, sent=sent, refusals=problems, status=422, problem_title=title
        )
    try:
        done = await money.act(web, user, case_id, body, key, seen_revision(sent))
    except Problem as problem:
        title = str(problem.document()["title"])
        return await show_form(
            request,
            web,
            user,
            case_id,
            command,
            subject,
            sent=sent,
            refusals=problem.refusals,
            status=problem.status,
            problem_title=title,
            changed=problem.changed,
        )
    if isinstance(done, Pending):
        return RedirectResponse(f"/acts/{quote(done.key)}?case={quote(case_id)}", 303)
    return RedirectResponse(f"/money-cases/{quote(case_id)}?done={command}", 303)


async def show_form(
    request: Request,
    web: Web,
    user: User,
    case_id: str,
    command: str,
    subject: str,
    *,
    sent: dict[str, list[str]] | None = None,
    refusals: tuple[Refusal, ...] = (),
    status: int = 200,
    problem_title: str = "",
    changed: Sequence[dict[str, Any]] = (),
) -> Response:
    """The form with what was typed and why it is refused; opened afresh, as it was left where it was begun before."""
    form = money_forms().get(command)
    if form is None:
        raise not_found("act")
    async with web.reading() as session:
        state = await money.load(session, user, case_id)
        facts, as_at = await money.facts_of(session, user, state)
        debtors = await people.by_ids(session, state.tenants)
        everybody = await accounts.every(session, landlord=state.landlord)
    names = {who: person.name for who, person in debtors.items()}
    about = Form(Place(state.landlord, state.tenancy_ref, case_id, command, MONEY), state.revision)
    before = None if sent is not None else await onward(web, user, about, subject, {}, names)
    if before is not None and before.fills:
        sent = before.resumed.typed
    known: Any = state
    officers = [(one.user_id, one.display_name) for one in everybody if one.user_id in set(facts.officers)]
    seen = Seen(state=known, subject=subject, today=legal_day(as_at), tenants=debtors, officers=officers)
    fields = []
    for field in form.fields:
        value = typed(field, sent) if sent is not None else first(field, seen)
        wrong = [refusal for refusal in refusals if refusal.field.split(".")[0] == field.name]
        told = {"field": field, "value": value, "options": list(field.options(seen)), "wrong": wrong}
        fields.append(told | {"limit": limit_of(command, subject, field)})
    shown = {field.name for field in form.fields}
    pointed = tuple(r if r.field in shown else r.model_copy(update={"field": ""}) for r in refusals)
    ahead = next_of(state, facts, as_at, user.person, with_days=False)
    now = next((a for a in ahead.actions if a.command == command and a.subject in (subject, "")), None)
    return page(
        request,
        "act.html",
        user,
        status=status,
        case=state,
        root=f"/money-cases/{quote(case_id)}",
        command=command,
        form=form,
        fields=fields,
        subject=subject,
        item=None,
        approved=_approved(state, subject) if command == "approve" else None,
        known_words=await _words(web, state) if command == "approve" else {},
        key=str(uuid.uuid4()),
        blocked=refusals_named(now.refusals, names) if now and not now.allowed and not refusals else (),
        refusals=refusals_named(pointed, names),
        tells=means_told(state, subject) if command in OFFERS else "",
        recommended=recommended_named(ahead.recommended, names) if command == "approve" else [],
        own_rules=[],
        why_not={},
        problem_title=problem_title,
        onward=before,
        people={one.user_id: one.display_name for one in everybody},
        claim_notice=None,
        moved_on=any(refusal.code == "stale" for refusal in refusals),
        changed=changed,
    )


def means_told(state: MoneyState, subject: str) -> str:
    """What is left over by the debtors' figures, beside what the offer asks for where the form is about one."""
    left = of_money(state)
    if left is None:
        return "No figures of income and spending are on record: record them first, and offer by them."
    offer = next((each for each in state.arrangements if each.id == subject), None)
    asked = afforded(left, offer.instalment_pence, offer.frequency, OF_DEBTS) if offer else None
    return asked.says if asked else f"By what is on record, {told_of(left)}"


def _approved(state: MoneyState, subject: str) -> Any:
    """The claim, enforcement or write-off that is to be approved."""
    return next((item for item in drafts(state) if item.id == subject), None)


async def _words(web: Web, state: MoneyState) -> dict[str, str | None]:
    async with web.reading() as session:
        return await texts.read(session, references(state))
