"""Recording a hold of one case in the other cases of the same people."""

import uuid
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from api import joint
from api.pages.render import page
from api.rest.bulk import counted
from api.rest.keys import is_key
from api.security.people import STAFF, User, allow
from api.web import TheWeb

router = APIRouter()
Staff = Annotated[User, Depends(allow(*STAFF))]


@router.post("/cases/{case_id}/holds/{hold_id}/everywhere")
async def everywhere(case_id: str, hold_id: str, request: Request, web: TheWeb, user: Staff) -> Response:
    """Record the hold in every other open case of the same people, and say case by case what came of it."""
    form = await request.form()
    key = given if is_key(given := str(form.get("key", ""))) else str(uuid.uuid4())
    rows = await joint.everywhere(web, user, case_id, hold_id, key)
    return page(
        request,
        "bulk.html",
        user,
        rows=rows,
        counts=counted(rows),
        title="Recorded in the other cases of the same person",
        back=f"/cases/{case_id}",
        dry=False,
        go="",
        button="",
        carried=(),
        notes={},
    )
