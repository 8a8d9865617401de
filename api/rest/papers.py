"""Papers of a case: what may be made, what was made, and the files."""

import re
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Response

from api.casefile import load
from api.problems import Problem, not_found
from api.security.people import STAFF, User, allow
from api.web import TheWeb
from cases.papers import offered
from cases.refusals import Refusal
from documents.files import FileStoreError
from store import audit

router = APIRouter(tags=["papers"])
Staff = Annotated[User, Depends(allow(*STAFF))]


@router.get("/cases/{case_id}/papers")
async def list_papers(case_id: str, web: TheWeb, user: Staff) -> dict[str, Any]:
    """Papers made or being made, newest last, and those that are offered at this stage."""
    async with web.reading() as session:
        state = await load(session, user, case_id)
    return {
        "papers": [paper.model_dump() for paper in state.papers],
        "offered": [{"paper": kind.value, "title": kind.label, "subject": subject} for kind, subject in offered(state)],
    }


@router.get("/cases/{case_id}/papers/{paper_id}/file")
async def read_paper(case_id: str, paper_id: str, web: TheWeb, user: Staff) -> Response:
    """The PDF. That it was read is recorded."""
    async with web.reading() as session:
        state = await load(session, user, case_id)
    paper = next((paper for paper in state.papers if paper.id == paper_id), None)
    if paper is None or paper.file is None:
        raise not_found("paper")
    try:
        data = web.files.get(paper.file.sha256)
    except FileStoreError:
        away = Refusal(
            code="file_away",
            says="The paper's file is missing or is no longer what was stored.",
            mend="Make the paper again, and tell your administrator.",
        )
        raise Problem("unavailable", [away], status=503) from None
    async with web.writing() as session:
        await audit.saw(session, user.user_id, "paper", f"{case_id}/{paper_id}")
    name = re.sub(r"[^A-Za-z0-9._-]", "-", f"{case_id}-{paper.kind}-{paper.id}.pdf")
    return Response(
        data,
        media_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"', "Cache-Control": "private, no-store"},
    )
