"""Forms that somebody has begun: kept as typed, read again by their writer alone, thrown away."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel, Field

from api import drafts
from api.drafts import Form
from api.problems import Problem, not_found
from api.security.people import STAFF, User, allow
from api.shapes import Reference
from api.web import TheWeb, Web
from cases.refusals import Refusal
from store.drafts import Draft

router = APIRouter(tags=["begun forms"])
Staff = Annotated[User, Depends(allow(*STAFF))]
Values = Annotated[list[str], Field(max_length=100)]


class Typed(BaseModel):
    """What was typed, by the form's own fields: text, or several where several can be chosen; a date in three parts.

    `subject` is what the act is about, such as a notice's id; `seen_revision` the revision that was looked at.
    """

    fields: dict[str, str | Values] = Field(examples=[{"step": "contact_each_tenant", "on-day": "31", "note": "Met"}])
    subject: str = ""
    seen_revision: Annotated[int, Field(strict=True, ge=0, le=2**31)] | None = None

    @property
    def lists(self) -> dict[str, list[str]]:
        """Every field as a list of texts."""
        return {name: [value] if isinstance(value, str) else value for name, value in self.fields.items()}


@router.get("/drafts")
async def list_drafts(web: TheWeb, user: Staff) -> dict[str, Any]:
    """The forms that you have begun, the last saved first. A team leader is told that others have begun some, never
    what they typed."""
    async with web.reading() as session:
        mine, others = await drafts.own(session, user), await drafts.of_team(session, user)
    return {
        "drafts": [_told(web, draft) for draft in mine],
        "of_others": [{"by": draft.user_id, **_told(web, draft)} for draft in others],
    }


@router.get("/cases/{case_id}/drafts/{command}")
async def read_draft(case_id: str, command: str, web: TheWeb, user: Staff) -> dict[str, Any]:
    """Your own begun form of an act on a possession or money case: what you typed, and what happened on the case since
    you saved it."""
    return await _read(web, user, await _of_case(web, user, case_id, command))


@router.put("/cases/{case_id}/drafts/{command}")
async def save_draft(case_id: str, command: str, body: Typed, web: TheWeb, user: Staff) -> dict[str, Any]:
    """Keep a form as it was typed, in the place of what was kept before. It need not be valid, and is no act."""
    return await _save(web, user, await _of_case(web, user, case_id, command), body)


@router.delete("/cases/{case_id}/drafts/{command}", status_code=204)
async def throw_draft_away(case_id: str, command: str, web: TheWeb, user: Staff) -> Response:
    """Remove your own begun form for good."""
    return await _thrown_away(web, user, await _of_case(web, user, case_id, command))


@router.get("/accounts/{landlord}/{tenancy_ref}/drafts/open_case")
async def read_opening(landlord: Reference, tenancy_ref: Reference, web: TheWeb, user: Staff) -> dict[str, Any]:
    """Your own begun form that opens a possession case on the account."""
    return await _read(web, user, await _of_opening(web, user, landlord, tenancy_ref))


@router.put("/accounts/{landlord}/{tenancy_ref}/drafts/open_case")
async def save_opening(
    landlord: Reference, tenancy_ref: Reference, body: Typed, web: TheWeb, user: Staff
) -> dict[str, Any]:
    """Keep the form that opens a possession case as it was typed."""
    return await _save(web, user, await _of_opening(web, user, landlord, tenancy_ref), body)


@router.delete("/accounts/{landlord}/{tenancy_ref}/drafts/open_case", status_code=204)
async def throw_opening_away(landlord: Reference, tenancy_ref: Reference, web: TheWeb, user: Staff) -> Response:
    """Remove your own begun form that opens a case."""
    return await _thrown_away(web, user, await _of_opening(web, user, landlord, tenancy_ref))


async def _of_case(web: Web, user: User, case_id: str, command: str) -> Form:
    async with web.reading() as session:
        return await drafts.form_of_case(session, user, case_id, command)


async def _of_opening(web: Web, user: User, landlord: str, tenancy_ref: str) -> Form:
    async with web.reading() as session:
        return await drafts.form_of_opening(session, user, landlord, tenancy_ref)


async def _read(web: Web, user: User, form: Form) -> dict[str, Any]:
    found = await drafts.resume(web, user, form)
    if found is None:
        raise not_found("begun form")
    if found.typed is None:
        says = "What was typed cannot be opened: the key that it was sealed with is gone."
        raise Problem("refused", [Refusal(code="draft_sealed", says=says, mend="Throw it away and begin again.")])
    since = {"revision": found.revision, "moved": found.moved, "changed": list(found.changed)}
    return {**_told(web, found.draft), "fields": found.typed, **since}


async def _thrown_away(web: Web, user: User, form: Form) -> Response:
    if not await drafts.throw_away(web, user, form):
        raise not_found("begun form")
    return Response(status_code=204)


async def _save(web: Web, user: User, form: Form, body: Typed) -> dict[str, Any]:
    saved = await drafts.save(web, user, form, body.lists, subject=body.subject, seen=body.seen_revision)
    return _told(web, saved)


def _told(web: Web, draft: Draft) -> dict[str, Any]:
    return {
        "landlord": draft.place.landlord,
        "tenancy_ref": draft.place.tenancy_ref,
        "case_id": draft.place.case_id or None,
        "command": draft.place.command,
        "subject": draft.subject,
        "seen_revision": draft.revision,
        "began_on": draft.began_on,
        "saved_on": draft.saved_on,
        "saved_at": draft.saved_at,
        "kept_until": drafts.kept_until(web, draft),
    }
