"""Doing something to a case by page: a form for each act, the refusals on it, and waiting for a late answer."""

import uuid
from collections.abc import Iterable, Sequence
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from api import acting
from api.casefile import facts_of, load, references
from api.drafts import Form
from api.pages.begun import onward
from api.pages.forms import FORMS, OVERRIDE, Field, Seen, chosen_by_link, first, read_command, seen_revision, typed
from api.pages.forms.limits import limit_of
from api.pages.naming import recommended_named, refusals_named
from api.pages.noted import noted
from api.pages.render import page
from api.problems import Problem, not_found
from api.rest.keys import is_key
from api.security.people import STAFF, User, allow
from api.web import TheWeb, Web
from cases.courts import court_of
from cases.instants import legal_day
from cases.parties import everyone, household
from cases.ranking import next_of
from cases.refusals import Refusal
from cases.roles import allowed
from cases.routing import of_subject
from cases.state import Claim
from store import accounts, audit, linked, people, texts
from store.drafts import Place

router = APIRouter()
BEGINS = ("draft_notice", "draft_claim")
ROUTED = ("draft_claim", "issue_claim")
"""Acts before which one looks at what was done on this tenancy before."""
WEIGHS = (
    "approve",
    "record_assessment",
    "draft_warrant",
    "request_warrant",
    "book_eviction",
    "record_last_check",
    "confirm_eviction",
    "record_eviction",
)
"""Acts at which what the housing system notes of the tenants is weighed."""
Staff = Annotated[User, Depends(allow(*STAFF))]


@router.get("/cases/{case_id}/do/{command}")
async def show(case_id: str, command: str, request: Request, web: TheWeb, user: Staff, subject: str = "") -> Response:
    """The form of an act."""
    return await show_form(request, web, user, case_id, command, subject)


@router.post("/cases/{case_id}/do/{command}")
async def do(case_id: str, command: str, request: Request, web: TheWeb, user: Staff, subject: str = "") -> Response:
    """Do it: on to the case when it is accepted, the form with every reason when it is refused."""
    if command not in FORMS:
        raise not_found("act")
    posted = await request.form()
    sent = {name: [str(value) for value in posted.getlist(name)] for name in posted}
    subject = (sent.get("subject") or [subject])[0]
    key = given if is_key(given := (sent.get("key") or [""])[0]) else str(uuid.uuid4())
    body, problems = read_command(command, FORMS[command], subject, sent)
    if problems:
        return await show_form(
            request,
            web,
            user,
            case_id,
            command,
            subject,
            sent=sent,
            refusals=problems,
            status=422,
            problem_title="There is a problem",
        )
    try:
        done = await acting.act(web, user, case_id, body, key, seen_revision(sent))
    except Problem as problem:
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
            problem_title=str(problem.document()["title"]),
            changed=problem.changed,
        )
    if isinstance(done, acting.Pending):
        return RedirectResponse(f"/acts/{quote(done.key)}?case={quote(case_id)}", 303)
    page_of = {"request_paper": "/papers", "stop_paper": "/papers"}
    page_of |= dict.fromkeys(("change_document", "withdraw_document"), f"/documents?done={command}")
    return RedirectResponse(f"/cases/{quote(case_id)}{page_of.get(command, f'?done={command}')}", 303)


@router.get("/acts/{key}")
async def late(key: str, request: Request, web: TheWeb, user: Staff, case: str = "") -> Response:
    """What became of an act whose answer did not come in time."""
    if not is_key(key):
        raise not_found("act")
    done = await acting.answer(web, user, key)
    if isinstance(done, acting.Pending):
        return page(request, "pending.html", user, case_id=case)
    return RedirectResponse(f"/cases/{quote(done.case_id or case)}", 303)


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
    form = FORMS.get(command)
    if form is None:
        raise not_found("act")
    async with web.reading() as session:
        state = await load(session, user, case_id)
        facts, as_at = await facts_of(session, user, state)
        persons = await people.by_ids(session, (*everyone(state), *facts.tenancy.tenants))
        everybody = await accounts.every(session, landlord=state.landlord)
        words = await texts.read(session, [*references(_item(state, subject)), *references(household(state))])
        others = await linked.linked(session, state.landlord, state.tenancy_ref, case_id) if command in BEGINS else []
    async with web.writing() as session:
        await audit.saw(session, user.user_id, "case", case_id)
    known = set(facts.officers)
    item = _item(state, subject)
    seen = Seen(
        state=state,
        subject=subject,
        today=legal_day(as_at),
        tenants=persons,
        there=facts.tenancy.tenants,
        signers=[(one.signer, one.capacity.label) for one in facts.policy.signers],
        officers=[(one.user_id, one.display_name) for one in everybody if one.user_id in known],
        words=words,
        court=court_of(item if isinstance(item, Claim) else None, facts.courts, state.landlord).name,
        courts=facts.courts,
    )
    names = {person_id: person.name for person_id, person in persons.items()}
    about = Form(Place(state.landlord, state.tenancy_ref, case_id, command), state.revision)
    chosen = chosen_by_link(form.fields_of(subject), request.query_params)
    before = None if sent is not None else await onward(web, user, about, subject, chosen, names)
    if before is not None and before.fills:
        sent = before.resumed.typed
    fields = []
    for field in form.fields_of(subject):
        if field.name == "approve" and not (_waits(item) and allowed(facts, "approve")):
            continue
        value = typed(field, sent) if sent is not None else first(field, seen)
        if sent is None:
            value = chosen.get(field.name, value)
        wrong = [refusal for refusal in refusals if refusal.field.split(".")[0] == field.name]
        told = {"field": field, "value": value, "options": list(field.options(seen)), "wrong": wrong}
        fields.append(told | {"limit": limit_of(command, subject, field)})
    ahead = next_of(state, facts, as_at, user.person, with_days=False)
    now = next((a for a in ahead.actions if a.command == command and a.subject in (subject, "")), None)
    return page(
        request,
        "act.html",
        user,
        status=status,
        case=state,
        command=command,
        form=form,
        fields=fields,
        subject=subject,
        item=item,
        key=str(uuid.uuid4()),
        blocked=refusals_named(now.refusals, names) if now and not now.allowed and not refusals else (),
        refusals=refusals_named(_pointing(refusals, form.fields_of(subject)), names),
        recommended=recommended_named(ahead.recommended, names) if command == "approve" else [],
        tells=form.tells(seen) if form.tells else "",
        routes=of_subject(state, subject, legal_day(as_at), facts.courts) if command in ROUTED else (),
        own_rules=[r for r in refusals or (now.refusals if now else ()) if user.role in r.may_override],
        why_not={r.code: (sent or {}).get(f"{OVERRIDE}{r.code}", [""])[0] for r in refusals},
        problem_title=problem_title,
        onward=before,
        people={one.user_id: one.display_name for one in everybody},
        claim_notice=_item(state, getattr(item, "notice_id", "")),
        linked=others,
        noted=noted(persons[who] for who in state.tenants if who in persons) if command in WEIGHS else [],
        moved_on=any(refusal.code == "stale" for refusal in refusals),
        changed=changed,
    )


def _pointing(refusals: Iterable[Refusal], fields: Iterable[Field]) -> tuple[Refusal, ...]:
    """The refusals; those about a field that the form does not show point nowhere."""
    shown = {field.name for field in fields if field.widget != "hidden"}
    return tuple(
        refusal if refusal.field.split(".")[0] in shown else refusal.model_copy(update={"field": ""})
        for refusal in refusals
    )


def _waits(item: Any) -> bool:
    """Whether it is a draft that nobody has approved yet."""
    return item is not None and getattr(item, "approved_on", "") is None


def _item(state: Any, subject: str) -> Any:
    """The notice, claim, hearing, order or warrant that the act is about, to be shown beside its form."""
    for items in (state.notices, state.claims, state.hearings, state.orders, state.warrants):
        for item in items:
            if item.id == subject:
                return item
    return None
