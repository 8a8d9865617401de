"""Recording a hold of one case in the other cases of the same people, and in this one what another records."""

import uuid
from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from api import joint
from api.bulk import Row
from api.pages.render import page
from api.rest.bulk import counted
from api.rest.keys import is_key
from api.security.people import STAFF, User, allow
from api.web import TheWeb
from store.kinds import MONEY, POSSESSION

router = APIRouter()
Staff = Annotated[User, Depends(allow(*STAFF))]


@router.post("/cases/{case_id}/holds/{hold_id}/everywhere")
async def everywhere(case_id: str, hold_id: str, request: Request, web: TheWeb, user: Staff) -> Response:
    """Record the hold in every other open case of the same people, and say case by case what came of it."""
    rows = await joint.everywhere(web, user, case_id, hold_id, await _key(request))
    return _told(request, user, rows, f"/cases/{case_id}")


@router.post("/money-cases/{case_id}/holds/{hold_id}/everywhere")
async def everywhere_from_money(case_id: str, hold_id: str, request: Request, web: TheWeb, user: Staff) -> Response:
    """The same of a hold of a money case."""
    rows = await joint.everywhere(web, user, case_id, hold_id, await _key(request), MONEY)
    return _told(request, user, rows, f"/money-cases/{case_id}")


@router.post("/cases/{case_id}/elsewhere")
async def here(case_id: str, request: Request, web: TheWeb, user: Staff) -> Response:
    """Record in this case what another case of the same people records."""
    return await _here(request, web, user, case_id, POSSESSION, f"/cases/{case_id}")


@router.post("/money-cases/{case_id}/elsewhere")
async def here_in_money(case_id: str, request: Request, web: TheWeb, user: Staff) -> Response:
    """The same in a money case."""
    return await _here(request, web, user, case_id, MONEY, f"/money-cases/{case_id}")


async def _here(request: Request, web: TheWeb, user: User, case_id: str, kind: str, back: str) -> Response:
    form = await request.form()
    other, hold_id = str(form.get("other_case", "")), str(form.get("hold_id", ""))
    row = await joint.here(web, user, case_id, kind, other, hold_id, await _key(request))
    return _told(request, user, [row], back)


async def _key(request: Request) -> str:
    form = await request.form()
    return given if is_key(given := str(form.get("key", ""))) else str(uuid.uuid4())


def _told(request: Request, user: User, rows: Sequence[Row], back: str) -> Response:
    return page(
        request,
        "bulk.html",
        user,
        rows=rows,
        counts=counted(list(rows)),
        title="Recorded for the same person",
        back=back,
        dry=False,
        go="",
        button="",
        carried=(),
        notes={},
    )
