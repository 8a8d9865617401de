"""The team: who stands in for whom, a landlord's policies by date, and the rent watch."""

from dataclasses import asdict
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field

from api.problems import Problem, not_found
from api.security.people import EVERYONE, STAFF, User, allow
from api.shapes import SEEN, Reference, RowNumber
from api.web import TheWeb
from cases.refusals import CaseError
from store import clock, delegations, landlords, policies, watching
from store.errors import NotThere

router = APIRouter(tags=["team"])
Staff = Annotated[User, Depends(allow(*STAFF))]
Everyone = Annotated[User, Depends(allow(*EVERYONE))]


class Delegating(BaseModel):
    """Who approves in whose place, and on which days, both included. `by` is oneself unless a leader sets it."""

    landlord: Reference
    to: str = Field(max_length=100, pattern=SEEN)
    first: date
    last: date
    by: str = Field("", max_length=100, pattern=SEEN)


class Sent(BaseModel):
    """A rent statement that went to every tenant of an account."""

    sent_on: date
    method: Literal["letter", "email", "portal", "by_hand"] = "letter"


@router.get("/delegations")
async def list_delegations(landlord: str, web: TheWeb, user: Everyone) -> dict[str, Any]:
    """Every delegation of a landlord, the newest first, those that are over too."""
    async with web.reading() as session:
        today = await _today(session, user, landlord)
        found = await delegations.every(session, landlord, today)
    return {"landlord": landlord, "today": today, "delegations": [_plain(each) for each in found]}


@router.post("/delegations", status_code=201)
async def delegate(body: Delegating, web: TheWeb, user: Everyone) -> dict[str, Any]:
    """Have a colleague approve in an approver's absence. It ends by itself, and lends nobody power over own drafts."""
    async with web.writing() as session:
        today = await _today(session, user, body.landlord)
        try:
            made = await delegations.make(
                session,
                body.landlord,
                by=body.by or user.user_id,
                to=body.to,
                first=body.first,
                last=body.last,
                actor=user.person,
                today=today,
            )
        except CaseError as fault:
            raise Problem(fault.kind, fault.refusals) from None
    return {"id": made}


@router.post("/delegations/{delegation_id}/end")
async def end_delegation(delegation_id: RowNumber, landlord: str, web: TheWeb, user: Everyone) -> dict[str, Any]:
    """End a delegation now."""
    async with web.writing() as session:
        await _today(session, user, landlord)
        try:
            await delegations.end(session, landlord, delegation_id, actor=user.person)
        except CaseError as fault:
            raise Problem(fault.kind, fault.refusals) from None
    return {"id": delegation_id, "ended": True}


@router.get("/policies/{landlord}")
async def read_policies(landlord: str, web: TheWeb, user: Everyone) -> dict[str, Any]:
    """The landlord's own rules: every version with its days, who set it, and which one holds today; and its table of
    courts by postcode."""
    async with web.reading() as session:
        today = await _today(session, user, landlord)
        owner = await landlords.get(session, landlord)
        holds = await policies.in_force(session, owner, today)
        found = await policies.versions(session, landlord)
    return {
        "landlord": landlord,
        "today": today,
        "policy": holds.model_dump(),
        "versions": [asdict(each) | {"policy": each.policy.model_dump()} for each in found],
        "courts": [row.model_dump() for row in landlords.details_of(owner).courts],
    }


@router.get("/watch")
async def read_watch(landlord: str, web: TheWeb, user: Staff, officer: str = "", patch: str = "") -> dict[str, Any]:
    """Accounts without a case that the landlord's ladder or a quarterly statement speaks to: the reason, the rule."""
    async with web.reading() as session:
        await _today(session, user, landlord)
        found = await watching.watched(session, landlord, officer=officer, patch=patch)
    return {
        "landlord": landlord,
        "today": found.today,
        "looked_at": found.looked_at,
        "to_open": len(found.to_open),
        "statements_due": len(found.statements_due),
        "accounts": [each.model_dump() | {"opens": each.opens} for each in found.accounts],
    }


@router.post("/accounts/{landlord}/{tenancy_ref}/statements", status_code=201)
async def statement_sent(landlord: str, tenancy_ref: str, body: Sent, web: TheWeb, user: Staff) -> dict[str, Any]:
    """Record that a rent statement went to the tenants of an account without a case; the same day twice is once."""
    async with web.writing() as session:
        await _today(session, user, landlord)
        try:
            fresh = await watching.record_statement(
                session, landlord, tenancy_ref, sent_on=body.sent_on, method=body.method, by=user.user_id
            )
        except NotThere:
            raise not_found("account") from None
        except CaseError as fault:
            raise Problem(fault.kind, fault.refusals) from None
    return {"tenancy_ref": tenancy_ref, "sent_on": body.sent_on, "repeated": not fresh}


async def _today(session: Any, user: User, landlord: str) -> date:
    """The landlord's day; a problem for a landlord that is not there, or not this person's."""
    if not user.works_for(landlord):
        raise not_found("landlord")
    try:
        return await clock.today(session, landlord)
    except NotThere:
        raise not_found("landlord") from None


def _plain(each: delegations.Standing) -> dict[str, Any]:
    return asdict(each) | {"by": each.by.model_dump(), "to": each.to.model_dump()}
