"""A landlord's policy by page: every rule in words, an edit that is tried on all open cases, and then a new version."""

from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import FormData

from api.pages.render import page
from api.policies import MAY_SET, faulty, put, tried
from api.problems import Problem, invalid, not_found
from api.security.people import EVERYONE, User, allow
from api.shapes import without_unseen
from api.web import TheWeb, Web
from cases.policy_file import BadPolicy, read_policy
from cases.policy_told import as_toml, tables_of, told
from cases.refusals import Refusal
from store import accounts, clock, landlords, policies

router = APIRouter()
Everyone = Annotated[User, Depends(allow(*EVERYONE))]
Leader = Annotated[User, Depends(allow(*MAY_SET))]
LONGEST = 20_000
SHOWN = 200


@router.get("/policy")
async def rules(request: Request, web: TheWeb, user: Everyone) -> Response:
    """The rules in force at each landlord of the person, in words; every version with its days."""
    return await _rules(request, web, user)


@router.post("/policy")
async def change(request: Request, web: TheWeb, user: Leader) -> Response:
    """Try what was typed on every open case; sent on from there, have it hold from its day."""
    form = await request.form()
    landlord = without_unseen(str(form.get("landlord", "")))[:100]
    if not user.works_for(landlord):
        raise not_found("landlord")
    sent = {name: str(form[name])[:LONGEST] for name in form if isinstance(form[name], str)}
    try:
        policy = read_policy(as_toml(sent, sent.get("tables", "").replace("\r\n", "\n")))
        day = _day(form)
        trial = await tried(web, user, landlord, policy, day)
    except BadPolicy as bad:
        return await _rules(request, web, user, landlord, sent, faulty(bad).refusals)
    except Problem as problem:
        return await _rules(request, web, user, landlord, sent, tuple(problem.refusals))
    if sent.get("run") == "yes":
        await put(web, user, landlord, policy, day, sent.get("note", ""))
        return RedirectResponse("/policy", 303)
    return page(
        request,
        "policy_trial.html",
        user,
        landlord=landlord,
        rules=[rule for rule in told(policy) if rule.own],
        trial=trial,
        shown=SHOWN,
        day=day,
        carried=[(name, value) for name, value in sent.items() if name not in ("form_mark", "run")],
    )


async def _rules(
    request: Request,
    web: Web,
    user: User,
    landlord: str = "",
    sent: dict[str, str] | None = None,
    refusals: tuple[Refusal, ...] = (),
) -> Response:
    shown = []
    async with web.reading() as session:
        people = await accounts.display_names(session)
        for owner in await landlords.every(session):
            if not user.works_for(owner.slug):
                continue
            today, details = await clock.today(session, owner.slug), landlords.details_of(owner)
            versions = await policies.versions(session, owner.slug)
            now = next(each for each in reversed(versions) if each.first is None or each.first <= today)
            typed = sent if sent is not None and owner.slug == landlord else None
            shown.append(
                {
                    "slug": owner.slug,
                    "name": owner.name,
                    "now": now,
                    "rules": told(now.policy),
                    "typed": typed or {},
                    "tables": typed.get("tables", "") if typed else tables_of(now.policy),
                    "versions": list(reversed(versions)),
                    "courts": details.courts,
                    "usual_court": details.court_name,
                    "first": typed or {"from": (today + timedelta(days=1)).isoformat()},
                }
            )
    return page(
        request,
        "policy.html",
        user,
        status=422 if refusals else 200,
        landlords=shown,
        people=people,
        may_set=user.role in MAY_SET,
        refusals=refusals,
        problem_title="There is a problem",
    )


def _day(form: FormData) -> date:
    try:
        return date.fromisoformat(str(form.get("from", "")))
    except ValueError:
        raise invalid("not_a_date", "The first day is not a date.", "Write it as 2026-11-30.", "from") from None
